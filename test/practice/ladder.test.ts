import { describe, expect, test } from "vitest";
import { addDays, dateIn, endOfDay, timeIn, weekdayOf } from "../../src/practice/calendar.js";
import type { DayCount } from "../../src/practice/deadline.js";
import { accreditationExpires } from "../../src/practice/deadlines/accreditationRenewal.js";
import { strExpires } from "../../src/practice/deadlines/strRenewal.js";
import { deadlineOf } from "../../src/practice/deadlines.js";
import {
  type Dated,
  digestFrom,
  type Hours,
  isQuiet,
  nextRung,
  type Rung,
  rungsBetween,
} from "../../src/practice/ladder.js";
import { defaultRules, type ReminderRules } from "../../src/practice/rules.js";

const zones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;

function hoursIn(zone: string, rules: Partial<ReminderRules> = {}, isWorkingDay = () => true): Hours {
  const count: DayCount = { zone, isWorkingDay };
  return { rules: { ...defaultRules.reminders, ...rules }, count };
}

const jakarta = hoursIn("Asia/Jakarta");
const weekdays = { workingDaysOnly: true };
const monToFri = (date: string) => weekdayOf(date) <= 5;

/** An evaluation due on a day, begun a month before. */
function due(date: string, zone = "Asia/Jakarta"): Dated {
  return {
    key: "evaluation",
    startsAt: new Date(endOfDay(zone, date).getTime() - 30 * 86_400_000),
    dueAt: endOfDay(zone, date),
  };
}

/** A clock of the law of 3 × 24 hours. */
function law(startsAt: string): Dated {
  const at = new Date(startsAt);
  return {
    key: "child-victim-report",
    startsAt: at,
    dueAt: new Date(at.getTime() + 72 * 3_600_000),
  };
}

/** Rungs as `day time name: who`, in local time. */
function told(rungs: readonly Rung[], zone = "Asia/Jakarta"): string[] {
  return rungs.map(({ name, at, to }) => `${dateIn(zone, at)} ${timeIn(zone, at)} ${name}: ${to.join(" ")}`);
}

const long = new Date("2020-01-01T00:00:00Z");
const at = (text: string) => new Date(text);

