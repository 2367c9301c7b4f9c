import { breachKnown } from "../../practice/deadlines/dataBreachNotice.js";
import { deadlineOf } from "../../practice/deadlines.js";
import { adminOf } from "../people/members.js";
import type { Work } from "../people/work.js";
import { addDeadline, hoursFrom } from "./deadlines.js";

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
