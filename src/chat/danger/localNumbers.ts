import { Composer } from "grammy";
import { dateIn } from "../../practice/calendar.js";
import { type LocalNumberKind, localNumberKinds } from "../../practice/emergencyNumbers.js";
import { acceptDate } from "../../practice/inputs/dates.js";
import {
  dropLocalNumber,
  keepLocalNumber,
  numbersOfOrganization,
  triedLocalNumber,
} from "../../records/due/localNumbers.js";
import { adminOf } from "../../records/people/members.js";
import type { LocalNumber } from "../../records/people/rules.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { shortDate } from "../telegram/dates.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryEnd, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, showPage } from "../telegram/screen.js";

/** Longest number and name, in characters. */
const longest = { number: 25, name: 60 } as const;

/** The emergency numbers of the institution's own area, for its admin: each with the day it was last tried. */
export function localNumbersFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.localNumbers, (ctx) => showLocalNumbers(ctx));
  handle(composer, callbacks.localNumber, async (ctx, { kind }) => {
    const one = (await numbersOfOrganization(ctx.work))[kind];
    if (one !== undefined) return showOne(ctx, kind, one);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.localNumber({ kind });
  });
  handle(composer, callbacks.changeLocalNumber, async (ctx, { kind }) => {
    adminOf(ctx.work);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.localNumber({ kind });
  });
  handle(composer, callbacks.triedLocalNumber, async (ctx, { kind }) => {
    await triedLocalNumber(ctx.work, kind, today(ctx));
    await showLocalNumbers(ctx);
  });
  handle(composer, callbacks.dropLocalNumber, async (ctx, { kind }) => {
    await dropLocalNumber(ctx.work, kind);
    await showLocalNumbers(ctx);
  });
  return composer;
}

/** All of them, the missing ones too: a button each. */
export async function showLocalNumbers(ctx: Ctx): Promise<void> {
  const { say } = ctx;
  const numbers = await numbersOfOrganization(ctx.work);
  const text = joinLines([
    say.html("local-numbers-title"),
    ...localNumberKinds.map((kind) => lineOf(ctx, kind, numbers[kind])),
  ]);
  await showPage(ctx, text, [
    ...localNumberKinds.map((kind) => [
      {
        text: `${numbers[kind] === undefined ? "➕" : "☎️"} ${say.plain(`nearby-${kind}`)}`,
        data: callbacks.localNumber({ kind }),
      },
    ]),
    [{ text: say.plain("button-organization"), data: callbacks.organization() }],
  ]);
}

function lineOf(ctx: Ctx, kind: LocalNumberKind, one: LocalNumber | undefined): string {
  const { say } = ctx;
  const what = say.plain(`nearby-${kind}`);
  if (one === undefined) return say.html("local-number-none", { what });
  const { number, name } = one;
  const date = shortDate(one.triedOn, say.locale);
  return say.html("local-number-line", { what, number, name: name ?? "–", date });
}

async function showOne(ctx: Ctx, kind: LocalNumberKind, one: LocalNumber): Promise<void> {
  const { say } = ctx;
  const rows: Button[][] = [
    [{ text: say.plain("button-tried-today"), data: callbacks.triedLocalNumber({ kind }) }],
    [
      { text: say.plain("button-change"), data: callbacks.changeLocalNumber({ kind }) },
      { text: say.plain("button-drop-number"), data: callbacks.dropLocalNumber({ kind }) },
    ],
    [{ text: say.plain("button-back"), data: callbacks.localNumbers() }],
  ];
  await showPage(ctx, lineOf(ctx, kind, one), rows);
}

/** A number with its name, and then the day it was tried. */
export const localNumberEntries: readonly Entry[] = [
  handleEntry(entries.localNumber, {
    ask: async (ctx, { kind }) => ({
      text: ctx.say.html("local-number-ask", { what: ctx.say.plain(`nearby-${kind}`) }),
      cancel: callbacks.localNumbers(),
    }),
    take: typedOnly(async (ctx, text, { kind }) => {
      const read = readNumber(text);
      if (read === undefined) return { kind: "again", explanation: ctx.say.html("local-number-unclear") };
      return {
        kind: "next",
        onward: entries.localNumberTried({ kind, number: read.number, name: read.name ?? null }),
      };
    }),
  }),
  handleEntry(entries.localNumberTried, {
    ask: async (ctx, { number }) => ({
      text: ctx.say.html("local-number-tried", { number }),
      choices: [[{ text: ctx.say.plain("button-today"), value: "today" }]],
      cancel: callbacks.localNumbers(),
    }),
    take: async (ctx, answer, { kind, number, name }): Promise<EntryEnd> => {
      let triedOn = today(ctx);
      if (answer.kind === "typed") {
        const read = acceptDate(answer.text, triedOn, "past");
        if (read.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
        triedOn = String(read.value);
      }
      const kept = { number, name, triedOn };
      await keepLocalNumber(ctx.work, kind, kept);
      await ctx.reply(joinLines([ctx.say.html("org-kept"), lineOf(ctx, kind, kept)]), {
        reply_markup: keyboard([
          [{ text: ctx.say.plain("button-local-numbers"), data: callbacks.localNumbers() }],
        ]),
      });
      return { kind: "done" };
    },
  }),
];

/** "(0263) 261-110 Polsek Cibeber": the number as it was written, then what it is called. */
function readNumber(text: string): { readonly number: string; readonly name?: string } | undefined {
  const [, number = "", name = ""] = /^\s*(\+?[\d(][\d\s().-]*\d)[\s,:;-]*(.*)$/su.exec(text) ?? [];
  const digits = number.replace(/\D/g, "");
  if (digits.length < 3 || number.length > longest.number || name.length > longest.name) return undefined;
  return name.trim() === "" ? { number } : { number, name: name.trim() };
}

function today(ctx: Ctx): string {
  return dateIn(adminOf(ctx.work).zone, ctx.work.now);
}
