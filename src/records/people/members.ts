import type { Prisma } from "../../generated/prisma/client.js";
import { statement } from "../storage/connections.js";
import type { Tx } from "../storage/tx.js";
import { type Actor, NotAllowed, type Role } from "./actor.js";
import { actorOf } from "./rights.js";
import type { Work } from "./work.js";

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

/** Which members a list shows. */
export type MemberFilter = {
  readonly role?: Role;
  /** Without suspended members. */
  readonly serving?: boolean;
  /** Without this member. */
  readonly except?: string;
};

/** Members on one page of a list. */
export const membersPerPage = 8;

/** The members of the acting admin's organisation, oldest first. Throws `NotAllowed`. */
export async function listMembers(work: Work, role?: Role): Promise<MemberLine[]> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const rows = await tx.member.findMany({
    where: among(actor, role === undefined ? {} : { role }),
    ...inOrder,
  });
  return rows.map((row) => lineOf(work, row));
}

/** A page of members, and the number of all. Throws `NotAllowed`. */
export async function memberPage(
  work: Work,
  page: number,
  filter: MemberFilter = {},
): Promise<{ lines: MemberLine[]; total: number }> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const where = among(actor, filter);
  const total = await tx.member.count({ where });
  const rows = await tx.member.findMany({
    where,
    ...inOrder,
    skip: page * membersPerPage,
    take: membersPerPage,
  });
  return { lines: rows.map((row) => lineOf(work, row)), total };
}

/** What an admin sees of a member: numbers of cases, never the cases. */
export type MemberCard = MemberLine & {
  readonly supervisor: { readonly name: string; readonly suspended: boolean } | null;
  readonly openCases: number;
  /** The names of those this one supervises, first joined first. */
  readonly supervises: readonly string[];
  readonly joinedAt: Date;
  /** Consented to the notice in force. */
  readonly consented: boolean;
  /** Has set a PIN. */
  readonly hasPin: boolean;
};

/** The card of a member of the acting admin's organisation. Throws `NotAllowed` for any other. */
export async function memberCard(work: Work, memberId: string): Promise<MemberCard> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const row = await tx.member.findUnique({
    where: { id: memberId },
    include: {
      account: true,
      supervisor: true,
      supervises: { orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: { id: true, name: true } },
    },
  });
  if (row === null || row.organizationId !== actor.organizationId) throw new NotAllowed();
  return {
    ...lineOf(work, row),
    supervisor:
      row.supervisor === null
        ? null
        : { name: openName(work, row.supervisor), suspended: row.supervisor.suspendedAt !== null },
    openCases: await openCasesOf(tx, memberId),
    supervises: row.supervises.map((one) => openName(work, one)),
    joinedAt: row.createdAt,
    consented: row.consentVersion !== null,
    hasPin: row.pin !== null,
  };
}

/** The name of a member of the same organisation. Throws `NotAllowed` for anyone else. */
export async function nameOf(work: Work, memberId: string): Promise<string> {
  return (await contactOf(work, memberId)).name;
}

/** The private chat of a member, and the language they are written to in. */
export type ChatOfMember = { readonly chatId: number; readonly locale: string | null };

/** The chat of a colleague; undefined where the bot cannot write to them. */
export async function chatOfMember(work: Work, memberId: string): Promise<ChatOfMember | undefined> {
  return (await contactOf(work, memberId)).chat;
}

/**
 * The name of a colleague and their chat, undefined where the bot cannot write to them. Throws `NotAllowed` for
 * anyone else.
 */
export async function contactOf(
  work: Work,
  memberId: string,
): Promise<{ readonly name: string; readonly chat: ChatOfMember | undefined }> {
  const { organizationId } = actorOf(work);
  const [row] = await statement<{
    id: string;
    name: string;
    accountId: bigint;
    locale: string | null;
    reachable: boolean;
  }>(await work.tx(), contact, [memberId, organizationId]);
  if (row === undefined) throw new NotAllowed();
  const { accountId, locale, reachable } = row;
  return {
    name: openName(work, row),
    chat: reachable ? { chatId: Number(accountId), locale } : undefined,
  };
}

