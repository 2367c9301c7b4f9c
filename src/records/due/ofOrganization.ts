/** What is due from an institution and from no case: an admin answers for it, whoever that is. */
import type { DeadlineKey } from "../../practice/deadlines.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { kindsIn } from "../storage/deadlineKinds.js";

/** The kinds that stay with the institution when an admin goes. */
const ofOrganization: readonly DeadlineKey[] = [
  "local-numbers",
  "standard-improvement",
  "accreditation-renewal",
  "entry-review",
];

/** The admin who is reminded of what begins now: the acting member, or else the first active admin; null without one. */
export async function adminInCharge(work: Work): Promise<string | null> {
  const { memberId, organizationId, roles } = actorOf(work);
  return roles.includes("admin") ? memberId : firstAdmin(work, organizationId, memberId);
}

/**
 * A member is no active admin any more: what they answered for goes to the first one who is. Where there is none it
 * stays. Called after the change.
 */
export async function handOnToAdmin(work: Work, organizationId: string, memberId: string): Promise<void> {
  const next = await firstAdmin(work, organizationId, memberId);
  if (next === null) return;
  const tx = await work.tx();
  await tx.deadline.updateMany({
    where: {
      organizationId,
      memberId,
      caseId: null,
      key: { in: kindsIn(work.sealer, ofOrganization) },
      doneAt: null,
      cancelledAt: null,
    },
    data: { memberId: next, dueVersion: { increment: 1 }, snoozedUntil: null, snoozeReason: null },
  });
}

async function firstAdmin(work: Work, organizationId: string, except: string): Promise<string | null> {
  const tx = await work.tx();
  const row = await tx.member.findFirst({
    where: { organizationId, roles: { has: "admin" }, suspendedAt: null, id: { not: except } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return row?.id ?? null;
}
