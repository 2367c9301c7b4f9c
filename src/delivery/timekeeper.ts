import { audiences } from "../practice/deadline.js";
import { digestFrom } from "../practice/ladder.js";
import {
  deadlineKeyOf,
  hoursFrom,
  type OrganizationHours,
  recalculateWaiting,
} from "../records/due/deadlines.js";
import type { Recipient, TaskReminder } from "../records/due/notice.js";
import type { ReminderReason } from "../records/due/reminderState.js";
import { parseRules } from "../records/people/rules.js";
import type { Work } from "../records/people/work.js";
import { statement } from "../records/storage/connections.js";
import type { Tx } from "../records/storage/tx.js";
import { wordOf } from "../records/storage/vocabulary.js";
import { escalate, type NewReminder, type ReachableStaff, replacements, silenceOf } from "./escalation.js";
import { faultOf } from "./faults.js";
import {
  type ClaimedDeadline,
  claimDeadlines,
  postponeDeadline,
  reachableMembers,
  writeRungs,
} from "./sql/claimDeadlines.js";
import {
  claimRecipient,
  postponeReminders,
  type RecipientRow,
  recipient,
  settleReminders,
  type WaitingReminder,
  waitingReminders,
} from "./sql/claimReminders.js";
import type { TransactionDeps, Transactions } from "./transaction.js";

/** How the chat says it; what it says goes into the work's outbox. */
export type ReminderMessages = {
  /** The one digest of the day: all that is due, never statutory. Returns what it wrote out; the rest it only counted. */
  digest(work: Work, to: Recipient, reminders: readonly TaskReminder[]): Promise<ReadonlySet<TaskReminder>>;
  /** One clock of the law, alone; `briefly` where the person is in the middle of a form. */
  clock(work: Work, to: Recipient, reminder: TaskReminder, briefly: boolean): Promise<void>;
};

/** Metrics of reminders. */
export type TimekeepingStats = {
  /** Rungs (reminder steps) that came due, reminders that were sent, and those that were not, by reason. */
  reminders(outcome: "due" | "sent" | "suppressed", reason: string, count: number): void;
  /** From a rung's hour to its message in the outbox, in seconds. */
  late(seconds: number): void;
};

