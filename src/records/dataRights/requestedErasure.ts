import type { ErasureBar } from "../../practice/erasure.js";
import { caseIn } from "../case/case.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf, caseStub } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { type DataRequest, openDataRequest, readDataRequest } from "./dataRequests.js";
import { type Erased, eraseCase, erasureBar } from "./erasing.js";

/** What forbids the erasure of the case of a request now; undefined where nothing does. Throws `NotAllowed`. */
export async function barOf(
  work: Work,
  { caseId }: Pick<DataRequest, "caseId">,
): Promise<ErasureBar | undefined> {
  const subject = await caseIn(work, caseId);
  if (subject === undefined) throw new NotAllowed();
  return erasureBar(work, subject);
}

/**
 * Asks an admin to erase the case a client wants erased, for its supervisor. Throws `NotAllowed`, and `Conflict` where
 * something forbids it or it was asked for already.
 */
export async function askErasure(work: Work, requestId: string): Promise<DataRequest> {
  const request = await openDataRequest(work, requestId, "erasure", "ask-erasure");
  const bar = await barOf(work, request);
  if (bar !== undefined) throw new Conflict(`the case is not erased: ${bar}`);
  const tx = await work.tx();
  const { count } = await tx.dataRequest.updateMany({
    where: { id: requestId, erasureAskedById: null },
    data: { erasureAskedById: actorOf(work).memberId, erasureAskedAt: work.now },
  });
  if (count === 0) throw new Conflict("it was asked for already");
  work.audit.push({ action: "case.erasure-asked", subject: "case", subjectId: request.caseId });
  return request;
}

/** An erasure that waits for an admin's yes: its code, and who asked for it. Nothing of the case. */
export type AskedErasure = Pick<DataRequest, "id" | "caseId" | "code" | "askedAt"> & {
  readonly askedById: string;
};

/** An erasure that waits, for an admin who did not ask for it. Throws `NotAllowed`, and `Conflict` where none waits. */
export async function askedErasure(work: Work, requestId: string): Promise<AskedErasure> {
  const { id, caseId, code, askedAt, kind, endedAt, erasureAskedById } = await readDataRequest(
    work,
    requestId,
    "erase",
  );
  if (kind !== "erasure") throw new NotAllowed();
  if (endedAt !== null || erasureAskedById === null) throw new Conflict("no erasure waits");
  if (erasureAskedById === actorOf(work).memberId) throw new NotAllowed();
  return { id, caseId, code, askedAt, askedById: erasureAskedById };
}

/** Erases the case, for the second person. Throws like `askedErasure` and `eraseCase`. */
export async function agreeToErasure(work: Work, requestId: string): Promise<Erased & AskedErasure> {
  const asked = await askedErasure(work, requestId);
  return { ...asked, ...(await eraseCase(work, asked.caseId, "request", asked.askedById)) };
}

/** Gives it back to who asked for it. Throws like `askedErasure`. */
export async function declineErasure(work: Work, requestId: string): Promise<AskedErasure> {
  const asked = await askedErasure(work, requestId);
  const tx = await work.tx();
  await tx.dataRequest.update({
    where: { id: requestId },
    data: { erasureAskedById: null, erasureAskedAt: null },
  });
  work.audit.push({ action: "case.erasure-declined", subject: "case", subjectId: asked.caseId });
  return asked;
}

/** Erasures that wait for the yes of the acting admin, oldest first. */
export async function erasuresAwaitingMe(
  work: Work,
): Promise<readonly { readonly id: string; readonly code: string }[]> {
  const { organizationId, memberId, roles } = actorOf(work);
  if (!roles.includes("admin")) return [];
  const tx = await work.tx();
  const rows = await tx.dataRequest.findMany({
    where: {
      organizationId,
      endedAt: null,
      erasureAskedById: { not: null },
      NOT: { erasureAskedById: memberId },
    },
    orderBy: { erasureAskedAt: "asc" },
    select: { id: true, caseId: true },
  });
  return Promise.all(
    rows.map(async ({ id, caseId }) => ({ id, code: (await caseStub(work, { id: caseId }, "erase")).code })),
  );
}