/** The names of colleagues by their ids, in one statement; "…" for one that cannot be decrypted. */
export async function memberNames(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { organizationId } = actorOf(work);
  const rows = await statement<{ id: string; name: string }>(await work.tx(), names, [ids, organizationId]);
  return new Map(
    rows.map(({ id, name }) => {
      const opened = work.sealer.read(name, { table: "Member", column: "name", row: id });
      return [id, typeof opened === "string" ? opened : "…"];
    }),
  );
}

const names = `-- prepared: names
SELECT "id", "name" FROM "Member" WHERE "id" = ANY ($1::text[]) AND "organizationId" = $2`;

const contact = `-- prepared: contact
SELECT m."id", m."name", m."accountId", a."locale", m."suspendedAt" IS NULL AND a."blockedAt" IS NULL AS "reachable"
FROM "Member" m JOIN "Account" a ON a."id" = m."accountId"
WHERE m."id" = $1 AND m."organizationId" = $2`;

/** Changes the acting member's name (UU 27/2022 Pasal 6). */
export async function renameSelf(work: Work, name: string): Promise<void> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const id = actor.memberId;
  await tx.member.update({
    where: { id },
    data: { name: work.sealer.seal(name, { table: "Member", column: "name", row: id }) },
  });
  work.audit.push({ action: "member.renamed", subject: "member", subjectId: id });
}

/** What is stored about the acting member besides their work, for themselves. */
export async function ownCard(
  work: Work,
): Promise<{ name: string; joinedAt: Date; consentedAt: Date | null; traces: number }> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await tx.member.findUniqueOrThrow({ where: { id: actor.memberId } });
  return {
    name: openName(work, row),
    joinedAt: row.createdAt,
    consentedAt: row.consentedAt,
    traces: await tx.auditEvent.count({ where: { memberId: actor.memberId } }),
  };
}

/** The number of the acting member's open cases. */
export async function ownCaseload(work: Work): Promise<number> {
  const actor = actorOf(work);
  return openCasesOf(await work.tx(), actor.memberId);
}

/** The acting member, who must be an admin. Throws `NotAllowed`. */
export function adminOf(work: Work): Actor {
  const actor = actorOf(work);
  if (!actor.roles.includes("admin")) throw new NotAllowed();
  return actor;
}

/** A member of the acting one's organisation. Throws `NotAllowed` for any other. */
export async function memberIn(tx: Tx, actor: Actor, memberId: string) {
  const row = await tx.member.findUnique({ where: { id: memberId } });
  if (row === null || row.organizationId !== actor.organizationId) throw new NotAllowed();
  return row;
}

/** The number of a worker's open cases. */
export async function openCasesOf(tx: Tx, memberId: string): Promise<number> {
  return tx.case.count({ where: { workerId: memberId, stage: { not: "closed" } } });
}

function among(actor: Actor, { role, serving, except }: MemberFilter) {
  return {
    organizationId: actor.organizationId,
    leftAt: null,
    ...(role === undefined ? {} : { roles: { has: role } }),
    ...(serving ? { suspendedAt: null } : {}),
    ...(except === undefined ? {} : { id: { not: except } }),
  };
}

const inOrder = {
  include: { account: true },
  orderBy: [{ createdAt: "asc" }, { id: "asc" }],
} satisfies Prisma.MemberFindManyArgs;

type MemberRow = {
  readonly id: string;
  readonly accountId: bigint;
  readonly name: string;
  readonly roles: Role[];
  readonly supervisorId: string | null;
  readonly suspendedAt: Date | null;
  readonly account: { readonly blockedAt: Date | null; readonly locale: string | null };
};

function lineOf(work: Work, row: MemberRow): MemberLine {
  return {
    id: row.id,
    accountId: Number(row.accountId),
    name: openName(work, row),
    roles: row.roles,
    supervisorId: row.supervisorId,
    suspended: row.suspendedAt !== null,
    blocked: row.account.blockedAt !== null,
    locale: row.account.locale,
  };
}

function openName(work: Work, row: { readonly id: string; readonly name: string }): string {
  return work.sealer.open(row.name, { table: "Member", column: "name", row: row.id });
}