describe("a practice deadline", () => {
  test("speaks 3 days and 1 day before, on the day, then daily, and brings in others", () => {
    const rungs = rungsBetween(due("2026-11-20"), jakarta, long, at("2026-11-28T12:00:00Z"));
    expect(told(rungs)).toEqual([
      "2026-11-17 07:30 days-before-3: owner",
      "2026-11-19 07:30 days-before-1: owner",
      "2026-11-20 07:30 due: owner",
      "2026-11-21 07:30 days-late-1: owner",
      "2026-11-22 07:30 days-late-2: owner",
      "2026-11-23 07:30 days-late-3: owner superior",
      "2026-11-24 07:30 days-late-4: owner superior",
      "2026-11-25 07:30 days-late-5: owner superior",
      "2026-11-26 07:30 days-late-6: owner superior",
      "2026-11-27 07:30 days-late-7: owner superior admin",
      "2026-11-28 07:30 days-late-8: owner superior admin",
    ]);
  });

  test("speaks only of what lies ahead when it begins late", () => {
    const next = nextRung(due("2026-11-20"), jakarta, at("2026-11-19T03:00:00Z"));
    expect(next && told([next])).toEqual(["2026-11-20 07:30 due: owner"]);
    const late = nextRung(due("2026-11-20"), jakarta, at("2027-11-20T03:00:00Z"));
    expect(late && told([late])).toEqual(["2027-11-21 07:30 days-late-366: owner superior admin"]);
  });

  test("at the hour and after the days that the organisation set", () => {
    const hours = hoursIn("Asia/Jakarta", { digestAt: "08:15", superiorAfter: 1, adminAfter: 2 });
    const rungs = rungsBetween(
      due("2026-11-20"),
      hours,
      at("2026-11-20T00:00:00Z"),
      at("2026-11-22T12:00:00Z"),
    );
    expect(told(rungs)).toEqual([
      "2026-11-20 08:15 due: owner",
      "2026-11-21 08:15 days-late-1: owner superior",
      "2026-11-22 08:15 days-late-2: owner superior admin",
    ]);
  });

  test("where days off are kept: before and on the day comes earlier, overdue not at all", () => {
    // 22 November 2026 is a Sunday.
    const hours = hoursIn("Asia/Jakarta", weekdays, monToFri as () => boolean);
    const rungs = rungsBetween(due("2026-11-22"), hours, long, at("2026-11-29T12:00:00Z"));
    expect(told(rungs)).toEqual([
      "2026-11-19 07:30 days-before-3: owner",
      "2026-11-20 07:30 due: owner",
      "2026-11-23 07:30 days-late-1: owner",
      "2026-11-24 07:30 days-late-2: owner",
      "2026-11-25 07:30 days-late-3: owner superior",
      "2026-11-26 07:30 days-late-4: owner superior",
      "2026-11-27 07:30 days-late-5: owner superior",
    ]);
  });

  test("days off bring it as ever where the organisation does not say so", () => {
    const hours = hoursIn("Asia/Jakarta", {}, monToFri as () => boolean);
    expect(told(rungsBetween(due("2026-11-22"), hours, long, at("2026-11-22T12:00:00Z")))).toEqual([
      "2026-11-19 07:30 days-before-3: owner",
      "2026-11-21 07:30 days-before-1: owner",
      "2026-11-22 07:30 due: owner",
    ]);
  });

  test("a calendar without any working day is an error, not an endless search", () => {
    const never = hoursIn("Asia/Jakarta", weekdays, () => false);
    expect(() => nextRung(due("2026-11-22"), never, long)).toThrow(/no working day/);
  });
});

describe("what is brought to its owner when it begins", () => {
  const approval = (startsAt: string, days = 3): Dated => ({
    key: "approval",
    startsAt: at(startsAt),
    dueAt: endOfDay("Asia/Jakarta", addDays(dateIn("Asia/Jakarta", at(startsAt)), days)),
  });

  test.each([
    // 20.00 to 06.00 in Jakarta are 13.00 to 23.00 in UTC.
    [
      "by day: a message of its own, no digest",
      "2026-11-24T12:59:00Z",
      3,
      "2026-11-26 07:30 days-before-1: owner",
    ],
    ["in the evening: in the next digest", "2026-11-24T13:00:00Z", 3, "2026-11-25 07:30 at-once: owner"],
    [
      "after midnight: in the digest of the same day",
      "2026-11-24T22:59:00Z",
      5,
      "2026-11-25 07:30 at-once: owner",
    ],
    [
      "in the morning before the digest: a message of its own",
      "2026-11-24T23:00:00Z",
      5,
      "2026-11-27 07:30 days-before-3: owner",
    ],
    ["due on that very day: that is said", "2026-11-24T13:00:00Z", 1, "2026-11-25 07:30 due: owner"],
  ])("%s", (_, startsAt, days, wanted) => {
    const next = nextRung(approval(startsAt, days), jakarta, at(startsAt));
    expect(next && told([next])).toEqual([wanted]);
  });

  test("on a Friday night, where days off are kept, on Monday; in the order of the days", () => {
    const hours = hoursIn("Asia/Jakarta", weekdays, monToFri as () => boolean);
    const night = approval("2026-11-20T15:00:00Z", 7);
    expect(told(rungsBetween(night, hours, night.startsAt, at("2026-11-25T00:00:00Z")))).toEqual([
      "2026-11-23 07:30 at-once: owner",
      "2026-11-24 07:30 days-before-3: owner",
    ]);
  });
});

