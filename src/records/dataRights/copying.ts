import type { CopyWay } from "../../practice/dataRequests.js";
import { kindOf } from "../papers/papers.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import type { Work } from "../people/work.js";
import { type DataRequest, endDataRequest, openDataRequest } from "./dataRequests.js";

/** Whether a copy of the data was made since the client asked for it. Who opened the request was asked before. */
export async function isCopied(work: Work, { caseId, askedAt }: DataRequest): Promise<boolean> {
  const tx = await work.tx();
  const made = await tx.paper.findMany({ where: { caseId, status: "made", createdAt: { gte: askedAt } } });
  return made.some((paper) => kindOf(work.sealer, paper) === "data-copy");
}

/**
 * States that the copy reached the client: in which way, to whom and by what it can be proved. Throws `NotAllowed`, and
 * `Conflict` where no copy was made or the request has ended.
 */
export async function handOverCopy(
  work: Work,
  requestId: string,
  way: CopyWay,
  words: string,
): Promise<void> {
  const request = await openDataRequest(work, requestId, "access", "request");
  if (words.trim() === "") throw new NotAllowed();
  if (!(await isCopied(work, request))) throw new Conflict("no copy was made");
  await endDataRequest(work, requestId, { kind: "handed-over", way, words });
}
