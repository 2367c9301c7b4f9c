import { Composer } from "grammy";
import type { Endangered } from "../../practice/emergencyNumbers.js";
import { type Danger, immediateDangers } from "../../practice/forms/vocabulary.js";
import { caseForDanger, casesAtHand } from "../../records/danger/dangerCase.js";
import { hasConsented } from "../../records/people/consent.js";
import { actorOf } from "../../records/people/rights.js";
import type { LocalNumbers } from "../../records/people/rules.js";
import type { Alarm } from "../../records/people/work.js";
import type { Texts } from "../../texts.js";
import { type Button, keyboard, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { joinLines, sendNew } from "../telegram/screen.js";
import { alertedText, raiseAlarms } from "./alarm.js";
import { allDangers, allNumbersText, emergencyText, numberRows, ownDangers, topicsOf } from "./emergency.js";

/** Cases offered to note a danger on. */
const casesOffered = 3;

/** Whose danger, and which; no word of what was said. */
export type Emergency = { readonly whom: Endangered; readonly kinds: readonly Danger[] };

/** What led to the emergency path, where no form did. */
type Source = Exclude<Alarm["source"], "form">;

/** What the emergency path needs. */
export type EmergencyDeps = {
  readonly texts: Texts;
  /** The button of an entry of the guidance; empty where there is none. */
  readonly entryButton: (ctx: Ctx, topic: string) => readonly Button[];
};

/** `/darurat`, for everybody: what happened, what to do first and whom to call, and that somebody hears of it. */
export function emergencyFeature(deps: EmergencyDeps): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("darurat", askWhat);
  handle(composer, callbacks.emergency, askWhat);
  handle(composer, callbacks.emergencyOfOwn, (ctx) =>
    sendNew(ctx, ctx.say.html("sos-self"), [
      ...ownDangers.map((kind) => [
        {
          text: ctx.say.plain(`danger-own-${kind}`),
          data: callbacks.emergencySteps({ whom: "worker", kinds: [kind], source: "button" }),
        },
      ]),
      [{ text: ctx.say.plain("button-numbers"), data: callbacks.emergencyNumbers() }],
    ]),
  );
  handle(composer, callbacks.emergencyNumbers, showNumbers);
  handle(composer, callbacks.emergencySteps, (ctx, { source, ...emergency }) =>
    showEmergency(ctx, deps, emergency, source),
  );
  handle(composer, callbacks.noteDanger, async (ctx, { source, caseId, ...emergency }) => {
    const at = caseId === null ? null : await caseForDanger(ctx.work, caseId);
    noteAlarm(ctx, emergency, source, at?.id ?? null);
    await ctx.answerCallbackQuery();
    // The buttons that note the danger go once one was pressed; the steps and what leads further stay.
    const numbers = numberRows(emergency.kinds, emergency.whom, localNumbersOf(ctx));
    await ctx.editMessageReplyMarkup({
      reply_markup: keyboard([...numbers, ...entryRows(ctx, deps, emergency)]),
    });
    const [raised] = await raiseAlarms(ctx.work, deps.texts);
    if (raised === undefined) return;
    const kept =
      at === null ? ctx.say.html("danger-noted") : ctx.say.html("danger-noted-case", { code: at.code });
    await ctx.reply(joinLines([kept, alertedText(ctx.say, raised)]));
  });
  return composer;
}

/** Notes a danger. From here on it is kept, even if the rest of the update fails. */
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
  // Somebody who is not a member gets the numbers, and nothing is stored.
  if (!isMember(ctx)) return showNumbers(ctx);
  await sendNew(ctx, ctx.say.html("sos-what"), [
    ...layOutButtons(
      immediateDangers.map((kind) => ({
        text: ctx.say.plain(`danger-kind-${kind}`),
        data: callbacks.emergencySteps({ whom: "client", kinds: [kind], source: "button" }),
      })),
      44,
      2,
    ),
    [{ text: ctx.say.plain("button-self-in-danger"), data: callbacks.emergencyOfOwn() }],
    [{ text: ctx.say.plain("button-numbers"), data: callbacks.emergencyNumbers() }],
  ]);
}

async function showNumbers(ctx: Ctx): Promise<void> {
  const local = localNumbersOf(ctx);
  await sendNew(ctx, allNumbersText(ctx.say, local), numberRows(allDangers, "client", local));
}

/** Shows what to do first and whom to call, with the buttons that note the danger; as a reply to what was typed. */
export async function showEmergency(
  ctx: Ctx,
  deps: EmergencyDeps,
  emergency: Emergency,
  source: Source,
): Promise<void> {
  const { whom, kinds } = emergency;
  const text = emergencyText(ctx.say, kinds, whom, localNumbersOf(ctx));
  const numbers = numberRows(kinds, whom, localNumbersOf(ctx));
  if (!isMember(ctx)) return sendNew(ctx, text, numbers);
  const offer = ctx.say.html(whom === "worker" ? "sos-offer-self" : "sos-offer");
  await sendNew(ctx, joinLines([text, offer], "\n\n"), [
    ...numbers,
    ...(await noteRows(ctx, emergency, source)),
    ...(source === "reflex" ? [[otherButton(ctx, emergency)]] : []),
    ...entryRows(ctx, deps, emergency),
  ]);
}

/** The same danger of the other person, in case the text was misread. */
function otherButton(ctx: Ctx, { whom, kinds }: Emergency): Button {
  const steps = (of: Endangered) => callbacks.emergencySteps({ whom: of, kinds, source: "reflex" });
  return whom === "worker"
    ? { text: ctx.say.plain("button-about-client"), data: steps("client") }
    : { text: ctx.say.plain("button-about-me"), data: steps("worker") };
}

/** Buttons for the guidance entries on these dangers. */
function entryRows(ctx: Ctx, { entryButton }: EmergencyDeps, { whom, kinds }: Emergency): Button[][] {
  return topicsOf(kinds, whom)
    .flatMap((topic) => entryButton(ctx, topic))
    .map((button) => [button]);
}

async function noteRows(ctx: Ctx, emergency: Emergency, source: Source): Promise<Button[][]> {
  const { say } = ctx;
  const note = (caseId: string | null) => callbacks.noteDanger({ ...emergency, source, caseId });
  if (emergency.whom === "worker") {
    return [[{ text: say.plain("button-tell-supervisor"), data: note(null) }]];
  }
  const cases = await casesAtHand(ctx.work, casesOffered);
  return [
    ...cases.map(({ id, code }) => [{ text: say.plain("button-note-on", { code }), data: note(id) }]),
    [{ text: say.plain("button-note-without"), data: note(null) }],
  ];
}

/** Whoever belongs to an organisation and agreed to what is stored. */
export function isMember(ctx: Ctx): boolean {
  const { actor } = ctx.work;
  return actor !== undefined && hasConsented(actor);
}

/**
 * The organisation's own numbers; empty for somebody who is no member. They were loaded with the claim, so this needs
 * no query.
 */
export function localNumbersOf(ctx: Ctx): LocalNumbers {
  return ctx.work.actor?.rules.localNumbers ?? {};
}
