import type { Tx } from "../storage/tx.js";
import { actorOf } from "./rights.js";
import type { Work } from "./work.js";

/**
 * Stores an account the bot has not met, or marks one as unblocked. Does nothing for a known account. `locale` is the language
 * of its Telegram, in which it is written to unless it chooses another; null where nobody knows.
 */
export async function rememberAccount(work: Work, locale: "id" | "en" | null): Promise<void> {
  const id = work.person.accountId;
  if (id === null || (work.person.known && !work.person.blocked)) return;
  const tx = await work.tx();
  await tx.account.upsert({
    where: { id },
    create: { id, createdAt: work.now, locale },
    update: { blockedAt: null },
  });
  if (work.person.blocked && work.actor !== undefined) {
    work.audit.push({ action: "account.unblocked", subject: "member", subjectId: work.actor.memberId });
  }
  work.person = { ...work.person, known: true, blocked: false };
}

/** Keeps the language a person chose with /bahasa. */
export async function chooseLocale(work: Work, locale: "id" | "en"): Promise<void> {
  const id = work.person.accountId;
  if (id === null) return;
  const tx = await work.tx();
  await tx.account.update({ where: { id }, data: { locale } });
  work.person = { ...work.person, locale };
}

/** The language in which to write to an account; null where none is known yet. */
export async function localeOfAccount(work: Work, accountId: number): Promise<string | null> {
  const tx = await work.tx();
  const row = await tx.account.findUnique({ where: { id: accountId }, select: { locale: true } });
  return row?.locale ?? null;
}

/** An account the bot can write to now. */
export type Reachable = { readonly accountId: number; readonly locale: string | null };

/**
 * Records that a person blocked the bot. Returns, the first time, the members who must be told, for each organisation
 * of the person; afterwards nothing.
 */
export async function noteBlocked(
  work: Work,
  accountId: number,
): Promise<
  { memberId: string; organizationId: string; name: string; tell: Reachable[]; admins: Reachable[] }[]
> {
  const tx = await work.tx();
  const { count } = await tx.account.updateMany({
    where: { id: accountId, blockedAt: null },
    data: { blockedAt: work.now },
  });
  if (count === 0) return [];
  const members = await tx.member.findMany({ where: { accountId, suspendedAt: null } });
  const told = [];
  for (const member of members) {
    work.audit.push({
      action: "account.blocked",
      subject: "member",
      subjectId: member.id,
      organizationId: member.organizationId,
      memberId: member.id,
    });
    told.push({
      memberId: member.id,
      organizationId: member.organizationId,
      name: work.sealer.open(member.name, { table: "Member", column: "name", row: member.id }),
      tell: await superiorsOf(tx, member),
      admins: await adminsBeside(tx, member),
    });
  }
  return told;
}

/** The members responsible for the acting member: see {@link superiorsOf}. */
export async function ownSuperiors(work: Work): Promise<Reachable[]> {
  const actor = actorOf(work);
  return superiorsOf(await work.tx(), { ...actor, id: actor.memberId });
}

/** The members responsible for a member: the supervisor, or the admins where no supervisor can be reached. */
async function superiorsOf(
  tx: Tx,
  member: { readonly id: string; readonly organizationId: string; readonly supervisorId: string | null },
): Promise<Reachable[]> {
  const supervisors =
    member.supervisorId === null
      ? []
      : await tx.member.findMany({
          where: { id: member.supervisorId, ...reachable },
          include: { account: true },
        });
  return supervisors.length > 0 ? supervisors.map(reachableOf) : adminsBeside(tx, member);
}

/** The admins of an organisation who can be written to, for work that no member does. */
export async function adminsOf(work: Work, organizationId: string): Promise<Reachable[]> {
  return adminsBeside(await work.tx(), { id: "", organizationId });
}

/** Those of these members who can be written to. */
export async function reachableAmong(work: Work, memberIds: readonly string[]): Promise<Reachable[]> {
  const tx = await work.tx();
  const members = await tx.member.findMany({
    where: { id: { in: [...memberIds] }, ...reachable },
    include: { account: true },
  });
  return members.map(reachableOf);
}

/** Admins and supervisors of the acting member's organisation beside them who can be written to. */
export async function deskBeside(work: Work): Promise<Reachable[]> {
  const { memberId, organizationId } = actorOf(work);
  const tx = await work.tx();
  const members = await tx.member.findMany({
    where: {
      organizationId,
      roles: { hasSome: ["admin", "supervisor"] },
      id: { not: memberId },
      ...reachable,
    },
    include: { account: true },
  });
  return members.map(reachableOf);
}

/** The other admins of a member's organisation who can be written to. */
async function adminsBeside(
  tx: Tx,
  { id, organizationId }: { readonly id: string; readonly organizationId: string },
): Promise<Reachable[]> {
  const admins = await tx.member.findMany({
    where: { organizationId, roles: { has: "admin" }, id: { not: id }, ...reachable },
    include: { account: true },
  });
  return admins.map(reachableOf);
}

const reachable = { suspendedAt: null, account: { blockedAt: null } };

function reachableOf({
  account,
}: {
  readonly account: { readonly id: bigint; readonly locale: string | null };
}): Reachable {
  return { accountId: Number(account.id), locale: account.locale };
}
