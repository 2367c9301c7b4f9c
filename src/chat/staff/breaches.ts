import { Composer } from "grammy";
import { paperJson, templateOf } from "../../documents/paper.js";
import { type BreachAudience, breachAudiences, breachFields, breachLetters } from "../../practice/breach.js";
import { acceptText } from "../../practice/inputs/text.js";
import {
  type BreachRecord,
  isEnoughForLetter,
  keepBreachField,
  nextField,
  noteToldOfBreach,
  openBreach,
  readBreach,
  writeBreachLetter,
} from "../../records/dataRights/breaches.js";
import { adminOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { momentOf } from "../telegram/answerText.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";
import { breachLetterOf } from "./breachLetter.js";

/** The longest text of a part of the record, in characters. */
const longestField = 400;

/** The time of the law for the written notice (ms). */
const withinLaw = 3 * 86_400_000;

/** The record of a breach: begun with its clock, filled in, told of by letter. */
export function breachesFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.breach, async (ctx) => {
    adminOf(ctx.work);
    await showPage(ctx, ctx.say.html("breach-sure"), [
      [{ text: ctx.say.plain("button-breach-yes"), data: callbacks.breachSurely() }],
      [{ text: ctx.say.plain("button-cancel"), data: callbacks.reminderLog({ which: "all", page: 0 }) }],
    ]);
  });
  handle(composer, callbacks.breachSurely, async (ctx) => {
    const breachId = await openBreach(ctx.work);
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    await showBreach(ctx, breachId, sendNew);
  });
  handle(composer, callbacks.breachCard, (ctx, { breachId }) => showBreach(ctx, breachId, showPage));
  handle(composer, callbacks.changeBreach, async (ctx, { breachId, field }) => {
    await readBreach(ctx.work, breachId);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.breachField({ breachId, field });
  });
  handle(composer, callbacks.writeBreachLetter, async (ctx, { breachId, kind }) => {
    const { say, work } = ctx;
    const breach = await readBreach(work, breachId);
    const { code, knownAt, content } = breach;
    if ("unreadable" in content || !isEnoughForLetter(breach)) {
      await ctx.answerCallbackQuery(say.plain("breach-letter-missing"));
      return;
    }
    await writeBreachLetter(work, breach, {
      kind,
      chatId: chatIdOf(ctx),
      template: templateOf(kind),
      data: paperJson(await breachLetterOf(ctx, kind, { code, knownAt, content })),
      at: work.now.toISOString(),
    });
    await ctx.answerCallbackQuery(say.plain("paper-ordered"));
    await showBreach(ctx, breachId, showPage);
  });
  handle(composer, callbacks.toldOfBreach, async (ctx, { breachId, audience }) => {
    await noteToldOfBreach(ctx.work, breachId, audience);
    await showBreach(ctx, breachId, showPage);
  });
  return composer;
}

/** What an admin types for it, one part after the other. */
export const breachEntries: readonly Entry[] = [
  handleEntry(entries.breachField, {
    ask: async (ctx, { breachId, field }) => ({
      text: ctx.say.html(`breach-field-${field}.ask`),
      cancel: callbacks.breachCard({ breachId }),
    }),
    take: typedOnly(async (ctx, answer, { breachId, field }) => {
      const text = acceptText(answer, longestField, true);
      if (text.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, text) };
      const unknown = await keepBreachField(ctx.work, breachId, field, String(text.value));
      if (unknown.length > 0) {
        return {
          kind: "again",
          explanation: ctx.say.html("breach-unknown-codes", { codes: unknown.join(", ") }),
        };
      }
      const next = nextField(await readBreach(ctx.work, breachId));
      if (next !== undefined) return { kind: "next", onward: entries.breachField({ breachId, field: next }) };
      await showBreach(ctx, breachId, sendNew);
      return { kind: "done" };
    }),
  }),
];

async function showBreach(ctx: Ctx, breachId: string, put: typeof showPage | typeof sendNew): Promise<void> {
  const { say, work } = ctx;
  const breach = await readBreach(work, breachId);
  const { code, knownAt, content, told } = breach;
  const { zone } = actorOf(work);
  const moment = (at: Date) => momentOf(at, zone, say);
  const lines =
    "unreadable" in content
      ? [say.html("breach-unreadable", { code: content.unreadable })]
      : breachFields.map((field) =>
          say.html("breach-line", { label: say.plain(`breach-field-${field}`), text: content[field] ?? "–" }),
        );
  const isMet = told.subject !== null && told.authority !== null;
  await put(
    ctx,
    joinLines(
      [
        say.html("breach-title", {
          code,
          known: moment(knownAt),
          due: moment(new Date(knownAt.getTime() + withinLaw)),
        }),
        joinLines(lines),
        isEnoughForLetter(breach) ? undefined : say.html("breach-letter-missing"),
        joinLines([
          ...breachAudiences.map((audience) => {
            const at = told[audience];
            return at === null ? undefined : say.html(`breach-told-${audience}`, { at: moment(at) });
          }),
          isMet ? say.html("breach-ended") : undefined,
        ]),
      ],
      "\n\n",
    ),
    [
      ...fieldRows(ctx, breach),
      ...letterRows(ctx, breach),
      [{ text: say.plain("button-back"), data: callbacks.register({ which: "breaches", page: 0 }) }],
    ],
  );
}

function fieldRows({ say }: Ctx, { id: breachId }: BreachRecord): Button[][] {
  return layOutButtons(
    breachFields.map((field) => ({
      text: say.plain("button-breach-field", { label: say.plain(`breach-field-${field}`) }),
      data: callbacks.changeBreach({ breachId, field }),
    })),
    34,
    2,
  );
}

function letterRows({ say }: Ctx, breach: BreachRecord): Button[][] {
  const { id: breachId, letters, told } = breach;
  if (!isEnoughForLetter(breach)) return [];
  const toldButton = (audience: BreachAudience): Button => ({
    text: say.plain(`button-breach-told-${audience}`),
    data: callbacks.toldOfBreach({ breachId, audience }),
  });
  return [
    ...breachLetters.map((kind) => [
      { text: say.plain(`button-${kind}`), data: callbacks.writeBreachLetter({ breachId, kind }) },
    ]),
    ...breachAudiences
      .filter((audience) => told[audience] === null)
      .filter((audience) => audience === "public" || letters[`breach-${audience}`] !== null)
      .map((audience) => [toldButton(audience)]),
  ];
}
