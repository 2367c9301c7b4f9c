import { type Actor, NotAllowed, type Role } from "./actor.js";
import { actorOf } from "./rights.js";
import { parseRules } from "./rules.js";
import { hashOf, isSetupCode } from "./settings.js";
import type { Tx, Work } from "./work.js";

/** A member as lists show one. */
export type MemberLine = {
  readonly id: string;
  readonly accountId: number;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly supervisorId: string | null;
  readonly suspended: boolean;
  readonly blocked: boolean;
  readonly locale: string | null;
};

/** The wording of the consent notice in force; raised when what is stored changes. */
export const consentVersion = 1;

/** How long an invitation may be used, in days. */
export const invitationDays = 7;

/**
 * Makes the organisation of this installation and its first admin. The admin only administers; other roles come by
 * invitation. Throws `NotAllowed` where the code is wrong or the organisation is there already.
 */
export async function foundOrganization(
  work: Work,
  input: { readonly code: string; readonly name: string; readonly zone: string; readonly adminName: string },
): Promise<Actor> {
  const accountId = work.person.accountId;
  const tx = await work.tx();
  if (accountId === null || !(await isSetupCode(tx, input.code))) throw new NotAllowed();
  const organizationId = work.newId();
  await tx.organization.create({
    data: { id: organizationId, name: input.name, timeZone: input.zone, createdAt: work.now },
  });
  const memberId = await join(work, tx, {
    organizationId,
    accountId,
    name: input.adminName,
    roles: ["admin"],
    supervisorId: null,
  });
  work.audit.push({
    action: "organization.founded",
    subject: "organization",
    subjectId: organizationId,
    organizationId,
    memberId,
  });
  return activate(work, tx, memberId);
}

/** Invites someone by a link that works once. Only an admin may. Returns the code that goes into the link. */
export async function invite(
  work: Work,
  input: { readonly name: string; readonly roles: readonly Role[]; readonly supervisorId: string | null },
): Promise<{ code: string; expiresAt: Date }> {
  const actor = adminOf(work);
  const tx = await work.tx();
  if (input.supervisorId !== null) await memberIn(tx, actor, input.supervisorId);
  const id = work.newId();
  const code = work.newId(24);
  const expiresAt = new Date(work.now.getTime() + invitationDays * 86_400_000);
  await tx.invitation.create({
    data: {
      id,
      organizationId: actor.organizationId,
      codeHash: hashOf(code),
      roles: [...input.roles],
      name: work.sealer.seal(input.name, { table: "Invitation", column: "name", row: id }),
      supervisorId: input.supervisorId,
      invitedById: actor.memberId,
      createdAt: work.now,
      expiresAt,
    },
  });
  work.audit.push({
    action: "member.invited",
    subject: "invitation",
    subjectId: id,
    detail: { roles: input.roles.join(",") },
  });
  return { code, expiresAt };
}

/** Why an invitation does not let someone in. */
export type InvitationFault = "unknown" | "used" | "expired" | "already-member";

/** Uses an invitation: the person is a member from now on, and this organisation is their active one. */
export async function acceptInvitation(work: Work, code: string): Promise<Actor | InvitationFault> {
  const accountId = work.person.accountId;
  if (accountId === null) return "unknown";
  const tx = await work.tx();
  const invitation = await tx.invitation.findUnique({ where: { codeHash: hashOf(code) } });
  if (invitation === null) return "unknown";
  if (invitation.usedAt !== null) return "used";
  if (invitation.expiresAt < work.now) return "expired";
  const { organizationId } = invitation;
  const present = await tx.member.findUnique({
    where: { organizationId_accountId: { organizationId, accountId } },
  });
  if (present !== null && invitation.roles.every((role) => present.roles.includes(role)))
    return "already-member";
  // Two people with one link: the row is taken by whoever commits first.
  const { count } = await tx.invitation.updateMany({
    where: { id: invitation.id, usedAt: null },
    data: { usedAt: work.now },
  });
  if (count === 0) return "used";
  const memberId =
    present?.id ??
    (await join(work, tx, {
      organizationId,
      accountId,
      name: work.sealer.open(invitation.name, { table: "Invitation", column: "name", row: invitation.id }),
      roles: invitation.roles,
      supervisorId: invitation.supervisorId,
    }));
  if (present !== null) {
    await tx.member.update({
      where: { id: present.id },
      data: {
        roles: [...new Set([...present.roles, ...invitation.roles])],
        supervisorId: invitation.supervisorId ?? present.supervisorId,
      },
    });
  }
  await tx.invitation.update({ where: { id: invitation.id }, data: { usedByMemberId: memberId } });
  work.audit.push({
    action: "member.joined",
    subject: "member",
    subjectId: memberId,
    organizationId,
    memberId,
  });
  return activate(work, tx, memberId);
}

