import { hashOf } from "../storage/settings.js";
import type { Tx } from "../storage/tx.js";
import { type Actor, NotAllowed, type Role } from "./actor.js";
import { adminOf, memberIn } from "./members.js";
import { activateMembership, addMembership } from "./memberships.js";
import type { Work } from "./work.js";

/** How long an invitation may be used, in days. */
export const invitationDays = 7;

/** How many invitations may be open at once. A forgotten link stays usable by whoever finds it. */
export const mostOpenInvitations = 50;

/** The person an invitation is for, and their roles. */
export type Invited = {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly supervisorId: string | null;
};

/**
 * Creates an invitation link that works once. Returns its code, of which only a hash is stored, or `too-many` where
 * the limit of open invitations is reached. Throws `NotAllowed` for anyone but an admin.
 */
export async function invite(
  work: Work,
  input: Invited,
): Promise<{ code: string; expiresAt: Date } | "too-many"> {
  const actor = adminOf(work);
  const tx = await work.tx();
  if (input.roles.length === 0) throw new NotAllowed();
  if (input.supervisorId !== null) await supervisorIn(tx, actor, input.supervisorId);
  const open = await tx.invitation.count({ where: stillOpen(work, actor) });
  if (open >= mostOpenInvitations) return "too-many";
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

/** An invitation that can still be used. */
export type OpenInvitation = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly expiresAt: Date;
};

/** The usable invitations of the acting admin's organisation, soonest to expire first. */
export async function openInvitations(work: Work): Promise<OpenInvitation[]> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const rows = await tx.invitation.findMany({
    where: stillOpen(work, actor),
    orderBy: [{ expiresAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    name: work.sealer.open(row.name, { table: "Invitation", column: "name", row: row.id }),
    roles: row.roles,
    expiresAt: row.expiresAt,
  }));
}

/**
 * Revokes an invitation: its link stops working and the name in it is deleted. False where it was used or revoked
 * before.
 */
export async function revokeInvitation(work: Work, id: string): Promise<boolean> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const { count } = await tx.invitation.deleteMany({
    where: { id, organizationId: actor.organizationId, usedAt: null },
  });
  if (count > 0) {
    work.audit.push({ action: "member.invitation-revoked", subject: "invitation", subjectId: id });
  }
  return count > 0;
}

/** Why an invitation was refused. */
export type InvitationFault = "unknown" | "used" | "expired" | "already-member" | "suspended";

/** The new member, and who invited them. */
export type Joined = { readonly actor: Actor; readonly invitedById: string };

/**
 * Uses an invitation: the person becomes a member, and this organisation their active one. Returns why not otherwise.
 */
export async function acceptInvitation(work: Work, code: string): Promise<Joined | InvitationFault> {
  const accountId = work.person.accountId;
  if (accountId === null) return "unknown";
  const tx = await work.tx();
  const invitation = await tx.invitation.findUnique({ where: { codeHash: hashOf(code) } });
  if (invitation === null) return "unknown";
  const { organizationId } = invitation;
  const present = await tx.member.findUnique({
    where: { organizationId_accountId: { organizationId, accountId } },
  });
  // Opening one's own link twice says that one is a member already, not that somebody else used it.
  if (present !== null && present.id === invitation.usedByMemberId) return "already-member";
  if (invitation.usedAt !== null) return "used";
  if (invitation.expiresAt < work.now) return "expired";
  // An older link must not lift a suspension; only an admin does.
  if (present !== null && present.suspendedAt !== null) return "suspended";
  if (present !== null && invitation.roles.every((role) => present.roles.includes(role)))
    return "already-member";
  // If two people use one link, the first commit wins.
  const { count } = await tx.invitation.updateMany({
    where: { id: invitation.id, usedAt: null },
    data: { usedAt: work.now },
  });
  if (count === 0) return "used";
  const supervisorId = await stillSupervisor(tx, invitation.supervisorId);
  const memberId =
    present?.id ??
    (await addMembership(work, tx, {
      organizationId,
      accountId,
      name: work.sealer.open(invitation.name, { table: "Invitation", column: "name", row: invitation.id }),
      roles: invitation.roles,
      supervisorId,
    }));
  if (present !== null) {
    await tx.member.update({
      where: { id: present.id },
      data: {
        roles: [...new Set([...present.roles, ...invitation.roles])],
        supervisorId: present.supervisorId ?? (supervisorId === present.id ? null : supervisorId),
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
  return { actor: await activateMembership(work, tx, memberId), invitedById: invitation.invitedById };
}

function stillOpen(work: Work, actor: Actor) {
  return { organizationId: actor.organizationId, usedAt: null, expiresAt: { gte: work.now } };
}

async function supervisorIn(tx: Tx, actor: Actor, memberId: string): Promise<void> {
  const supervisor = await memberIn(tx, actor, memberId);
  if (!supervisor.roles.includes("supervisor") || supervisor.suspendedAt !== null) throw new NotAllowed();
}

/** The supervisor named in an invitation, if they still are one: days may pass until somebody joins. */
async function stillSupervisor(tx: Tx, supervisorId: string | null): Promise<string | null> {
  if (supervisorId === null) return null;
  const row = await tx.member.findUnique({ where: { id: supervisorId } });
  return row?.roles.includes("supervisor") && row.suspendedAt === null ? supervisorId : null;
}
