import type { Audience } from "../practice/deadline.js";
import type { DeadlineKey } from "../practice/deadlines.js";
import { type Hours, nextRung, type Rung, rungsBetween } from "../practice/ladder.js";
import type { ReminderReason } from "../records/due/reminderState.js";
import type { ClaimedDeadline } from "./sql/claimDeadlines.js";

/** The members of an organisation who are neither suspended nor have blocked the bot. */
export type ReachableStaff = { readonly members: ReadonlySet<string>; readonly admins: readonly string[] };

/** A reminder to be written: recipient, audience, and the reason where it is not sent. */
export type NewReminder = {
  readonly rung: string;
  readonly memberId: string;
  readonly audience: Audience;
  readonly at: Date;
  readonly status: "waiting" | "suppressed";
  readonly reason: ReminderReason | null;
};

/** The result of processing one deadline. */
export type Escalated = {
  readonly reminders: readonly NewReminder[];
  readonly nextAt: Date | null;
  readonly snoozedUntil: Date | null;
};

const day = 86_400_000;

/** The reminder step that counts a deadline for the admins, once for each version of its date. */
const counted = "counted";

/**
 * The reminders of a deadline that are due at `now`. Only the last step is sent. Earlier ones that were missed while
 * the bot was down are recorded as overtaken. A snooze pauses reminders of its owner only, and sends one when it
 * ends. For statutory deadlines see `silenceReason`.
 */
export function escalate(
  row: ClaimedDeadline,
  key: DeadlineKey,
  hours: Hours,
  reachable: ReachableStaff,
  now: Date,
): Escalated {
  const deadline = { ...row, key };
  // A statutory deadline may be noted long after it began, so its steps are looked at from the beginning. For the
  // others the day before is included, because a failed look was postponed; no step is sent twice.
  const from = row.statutory ? row.startsAt.getTime() : row.nextAt.getTime() - day;
  const passed = rungsBetween(deadline, hours, new Date(from - 1), now);
  const missed = passed.filter(({ at }) => at >= row.nextAt);
  const present = missed.pop() ?? afterSnooze(row, now) ?? passed.at(-1);
  const reminders = missed.map(({ name, at }) => ({
    ...suppressed("overtaken"),
    rung: name,
    at,
    memberId: row.memberId,
    audience: "owner" as const,
  }));
  const told = present === undefined ? [] : recipients(row, present, reachable);
  const speaking = told.map((one): NewReminder => {
    const silence = silenceReason(row, one, now);
    return silence === undefined ? one : { ...one, ...suppressed(silence) };
  });
  const next = nextRung(deadline, hours, now)?.at ?? null;
  const silent = row.snoozedUntil !== null && row.snoozedUntil > now;
  return {
    reminders: [...reminders, ...speaking],
    nextAt: silent ? earlier(next, row.snoozedUntil) : next,
    snoozedUntil: silent ? row.snoozedUntil : null,
  };
}

/**
 * Why a reminder that is due is not sent: its case may only be read and no law sets the date, its owner snoozed it, or
 * somebody acknowledged the statutory deadline, which pauses repeats after the due hour for owner and supervisor. Reminders up to the due hour, and those for
 * admins, are always sent.
 */
export function silenceReason(
  {
    snoozedUntil,
    statutory,
    dueAt,
    restricted,
  }: Pick<ClaimedDeadline, "snoozedUntil" | "statutory" | "dueAt" | "restricted">,
  { audience, at }: { readonly audience: string; readonly at: Date },
  now: Date,
): "restricted" | "snoozed" | "in-hand" | undefined {
  if (restricted && !statutory) return "restricted";
  if (snoozedUntil === null || snoozedUntil <= now || audience === "admin") return undefined;
  if (statutory) return at > dueAt ? "in-hand" : undefined;
  return audience === "owner" ? "snoozed" : undefined;
}

/**
 * The end of a snooze is a reminder of its own where no step falls on it. A statutory deadline pauses only after its
 * due hour, so an end before that is none.
 */
function afterSnooze({ snoozedUntil, statutory, dueAt }: ClaimedDeadline, now: Date): Rung | undefined {
  if (snoozedUntil === null || snoozedUntil > now || (statutory && snoozedUntil <= dueAt)) return undefined;
  const to: readonly Audience[] = statutory ? ["owner", "superior"] : ["owner"];
  return { name: `again-${snoozedUntil.toISOString().slice(0, 10)}`, at: snoozedUntil, to };
}

/** The owner of a task, their supervisor, and the worker of its case. */
export type TaskStaff = Pick<ClaimedDeadline, "memberId" | "supervisorId" | "askerId" | "statutory">;

/** The recipients of a reminder step. A member who cannot be reached is replaced by the next one up. */
function recipients(row: TaskStaff, rung: Rung, reachable: ReachableStaff): NewReminder[] {
  const told = new Map<string, NewReminder>();
  for (const audience of rung.to) {
    for (const one of recipientsAs(row, audience, rung, reachable)) {
      const key = `${one.rung}:${one.memberId}`;
      if (!told.has(key)) told.set(key, one);
    }
  }
  return [...told.values()];
}

/**
 * The recipients of a step as owner, superior or admin. For a deadline that is not statutory, an unreachable owner is
 * replaced only from the due day on. The owner stays in the log with the reason.
 */
function recipientsAs(
  row: TaskStaff,
  audience: Audience,
  rung: Rung,
  reachable: ReachableStaff,
): NewReminder[] {
  const reminder = (memberId: string, as: Audience, name = rung.name): NewReminder => ({
    rung: name,
    memberId,
    audience: as,
    at: rung.at,
    status: "waiting",
    reason: null,
  });
  switch (audience) {
    case "owner": {
      const own = [reminder(row.memberId, "owner")];
      const isEarly = !row.statutory && rung.name.startsWith("days-before");
      return reachable.members.has(row.memberId) || isEarly
        ? own
        : [...own, ...recipientsAs(row, "superior", rung, reachable)];
    }
    case "superior":
      return row.supervisorId !== null && reachable.members.has(row.supervisorId)
        ? [reminder(row.supervisorId, "superior")]
        : recipientsAs(row, "admin", rung, reachable);
    case "asker":
      return row.askerId !== null && row.askerId !== row.memberId && reachable.members.has(row.askerId)
        ? [reminder(row.askerId, "asker")]
        : [];
    case "admin":
      // An admin who owns the task knows of it. Of other deadlines admins are told once, in a list.
      return reachable.admins
        .filter((admin) => admin !== row.memberId)
        .map((admin) => reminder(admin, "admin", row.statutory ? rung.name : counted));
  }
}

/** The recipients in place of somebody who could not be written to: the next one up. */
export function replacements(
  row: TaskStaff,
  told: { readonly audience: Audience; readonly rung: string; readonly at: Date },
  reachable: ReachableStaff,
): NewReminder[] {
  const rung: Rung = { name: told.rung, at: told.at, to: [] };
  if (told.audience === "admin" || told.audience === "asker") return [];
  if (told.audience === "superior") return recipientsAs(row, "admin", rung, reachable);
  return recipientsAs(row, "owner", rung, reachable).filter(({ memberId }) => memberId !== row.memberId);
}

function suppressed(reason: ReminderReason) {
  return { status: "suppressed" as const, reason };
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