/** The person agreed to the notice of what is stored. */
export async function consent(work: Work): Promise<void> {
  const actor = actorOf(work);
  const tx = await work.tx();
  await tx.member.update({
    where: { id: actor.memberId },
    data: { consentedAt: work.now, consentVersion },
  });
  work.actor = { ...actor, consentVersion };
  work.audit.push({
    action: "consent.given",
    subject: "member",
    subjectId: actor.memberId,
    detail: { version: consentVersion },
  });
}

/** The person withdrew: they keep their place, and are asked again before anything else is stored by them. */
export async function withdrawConsent(work: Work): Promise<void> {
  const actor = actorOf(work);
  const tx = await work.tx();
  await tx.member.update({
    where: { id: actor.memberId },
    data: { consentedAt: null, consentVersion: null },
  });
  work.actor = { ...actor, consentVersion: null };
  work.audit.push({ action: "consent.withdrawn", subject: "member", subjectId: actor.memberId });
}

/** The organisations a person belongs to, for choosing the active one. */
export async function memberships(
  work: Work,
): Promise<{ memberId: string; organization: string; active: boolean }[]> {
  const accountId = work.person.accountId;
  if (accountId === null) return [];
  const tx = await work.tx();
  const rows = await tx.member.findMany({
    where: { accountId, suspendedAt: null },
    include: { organization: { select: { name: true } } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => ({
    memberId: row.id,
    organization: row.organization.name,
    active: row.id === work.actor?.memberId,
  }));
}

/** Makes another of the person's organisations the active one. */
export async function switchTo(work: Work, memberId: string): Promise<Actor> {
  const tx = await work.tx();
  const row = await tx.member.findUnique({ where: { id: memberId } });
  if (row === null || Number(row.accountId) !== work.person.accountId || row.suspendedAt !== null)
    throw new NotAllowed();
  return activate(work, tx, memberId);
}

/** The members of the acting admin's or supervisor's organisation, oldest first. */
export async function members(work: Work, role?: Role): Promise<MemberLine[]> {
  const actor = actorOf(work);
  if (!actor.roles.includes("admin") && !actor.roles.includes("supervisor")) throw new NotAllowed();
  const tx = await work.tx();
  const rows = await tx.member.findMany({
    where: { organizationId: actor.organizationId, ...(role === undefined ? {} : { roles: { has: role } }) },
    include: { account: true },
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    accountId: Number(row.accountId),
    name: work.sealer.open(row.name, { table: "Member", column: "name", row: row.id }),
    roles: row.roles,
    supervisorId: row.supervisorId,
    suspended: row.suspendedAt !== null,
    blocked: row.account.blockedAt !== null,
    locale: row.account.locale,
  }));
}

/** How a colleague of the same organisation is called. */
export async function nameOf(work: Work, memberId: string): Promise<string> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await memberIn(tx, actor, memberId);
  return work.sealer.open(row.name, { table: "Member", column: "name", row: row.id });
}

/** Where and in which language a colleague is written to; undefined where the person cannot be reached. */
export async function chatOf(
  work: Work,
  memberId: string,
): Promise<{ chatId: number; locale: string | null } | undefined> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await tx.member.findUnique({ where: { id: memberId }, include: { account: true } });
  if (row === null || row.organizationId !== actor.organizationId) throw new NotAllowed();
  if (row.suspendedAt !== null || row.account.blockedAt !== null) return undefined;
  return { chatId: Number(row.accountId), locale: row.account.locale };
}

