import type { Work } from "../people/work.js";
import { SealError } from "../storage/seal.js";
import type { Tx } from "../storage/tx.js";

/** Someone a danger is told to, and who can be written to now. */
export type AlarmRecipient = {
  readonly memberId: string;
  readonly name: string;
  readonly chatId: number;
  readonly locale: string | null;
  /** They may open the case: its worker and that worker's supervisor. */
  readonly mayOpen: boolean;
};

/** What decides who hears: who noted it, and whose case it is. */
export type DangerScope = {
  readonly organizationId: string;
  readonly notedById: string;
  /** The case's worker; whoever noted it where it is about no case. */
  readonly workerId: string;
  readonly supervisorId: string | null;
  readonly caseId: string | null;
};

/**
 * Who must hear of a danger now: the worker's supervisor, and the case's worker where somebody else noted it. Where no
 * supervisor can be reached (none is named, suspended, has blocked the bot, or noted it themselves) the admins, as
 * with `withAdmins`. Never whoever noted it.
 */
export async function alarmRecipientsOf(
  work: Work,
  about: DangerScope,
  withAdmins: boolean,
): Promise<AlarmRecipient[]> {
  const tx = await work.tx();
  const above = about.supervisorId === null ? [] : [about.supervisorId];
  const near = await reachable(tx, about, { id: { in: [...above, about.workerId] } });
  const isHeard = near.some(({ id }) => id === about.supervisorId);
  const admins =
    isHeard && !withAdmins
      ? []
      : await reachable(tx, about, {
          roles: { has: "admin" },
          id: { notIn: near.map(({ id }) => id) },
        });
  return [...near, ...admins].map((row) => ({
    memberId: row.id,
    name: memberName(work, row),
    chatId: Number(row.accountId),
    locale: row.account.locale,
    mayOpen: about.caseId !== null && [about.supervisorId, about.workerId].includes(row.id),
  }));
}

/** Those of the members who can be written to, whoever noted it left out; first joined first. */
async function reachable(
  tx: Tx,
  { organizationId, notedById }: DangerScope,
  which: { id: { in: string[] } | { notIn: string[] }; roles?: { has: "admin" } },
) {
  return tx.member.findMany({
    where: {
      AND: [which, { id: { not: notedById } }],
      organizationId,
      suspendedAt: null,
      account: { blockedAt: null },
    },
    include: { account: { select: { locale: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/**
 * How a member is called. A name that does not open, since its row was damaged, is left out as …: the danger is told
 * of all the same.
 */
export function memberName(work: Work, row: { readonly id: string; readonly name: string }): string {
  try {
    return work.sealer.open(row.name, { table: "Member", column: "name", row: row.id });
  } catch (error) {
    if (error instanceof SealError) return "…";
    throw error;
  }
}
