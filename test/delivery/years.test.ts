/**
 * Two years of an organisation, told in days: a few hundred deadlines that are done, moved, snoozed or forgotten, and
 * what their people hear. Pure: the ladder, the looks at it and the hour of the digest, without a database.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Escalated, escalate, type ReachableStaff } from "../../src/delivery/escalation.js";
import type { ClaimedDeadline } from "../../src/delivery/sql/claimDeadlines.js";
import { addDays, dateIn, daysBetween, endOfDay, timeIn } from "../../src/practice/calendar.js";
import { digestFrom, type Hours, nextRung } from "../../src/practice/ladder.js";
import { defaultRules } from "../../src/practice/rules.js";
import { dayCount } from "../../src/records/people/holidays.js";
import { parseRules } from "../../src/records/people/rules.js";

const zones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;
const first = "2026-12-01";
const days = 731;

type Fate = { readonly due: number; readonly doneAfter: number | null; readonly movedBy: number };
type Heard = {
  readonly id: string;
  readonly at: Date;
  readonly to: string;
  readonly rung: string;
  readonly version: number;
};

/** A year's deadline and what becomes of it, in days from its beginning. */
const fates = fc.array(
  fc.record({
    due: fc.integer({ min: 5, max: days - 30 }),
    doneAfter: fc.option(fc.integer({ min: -6, max: 12 }), { nil: null }),
    movedBy: fc.constantFrom(0, 0, 0, 7, -2),
  }),
  { minLength: 40, maxLength: 40 },
);

function hoursIn(zone: string, workingDaysOnly: boolean): Hours {
  const { calendar } = parseRules({ calendar: { daysOff: ["2027-03-08", "2028-02-29"] } });
  return { rules: { ...defaultRules.reminders, workingDaysOnly }, count: dayCount(zone, calendar) };
}

const reachable: ReachableStaff = { members: new Set(["ratna", "dedi"]), admins: ["sari"] };

/** Lives through the life of one deadline, looking each time it says it is to be looked at. */
function live(
  id: string,
  fate: Fate,
  hours: Hours,
  zone: string,
): { heard: Heard[]; done: Date | null; dues: Date[] } {
  const heard: Heard[] = [];
  const dueDay = addDays(first, fate.due);
  let dueAt = endOfDay(zone, dueDay);
  const dues = [dueAt];
  const begun = endOfDay(zone, addDays(dueDay, -10));
  // It is moved two days before it is due, in the middle of the day.
  const moved =
    fate.movedBy === 0 ? null : new Date(endOfDay(zone, addDays(dueDay, -2)).getTime() - 12 * 3_600_000);
  const lastDue = addDays(dueDay, fate.movedBy);
  const done =
    fate.doneAfter === null
      ? null
      : new Date(endOfDay(zone, addDays(lastDue, fate.doneAfter)).getTime() - 6 * 3_600_000);
  const end = done ?? endOfDay(zone, addDays(lastDue, 15));
  let version = 1;
  const row = (nextAt: Date): ClaimedDeadline => ({
    id,
    organizationId: "lks",
    memberId: "ratna",
    supervisorId: "dedi",
    key: "evaluation",
    statutory: false,
    startsAt: begun,
    dueAt,
    dueVersion: version,
    nextAt,
    snoozedUntil: null,
    askerId: null,
    restricted: false,
    zone,
    rules: {},
  });
  let nextAt: Date | null = nextRung({ ...row(begun), key: "evaluation" }, hours, begun)?.at ?? null;
  while (nextAt !== null && nextAt <= end) {
    if (moved !== null && version === 1 && nextAt > moved) {
      version = 2;
      dueAt = endOfDay(zone, lastDue);
      dues.push(dueAt);
      nextAt = nextRung({ ...row(moved), key: "evaluation" }, hours, moved)?.at ?? null;
      continue;
    }
    const now: Date = nextAt;
    const escalated: Escalated = escalate(row(nextAt), "evaluation", hours, reachable, now);
    for (const { rung, memberId, status } of escalated.reminders) {
      if (status === "waiting") heard.push({ id, at: digestFrom(now, hours), to: memberId, rung, version });
    }
    nextAt = escalated.nextAt;
  }
  return { heard, done, dues };
}

describe.each(zones)("two years in %s", (zone) => {
  test.each([true, false])(
    "what must be heard is, and nothing else (days off kept: %s)",
    (workingDaysOnly) => {
      const hours = hoursIn(zone, workingDaysOnly);
      const isDay = (date: string) => !workingDaysOnly || hours.count.isWorkingDay(date);
      fc.assert(
        fc.property(fates, (all) => {
          for (const [index, fate] of all.entries()) {
            const { heard, done, dues } = live(`d${index}`, fate, hours, zone);
            const own = heard.filter(({ to }) => to === "ratna");
            const lastDue = dateIn(zone, dues.at(-1) ?? new Date(0));
            for (const { at, to, rung, version } of heard) {
              const date = dateIn(zone, at);
              // Never at another hour, never in the quiet, never on a day off, never after it was done.
              expect(timeIn(zone, at)).toBe("07:30");
              expect(isDay(date)).toBe(true);
              if (done !== null) expect(at < done).toBe(true);
              // Never of a date that has moved.
              if (version === 1 && dues.length === 2) {
                expect(date <= addDays(first, fate.due - 2)).toBe(true);
              }
              const late = daysBetween(lastDue, date);
              if (to === "dedi") expect(late).toBeGreaterThanOrEqual(3);
              if (to === "sari") expect([rung, late >= 7]).toEqual(["counted", true]);
            }
            // Nobody hears the same rung of the same date twice; a person hears of it once a day.
            const identities = own.map(({ rung, version }) => `${version} ${rung}`);
            expect(new Set(identities).size).toBe(identities.length);
            const mornings = own.map(({ at }) => at.getTime());
            expect(new Set(mornings).size).toBe(mornings.length);
            // What is not done is heard of on every day it is late on which there is a digest.
            const until = done === null ? addDays(lastDue, 15) : dateIn(zone, done);
            for (let date = addDays(lastDue, 1); date <= until; date = addDays(date, 1)) {
              if (!isDay(date)) continue;
              expect(own.some(({ at }) => dateIn(zone, at) === date)).toBe(true);
              if (daysBetween(lastDue, date) >= 3) {
                expect(heard.some(({ at, to }) => to === "dedi" && dateIn(zone, at) === date)).toBe(true);
              }
            }
            // By the day itself whoever has not done it has heard of it.
            if ((done === null || done > endOfDay(zone, lastDue)) && fate.movedBy >= 0) {
              expect(own.some(({ at }) => at <= endOfDay(zone, lastDue))).toBe(true);
            }
          }
        }),
        { numRuns: 12, seed: 20261124 },
      );
    },
  );
});