test("who waits for a decision hears when it is late, and when somebody above hears for the first time", () => {
  const heard = (rules: Partial<ReminderRules>) =>
    rungsBetween(
      { ...due("2026-11-20"), key: "approval" },
      hoursIn("Asia/Jakarta", rules),
      at("2026-11-20T03:00:00Z"),
      at("2026-12-20T03:00:00Z"),
    ).flatMap(({ name, to }) => (to.includes("asker") ? [name] : []));
  expect(heard({})).toEqual(["days-late-1", "days-late-3", "days-late-7"]);
  expect(heard({ superiorAfter: 1, adminAfter: 10 })).toEqual(["days-late-1", "days-late-10"]);
});

test("where days off are kept, that is on the next working day", () => {
  const rungs = rungsBetween(
    { ...due("2026-11-20"), key: "approval" },
    hoursIn("Asia/Jakarta", weekdays, monToFri as () => boolean),
    at("2026-11-20T03:00:00Z"),
    at("2026-11-29T03:00:00Z"),
  );
  // The 20th is a Friday.
  expect(rungs.flatMap(({ name, to }) => (to.includes("asker") ? [name] : []))).toEqual([
    "days-late-3",
    "days-late-7",
  ]);
});

describe("a form that lies idle", () => {
  const idle = (date: string): Dated => ({ ...due(date), key: "draft-idle" });

  test("speaks on the day it is idle, never before, then ever more rarely", () => {
    const rungs = rungsBetween(idle("2026-11-20"), jakarta, long, at("2026-12-12T12:00:00Z"));
    expect(told(rungs)).toEqual([
      "2026-11-20 07:30 due: owner",
      "2026-11-22 07:30 days-late-2: owner",
      "2026-11-24 07:30 days-late-4: owner superior",
      "2026-11-27 07:30 days-late-7: owner superior",
      "2026-12-04 07:30 days-late-14: owner superior",
      "2026-12-11 07:30 days-late-21: owner superior",
    ]);
  });

  test("a reminder of every week that falls on a day off comes on the next working day, not never", () => {
    // Sunday 22 November: every seventh day is a Sunday too.
    const hours = hoursIn("Asia/Jakarta", weekdays, monToFri as () => boolean);
    const rungs = rungsBetween(
      idle("2026-11-22"),
      hours,
      at("2026-11-27T12:00:00Z"),
      at("2026-12-15T12:00:00Z"),
    );
    // Asked after the day off and before the morning it was put off to.
    const next = nextRung(idle("2026-11-22"), hours, at("2026-11-30T00:00:00Z"));
    expect(next && told([next])).toEqual(["2026-11-30 07:30 days-late-8: owner superior"]);
    expect(told(rungs)).toEqual([
      "2026-11-30 07:30 days-late-8: owner superior",
      "2026-12-07 07:30 days-late-15: owner superior",
      "2026-12-14 07:30 days-late-22: owner superior",
    ]);
  });
});

