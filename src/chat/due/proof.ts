import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import type { AnnouncedFile } from "../../records/case/attachments.js";
import { addProof, clocksOf, isUnproved, type StatedProof } from "../../records/due/handover.js";
import { taskCard } from "../../records/due/tasks.js";
import { handedOverText } from "../case/clocks.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryEnd, type EntryPrompt, handleEntry } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines } from "../telegram/screen.js";

/** Longest receipt number, in characters. */
const longest = 120;

/** Adding the proof to a handover that was stated without one. */
export function proofFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.addProof, (ctx, { deadlineId }) => askForProof(ctx, deadlineId));
  return composer;
}

/** Asks for the proof of a handover, by the id of its deadline. */
export async function askForProof(ctx: Ctx, deadlineId: string): Promise<void> {
  if (!(await isUnproved(ctx.work, deadlineId)))
    return void (await ctx.answerCallbackQuery(ctx.say.plain("due-over")));
  await ctx.answerCallbackQuery();
  ctx.onward = entries.handoverProofLater({ deadlineId });
}

/** The question for the proof of a handover. */
export const proofEntries: readonly Entry[] = [
  handleEntry(entries.handoverProofLater, {
    ask: (ctx, { deadlineId: id }) => proofPrompt(ctx, id, callbacks.taskList()),
    take: (ctx, answer, { deadlineId: id }) =>
      takeNumber(ctx, answer.kind === "typed" ? answer.text : "", (proof) => keep(ctx, id, proof)),
    takeFile: (ctx, file, { deadlineId: id }) => takeReceipt(ctx, id, file, (proof) => keep(ctx, id, proof)),
  }),
];

/** Asks for a photo or a number. Without a case a file has nowhere to be kept, so only a number. */
export async function proofPrompt(ctx: Ctx, id: string, cancel: Button["data"]): Promise<EntryPrompt> {
  const { caseId } = await taskCard(ctx.work, id);
  return { text: ctx.say.html(caseId === null ? "handover-number" : "handover-proof"), cancel };
}

/** The number of a receipt. */
export async function takeNumber(
  ctx: Ctx,
  text: string,
  go: (proof: StatedProof) => Promise<EntryEnd>,
): Promise<EntryEnd> {
  const number = acceptText(text, longest, false);
  if (number.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, number) };
  return go({ kind: "number", number: String(number.value) });
}

/** The photo of a receipt, where there is a case to keep it with. */
export async function takeReceipt(
  ctx: Ctx,
  id: string,
  file: AnnouncedFile,
  go: (proof: StatedProof) => Promise<EntryEnd>,
): Promise<EntryEnd> {
  const { caseId } = await taskCard(ctx.work, id);
  return caseId === null || file.kind === "voice"
    ? { kind: "again", explanation: ctx.say.html("handover-number") }
    : go({ kind: "photo", file });
}

async function keep(ctx: Ctx, id: string, proof: StatedProof): Promise<EntryEnd> {
  await addProof(ctx.work, id, proof);
  const { caseId } = await taskCard(ctx.work, id);
  const clock = caseId === null ? undefined : (await clocksOf(ctx.work, caseId)).find((one) => one.id === id);
  const rows: Button[][] = [
    ...(caseId === null
      ? []
      : [[{ text: ctx.say.plain("button-to-case"), data: callbacks.openCase({ caseId }) }]]),
    [{ text: ctx.say.plain("button-tasks-all"), data: callbacks.taskList() }],
  ];
  const text = joinLines([
    ctx.say.html("proof-kept"),
    clock === undefined ? undefined : handedOverText(ctx, clock),
  ]);
  await ctx.reply(text, { reply_markup: keyboard(rows) });
  return { kind: "done" };
}
