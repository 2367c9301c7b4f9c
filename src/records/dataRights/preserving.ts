import { type Case, caseFor } from "../case/case.js";
import { changeCase } from "../case/change.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import type { Work } from "../people/work.js";

/**
 * Forbids the erasure of a case while a court or an investigator needs it (legal hold), or allows it again; with the
 * reason. Throws `NotAllowed`, and `Conflict` where that is so already.
 */
export async function preserveCase(
  work: Work,
  caseId: string,
  to: "preserved" | "preservation-lifted",
  reason: string,
): Promise<Case> {
  const subject = await caseFor(work, caseId, "preserve");
  if (reason.trim() === "") throw new NotAllowed();
  if ((subject.case.preservedAt !== null) === (to === "preserved")) throw new Conflict("it is so already");
  return changeCase(work, subject, { turns: [{ kind: to, reason }] });
}
