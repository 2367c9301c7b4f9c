import { Composer } from "grammy";
import { addDays, dateIn } from "../../practice/calendar.js";
import type { Receiver } from "../../practice/deadline.js";
import { deadlineRule, endsByHandover } from "../../practice/deadlines.js";
import { dayMonthYear } from "../../practice/inputs/dates.js";
import { acceptMoment } from "../../practice/inputs/moments.js";
import { acceptText } from "../../practice/inputs/text.js";
import { clocksOf, type HandoverStatement, momentFault, stateHandover } from "../../records/due/handover.js";
import { taskCard } from "../../records/due/tasks.js";
import { actorOf } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { handedOverText, proofButton } from "../case/clocks.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { dueName } from "../telegram/dueWords.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryEnd, handleEntry, typedOnly, wantsPress } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { toldText } from "../telegram/notices.js";
import { reasonOf } from "../telegram/reason.js";
import { answerGone, joinLines } from "../telegram/screen.js";
import { tellCounterpart } from "./counterpart.js";
import { proofPrompt, takeNumber, takeReceipt } from "./proof.js";

/** Longest unit, in characters. */
const longest = 120;

/** "Sudah diserahkan": a statutory report was handed over. Asks when, to whom, and for the proof. */
export function handoverFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.tickDue, async (ctx, { deadlineId }) => {
    const found = await taskCard(ctx.work, deadlineId);
    if (!endsByHandover(found.key)) return answerGone(ctx);
    if (!found.open) return void (await ctx.answerCallbackQuery(ctx.say.plain("due-over")));
    await ctx.answerCallbackQuery();
    ctx.onward = entries.handoverWhen({ deadlineId: found.id });
  });
  return composer;
}

/** The questions of a handover, one after the other. Earlier answers are passed on as arguments. */
export function handoverEntries(texts: Texts): readonly Entry[] {
  return [
    handleEntry(entries.handoverWhen, {
      ask: async (ctx, { deadlineId: id }) => ({
        text: ctx.say.html("handover-when", { name: dueName(await taskCard(ctx.work, id), ctx.say) }),
        choices: [
          [{ text: ctx.say.plain("handover-now"), value: "now" }],
          [
            { text: ctx.say.plain("handover-today"), value: "today" },
            { text: ctx.say.plain("handover-yesterday"), value: "yesterday" },
          ],
        ],
        cancel: callbacks.openDue({ deadlineId: id }),
      }),
      take: async (ctx, answer, { deadlineId: id }) => {
        if (answer.kind === "typed") return takeMoment(ctx, id, answer.text);
        if (answer.value === "now") return toReceiver(ctx, id, ctx.work.now);
        const today = dateIn(actorOf(ctx.work).zone, ctx.work.now);
        const date = answer.value === "yesterday" ? addDays(today, -1) : today;
        return { kind: "next", onward: entries.handoverTime({ deadlineId: id, day: date }) };
      },
    }),
    handleEntry(entries.handoverTime, {
      ask: async (ctx, { deadlineId: id }) => ({
        text: ctx.say.html("handover-time"),
        cancel: callbacks.openDue({ deadlineId: id }),
      }),
      take: typedOnly((ctx, time, { deadlineId: id, day: date }) =>
        takeMoment(ctx, id, `${dayMonthYear(date)} ${time}`),
      ),
    }),
    handleEntry(entries.handoverTo, {
      ask: async (ctx, { deadlineId: id }) => ({
        text: ctx.say.html("handover-to"),
        choices: (await receiversOf(ctx, id)).map((one) => [
          { text: ctx.say.plain(`receiver-${one}`), value: one },
        ]),
        cancel: callbacks.openDue({ deadlineId: id }),
      }),
      take: async (ctx, answer, { deadlineId: id, at }) => {
        const value = answer.kind === "pressed" ? answer.value : undefined;
        const receiver = (await receiversOf(ctx, id)).find((one) => one === value);
        if (receiver === undefined) return wantsPress(ctx);
        return { kind: "next", onward: entries.handoverUnit({ deadlineId: id, at, receiver }) };
      },
    }),
    handleEntry(entries.handoverUnit, {
      ask: async (ctx, { deadlineId: id }) => ({
        text: ctx.say.html("handover-unit"),
        choices: [[{ text: ctx.say.plain("handover-no-unit"), value: "none" }]],
        cancel: callbacks.openDue({ deadlineId: id }),
      }),
      take: async (ctx, answer, args) => {
        if (answer.kind === "pressed")
          return { kind: "next", onward: entries.handoverProof({ ...args, unit: null }) };
        const unit = acceptText(answer.text, longest, false);
        if (unit.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, unit) };
        return { kind: "next", onward: entries.handoverProof({ ...args, unit: String(unit.value) }) };
      },
    }),
    handleEntry(entries.handoverProof, {
      ask: async (ctx, { deadlineId: id }) => {
        const prompt = await proofPrompt(ctx, id, callbacks.openDue({ deadlineId: id }));
        return { ...prompt, choices: [[{ text: ctx.say.plain("handover-no-proof"), value: "none" }]] };
      },
      take: async (ctx, answer, args) =>
        answer.kind === "pressed"
          ? state(ctx, texts, args, { kind: "missing" })
          : takeNumber(ctx, answer.text, (proof) => state(ctx, texts, args, proof)),
      takeFile: (ctx, file, args) =>
        takeReceipt(ctx, args.deadlineId, file, (proof) => state(ctx, texts, args, proof)),
    }),
  ];
}