describe("a statutory deadline", () => {
  test("speaks at once, 24, 6 and 1 hours before, at the hour, 6, 12 and 24 hours after, then each morning", () => {
    const rungs = rungsBetween(law("2026-11-20T15:40:00Z"), jakarta, long, at("2026-11-27T10:00:00Z"));
    expect(told(rungs)).toEqual([
      "2026-11-20 22:40 at-once: owner superior",
      "2026-11-22 22:40 hours-before-24: owner superior",
      "2026-11-23 16:40 hours-before-6: owner superior",
      "2026-11-23 21:40 hours-before-1: owner superior",
      "2026-11-23 22:40 due: owner superior",
      "2026-11-24 04:40 hours-late-6: owner superior",
      "2026-11-24 10:40 hours-late-12: owner superior",
      "2026-11-24 22:40 hours-late-24: owner superior admin",
      "2026-11-25 07:30 days-late-2: owner superior admin",
      "2026-11-26 07:30 days-late-3: owner superior admin",
      "2026-11-27 07:30 days-late-4: owner superior admin",
    ]);
  });

  test("is not moved by quiet hours, days off or the organisation's rules", () => {
    const strict = hoursIn("Asia/Jakarta", { ...weekdays, superiorAfter: 30, adminAfter: 60 }, () => false);
    const clock = law("2026-11-20T15:40:00Z");
    const until = at("2026-11-25T00:00:00Z");
    expect(rungsBetween(clock, strict, long, until)).toEqual(rungsBetween(clock, jakarta, long, until));
  });

  test("a clock of months speaks 30 and 7 days before as well", () => {
    const months: Dated = { ...law("2026-01-01T00:00:00Z"), dueAt: endOfDay("Asia/Jakarta", "2026-07-01") };
    const rungs = rungsBetween(months, jakarta, long, at("2026-06-30T17:00:00Z"));
    expect(rungs.map(({ name }) => name)).toEqual([
      "at-once",
      "hours-before-720",
      "hours-before-168",
      "hours-before-24",
    ]);
  });

  test("the first of the mornings keeps six hours from the 24th hour", () => {
    // Due at 01.30 local: the 24th hour is 01.30 of the next day, just six hours before the morning.
    const near = rungsBetween(
      law("2026-11-20T18:30:00Z"),
      jakarta,
      at("2026-11-24T12:00:00Z"),
      at("2026-11-26T02:00:00Z"),
    );
    expect(told(near)).toEqual([
      "2026-11-25 01:30 hours-late-24: owner superior admin",
      "2026-11-25 07:30 days-late-1: owner superior admin",
      "2026-11-26 07:30 days-late-2: owner superior admin",
    ]);
    const nearer = rungsBetween(
      law("2026-11-20T18:31:00Z"),
      jakarta,
      at("2026-11-24T12:00:00Z"),
      at("2026-11-26T02:00:00Z"),
    );
    expect(told(nearer).slice(1)).toEqual(["2026-11-26 07:30 days-late-2: owner superior admin"]);
  });

  test("a clock noted when it is over does not speak of what lies before its beginning", () => {
    const short: Dated = { ...law("2026-11-20T15:40:00Z"), dueAt: at("2026-11-20T17:40:00Z") };
    expect(rungsBetween(short, jakarta, long, short.dueAt).map(({ name }) => name)).toEqual([
      "at-once",
      "hours-before-1",
      "due",
    ]);
  });

  test("years late it still speaks each morning, also on days off", () => {
    const strict = hoursIn("Asia/Jakarta", weekdays, () => false);
    const next = nextRung(law("2016-11-20T15:40:00Z"), strict, at("2026-11-20T16:00:00Z"));
    expect(next?.at.toISOString()).toBe("2026-11-21T00:30:00.000Z");
  });
});

test("an accreditation speaks a year, half a year, a quarter, a month and a week before it ends, and monthly after it", () => {
  const rungs = rungsBetween(
    deadlineOf("accreditation-renewal", accreditationExpires("2028-03-12", "Asia/Jakarta", "a")),
    hoursIn("Asia/Jakarta"),
    long,
    at("2028-05-15T00:00:00Z"),
  );
  expect(told(rungs, "Asia/Jakarta")).toEqual([
    "2027-03-13 07:30 days-before-365: owner",
    "2027-09-12 07:30 days-before-182: owner",
    "2027-12-12 07:30 days-before-91: owner",
    "2028-02-11 07:30 days-before-30: owner",
    "2028-03-05 07:30 days-before-7: owner",
    "2028-03-12 07:30 due: owner",
    "2028-03-19 07:30 days-late-7: owner admin",
    "2028-04-11 07:30 days-late-30: owner admin",
    "2028-05-11 07:30 days-late-60: owner admin",
  ]);
});

test.each(zones)(
  "an STR speaks 180, 90, 30 and 7 days before it ends and on the day, then no more (%s)",
  (zone) => {
    const rungs = rungsBetween(
      deadlineOf("str-renewal", strExpires("2028-02-29", zone, "m")),
      hoursIn(zone),
      long,
      at("2030-01-01T00:00:00Z"),
    );
    expect(told(rungs, zone)).toEqual([
      "2027-09-02 07:30 days-before-180: owner",
      "2027-12-01 07:30 days-before-90: owner",
      "2028-01-30 07:30 days-before-30: owner",
      "2028-02-22 07:30 days-before-7: owner",
      "2028-02-29 07:30 due: owner",
    ]);
  },
);

