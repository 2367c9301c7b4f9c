import { caseOfRound } from "../case/case.js";
import { beginCorrection } from "../case/correcting.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import type { Work } from "../people/work.js";
import { type DataRequest, endDataRequest, openDataRequest } from "./dataRequests.js";

/**
 * Begins to correct a form because its client asked for it; `reason` says so, and stands in the history of the case.
 * Throws `NotAllowed`, `Conflict`.
 */
export async function correctOnRequest(
  work: Work,
  requestId: string,
  roundId: string,
  reason: (request: DataRequest) => string,
): Promise<void> {
  const request = await openDataRequest(work, requestId, "correction", "correct");
  const subject = await caseOfRound(work, roundId, "correct");
  if (subject.case.id !== request.caseId) throw new NotAllowed();
  await beginCorrection(work, roundId, reason(request));
}

/** How many answers of the case were given anew since the client asked for a correction. Who opened the request was asked before. */
export async function correctedSince(work: Work, { caseId, askedAt }: DataRequest): Promise<number> {
  const tx = await work.tx();
  const rows = await tx.answer.findMany({
    where: { round: { caseId }, revision: { gt: 1 }, at: { gte: askedAt } },
    distinct: ["roundId", "path"],
    select: { id: true },
  });
  return rows.length;
}

/** Ends a request for correction once something was corrected, with what. Throws `NotAllowed`, `Conflict`. */
export async function endCorrection(work: Work, requestId: string, words: string): Promise<void> {
  const request = await openDataRequest(work, requestId, "correction", "correct");
  const changes = await correctedSince(work, request);
  if (changes === 0) throw new Conflict("nothing was corrected yet");
  await endDataRequest(work, requestId, { kind: "corrected", changes, words });
}