async function receiversOf(ctx: Ctx, id: string): Promise<readonly Receiver[]> {
  const { endsBy } = deadlineRule((await taskCard(ctx.work, id)).key);
  return typeof endsBy === "object" ? endsBy.handedOverTo : [];
}

async function takeMoment(ctx: Ctx, id: string, words: string): Promise<EntryEnd> {
  const { zone } = actorOf(ctx.work);
  const { now } = ctx.work;
  const context = { now, zone, today: dateIn(zone, now), facts: {}, sources: {} };
  const read = acceptMoment(words, context, "past");
  if (read.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
  return toReceiver(ctx, id, new Date(String(read.value)));
}

async function toReceiver(ctx: Ctx, id: string, at: Date): Promise<EntryEnd> {
  const fault = momentFault(ctx.work, await taskCard(ctx.work, id), at);
  if (fault !== undefined) return { kind: "again", explanation: ctx.say.html(`handover-${fault}`) };
  return { kind: "next", onward: entries.handoverTo({ deadlineId: id, at }) };
}

/** What was stated before the proof. */
type StatedHandover = Omit<HandoverStatement, "proof"> & { readonly deadlineId: string };

/** Stores the handover, repeats it, and tells the other of worker and supervisor. */
async function state(
  ctx: Ctx,
  texts: Texts,
  { deadlineId: id, at, receiver, unit }: StatedHandover,
  proof: HandoverStatement["proof"],
): Promise<EntryEnd> {
  const found = await taskCard(ctx.work, id);
  if (!found.open) {
    await ctx.reply(ctx.say.html("due-over"));
    return { kind: "done" };
  }
  await stateHandover(ctx.work, id, { at, receiver, unit, proof });
  const rows = [
    ...(proof.kind === "missing" ? [[proofButton(ctx, id)]] : []),
    ...(found.caseId === null
      ? []
      : [[{ text: ctx.say.plain("button-to-case"), data: callbacks.openCase({ caseId: found.caseId }) }]]),
    [{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }],
  ];
  const clocks = found.caseId === null ? [] : await clocksOf(ctx.work, found.caseId);
  const kept = clocks.find((clock) => clock.id === id);
  const text =
    kept === undefined
      ? ctx.say.html("handover-kept", { name: dueName(found, ctx.say) })
      : handedOverText(ctx, kept);
  const told = await tellCounterpart(ctx, texts, found, "notice-handed-over");
  const said = joinLines([text, toldText(ctx.say, told ? [told] : [])], "\n");
  await ctx.reply(said, { reply_markup: keyboard(rows) });
  return { kind: "done" };
}