describe("when a digest may leave", () => {
  const local = (instant: Date) => `${dateIn("Asia/Jakarta", instant)} ${timeIn("Asia/Jakarta", instant)}`;
  const from = (text: string, hours = jakarta) => local(digestFrom(at(text), hours));

  test.each([
    ["at its hour", "2026-11-24T00:30:00Z", "2026-11-24 07:30"],
    ["late, while it is not quiet", "2026-11-24T08:00:00Z", "2026-11-24 15:00"],
    ["before its hour it waits", "2026-11-23T23:30:00Z", "2026-11-24 07:30"],
    ["in the quiet evening it waits for the morning", "2026-11-24T13:00:00Z", "2026-11-25 07:30"],
    ["in the quiet night too", "2026-11-24T18:00:00Z", "2026-11-25 07:30"],
  ])("%s", (_, now, then) => expect(from(now)).toBe(then));

  test("on a day off it waits for the next working day, where the organisation keeps them", () => {
    const hours = hoursIn("Asia/Jakarta", weekdays, monToFri as () => boolean);
    expect(from("2026-11-21T03:00:00Z", hours)).toBe("2026-11-23 07:30");
    expect(from("2026-11-21T03:00:00Z")).toBe("2026-11-21 10:00");
  });

  test.each([
    ["21:00", true],
    ["20:00", true],
    ["05:59", true],
    ["06:00", false],
    ["12:00", false],
  ])("quiet over midnight at %s: %s", (time, quiet) => {
    expect(isQuiet(time, { from: "20:00", to: "06:00" })).toBe(quiet);
  });
  test("quiet within a day", () => {
    expect(["11:59", "12:00", "13:00"].map((time) => isQuiet(time, { from: "12:00", to: "13:00" }))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe.each(zones)("over two years in %s", (zone) => {
  const hours = hoursIn(zone);
  const working = hoursIn(zone, weekdays, monToFri as () => boolean);
  const days = Array.from({ length: 731 }, (_, index) => addDays("2026-12-01", index));

  test("whatever day it is due, the ladder stands on the very days, at the hour of the digest", () => {
    for (const date of days) {
      const rungs = rungsBetween(due(date, zone), hours, long, endOfDay(zone, addDays(date, 8)));
      expect(rungs.map((rung) => dateIn(zone, rung.at))).toEqual(
        [-3, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8].map((offset) => addDays(date, offset)),
      );
      expect(new Set(rungs.map((rung) => timeIn(zone, rung.at)))).toEqual(new Set(["07:30"]));
    }
  });

  test("where days off are kept nobody hears on one, and never two of one deadline on one day", () => {
    for (const date of days) {
      const rungs = rungsBetween(due(date, zone), working, long, endOfDay(zone, addDays(date, 10)));
      const heard = rungs.map((rung) => dateIn(zone, rung.at));
      expect(heard.every(monToFri)).toBe(true);
      expect(new Set(heard).size).toBe(heard.length);
      // Whoever waits for it hears by the day itself at the latest.
      expect(heard.some((day) => day <= date)).toBe(true);
    }
  });

  test("asked step by step, the ladder is the same as asked at once", () => {
    for (const date of ["2027-02-28", "2028-02-29", "2027-12-31", "2028-01-01", "2027-03-31"]) {
      const until = endOfDay(zone, addDays(date, 9));
      const steps: Rung[] = [];
      for (let after = long; ; ) {
        const rung = nextRung(due(date, zone), hours, after);
        if (rung === undefined || rung.at > until) break;
        steps.push(rung);
        after = rung.at;
      }
      expect(steps).toEqual(rungsBetween(due(date, zone), hours, long, until));
    }
  });
});
