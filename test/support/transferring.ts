import { askTransfer, beginTransfer, chooseForm, readDraft } from "../../src/records/transfer/asking.js";
import { makeReceivingCode } from "../../src/records/transfer/receivingCodes.js";
import { releaseTransfer } from "../../src/records/transfer/transfers.js";
import type { Records } from "./records.js";

/** Who hands a case over, who agrees to it, and who made the code by which it is received. */
export type TransferStaff = {
  readonly worker: string;
  readonly supervisor: string;
  readonly receiver: string;
};

/** A worker asks that a case goes, with all its forms, for this reason. Returns the id of the transfer. */
export async function transferAsked(
  records: Records,
  { worker, receiver }: Pick<TransferStaff, "worker" | "receiver">,
  caseId: string,
  reason: string,
): Promise<string> {
  const made = await records.as(receiver, makeReceivingCode);
  if (made === "nobody") throw new Error("nobody receives there");
  return records.as(worker, async (work) => {
    const id = (await beginTransfer(work, caseId, made.code)) ?? "";
    for (const { id: roundId } of (await readDraft(work, id)).offered)
      await chooseForm(work, id, roundId, true);
    await askTransfer(work, id, "guardian", reason);
    return id;
  });
}

/** The same, and sent: what goes says these words in each of its forms. */
export async function transferSent(
  records: Records,
  staff: TransferStaff,
  caseId: string,
  reason: string,
): Promise<string> {
  const id = await transferAsked(records, staff, caseId, reason);
  const line = { group: null, label: "x", answer: reason };
  await records.as(staff.supervisor, (work) =>
    releaseTransfer(work, id, [{ form: "assessment", sequence: 1, sentAt: "", lines: [line] }]),
  );
  return id;
}
