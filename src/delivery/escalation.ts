import type { Audience } from "../practice/deadline.js";
import { type Hours, nextRung, type Rung, rungsBetween } from "../practice/ladder.js";
import { deadlineKeyOf } from "../records/due/deadlines.js";
import type { ReminderReason } from "../records/due/reminderState.js";
import type { ClaimedDeadline } from "./sql/claimDeadlines.js";

/** Who serves in an organisation, as far as reminding goes. */
export type Serving = { readonly members: ReadonlySet<string>; readonly admins: readonly string[] };

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

/** What the rung is called by which the admins count a deadline: once for each due version. */
const counted = "counted";

/**
 * One look at a deadline at `now`. The last rung that has come is spoken of; those before it that nobody spoke of,
 * since the bot was away, are noted as overtaken: one message tells all. A snooze silences its owner alone, and
 * speaks again at its end.
 */
export function escalate(row: ClaimedDeadline, hours: Hours, serving: Serving, now: Date): Escalated {
  const deadline = { ...row, key: deadlineKeyOf(row.key) };
  // What the law sets is first looked at when it is noted, which may be long after its clock began. Of all else the
  // day before is looked at as well: a look that failed was put off, and nobody hears the same rung twice.
  const from = row.statutory ? row.startsAt.getTime() : row.nextAt.getTime() - day;
  const passed = rungsBetween(deadline, hours, new Date(from - 1), now);
  const silent = row.snoozedUntil !== null && row.snoozedUntil > now;
  const missed = passed.filter(({ at }) => at >= row.nextAt);
  const present = missed.pop() ?? afterSnooze(row, now) ?? passed.at(-1);
  const reminders = missed.map(({ name, at }) => ({
    ...suppressed("overtaken"),
    rung: name,
    at,
    memberId: row.memberId,
    audience: "owner" as const,
  }));
  const told = present === undefined ? [] : recipients(row, present, serving);
  const snoozed = silent && !row.statutory;
  const speaking = told.map(
    (one): NewReminder => (snoozed && one.audience === "owner" ? { ...one, ...suppressed("snoozed") } : one),
  );
  const next = nextRung(deadline, hours, now)?.at ?? null;
  return {
    reminders: [...reminders, ...speaking],
    nextAt: silent ? earlier(next, row.snoozedUntil) : next,
    snoozedUntil: silent ? row.snoozedUntil : null,
  };
}

/** The end of a snooze speaks by itself where no rung falls on it. */
function afterSnooze({ snoozedUntil }: ClaimedDeadline, now: Date): Rung | undefined {
  if (snoozedUntil === null || snoozedUntil > now) return undefined;
  return { name: `again-${snoozedUntil.toISOString().slice(0, 10)}`, at: snoozedUntil, to: ["owner"] };
}

/**
 * Who hears a rung. Where nobody supervises its owner, or the supervisor does not serve, it goes to the admins: of
 * what the law sets by its code, of all else as one more in a number.
 */
function recipients(row: ClaimedDeadline, rung: Rung, { members, admins }: Serving): NewReminder[] {
  const { memberId, supervisorId, statutory } = row;
  const told = new Map<string, NewReminder>();
  const tell = (to: string, audience: Audience, name = rung.name) => {
    const key = `${name}:${to}`;
    if (told.has(key)) return;
    told.set(key, { rung: name, memberId: to, audience, at: rung.at, status: "waiting", reason: null });
  };
  for (const audience of rung.to) {
    if (audience === "owner") tell(memberId, "owner");
    if (audience === "superior" && supervisorId !== null && members.has(supervisorId)) {
      tell(supervisorId, "superior");
    } else if (audience !== "owner") {
      const others = admins.filter((admin) => admin !== memberId || !statutory);
      for (const admin of others) {
        tell(admin, "admin", statutory ? rung.name : counted);
      }
    }
  }
  return [...told.values()];
}

function suppressed(reason: ReminderReason) {
  return { status: "suppressed" as const, reason };
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
