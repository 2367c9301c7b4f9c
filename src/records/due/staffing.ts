import { forgetCase } from "../case/case.js";
import { sealTurn, turnCell } from "../case/course.js";
import { listWaiting } from "../case/waiting.js";
import { type Actor, NotAllowed, type Role } from "../people/actor.js";
import { adminOf, memberIn, memberNames, openCasesOf } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { Tx } from "../storage/tx.js";
import { reassignDeadlines } from "./deadlines.js";
import { handOnToAdmin } from "./ofOrganization.js";

/**
 * Makes somebody a worker's supervisor, or nobody. Nobody supervises themselves, and no suspended member anybody. Who
 * may have this done is asked in `staff/proposals.ts`, which calls it. Throws `NotAllowed`.
 */
export async function setSupervisor(
  work: Work,
  memberId: string,
  supervisorId: string | null,
): Promise<void> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const { supervisorId: before } = await memberIn(tx, actor, memberId);
  if (supervisorId !== null) {
    // Locked until the commit, so that a suspension at the same moment comes before or after.
    await tx.$executeRaw`SELECT 1 FROM "Member" WHERE "id" = ${supervisorId} FOR SHARE`;
    const { roles, suspendedAt } = await memberIn(tx, actor, supervisorId);
    if (supervisorId === memberId || !roles.includes("supervisor") || suspendedAt !== null) {
      throw new NotAllowed();
    }
  }
  await tx.member.update({ where: { id: memberId }, data: { supervisorId } });
  await followStaff(work, tx, [memberId]);
  await reassignDeadlines(work, [memberId]);
  noteSupervisor(work, memberId, before, supervisorId);
}

/** Whose team a member was in until now, and is in from now on: a report on the past counts by it. */
function noteSupervisor(work: Work, memberId: string, from: string | null, to: string | null): void {
  const detail = { from, to };
  work.audit.push({ action: "member.supervisor-set", subject: "member", subjectId: memberId, detail });
}

/** A worker whose supervisor is leaving, with the number of things that wait for a supervisor (`waiting.ts`). */
export type Supervised = { readonly id: string; readonly name: string; readonly waiting: number };

/** Whom a member supervises, oldest first. Throws `NotAllowed` for anyone but an admin. */
export async function supervisedBy(work: Work, supervisorId: string): Promise<readonly Supervised[]> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await memberIn(tx, actor, supervisorId);
  const rows = await tx.member.findMany({
    where: { supervisorId, organizationId: actor.organizationId, suspendedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  const waiting = await listWaiting(work, ids);
  const names = await memberNames(work, ids);
  return ids.map((id) => ({
    id,
    name: names.get(id) ?? "",
    waiting: waiting.filter(({ workerId }) => workerId === id).length,
  }));
}

/** Why a change of a member was refused. */
export type StaffingFault =
  /** The last admin: somebody must be able to invite, reassign and reinstate. */
  | "last-admin"
  /** The member has open cases, which must be given to another worker first. */
  | "open-cases"
  /** The last role of a member. */
  | "no-role";

/**
 * Suspends or reinstates a member. A suspended member sees and writes nothing. Nobody suspends themselves. Throws
 * `NotAllowed` for anyone but an admin.
 */
export async function setSuspended(
  work: Work,
  memberId: string,
  suspended: boolean,
): Promise<"done" | StaffingFault> {
  const actor = adminOf(work);
  const tx = await work.tx();
  if (memberId === actor.memberId) throw new NotAllowed();
  const row = await memberIn(tx, actor, memberId);
  // Who had themselves removed comes back by a new invitation only.
  if (row.leftAt !== null) throw new NotAllowed();
  if ((row.suspendedAt !== null) === suspended) return "done";
  if (suspended && (await isLastAdmin(tx, actor, memberId))) return "last-admin";
  await tx.member.update({ where: { id: memberId }, data: { suspendedAt: suspended ? work.now : null } });
  if (suspended) await handOnToAdmin(work, actor.organizationId, memberId);
  work.audit.push({
    action: suspended ? "member.suspended" : "member.reinstated",
    subject: "member",
    subjectId: memberId,
  });
  return "done";
}

/** Gives a member one more role. */
export async function addRole(work: Work, memberId: string, role: Role): Promise<"done"> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const row = await memberIn(tx, actor, memberId);
  if (row.roles.includes(role)) return "done";
  await keepRoles(work, tx, memberId, [...row.roles, role], "member.role-added", role);
  return "done";
}

/**
 * Removes a role. Workers supervised by the member are then without a supervisor, since nobody may read cases by a
 * role they do not have.
 */
export async function removeRole(work: Work, memberId: string, role: Role): Promise<"done" | StaffingFault> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const row = await memberIn(tx, actor, memberId);
  if (!row.roles.includes(role)) return "done";
  if (role === "admin" && (await isLastAdmin(tx, actor, memberId))) return "last-admin";
  if (role === "worker" && (await openCasesOf(tx, memberId)) > 0) return "open-cases";
  if (row.roles.length === 1) return "no-role";
  if (role === "supervisor") {
    const supervised = await tx.member.findMany({ where: { supervisorId: memberId }, select: { id: true } });
    await tx.member.updateMany({ where: { supervisorId: memberId }, data: { supervisorId: null } });
    const ids = supervised.map(({ id }) => id);
    for (const id of ids) noteSupervisor(work, id, memberId, null);
    await followStaff(work, tx, ids);
    await reassignDeadlines(work, ids);
  }
  const left = row.roles.filter((other) => other !== role);
  await keepRoles(work, tx, memberId, left, "member.role-removed", role);
  if (role === "admin") await handOnToAdmin(work, actor.organizationId, memberId);
  return "done";
}

