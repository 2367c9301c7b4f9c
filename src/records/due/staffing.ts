import { forgetCase } from "../case/case.js";
import { listWaiting } from "../case/waiting.js";
import { type Actor, NotAllowed, type Role } from "../people/actor.js";
import { adminOf, memberIn, nameOf, openCasesOf } from "../people/members.js";
import type { Work } from "../people/work.js";
import type { Tx } from "../storage/tx.js";
import { reassignDeadlines } from "./deadlines.js";

/** Names a worker's supervisor, or none. Only an admin may; nobody supervises themselves, or while suspended. */
export async function setSupervisor(
  work: Work,
  memberId: string,
  supervisorId: string | null,
): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await memberIn(tx, actor, memberId);
  if (supervisorId !== null) {
    // Held until the commit: whoever suspends them in this moment comes before or after, never in between.
    await tx.$executeRaw`SELECT 1 FROM "Member" WHERE "id" = ${supervisorId} FOR SHARE`;
    const { roles, suspendedAt } = await memberIn(tx, actor, supervisorId);
    if (supervisorId === memberId || !roles.includes("supervisor") || suspendedAt !== null) {
      throw new NotAllowed();
    }
  }
  await tx.member.update({ where: { id: memberId }, data: { supervisorId } });
  await followStaff(work, tx, memberId);
  await reassignDeadlines(tx, memberId, work.now);
  work.audit.push({ action: "member.supervisor-set", subject: "member", subjectId: memberId });
}

/** A worker as their supervisor leaves them: how much of theirs waits for whoever supervises them (`waiting.ts`). */
export type Supervised = { readonly id: string; readonly name: string; readonly waiting: number };

/** Whom a member supervises, oldest first. Only an admin may ask. */
export async function supervisedBy(work: Work, supervisorId: string): Promise<readonly Supervised[]> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await memberIn(tx, actor, supervisorId);
  const rows = await tx.member.findMany({
    where: { supervisorId, organizationId: actor.organizationId, suspendedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const waiting = await listWaiting(
    work,
    rows.map(({ id }) => id),
  );
  const team: Supervised[] = [];
  for (const { id } of rows) {
    const own = waiting.filter(({ workerId }) => workerId === id);
    team.push({ id, name: await nameOf(work, id), waiting: own.length });
  }
  return team;
}

/** Why a member stays as they are. */
export type StaffingFault =
  /** Somebody must be able to invite, reassign and let people back in. */
  | "last-admin"
  /** Cases would be left without a worker: they are given to another one first. */
  | "open-cases"
  /** A member is something. */
  | "no-role";

/** Suspends a member, or lets them back. A suspended member sees and writes nothing; nobody suspends themselves. */
export async function setSuspended(
  work: Work,
  memberId: string,
  suspended: boolean,
): Promise<"done" | StaffingFault> {
  const actor = adminOf(work);
  const tx = await work.tx();
  if (memberId === actor.memberId) throw new NotAllowed();
  const row = await memberIn(tx, actor, memberId);
  if ((row.suspendedAt !== null) === suspended) return "done";
  if (suspended && (await isLastAdmin(tx, actor, memberId))) return "last-admin";
  await tx.member.update({ where: { id: memberId }, data: { suspendedAt: suspended ? work.now : null } });
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
 * Takes a role from a member. Whom a supervisor supervised is then without one: nobody goes on reading cases by a
 * role they no longer have.
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
    for (const { id } of supervised) {
      await followStaff(work, tx, id);
      await reassignDeadlines(tx, id, work.now);
    }
  }
  const left = row.roles.filter((other) => other !== role);
  await keepRoles(work, tx, memberId, left, "member.role-removed", role);
  return "done";
}

/**
 * Gives a worker's open cases to another worker, which stands in the course of each. Only an admin may; the admin sees
 * their codes, not their content, which are returned.
 */
export async function reassignCases(work: Work, fromId: string, toId: string): Promise<readonly string[]> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await memberIn(tx, actor, fromId);
  const to = await memberIn(tx, actor, toId);
  if (toId === fromId || !to.roles.includes("worker") || to.suspendedAt !== null) throw new NotAllowed();
  await followStaff(work, tx, fromId);
  const given = await tx.$queryRaw<{ code: string }[]>`
    WITH given AS (
      UPDATE "Case" SET "workerId" = ${toId}, "updatedAt" = ${work.now}
      WHERE "workerId" = ${fromId} AND "organizationId" = ${actor.organizationId} AND "stage" <> 'closed'
      RETURNING "id", "code"
    ), noted AS (
      INSERT INTO "CaseTurn" ("caseId", "number", "kind", "fromId", "toId", "memberId", "at")
      SELECT "id", (SELECT count(*) FROM "CaseTurn" t WHERE t."caseId" = given."id") + 1, 'reassigned', ${fromId},
        ${toId}, ${actor.memberId}, ${work.now}
      FROM given
    )
    SELECT "code" FROM given ORDER BY "code"`;
  const count = given.length;
  await reassignDeadlines(tx, toId, work.now);
  work.audit.push({
    action: "cases.reassigned",
    subject: "member",
    subjectId: fromId,
    detail: { to: toId, count },
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
 * Whether the organisation would be left without an admin who may act. The admins are held until the commit, so
 * that two who remove each other at once do not both succeed.
 */
async function isLastAdmin(tx: Tx, actor: Actor, memberId: string): Promise<boolean> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Member"
    WHERE "organizationId" = ${actor.organizationId} AND 'admin' = ANY("roles") AND "suspendedAt" IS NULL
    ORDER BY "id" FOR UPDATE`;
  return admins.some(({ id }) => id === memberId) && admins.length === 1;
}

/**
 * Who carries a worker's open cases, or who supervises the worker, changes: the cases and copies of their rounds in
 * memory, which hold it, become old, and what is due is recalculated anew for whom it concerns now. Rounds are raised
 * before cases, in the order in which an answer takes them.
 */
async function followStaff(work: Work, tx: Tx, workerId: string): Promise<void> {
  const cases = await tx.case.findMany({
    where: { workerId, stage: { not: "closed" } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  await tx.round.updateMany({
    where: { case: { workerId } },
    data: { version: { increment: 1 } },
  });
  await tx.case.updateMany({ where: { workerId }, data: { version: { increment: 1 } } });
  for (const { id } of cases) {
    forgetCase(work, id);
    work.moved.add(id);
    work.recalculate.add(id);
  }
}
