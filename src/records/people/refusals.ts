import { manyRefusals } from "../../practice/readers.js";
import type { NotAllowed } from "./actor.js";
import type { Work } from "./work.js";

/** How long (ms) refusals count together. */
const span = 86_400_000;

/**
 * Notes in the audit that the acting member was refused a case. Returns how many different cases that were within a day,
 * where it has just become many; undefined otherwise. Called once everything else of the unit of work was taken back.
 */
export async function noteRefusal(work: Work, { caseId }: NotAllowed): Promise<number | undefined> {
  const { actor } = work;
  if (actor === undefined || caseId === undefined) return undefined;
  const tx = await work.tx();
  const before = await tx.auditEvent.findMany({
    where: {
      memberId: actor.memberId,
      action: "access.refused",
      at: { gt: new Date(work.now.getTime() - span) },
    },
    distinct: ["subjectId"],
    select: { subjectId: true },
  });
  const known = new Set(before.map(({ subjectId }) => subjectId));
  work.audit.push({ action: "access.refused", subject: "case", subjectId: caseId });
  return !known.has(caseId) && known.size + 1 === manyRefusals ? manyRefusals : undefined;
}
