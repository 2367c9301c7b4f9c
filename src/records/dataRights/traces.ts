import type { Case } from "../case/case.js";
import type { KeptTicks, Work } from "../people/work.js";
import type { CellAddress } from "../storage/seal.js";

/**
 * What the queues still hold of a case: messages that were not sent, and where people are in its forms. Both are sealed:
 * they are opened and looked through.
 */

/**
 * Drops the messages to members that were not sent and that may show the case, or name one of `marks`. Returns their
 * number. The client's name is no mark: an initial or a common word stands in many messages, an alarm among them.
 */
export async function dropMessages(
  work: Work,
  { case: { id: caseId, organizationId } }: Case,
  marks: readonly string[],
): Promise<number> {
  const tx = await work.tx();
  const waiting = await tx.$queryRaw<{ id: string; payload: string; shown: boolean }[]>`
    SELECT o."id", o."payload", ${caseId} = ANY (o."caseIds") AS "shown" FROM "Message" o
    WHERE o."status" IN ('waiting', 'dead') AND o."payload" IS NOT NULL AND o."method" <> 'deleteMessage' AND EXISTS (
      SELECT 1 FROM "Member" m WHERE m."accountId" = o."chatId" AND m."organizationId" = ${organizationId})`;
  const about = waiting.filter(
    ({ id, payload, shown }) =>
      shown || names(work.sealer.read(payload, { table: "Message", column: "payload", row: id }), marks),
  );
  const { count } = await tx.message.updateMany({
    where: { id: { in: about.map(({ id }) => id) } },
    data: { status: "dropped", payload: null },
  });
  return count;
}

/** Takes members out of the forms of a case, and removes what they ticked or began to type there. Returns how many. */
export async function clearDialogues(
  work: Work,
  { case: { id: caseId, organizationId } }: Case,
  roundIds: readonly string[],
): Promise<number> {
  const tx = await work.tx();
  type Row = {
    chatId: bigint;
    roundId: string | null;
    caseId: string | null;
    state: string | null;
    ticks: string | null;
  };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT d."chatId", d."roundId", d."caseId", d."state", d."ticks" FROM "Dialogue" d
    WHERE EXISTS (
      SELECT 1 FROM "Member" m WHERE m."accountId" = d."chatId" AND m."organizationId" = ${organizationId})`;
  let count = 0;
  for (const { chatId, roundId, caseId: lookedAt, state, ticks } of rows) {
    const cell = (column: "state" | "ticks"): CellAddress => ({
      table: "Dialogue",
      column,
      row: String(chatId),
    });
    const isInside = roundId !== null && roundIds.includes(roundId);
    const isTyping = state !== null && names(work.sealer.read(state, cell("state")), [caseId, ...roundIds]);
    const ticked = ticks === null ? "[]" : work.sealer.read(ticks, cell("ticks"));
    // What cannot be opened may be of this case: it goes.
    const before = typeof ticked === "string" ? (JSON.parse(ticked) as KeptTicks[]) : undefined;
    const kept = before?.filter((one) => !roundIds.includes(one.roundId)) ?? [];
    if (!isInside && !isTyping && lookedAt !== caseId && kept.length === before?.length) continue;
    await tx.dialogue.update({
      where: { chatId },
      data: {
        ...(isInside ? { roundId: null, path: null, seen: null, messageId: null } : {}),
        ...(isInside || isTyping ? { state: null } : {}),
        ...(lookedAt === caseId ? { caseId: null } : {}),
        ticks: kept.length === 0 ? null : work.sealer.seal(JSON.stringify(kept), cell("ticks")),
      },
    });
    count += 1;
  }
  if (work.dialogue.caseId === caseId) {
    work.dialogue.caseId = null;
    work.dialogueChanged = true;
  }
  return count;
}

/** Whether a text names one of the marks. What cannot be opened may. */
function names(text: string | object, marks: readonly string[]): boolean {
  return typeof text !== "string" || marks.some((mark) => text.includes(mark));
}
