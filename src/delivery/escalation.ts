import type { Audience } from "../practice/deadline.js";
import { type Hours, nextRung, type Rung, rungsBetween } from "../practice/ladder.js";
import { deadlineKeyOf } from "../records/due/deadlines.js";
import type { ReminderReason } from "../records/due/reminderState.js";
import type { ClaimedDeadline } from "./sql/claimDeadlines.js";

/** Who can be reached in an organisation: neither suspended, nor has the chat blocked the bot. */
export type ReachableStaff = { readonly members: ReadonlySet<string>; readonly admins: readonly string[] };

/** A reminder to be written: to whom, as what, and why it is not sent where it is not. */
export type NewReminder = {
  readonly rung: string;
  readonly memberId: string;
  readonly audience: Audience;
  readonly at: Date;
  readonly status: "waiting" | "suppressed";
  readonly reason: ReminderReason | null;
};

/** What one look at a deadline leads to. */
export type Escalated = {
  readonly reminders: readonly NewReminder[];
  readonly nextAt: Date | null;
  readonly snoozedUntil: Date | null;
};

const day = 86_400_000;

/** The rung under which a deadline is counted for the admins, once for each due version. */
const counted = "counted";

/**
 * Escalates a deadline as of `now`. The last rung that has come is sent. Earlier ones that were not sent, since the
 * bot was away, are noted as overtaken: one message tells all. A snooze silences its owner alone, and speaks again
 * at its end; of what the law sets see `silenceOf`.
 */
export function escalate(
  row: ClaimedDeadline,
  hours: Hours,
  reachable: ReachableStaff,
  now: Date,
): Escalated {
  const deadline = { ...row, key: deadlineKeyOf(row.key) };
  // What the law sets is first looked at when it is noted, which may be long after its clock began. Of all else the
  // day before is looked at as well: a look that failed was postponed, and nobody hears the same rung twice.
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
 * Why a person is not reminded though a rung has come: its owner put it off; or somebody has what the law sets in
 * hand, which quiets the repeats after the hour for the owner and the superior. All up to the hour itself always
 * sounds, and the admin always hears.
 */
export function silenceReason(
  { snoozedUntil, statutory, dueAt }: Pick<ClaimedDeadline, "snoozedUntil" | "statutory" | "dueAt">,
  { audience, at }: { readonly audience: string; readonly at: Date },
  now: Date,
): "snoozed" | "in-hand" | undefined {
  if (snoozedUntil === null || snoozedUntil <= now || audience === "admin") return undefined;
  if (statutory) return at > dueAt ? "in-hand" : undefined;
  return audience === "owner" ? "snoozed" : undefined;
}

/**
 * The end of a snooze speaks by itself where no rung falls on it. What the law sets was quiet only after its hour: an
 * end before it ends nothing.
 */
function afterSnooze({ snoozedUntil, statutory, dueAt }: ClaimedDeadline, now: Date): Rung | undefined {
  if (snoozedUntil === null || snoozedUntil > now || (statutory && snoozedUntil <= dueAt)) return undefined;
  const to: readonly Audience[] = statutory ? ["owner", "superior"] : ["owner"];
  return { name: `again-${snoozedUntil.toISOString().slice(0, 10)}`, at: snoozedUntil, to };
}

/** Whose task it is, and who supervises them. */
export type TaskStaff = Pick<ClaimedDeadline, "memberId" | "supervisorId" | "statutory">;

/** Who hears a rung. Whoever cannot be reached is replaced by the next one up. */
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
 * Who hears a rung as owner, superior or admin. Of what is not law an owner who cannot be reached is replaced from
 * the day it is due: before it nothing is wrong yet. The owner stays in the log, where the reason stands.
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
    case "admin":
      // An admin who is to do it knows. What is not law they hear of once, in a list.
      return reachable.admins
        .filter((admin) => admin !== row.memberId)
        .map((admin) => reminder(admin, "admin", row.statutory ? rung.name : counted));
  }
}

/** Who hears in the place of one who could not be written to after all: the next one up. */
export function replacements(
  row: TaskStaff,
  told: { readonly audience: Audience; readonly rung: string; readonly at: Date },
  reachable: ReachableStaff,
): NewReminder[] {
  const rung: Rung = { name: told.rung, at: told.at, to: [] };
  if (told.audience === "admin") return [];
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
