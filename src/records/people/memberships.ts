import type { Prisma } from "../../generated/prisma/client.js";
import type { Tx } from "../storage/tx.js";
import { type Actor, NotAllowed, type Role } from "./actor.js";
import { hasConsented } from "./consent.js";
import { actorOf } from "./rights.js";
import { parseRules } from "./rules.js";
import type { Work } from "./work.js";

/** One of the organisations a person belongs to. */
export type Membership = {
  readonly memberId: string;
  readonly organization: string;
  /** The one the person works in now. */
  readonly active: boolean;
  readonly suspended: boolean;
};

/** The organisations of the person of this update, first joined first; also those where they are suspended. */
export async function listMemberships(work: Work): Promise<Membership[]> {
  const accountId = work.person.accountId;
  if (accountId === null) return [];
  const tx = await work.tx();
  const rows = await tx.member.findMany({
    where: { accountId },
    include: { organization: { select: { name: true } } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => ({
    memberId: row.id,
    organization: row.organization.name,
    active: row.id === work.actor?.memberId,
    suspended: row.suspendedAt !== null,
  }));
}

/** Makes another organisation the active one. Throws `NotAllowed` where the person is no active member of it. */
export async function switchTo(work: Work, memberId: string): Promise<Actor> {
  const tx = await work.tx();
  const row = await tx.member.findUnique({ where: { id: memberId } });
  if (row === null || Number(row.accountId) !== work.person.accountId || row.suspendedAt !== null)
    throw new NotAllowed();
  const actor = await activateMembership(work, tx, memberId);
  work.audit.push({ action: "organization.switched", subject: "member", subjectId: memberId });
  return actor;
}

/** Puts the institution at hand aside: none is until the person chooses one. */
export async function leaveInstitution(work: Work): Promise<void> {
  const { accountId } = actorOf(work);
  const tx = await work.tx();
  await tx.account.update({ where: { id: accountId }, data: { activeMemberId: null } });
  work.actor = undefined;
}

/** Adds an account to an organisation. Returns the new member's id. */
export async function addMembership(
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

/** Makes a membership the active one, also for the rest of this unit of work. */
export async function activateMembership(work: Work, tx: Tx, memberId: string): Promise<Actor> {
  const row = await tx.member.findUniqueOrThrow({ where: { id: memberId }, include: { organization: true } });
  await tx.account.update({ where: { id: row.accountId }, data: { activeMemberId: memberId } });
  work.actor = actorFrom(row);
  // Each membership has a PIN of its own.
  work.pin = { sealed: row.pin, after: row.pinAfter };
  work.dialogue.unlockedAt = null;
  work.dialogueChanged = true;
  return work.actor;
}

/**
 * Lets a member act for the rest of a unit of work that no update of theirs caused: what they asked for earlier is done
 * on their behalf, with their permissions as they are now. Undefined where they are suspended or withdrew consent.
 */
export async function actAs(work: Work, memberId: string): Promise<Actor | undefined> {
  const tx = await work.tx();
  const row = await tx.member.findUnique({ where: { id: memberId }, include: { organization: true } });
  const actor = row === null || row.suspendedAt !== null ? undefined : actorFrom(row);
  work.actor = actor !== undefined && hasConsented(actor) ? actor : undefined;
  return work.actor;
}

function actorFrom(row: MemberRow): Actor {
  return {
    memberId: row.id,
    accountId: Number(row.accountId),
    organizationId: row.organizationId,
    organizationName: row.organization.name,
    roles: row.roles,
    supervisorId: row.supervisorId,
    consentVersion: row.consentVersion,
    zone: row.organization.timeZone,
    rules: parseRules(row.organization.rules),
  };
}

type MemberRow = Prisma.MemberGetPayload<{ include: { organization: true } }>;
