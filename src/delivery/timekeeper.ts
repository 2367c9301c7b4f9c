import { hoursFrom, recalculateWaiting } from "../records/due/deadlines.js";
import type { Work } from "../records/people/work.js";
import { statement } from "../records/storage/connections.js";
import { deadlineKeyOf } from "../records/storage/deadlineKinds.js";
import { escalate } from "./escalation.js";
import { faultOf } from "./faults.js";
import { rulesReader } from "./parsedRules.js";
import { reachableIn } from "./reachableStaff.js";
import { type RemindingDeps, remindMember } from "./reminding.js";
import { type ClaimedDeadline, claimDeadlines, postponeDeadline, writeRungs } from "./sql/claimDeadlines.js";
import { claimRecipient, postponeReminders } from "./sql/claimReminders.js";
import type { TransactionDeps, Transactions } from "./transaction.js";

/** Time (ms) between two looks at due deadlines. A jump of the clock causes a look too. */
export const lookInterval = 15_000;
/** Deadlines looked at in one transaction. */
const batch = 500;
/** Cases whose deadlines are computed again in one transaction. */
const casesAtOnce = 20;
/** How long (ms) to wait with something that cannot be processed. */
const rest = 15 * 60_000;

/**
 * The scheduler of reminders: looks at deadlines when they come due and writes to people. Any number of instances
 * may: each row is claimed with a lock.
 *
 *   Deadline.nextAt ≤ now ──looked at──► Reminder waiting ──one transaction a person──► sent, in the outbox
 *                              │                  ├──► suppressed: done, cancelled, moved, snoozed, blocked …
 *                              └► overtaken       └──► still waiting: quiet hours, a form that is open
 */
export function timekeeper(
  deps: TransactionDeps & Omit<RemindingDeps, "hoursOf"> & { readonly transactions: Transactions },
) {
  const { clock, transactions, log, stats } = deps;
  let lookedLast = Number.NEGATIVE_INFINITY;
  let working = false;
  /** Members whose reminders failed in this round. */
  const failed = new Set<string>();
  let careful = false;

  const rulesOf = rulesReader();
  const hoursOf: RemindingDeps["hoursOf"] = (organizationId, zone, rules) =>
    hoursFrom(zone, rulesOf(organizationId, rules));

  /** Processes deadlines whose next look is due. Returns their number. */
  async function look(work: Work, limit: number): Promise<number> {
    const tx = await work.tx();
    const rows = await statement<ClaimedDeadline>(tx, claimDeadlines, [work.now, limit]);
    if (rows.length === 0) return 0;
    if (careful) lookedAt = rows[0]?.id;
    const reachable = await reachableIn(tx, rows);
    const reminders: object[] = [];
    const looked: object[] = [];
    for (const row of rows) {
      const hours = hoursOf(row.organizationId, row.zone, row.rules);
      const escalated = escalate(
        row,
        deadlineKeyOf(work.sealer, row.key),
        hours,
        reachable(row.organizationId),
        work.now,
      );
      const { id: deadlineId, organizationId, dueVersion, statutory: urgent } = row;
      for (const reminder of escalated.reminders) {
        reminders.push({ id: work.newId(), organizationId, deadlineId, dueVersion, urgent, ...reminder });
      }
      looked.push({ id: deadlineId, nextAt: escalated.nextAt, snoozedUntil: escalated.snoozedUntil });
    }
    const written = await statement<{ status: string; reason: string | null; count: number }>(
      tx,
      writeRungs,
      [JSON.stringify({ reminders, looked }), work.now],
    );
    work.afterCommit.push(() => {
      for (const { status, reason, count } of written) {
        stats.reminders("due", "", count);
        if (status === "suppressed") stats.reminders("suppressed", reason ?? "", count);
      }
    });
    return rows.length;
  }
  let lookedAt: string | undefined;

  async function lookSafely(): Promise<number> {
    try {
      const count = await transactions.run((work) => look(work, careful ? 1 : batch));
      if (careful && count === 0) careful = false;
      return count;
    } catch (error) {
      if (faultOf(error) !== "update") throw error;
      if (!careful) {
        careful = true;
        return 1;
      }
      log.error({ err: error, deadline: lookedAt }, "a deadline cannot be looked at, and rests");
      const id = lookedAt;
      if (id === undefined) throw error;
      await transactions.run(async (work) => {
        await statement(await work.tx(), postponeDeadline, [id, new Date(work.now.getTime() + rest)]);
      });
      return 1;
    }
  }

  /** Sends one member their waiting reminders. False where nobody is left. */
  async function remind(): Promise<boolean> {
    let memberId: string | undefined;
    try {
      return await transactions.run(async (work) => {
        const tx = await work.tx();
        const [claimed] = await statement<{ id: string }>(tx, claimRecipient, [work.now, [...failed]]);
        memberId = claimed?.id;
        if (memberId === undefined) return false;
        await remindMember(work, memberId, { ...deps, hoursOf });
        return true;
      });
    } catch (error) {
      if (memberId === undefined || faultOf(error) !== "update") throw error;
      const member = memberId;
      failed.add(member);
      log.error({ err: error, member }, "a person could not be reminded now");
      await transactions.run(async (work) => {
        await statement(await work.tx(), postponeReminders, [member, new Date(work.now.getTime() + rest)]);
      });
      return true;
    }
  }

  return {
    /**
     * Does the next piece of work; true while there is more. It is called every second, and looks for due deadlines
     * every 15 seconds or at once after a jump of the clock.
     */
    async turn(): Promise<boolean> {
      const now = clock().getTime();
      if (!working && now >= lookedLast && now - lookedLast < lookInterval) return false;
      if (!working) {
        failed.clear();
        careful = false;
      }
      working = true;
      const isMore = (await lookSafely()) > 0 || (await remind()) || (await recalculateSome());
      if (!isMore) {
        working = false;
        lookedLast = now;
      }
      return isMore;
    },
  };

  async function recalculateSome(): Promise<boolean> {
    return (await transactions.run((work) => recalculateWaiting(work, casesAtOnce))) > 0;
  }
}
