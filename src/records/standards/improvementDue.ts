/** The deadline of an improvement: one for each finding that wants one, of the admin in charge. */
import { improvementDue } from "../../practice/deadlines/standardImprovement.js";
import { deadlineOf } from "../../practice/deadlines.js";
import type { LocalDate } from "../../practice/form.js";
import { addDeadline, correctDeadline, hoursFrom } from "../due/deadlines.js";
import { adminInCharge } from "../due/ofOrganization.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { kindsIn } from "../storage/deadlineKinds.js";

/**
 * Sets by when an improvement is to be made, or moves it. It goes to the acting member where they are an admin, else to
 * the first admin; in an institution without one to whoever acts.
 */
export async function remindOfImprovement(
  work: Work,
  findingId: string,
  plannedAt: Date,
  dueOn: LocalDate,
): Promise<void> {
  const { organizationId, memberId: acting, zone, rules } = actorOf(work);
  const tx = await work.tx();
  const hours = hoursFrom(zone, rules);
  const deadline = deadlineOf("standard-improvement", improvementDue(plannedAt, dueOn, zone, findingId));
  const row = await tx.deadline.findFirst({ where: deadlineWhere(work, [findingId]) });
  const memberId = row?.memberId ?? (await adminInCharge(work)) ?? acting;
  if (row === null) await addDeadline(work, deadline, { organizationId, caseId: null, memberId, hours });
  else await correctDeadline(tx, work.now, row, deadline, { memberId, hours, retime: true });
}

/** Ends the deadlines of findings: as done, or cancelled where a newer audit looks again. */
export async function endImprovementDeadlines(
  work: Work,
  findingIds: readonly string[],
  as: "doneAt" | "cancelledAt",
): Promise<void> {
  if (findingIds.length === 0) return;
  const tx = await work.tx();
  await tx.deadline.updateMany({
    where: { ...deadlineWhere(work, findingIds), doneAt: null, cancelledAt: null },
    data: {
      [as]: work.now,
      nextAt: null,
      ...(as === "doneAt" ? { tickedById: actorOf(work).memberId } : {}),
    },
  });
}

function deadlineWhere(work: Work, findingIds: readonly string[]) {
  const { organizationId } = actorOf(work);
  const key = { in: kindsIn(work.sealer, ["standard-improvement"]) };
  return { organizationId, caseId: null, key, anchor: { in: [...findingIds] } };
}
