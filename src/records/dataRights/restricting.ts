import { type Case, caseFor } from "../case/case.js";
import { changeCase } from "../case/change.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import type { Work } from "../people/work.js";
import { endDataRequest, openDataRequest } from "./dataRequests.js";

/**
 * Makes a case read-only because its client asked for it, with the reason. That ends the request. Dangers are noted all
 * the same. Throws `NotAllowed`, `Conflict`.
 */
export async function restrictCase(work: Work, requestId: string, reason: string): Promise<Case> {
  const { caseId } = await openDataRequest(work, requestId, "restriction", "restrict");
  const subject = await caseFor(work, caseId, "restrict");
  if (reason.trim() === "") throw new NotAllowed();
  const changed = await changeCase(work, subject, { turns: [{ kind: "restricted", reason }] });
  await endDataRequest(work, requestId, { kind: "restricted", words: reason });
  return changed;
}

/** Lets a restricted case be written in again, with the reason. Throws `NotAllowed`, `Conflict`. */
export async function unrestrictCase(work: Work, caseId: string, reason: string): Promise<Case> {
  const subject = await caseFor(work, caseId, "unrestrict");
  if (reason.trim() === "") throw new NotAllowed();
  if (subject.case.restrictedAt === null) throw new Conflict("the case is not restricted");
  return changeCase(work, subject, { turns: [{ kind: "restriction-lifted", reason }] });
}
