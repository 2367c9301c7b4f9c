import { NotAllowed } from "../people/actor.js";
import { caseStub } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { keptFileOf } from "./attachments.js";

/**
 * What was written below files of a case, by their ids; nothing of a file without words. Each file is audited as read. As many
 * statements for one file as for many. Throws `NotAllowed`, also for a file that is not of this case. The caller
 * names no file of a note that was taken back.
 */
export async function readCaptions(
  work: Work,
  caseId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  await caseStub(work, { id: caseId }, "read");
  const tx = await work.tx();
  const ofCase = await tx.round.findMany({ where: { caseId }, select: { id: true } });
  const rows = await tx.attachment.findMany({
    where: { id: { in: [...ids] }, roundId: { in: ofCase.map(({ id }) => id) } },
  });
  if (rows.length !== new Set(ids).size) throw new NotAllowed();
  const captions = new Map<string, string>();
  for (const row of rows) {
    work.audit.push({ action: "attachment.read", subject: "attachment", subjectId: row.id });
    const { caption } = keptFileOf(work.sealer, row);
    if (caption !== null) captions.set(row.id, caption);
  }
  return captions;
}
