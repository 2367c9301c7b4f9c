import type { Work } from "./work.js";

/** Remembers a person the bot has not met, or who unblocked it. Does nothing for one it knows. */
export async function welcomeAccount(work: Work): Promise<void> {
  const id = work.person.accountId;
  if (id === null || (work.person.known && !work.person.blocked)) return;
  const tx = await work.tx();
  await tx.account.upsert({
    where: { id },
    create: { id, createdAt: work.now },
    update: { blockedAt: null },
  });
}

/** Keeps the language a person chose with /bahasa. */
export async function chooseLocale(work: Work, locale: "id" | "en"): Promise<void> {
  const id = work.person.accountId;
  if (id === null) return;
  const tx = await work.tx();
  await tx.account.update({ where: { id }, data: { locale } });
  work.person = { ...work.person, locale };
}

/** Whoever must hear that a member cannot be reached: their supervisor, or where none is named the admins. */
export type Reachable = { readonly accountId: number; readonly locale: string | null };

/**
 * Notes that a person blocked the bot. Returns, the first time, the members who must be told, for each organisation
 * the person works in; nothing when it was noted before.
 */
export async function noteBlocked(
  work: Work,
  accountId: number,
): Promise<{ memberId: string; name: string; tell: Reachable[] }[]> {
  const tx = await work.tx();
  const { count } = await tx.account.updateMany({
    where: { id: accountId, blockedAt: null },
    data: { blockedAt: work.now },
  });
  if (count === 0) return [];
  const members = await tx.member.findMany({
    where: { accountId, suspendedAt: null },
    include: { supervisor: { include: { account: true } } },
  });
  const told = [];
  for (const member of members) {
    const above =
      member.supervisor !== null
        ? [member.supervisor]
        : await tx.member.findMany({
            where: {
              organizationId: member.organizationId,
              roles: { has: "admin" },
              suspendedAt: null,
              id: { not: member.id },
            },
            include: { account: true },
          });
    work.audit.push({
      action: "account.blocked",
      subject: "member",
      subjectId: member.id,
      organizationId: member.organizationId,
      memberId: member.id,
    });
    told.push({
      memberId: member.id,
      name: work.sealer.open(member.name, { table: "Member", column: "name", row: member.id }),
      tell: above
        .filter((one) => one.account.blockedAt === null)
        .map((one) => ({ accountId: Number(one.accountId), locale: one.account.locale })),
    });
  }
  return told;
}
