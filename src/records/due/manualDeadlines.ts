import { breachKnown } from "../../practice/deadlines/dataBreachNotice.js";
import { type DataRequest, dataRequestAsked } from "../../practice/deadlines/dataSubjectRequest.js";
import { deadlineOf } from "../../practice/deadlines.js";
import { NotAllowed } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import { actorOf, caseStub } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { addDeadline, hoursFrom } from "./deadlines.js";

/**
 * The id of a case by its code, such as K-2026-0042. Undefined where the acting member may not note requests on it,
 * or there is none.
 */
export async function caseByCode(work: Work, code: string): Promise<string | undefined> {
  try {
    return (await caseStub(work, { code: code.trim().toUpperCase() }, "request")).id;
  } catch (error) {
    if (error instanceof NotAllowed) return undefined;
    throw error;
  }
}

/**
 * A client asked for access to their data or for its correction, or withdrew consent. The case's worker has 3 × 24
 * hours from then. Returns the deadline's id. Throws `NotAllowed`.
 */
export async function beginDataRequest(
  work: Work,
  caseId: string,
  request: DataRequest,
  askedAt = work.now,
): Promise<string> {
  const actor = actorOf(work);
  const { organizationId, workerId: memberId } = await caseStub(work, { id: caseId }, "request");
  const asked = dataRequestAsked(request, askedAt, work.newId());
  const id = await addDeadline(work, deadlineOf("data-subject-request", asked), {
    organizationId,
    caseId,
    memberId,
    hours: hoursFrom(actor.zone, actor.rules),
  });
  work.audit.push({ action: "data.requested", subject: "case", subjectId: caseId });
  return id;
}

/**
 * A data breach that became known to the acting admin now. The written notice is due in 3 × 24 hours. Returns the
 * deadline's id. Throws `NotAllowed`.
 */
export async function beginBreach(work: Work): Promise<string> {
  const actor = adminOf(work);
  const { organizationId, memberId } = actor;
  const id = await addDeadline(work, deadlineOf("data-breach-notice", breachKnown(work.now, work.newId())), {
    organizationId,
    caseId: null,
    memberId,
    hours: hoursFrom(actor.zone, actor.rules),
  });
  work.audit.push({ action: "data.breach-known", subject: "organization", subjectId: organizationId });
  return id;
}