/** Names a worker's supervisor, or none. Only an admin may; nobody supervises themselves. */
export async function setSupervisor(
  work: Work,
  memberId: string,
  supervisorId: string | null,
): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await memberIn(tx, actor, memberId);
  if (supervisorId !== null) {
    const supervisor = await memberIn(tx, actor, supervisorId);
    if (supervisorId === memberId || !supervisor.roles.includes("supervisor")) throw new NotAllowed();
  }
  await tx.member.update({ where: { id: memberId }, data: { supervisorId } });
  await forgetOpenRounds(tx, memberId);
  work.audit.push({ action: "member.supervisor-set", subject: "member", subjectId: memberId });
}

/** Suspends a member, or lets them back. A suspended member sees and writes nothing. */
export async function setSuspended(work: Work, memberId: string, suspended: boolean): Promise<void> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await memberIn(tx, actor, memberId);
  if (memberId === actor.memberId) throw new NotAllowed();
  await tx.member.update({ where: { id: memberId }, data: { suspendedAt: suspended ? work.now : null } });
  work.audit.push({
    action: suspended ? "member.suspended" : "member.reinstated",
    subject: "member",
    subjectId: memberId,
  });
}

/** Gives a worker's open cases to another worker. Only an admin may; the admin sees their number, not their content. */
export async function reassignCases(work: Work, fromId: string, toId: string): Promise<number> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await memberIn(tx, actor, fromId);
  const to = await memberIn(tx, actor, toId);
  if (!to.roles.includes("worker") || to.suspendedAt !== null) throw new NotAllowed();
  await forgetOpenRounds(tx, fromId);
  const { count } = await tx.case.updateMany({
    where: { workerId: fromId, organizationId: actor.organizationId, stage: { not: "closed" } },
    data: { workerId: toId, updatedAt: work.now },
  });
  work.audit.push({
    action: "cases.reassigned",
    subject: "member",
    subjectId: fromId,
    detail: { to: toId, count },
  });
  return count;
}

/** The acting member, if an admin. */
export function adminOf(work: Work): Actor {
  const actor = actorOf(work);
  if (!actor.roles.includes("admin")) throw new NotAllowed();
  return actor;
}

async function memberIn(tx: Tx, actor: Actor, memberId: string) {
  const row = await tx.member.findUnique({ where: { id: memberId } });
  if (row === null || row.organizationId !== actor.organizationId) throw new NotAllowed();
  return row;
}

/** Whose case a round belongs to is kept in memory with it: raising its version makes every copy old. */
async function forgetOpenRounds(tx: Tx, workerId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Round" r SET "version" = r."version" + 1
    FROM "Case" c WHERE c."id" = r."caseId" AND c."workerId" = ${workerId}`;
}

async function join(
  work: Work,
  tx: Tx,
  input: {
    organizationId: string;
    accountId: number;
    name: string;
    roles: readonly Role[];
    supervisorId: string | null;
  },
): Promise<string> {
  const id = work.newId();
  await tx.member.create({
    data: {
      id,
      organizationId: input.organizationId,
      accountId: input.accountId,
      name: work.sealer.seal(input.name, { table: "Member", column: "name", row: id }),
      roles: [...input.roles],
      supervisorId: input.supervisorId,
      createdAt: work.now,
    },
  });
  return id;
}

/** Makes a membership the active one, for the rest of this work too. */
async function activate(work: Work, tx: Tx, memberId: string): Promise<Actor> {
  const row = await tx.member.findUniqueOrThrow({ where: { id: memberId }, include: { organization: true } });
  await tx.account.update({ where: { id: row.accountId }, data: { activeMemberId: memberId } });
  const actor: Actor = {
    memberId,
    accountId: Number(row.accountId),
    organizationId: row.organizationId,
    organizationName: row.organization.name,
    roles: row.roles,
    supervisorId: row.supervisorId,
    consentVersion: row.consentVersion,
    zone: row.organization.timeZone,
    rules: parseRules(row.organization.rules),
  };
  work.actor = actor;
  return actor;
}
