import { audiences } from "../practice/deadline.js";
import { digestFrom } from "../practice/ladder.js";
import { basisOf } from "../records/due/basis.js";
import type { OrganizationHours } from "../records/due/deadlines.js";
import type { Recipient, TaskReminder } from "../records/due/notice.js";
import type { ReminderReason } from "../records/due/reminderState.js";
import type { Work } from "../records/people/work.js";
import { statement } from "../records/storage/connections.js";
import { deadlineKeyOf } from "../records/storage/deadlineKinds.js";
import type { Sealer } from "../records/storage/seal.js";
import { wordOf } from "../records/storage/vocabulary.js";
import { type NewReminder, replacements, silenceReason } from "./escalation.js";
import { reachableIn } from "./reachableStaff.js";
import { writeRungs } from "./sql/claimDeadlines.js";
import {
  type RecipientRow,
  recipient,
  settleReminders,
  type WaitingReminder,
  waitingReminders,
} from "./sql/claimReminders.js";

/** Writes reminders into the outbox of a unit of work. */
export type ReminderMessages = {
  /** The daily digest of all tasks that are not statutory. Returns those it lists; the others it only counts. */
  digest(work: Work, to: Recipient, reminders: readonly TaskReminder[]): Promise<ReadonlySet<TaskReminder>>;
  /** The reminder of one statutory deadline. `briefly` where the person is in the middle of a form. */
  clock(work: Work, to: Recipient, reminder: TaskReminder, briefly: boolean): Promise<void>;
};

/** Metrics of reminders. */
export type TimekeepingStats = {
  /** Reminder steps that came due, reminders sent, and reminders not sent by reason. */
  reminders(outcome: "due" | "sent" | "suppressed", reason: string, count: number): void;
  /** From the hour of a step to its message in the outbox, in seconds. */
  late(seconds: number): void;
};

/** What writing reminders needs. */
export type RemindingDeps = {
  readonly messages: ReminderMessages;
  readonly stats: TimekeepingStats;
  /** There are messages to send. */
  readonly wake: () => void;
  /** An organisation's rules as the ladder takes them. */
  readonly hoursOf: (organizationId: string, zone: string, rules: unknown) => OrganizationHours;
};

/** How long (ms) after the last message a form counts as being filled in. */
const silence = 15 * 60_000;
/** How soon (ms) to check again whether the form was left. */
const askAgain = 30_000;

/** Sends one member the reminders waiting for them. Called in a transaction that has claimed the member. */
export async function remindMember(work: Work, memberId: string, deps: RemindingDeps): Promise<void> {
  const { messages, stats, hoursOf } = deps;
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
    const reason = latest.has(one) ? suppressionReason(one, row, work.now) : "overtaken";
    if (reason !== undefined) {
      settled.push({ id: one.id, status: "suppressed", reason });
      if (reason === "suspended" || reason === "blocked") unheard.push(one);
    } else if (one.urgent) {
      await messages.clock(work, to, reminderOf(work.sealer, one), isFilling);
      sent(one);
    } else if (from > work.now) {
      const because = isFilling ? "form-open" : "quiet";
      settled.push({ id: one.id, status: "waiting", reason: because, notBefore: from });
    } else {
      together.set(reminderOf(work.sealer, one), one);
    }
  }
  const written = together.size === 0 ? undefined : await messages.digest(work, to, [...together.keys()]);
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

/** Of several waiting steps of one deadline only the last is sent. */
function latestOf(waiting: readonly WaitingReminder[]): ReadonlySet<WaitingReminder> {
  const latest = new Map<string, WaitingReminder>();
  for (const one of waiting) {
    const before = latest.get(one.deadlineId);
    if (before === undefined || isBetter(one, before)) latest.set(one.deadlineId, one);
  }
  return new Set(latest.values());
}

/** A reminder as the owner wins over one as the supervisor, and that over one as an admin. */
const weight: Readonly<Record<string, number>> = { owner: 2, superior: 1, admin: 0 };

function isBetter(a: WaitingReminder, b: WaitingReminder): boolean {
  const difference = (weight[a.audience] ?? 0) - (weight[b.audience] ?? 0);
  return difference > 0 || (difference === 0 && a.at >= b.at);
}

/** Why a waiting reminder is not sent; undefined where it is. */
function suppressionReason(one: WaitingReminder, to: RecipientRow, now: Date): ReminderReason | undefined {
  if (one.doneAt !== null) return "done";
  if (one.cancelledAt !== null) return "cancelled";
  if (one.audience === "owner" && one.ownerId !== to.memberId) return "handed-over";
  if (one.audience === "asker" && one.askerId !== to.memberId) return "handed-over";
  if (!one.current) return "moved";
  // The next one up is reminded in their place.
  if (to.suspendedAt !== null) return "suspended";
  if (to.blockedAt !== null) return "blocked";
  return silenceReason(one, one, now);
}

function reminderOf(
  sealer: Sealer,
  { id: _, deadlineId: id, key, basis, audience, ...row }: WaitingReminder,
): TaskReminder {
  return {
    ...row,
    id,
    key: deadlineKeyOf(sealer, key),
    basis: basisOf(sealer, id, basis),
    audience: wordOf(audiences, audience, "Reminder.audience"),
  };
}

function recipientOf(row: RecipientRow, rules: OrganizationHours): Recipient {
  const { memberId, organizationId, accountId, locale, name, zone } = row;
  return { memberId, organizationId, chatId: Number(accountId), locale, name, zone, rules };
}

/** Adds reminders for those who replace a member who cannot be reached. */
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