/** Cases that go from one worker to another. */
export type Reassignment = {
  readonly fromId: string;
  readonly toId: string;
  readonly caseIds: readonly string[];
  /** Why; stands in the history of each case. */
  readonly reason: string | null;
  /** The admin who wanted it so. */
  readonly byId: string;
};

/**
 * Gives cases of a worker to another worker, noted in the history of each. What the worker does not have any more stays
 * where it is. Returns the codes of what went. Who may have this done is asked in `staff/proposals.ts`, which calls it.
 * Throws `NotAllowed`.
 */
export async function reassignCases(
  work: Work,
  { fromId, toId, caseIds, reason, byId }: Reassignment,
): Promise<readonly string[]> {
  const actor = actorOf(work);
  const tx = await work.tx();
  await memberIn(tx, actor, fromId);
  // Locked until the commit, so that a suspension at the same moment comes before or after.
  await tx.$executeRaw`SELECT 1 FROM "Member" WHERE "id" = ${toId} FOR SHARE`;
  const to = await memberIn(tx, actor, toId);
  if (toId === fromId || !to.roles.includes("worker") || to.suspendedAt !== null) throw new NotAllowed();
  // It locks their cases, so that nobody adds a turn to one while its turns are counted.
  await followStaff(work, tx, [fromId]);
  const given = await tx.$queryRaw<{ id: string; code: string; number: number }[]>`
    WITH given AS (
      UPDATE "Case" SET "workerId" = ${toId}, "updatedAt" = ${work.now}
      WHERE "id" = ANY(${[...caseIds]}) AND "workerId" = ${fromId} AND "organizationId" = ${actor.organizationId}
      RETURNING "id", "code"
    )
    SELECT "id", "code",
      (SELECT count(*)::int FROM "CaseTurn" t WHERE t."caseId" = given."id") + 1 AS "number"
    FROM given ORDER BY "code"`;
  await tx.caseTurn.createMany({
    data: given.map(({ id: caseId, number }) => ({
      caseId,
      number,
      content: sealTurn(work.sealer, caseId, number, { kind: "reassigned" }),
      fromId,
      toId,
      memberId: byId,
      at: work.now,
      reason: reason === null ? null : work.sealer.seal(reason, turnCell(caseId, { number })),
    })),
  });
  for (const { id } of given) forgetCase(work, id);
  await reassignDeadlines(work, [toId]);
  work.audit.push({
    action: "cases.reassigned",
    subject: "member",
    subjectId: fromId,
    detail: { to: toId, count: given.length },
  });
  return given.map(({ code }) => code);
}

async function keepRoles(
  work: Work,
  tx: Tx,
  memberId: string,
  roles: Role[],
  action: string,
  role: Role,
): Promise<void> {
  await tx.member.update({ where: { id: memberId }, data: { roles } });
  if (work.actor?.memberId === memberId) work.actor = { ...work.actor, roles };
  work.audit.push({ action, subject: "member", subjectId: memberId, detail: { role } });
}

/**
 * Whether the organisation would be left without an active admin. The admins are locked until the commit, so that two
 * who remove each other at once do not both succeed.
 */
export async function isLastAdmin(tx: Tx, actor: Actor, memberId: string): Promise<boolean> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Member"
    WHERE "organizationId" = ${actor.organizationId} AND 'admin' = ANY("roles") AND "suspendedAt" IS NULL
    ORDER BY "id" FOR UPDATE`;
  return admins.some(({ id }) => id === memberId) && admins.length === 1;
}

/**
 * After a change of worker or supervisor: raises the versions of the workers' cases and their rounds, so that cached
 * copies are old, and marks the open cases for recalculation. Rounds are locked before cases, the same order as for an
 * answer.
 */
async function followStaff(work: Work, tx: Tx, workerIds: string[]): Promise<void> {
  const theirs = { workerId: { in: workerIds } };
  const cases = await tx.case.findMany({
    where: { ...theirs, stage: { not: "closed" } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  await tx.round.updateMany({ where: { case: theirs }, data: { version: { increment: 1 } } });
  await tx.case.updateMany({ where: theirs, data: { version: { increment: 1 } } });
  for (const { id } of cases) {
    forgetCase(work, id);
    work.moved.add(id);
    work.recalculate.add(id);
  }
}