/** Time (ms) between two looks at what is due; a jump of the clock is a reason to look as well. */
export const every = 15_000;
/** Deadlines looked at in one transaction. */
const batch = 500;
/** Cases whose deadlines are computed again in one transaction. */
const casesAtOnce = 20;
/** How long (ms) a form counts as being filled in after the last word. */
const silence = 15 * 60_000;
/** How soon (ms) it is asked again whether the form was left. */
const askAgain = 30_000;
/** How long (ms) what cannot be worked with rests. */
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
  deps: TransactionDeps & {
    readonly transactions: Transactions;
    readonly messages: ReminderMessages;
    readonly stats: TimekeepingStats;
    /** There are messages to send. */
    readonly wake: () => void;
  },
) {
  const { clock, transactions, log, stats } = deps;
  let lookedLast = Number.NEGATIVE_INFINITY;
  let working = false;
  /** People writing to whom failed in this tick, and one by one deadlines that could not be looked at. */
  const failed = new Set<string>();
  let careful = false;

  const rulesKept = new Map<string, { readonly text: string; readonly hours: OrganizationHours }>();
  function hoursOf(organizationId: string, zone: string, rules: unknown): OrganizationHours {
    const text = `${zone} ${JSON.stringify(rules)}`;
    const kept = rulesKept.get(organizationId);
    if (kept?.text === text) return kept.hours;
    const hours = hoursFrom(zone, parseRules(rules));
    rulesKept.set(organizationId, { text, hours });
    return hours;
  }

  /** Looks at deadlines that are due to be looked at. Returns their number. */
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
      const escalated = escalate(row, hours, reachable(row.organizationId), work.now);
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

  /** Writes to one person who has something waiting. False where nobody is left. */
  async function remind(): Promise<boolean> {
    let memberId: string | undefined;
    try {
      return await transactions.run(async (work) => {
        const tx = await work.tx();
        const [claimed] = await statement<{ id: string }>(tx, claimRecipient, [work.now, [...failed]]);
        memberId = claimed?.id;
        if (memberId === undefined) return false;
        await remindOne(work, memberId);
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

  async function remindOne(work: Work, memberId: string): Promise<void> {
    const tx = await work.tx();
    const [row] = await statement<RecipientRow>(tx, recipient, [memberId]);
    if (row === undefined) throw new Error("the member who is to be reminded is gone");
    const waiting = await statement<WaitingReminder>(tx, waitingReminders, [memberId, work.now]);
    const to = recipientOf(row, hoursOf(row.organizationId, row.zone, row.rules));
    const isFilling =
      row.busy && row.touchedAt !== null && work.now.getTime() - row.touchedAt.getTime() < silence;
    const from = isFilling ? new Date(work.now.getTime() + askAgain) : digestFrom(work.now, to.rules);
    const settled: { id: string; status: string; reason: ReminderReason | null; notBefore?: Date }[] = [];
    const together = new Map<TaskReminder, WaitingReminder>();
    const unheard: WaitingReminder[] = [];
    const lateness: number[] = [];
    const sent = ({ id, at, reason, notBefore }: WaitingReminder) => {
      settled.push({ id, status: "sent", reason: null });
      const ready = reason === null ? at : notBefore;
      lateness.push((work.now.getTime() - ready.getTime()) / 1000);
    };
    const latest = latestOf(waiting);
    for (const one of waiting) {
      const reason = latest.has(one) ? whyNot(one, row, work.now) : "overtaken";
      if (reason !== undefined) {
        settled.push({ id: one.id, status: "suppressed", reason });
        if (reason === "suspended" || reason === "blocked") unheard.push(one);
      } else if (one.urgent) {
        await deps.messages.clock(work, to, reminderOf(one), isFilling);
        sent(one);
      } else if (from > work.now) {
        const because = isFilling ? "form-open" : "quiet";
        settled.push({ id: one.id, status: "waiting", reason: because, notBefore: from });
      } else {
        together.set(reminderOf(one), one);
      }
    }
    const written =
      together.size === 0 ? undefined : await deps.messages.digest(work, to, [...together.keys()]);
    for (const [reminder, one] of together) {
      if (written?.has(reminder)) sent(one);
      else settled.push({ id: one.id, status: "suppressed", reason: "folded" });
    }
    await replace(work, unheard);
    await statement(tx, settleReminders, [JSON.stringify(settled), work.now]);
    work.afterCommit.push(() => {
      for (const { status, reason } of settled) {
        if (status === "sent") stats.reminders("sent", "", 1);
        if (status === "suppressed") stats.reminders("suppressed", reason ?? "", 1);
      }
      for (const seconds of lateness) stats.late(seconds);
      if (work.outgoing.length > 0) deps.wake();
    });
  }

  return {
    /**
     * Does the next piece of what is to be done; true while there is more. Asked every second, it looks every 15,
     * or at once where the clock has jumped.
     */
    async turn(): Promise<boolean> {
      const now = clock().getTime();
      if (!working && now >= lookedLast && now - lookedLast < every) return false;
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

/** Of several rungs of one deadline that waited together only the last is told. */
function latestOf(waiting: readonly WaitingReminder[]): ReadonlySet<WaitingReminder> {
  const latest = new Map<string, WaitingReminder>();
  for (const one of waiting) {
    const before = latest.get(one.deadlineId);
    if (before === undefined || isBetter(one, before)) latest.set(one.deadlineId, one);
  }
  return new Set(latest.values());
}

/** Whoever is to do it hears it as theirs; whoever supervises hears more than the count. */
const weight: Readonly<Record<string, number>> = { owner: 2, superior: 1, admin: 0 };

function isBetter(a: WaitingReminder, b: WaitingReminder): boolean {
  const difference = (weight[a.audience] ?? 0) - (weight[b.audience] ?? 0);
  return difference > 0 || (difference === 0 && a.at >= b.at);
}

/** Why a reminder is not sent after all; undefined where it is. */
function whyNot(one: WaitingReminder, to: RecipientRow, now: Date): ReminderReason | undefined {
  if (one.doneAt !== null) return "done";
  if (one.cancelledAt !== null) return "cancelled";
  if (one.audience === "owner" && one.ownerId !== to.memberId) return "handed-over";
  if (!one.current) return "moved";
  // The next one up hears instead.
  if (to.suspendedAt !== null) return "suspended";
  if (to.blockedAt !== null) return "blocked";
  return silenceOf(one, one, now);
}

function reminderOf({ id: _, deadlineId: id, key, audience, ...row }: WaitingReminder): TaskReminder {
  return {
    ...row,
    id,
    key: deadlineKeyOf(key),
    audience: wordOf(audiences, audience, "Reminder.audience"),
  };
}

function recipientOf(row: RecipientRow, rules: OrganizationHours): Recipient {
  const { memberId, organizationId, accountId, locale, name, zone } = row;
  return { memberId, organizationId, chatId: Number(accountId), locale, name, zone, rules };
}

/** Writes reminders to those who hear in the place of one who cannot be reached. */
async function replace(work: Work, unheard: readonly WaitingReminder[]): Promise<void> {
  if (unheard.length === 0) return;
  const tx = await work.tx();
  const rows = unheard.map((one) => ({ ...one, memberId: one.ownerId }));
  const reachable = await reachableIn(tx, rows);
  const reminders = rows.flatMap((row) => {
    const { deadlineId, organizationId, dueVersion, urgent } = row;
    const told = { ...row, audience: wordOf(audiences, row.audience, "Reminder.audience") };
    return replacements(row, told, reachable(organizationId)).map((reminder: NewReminder) => ({
      id: work.newId(),
      organizationId,
      deadlineId,
      dueVersion,
      urgent,
      ...reminder,
    }));
  });
  await statement(tx, writeRungs, [JSON.stringify({ reminders, looked: [] }), work.now]);
}

/** Who can be reached among the people these deadlines concern, by organisation. */
async function reachableIn(
  tx: Tx,
  rows: readonly Pick<ClaimedDeadline, "memberId" | "supervisorId" | "organizationId">[],
): Promise<(organizationId: string) => ReachableStaff> {
  const people = [
    ...new Set(rows.flatMap(({ memberId, supervisorId }) => [memberId, supervisorId ?? []].flat())),
  ];
  const organizations = [...new Set(rows.map(({ organizationId }) => organizationId))];
  const found = await statement<{ id: string; organizationId: string; admin: boolean }>(
    tx,
    reachableMembers,
    [people, organizations],
  );
  return (organizationId) => {
    const members = found.filter((member) => member.organizationId === organizationId);
    return {
      members: new Set(members.map(({ id }) => id)),
      admins: members.filter(({ admin }) => admin).map(({ id }) => id),
    };
  };
}
