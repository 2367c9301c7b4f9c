import type { Work } from "../people/work.js";
import { SealError } from "../storage/seal.js";
import type { Tx } from "../storage/tx.js";

/** A member who is told of a danger, and whom the bot can reach now. */
export type AlarmRecipient = {
  readonly memberId: string;
  readonly name: string;
  readonly chatId: number;
  readonly locale: string | null;
  /** They may open the case: its worker and that worker's supervisor. */
  readonly mayOpen: boolean;
};

/** What decides who is told: who noted the danger, and whose case it concerns. */
export type DangerScope = {
  readonly organizationId: string;
  readonly notedById: string;
  /** The case's worker. Without a case, the member who noted it. */
  readonly workerId: string;
  readonly supervisorId: string | null;
  readonly caseId: string | null;
};

/**
 * The members who must be told of a danger now: the worker's supervisor, and the case's worker where somebody else
 * noted it. The admins too with `withAdmins`, or where no supervisor can be reached: none is named, or the one named
 * is suspended, blocked the bot, or noted the danger. The member who noted it is never among them.
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

/** The members the bot can write to, without the one who noted the danger; first joined first. */
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

/** A member's name, or "…" where it cannot be decrypted: an alert is sent even if a name is damaged. */
export function memberName(work: Work, row: { readonly id: string; readonly name: string }): string {
  try {
    return work.sealer.open(row.name, { table: "Member", column: "name", row: row.id });
  } catch (error) {
    if (error instanceof SealError) return "…";
    throw error;
  }
}
