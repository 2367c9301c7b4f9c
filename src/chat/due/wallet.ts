import { Composer } from "grammy";
import { addMonths, dateIn, daysBetween } from "../../practice/calendar.js";
import { acceptDate } from "../../practice/inputs/dates.js";
import { acceptText } from "../../practice/inputs/text.js";
import { keepPermit, maxPlaces, ownPermits, type Permit, removePermit } from "../../records/due/permits.js";
import { actorOf } from "../../records/people/rights.js";
import { dayOf } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryEnd, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, showPage } from "../telegram/screen.js";

/** Longest number or place, in characters. */
const longest = 120;
/** How long an STR holds, in months (UU 14/2019 Pasal 30 ayat (1)). */
const strMonths = 60;

/** A member's own permits: STR, certificate of competence, places of practice. Only the member sees them. */
export function walletFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.wallet, (ctx) => showWallet(ctx));
  handle(composer, callbacks.addPermit, async (ctx, { kind }) => {
    await ctx.answerCallbackQuery();
    ctx.onward = kind === "sipps" ? entries.permitPlace() : entries.permitNumber({ kind });
  });
  handle(composer, callbacks.removePermit, async (ctx, { permitId }) => {
    await removePermit(ctx.work, permitId);
    await showWallet(ctx);
  });
  return composer;
}

async function showWallet(ctx: Ctx): Promise<void> {
  const { say } = ctx;
  const kept = await ownPermits(ctx.work);
  const places = kept.filter(({ kind }) => kind === "sipps").length;
  const rows: Button[][] = [
    [{ text: say.plain("button-permit-str"), data: callbacks.addPermit({ kind: "str" }) }],
    [{ text: say.plain("button-permit-certificate"), data: callbacks.addPermit({ kind: "certificate" }) }],
    places < maxPlaces
      ? [{ text: say.plain("button-permit-sipps"), data: callbacks.addPermit({ kind: "sipps" }) }]
      : [],
    ...kept.map(({ id, kind }) => [
      {
        text: say.plain("button-drop", { what: say.plain(`permit-${kind}`) }),
        data: callbacks.removePermit({ permitId: id }),
      },
    ]),
    [{ text: say.plain("button-menu"), data: callbacks.menuHere() }],
  ];
  const str = kept.find(({ kind }) => kind === "str");
  const text = joinLines(
    [
      say.html("wallet-title"),
      kept.length === 0 ? say.html("wallet-empty") : joinLines(kept.map((permit) => permitLine(ctx, permit))),
      str === undefined ? undefined : say.html("wallet-reminders"),
      say.html("str-renewal-needs"),
    ],
    "\n\n",
  );
  await showPage(ctx, text, rows);
}

function permitLine(ctx: Ctx, { kind, number, expiresOn }: Permit): string {
  const { say, work } = ctx;
  const name = say.plain(`permit-${kind}`);
  if (expiresOn === null) return say.html("permit-line", { name, number });
  const day = dayOf(expiresOn, say);
  const days = daysBetween(dateIn(actorOf(work).zone, work.now), expiresOn);
  return days < 0
    ? say.html("permit-line-lapsed", { name, number, day })
    : say.html("permit-line-until", { name, number, day, days });
}

/** The value of the button for a certificate without expiry. */
const withoutEnd = "none";

/** What is asked for each: a number and its dates; for a place of practice where it is. */
export const walletEntries: readonly Entry[] = [
  handleEntry(entries.permitNumber, {
    ask: async (ctx, { kind }) => ({
      text: ctx.say.html(kind === "str" ? "permit-number-str" : "permit-number-certificate"),
      cancel: callbacks.wallet(),
    }),
    take: typedOnly(async (ctx, answer, { kind }) =>
      textThen(ctx, answer, async (number) => ({
        kind: "next",
        onward: entries.permitIssued({ kind, number }),
      })),
    ),
  }),
  handleEntry(entries.permitIssued, {
    ask: async (ctx) => ({ text: ctx.say.html("permit-issued"), cancel: callbacks.wallet() }),
    take: typedOnly(async (ctx, answer, args) => {
      const read = acceptDate(answer, today(ctx), "past");
      if (read.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
      return { kind: "next", onward: entries.permitExpires({ ...args, issuedOn: String(read.value) }) };
    }),
  }),
  handleEntry(entries.permitExpires, {
    ask: async (ctx, { kind, issuedOn: issued }) => {
      const usual = addMonths(issued, strMonths);
      return {
        text: ctx.say.html(kind === "str" ? "permit-expires-str" : "permit-expires"),
        choices: [
          [{ text: dayOf(usual, ctx.say), value: usual }],
          ...(kind === "str" ? [] : [[{ text: ctx.say.plain("permit-no-end"), value: withoutEnd }]]),
        ],
        cancel: callbacks.wallet(),
      };
    },
    take: async (ctx, answer, { kind, number, issuedOn: issued }) => {
      const endless = answer.kind === "pressed" && answer.value === withoutEnd;
      const day = answer.kind === "pressed" ? answer.value : answer.text;
      const read = endless ? undefined : acceptDate(day, today(ctx), "any");
      if (read?.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
      const expiresOn = read === undefined ? null : String(read.value);
      if (expiresOn !== null && expiresOn <= issued) {
        const day = dayOf(issued, ctx.say);
        return { kind: "again", explanation: ctx.say.html("permit-expires-first", { day }) };
      }
      await keepPermit(ctx.work, {
        kind,
        number,
        issuedOn: issued,
        expiresOn,
      });
      return kept(ctx);
    },
  }),
  handleEntry(entries.permitPlace, {
    ask: async (ctx) => ({ text: ctx.say.html("permit-place"), cancel: callbacks.wallet() }),
    take: typedOnly(async (ctx, answer) =>
      textThen(ctx, answer, async (place) => {
        await keepPermit(ctx.work, { kind: "sipps", number: place, issuedOn: null, expiresOn: null });
        return kept(ctx);
      }),
    ),
  }),
];

async function textThen(
  ctx: Ctx,
  answer: string,
  go: (text: string) => Promise<EntryEnd>,
): Promise<EntryEnd> {
  const text = acceptText(answer, longest, false);
  if (text.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, text) };
  return go(String(text.value));
}

async function kept(ctx: Ctx): Promise<EntryEnd> {
  await ctx.reply(ctx.say.html("permit-kept"), {
    reply_markup: keyboard([[{ text: ctx.say.plain("button-wallet"), data: callbacks.wallet() }]]),
  });
  return { kind: "done" };
}

function today(ctx: Ctx): string {
  return dateIn(actorOf(ctx.work).zone, ctx.work.now);
}
