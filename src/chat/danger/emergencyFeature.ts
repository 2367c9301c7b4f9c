import { Composer } from "grammy";
import { immediateDangers } from "../../practice/forms/vocabulary.js";
import { caseForDanger, casesAtHand } from "../../records/danger/dangers.js";
import { hasConsented } from "../../records/people/consent.js";
import { actorOf } from "../../records/people/rights.js";
import type { LocalNumbers } from "../../records/people/rules.js";
import type { Alarm } from "../../records/people/work.js";
import type { Texts } from "../../texts.js";
import { type Button, laidOut } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import { lines, say as saying } from "../telegram/screen.js";
import { heardText, raiseAlarms } from "./alarm.js";
import { allNumbersText, emergencyText, ownDangers, topicsOf } from "./emergency.js";
import { type Emergency, emergencyOf, noteData, sosData, sourceOf } from "./sos.js";

/** Cases offered to note a danger on. */
const casesOffered = 3;

export type EmergencyDeps = {
  readonly texts: Texts;
  /** The button of an entry of the guidance; empty where there is none. */
  readonly entryButton: (ctx: Ctx, topic: string) => readonly Button[];
};

/** `/darurat`, for everybody: what happened, what to do first and whom to call, and that somebody hears of it. */
export function emergencyFeature(deps: EmergencyDeps): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("darurat", askWhat);
  composer.callbackQuery("sos", askWhat);
  composer.callbackQuery("sos:self", (ctx) =>
    saying(ctx, ctx.say.html("sos-self"), [
      ...ownDangers.map((kind) => [
        {
          text: ctx.say.plain(`danger-own-${kind}`),
          data: sosData("steps", { whom: "worker", kinds: [kind] }, "button"),
        },
      ]),
      [{ text: ctx.say.plain("button-numbers"), data: "sos:numbers" }],
    ]),
  );
  composer.callbackQuery("sos:numbers", showNumbers);
  composer.callbackQuery(/^sos:(?:steps|yes):(\w+):(\w+):(\w+)$/, async (ctx) => {
    const [, whom, kinds, source] = ctx.match;
    await showEmergency(ctx, deps, emergencyOf(whom, kinds), sourceOf(source));
  });
  composer.callbackQuery(/^note:(\w+):(\w+):(\w+):(\w+|-)$/, async (ctx) => {
    const [, whom, kinds, source, caseId = "-"] = ctx.match;
    const at = caseId === "-" ? null : await caseForDanger(ctx.work, caseId);
    noteAlarm(ctx, emergencyOf(whom, kinds), sourceOf(source), at?.id ?? null);
    await ctx.answerCallbackQuery();
    await withoutNotes(ctx);
    const [raised] = await raiseAlarms(ctx.work, deps.texts);
    if (raised === undefined) return;
    const kept =
      at === null ? ctx.say.html("danger-noted") : ctx.say.html("danger-noted-case", { code: at.code });
    await ctx.reply(lines([kept, heardText(ctx.say, raised)]));
  });
  return composer;
}

/** Notes a danger: from here on it stands, whatever becomes of the rest of the update. */
export function noteAlarm(
  ctx: Ctx,
  { whom, kinds }: Emergency,
  source: Alarm["source"],
  caseId: string | null,
): void {
  const { organizationId, memberId: notedById } = actorOf(ctx.work);
  ctx.work.alarms.push({ organizationId, caseId, whom, kinds, source, notedById, raised: false });
}

async function askWhat(ctx: Ctx): Promise<void> {
  // Whoever has no place here gets the numbers, and nothing that would be kept.
  if (!isMember(ctx)) return showNumbers(ctx);
  await saying(ctx, ctx.say.html("sos-what"), [
    ...laidOut(
      immediateDangers.map((kind) => ({
        text: ctx.say.plain(`danger-kind-${kind}`),
        data: sosData("steps", { whom: "client", kinds: [kind] }, "button"),
      })),
      44,
      2,
    ),
    [{ text: ctx.say.plain("button-self-in-danger"), data: "sos:self" }],
    [{ text: ctx.say.plain("button-numbers"), data: "sos:numbers" }],
  ]);
}

async function showNumbers(ctx: Ctx): Promise<void> {
  await saying(ctx, allNumbersText(ctx.say, localNumbersOf(ctx)));
}

/** What to do first and whom to call, with the ways to let somebody hear of it; as a reply to what was typed. */
export async function showEmergency(
  ctx: Ctx,
  { entryButton }: EmergencyDeps,
  emergency: Emergency,
  source: Alarm["source"],
): Promise<void> {
  const { whom, kinds } = emergency;
  const text = emergencyText(ctx.say, kinds, whom, localNumbersOf(ctx));
  const entries = topicsOf(kinds, whom).flatMap((topic) => entryButton(ctx, topic));
  const rows = entries.map((button) => [button]);
  if (!isMember(ctx)) return saying(ctx, text);
  const offer = ctx.say.html(whom === "worker" ? "sos-offer-self" : "sos-offer");
  await saying(ctx, lines([text, offer], "\n\n"), [...(await noteRows(ctx, emergency, source)), ...rows]);
}

async function noteRows(ctx: Ctx, emergency: Emergency, source: Alarm["source"]): Promise<Button[][]> {
  const { say } = ctx;
  if (emergency.whom === "worker") {
    return [[{ text: say.plain("button-tell-supervisor"), data: noteData(emergency, source, null) }]];
  }
  const cases = await casesAtHand(ctx.work, casesOffered);
  return [
    ...cases.map(({ id, code }) => [
      { text: say.plain("button-note-on", { code }), data: noteData(emergency, source, id) },
    ]),
    [{ text: say.plain("button-note-without"), data: noteData(emergency, source, null) }],
  ];
}

/** The buttons that note the danger go once one was pressed; the steps and what leads further stay. */
async function withoutNotes(ctx: Ctx): Promise<void> {
  const message = ctx.callbackQuery?.message;
  const markup = message !== undefined && "reply_markup" in message ? message.reply_markup : undefined;
  const rows = (markup?.inline_keyboard ?? []).map((row) =>
    row.filter((button) => !("callback_data" in button && button.callback_data.startsWith("note:"))),
  );
  await ctx.editMessageReplyMarkup({
    reply_markup: { inline_keyboard: rows.filter((row) => row.length > 0) },
  });
}

/** Whoever belongs to an organisation and agreed to what is stored. */
export function isMember(ctx: Ctx): boolean {
  const { actor } = ctx.work;
  return actor !== undefined && hasConsented(actor);
}

/** The organisation's own numbers; none for who belongs nowhere. They came with the claim: nothing is asked for them. */
export function localNumbersOf(ctx: Ctx): LocalNumbers {
  return ctx.work.actor?.rules.localNumbers ?? {};
}
