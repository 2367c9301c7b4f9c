import { rememberAccount } from "../records/people/accounts.js";
import { activateMembership } from "../records/people/memberships.js";
import type { Work } from "../records/people/work.js";

/** Runs work as it would have been run at a time; given by the wiring. */
export type RunAt = <T>(at: Date, decide: (work: Work) => Promise<T>) => Promise<T>;

/** Runs work on behalf of a Telegram account, with the rights of its active membership, as an update would. */
export function actingAs<T>(
  run: RunAt,
  at: Date,
  accountId: number,
  decide: (work: Work) => Promise<T>,
): Promise<T> {
  return run(at, async (work) => {
    const tx = await work.tx();
    const account = await tx.account.findUnique({ where: { id: accountId } });
    work.person = {
      accountId,
      known: account !== null,
      locale: account?.locale ?? null,
      blocked: account?.blockedAt != null,
    };
    await rememberAccount(work, null);
    if (account?.activeMemberId != null) await activateMembership(work, tx, account.activeMemberId);
    return decide(work);
  });
}
