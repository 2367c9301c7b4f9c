import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { accreditationOf } from "../../../src/practice/exports/accreditation.js";
import { pseudonymOf, relativeId } from "../../../src/practice/exports/pseudonyms.js";
import {
  bandsIn,
  defaultRecap,
  periodOf,
  type RecapRow,
  recapOf,
} from "../../../src/practice/exports/recap.js";
import {
  exportSubjects,
  naturesOf,
  standardColumns,
  subjects,
} from "../../../src/practice/exports/subjects.js";
import type { Value } from "../../../src/practice/form.js";
import { leftOut } from "../../../src/practice/reports/countable.js";
import { isSmall, maskTable } from "../../../src/practice/reports/smallNumbers.js";
import { approach, assessment, caseOf, morning, plan, session } from "../cases.js";
import { recorded, zone } from "./recorded.js";

const person = (answers: Record<string, Value>, on = "2026-11-02") =>
  recorded([{ ...approach, on, answers: { ...approach.answers, ...answers } }]);
const period = periodOf("2026-11-26", "month");

test("months, half-years and years, and those before", () => {
  expect(period).toEqual({ from: "2026-11-01", to: "2026-11-30" });
  expect(periodOf("2026-11-26", "month", 9)).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(periodOf("2026-11-26", "semester")).toEqual({ from: "2026-07-01", to: "2026-12-31" });
  expect(periodOf("2026-11-26", "semester", 2)).toEqual({ from: "2025-07-01", to: "2025-12-31" });
  expect(periodOf("2026-01-01", "year", 1)).toEqual({ from: "2025-01-01", to: "2025-12-31" });
});

test.each([
  ["0, 6, 13, 18, 60", [0, 6, 13, 18, 60]],
  ["0;18", [0, 18]],
  ["0", undefined],
  ["1 18", undefined],
  ["0 18 18", undefined],
  ["0-5, 6-12", undefined],
  ["0 200", undefined],
])("bands as they are typed: %j", (text, bands) => {
  expect(bandsIn(text)).toEqual(bands);
});

const people = [
  person({ ppks: "anak-telantar", sex: "female", birth: { date: "2014-11-30" } }),
  person({ ppks: "anak-telantar", sex: "male", birth: { age: 5, asOf: "2026-11-02" } }),
  person({ ppks: "lansia-telantar", sex: "female", birth: { age: 71, asOf: "2026-11-02" } }),
  person({ ppks: "lansia-telantar", sex: "female" }),
  person({ birth: { age: 30, asOf: "2026-11-02" }, sex: "male" }),
  recorded(
    [{ ...approach, answers: { level: "family", headSex: "male", headBirth: { date: "1980-01-01" } } }],
    {
      level: "family",
    },
  ),
  recorded([{ ...approach, answers: { level: "group", ppks: "korban-bencana-alam" } }], { level: "group" }),
  person({ ppks: "anak-telantar", sex: "male", birth: { date: "2020-01-01" } }, "2026-12-01"),
  person({ ppks: "anak-telantar", sex: "male", birth: { date: "2020-01-01" } }, "2026-10-01"),
];

test("a recap counts each client once, where their sex and age are on the last day of the period", () => {
  const of = { period, count: "new", zone, masked: false } as const;
  const recap = recapOf(people, defaultRecap, of);
  expect(recap.counted).toBe(7);
  expect(recap.table.sum).toBe(7);
  expect(recap.rows).toHaveLength(27);
  const row = (kind: RecapRow) => recap.table.cells[recap.rows.indexOf(kind)] ?? [];
  const column = (from: number, sex: string) =>
    recap.columns.findIndex((one) => one.kind === "band" && one.from === from && one.sex === sex);
  // Twelve on the last day of November, though born on it.
  expect(row("anak-telantar")[column(6, "female")]).toBe(1);
  expect(row("anak-telantar")[column(0, "male")]).toBe(1);
  expect(row("lansia-telantar")[column(60, "female")]).toBe(1);
  expect(row("lansia-telantar").at(-1)).toBe(1);
  expect(row("unknown")[column(18, "male")]).toBe(2);
  expect(row("korban-bencana-alam")[recap.columns.findIndex(({ kind }) => kind === "groups")]).toBe(1);
  expect(recapOf(people, defaultRecap, { ...of, count: "served" }).counted).toBe(8);
});

test("columns are the institution's: bands alone, without groups, only kinds that occur", () => {
  const settings = { bands: [0, 18], bySex: false, groups: false, emptyRows: false };
  const recap = recapOf(people, settings, { period, count: "new", zone, masked: true });
  expect(recap.columns.map((column) => (column.kind === "band" ? column.from : column.kind))).toEqual([
    0,
    18,
    "unknown",
  ]);
  expect(recap.rows).toEqual(["anak-telantar", "lansia-telantar", "korban-bencana-alam", "unknown"]);
  expect(recap.table.cells.flat().filter((cell) => cell !== 0)).toEqual([null, null, null, null, null]);
});

test("a masked table tells no small number, nor one that its sums would give away", () => {
  const { cells, rowSums, columnSums, sum } = maskTable([
    [12, 3, 0],
    [7, 9, 6],
    [20, 30, 8],
  ]);
  expect(sum).toBe(95);
  expect(rowSums).toEqual([15, 22, 58]);
  expect(columnSums).toEqual([39, 42, 14]);
  expect(cells[0]).toEqual([null, null, 0]);
  for (const line of [...cells, ...[0, 1, 2].map((x) => cells.map((row) => row[x]))])
    expect(line.filter((cell) => cell === null)).not.toHaveLength(1);
  expect(maskTable([[0, 0]]).cells).toEqual([[0, 0]]);
  expect(maskTable([[4]])).toEqual({ cells: [[null]], rowSums: [null], columnSums: [null], sum: null });
  // 22 less 20 are two, so that both would be one; and of eight both four.
  expect(maskTable([[1], [1], [20]]).cells).toEqual([[null], [null], [null]]);
  expect(maskTable([[4], [4], [20], [30]]).cells).toEqual([[null], [null], [null], [30]]);
  expect(maskTable([[2], [4], [20]]).cells).toEqual([[null], [null], [20]]);
  expect([0, 1, 4, 5].map(isSmall)).toEqual([false, true, true, false]);
});

test("whoever did not agree is no number: agreed, refused, not asked, restricted, erased", () => {
  const standing = { restrictedAt: null, erasedAt: null };
  const agreed = caseOf([{ ...approach, answers: { ...approach.answers, dataConsent: true } }]);
  expect(leftOut(agreed, standing)).toBeUndefined();
  expect(leftOut(agreed, { ...standing, restrictedAt: morning("2026-11-20") })).toBe("restricted");
  expect(leftOut(agreed, { ...standing, erasedAt: morning("2026-11-20") })).toBe("erased");
  expect(leftOut(caseOf([]), standing)).toBe("not-asked");
  const refused = caseOf([{ ...approach, answers: { ...approach.answers, dataConsent: false } }]);
  expect(leftOut(refused, standing)).toBe("no-consent");
});

test("an assessor's counts: by kind, by level, by month, results", () => {
  const served = recorded(
    [
      { ...approach, answers: { ...approach.answers, ppks: "anak-telantar" } },
      { ...plan, answers: { ...plan.answers, "goals.0.statement": "Sekolah" } },
      session,
      { form: "evaluation", on: "2026-11-20", answers: { date: "2026-11-20", "attainment.0.level": 1 } },
      { form: "referral", on: "2026-11-21", answers: { sentOn: "2026-11-21", status: "accepted" } },
    ],
    { closed: { outcome: "terminated", at: morning("2026-11-25") } },
  );
  const view = accreditationOf([served, person({}, "2026-12-02")], periodOf("2026-11-26", "semester"), zone);
  expect(view.byKind).toEqual([
    { kind: "anak-telantar", counts: { served: 1, opened: 1, open: 0, closed: 1 } },
    { kind: "unknown", counts: { served: 1, opened: 1, open: 1, closed: 0 } },
  ]);
  expect(view.total).toEqual({ served: 2, opened: 2, open: 1, closed: 1 });
  expect(view.months).toHaveLength(6);
  expect(view.months[4]).toEqual({
    month: "2026-11-01",
    opened: 1,
    closed: 1,
    sessions: 1,
    plans: 1,
    evaluations: 1,
    referrals: 1,
    aftercare: 0,
  });
  expect(view.results).toEqual({
    evaluated: 1,
    meanScore: 60,
    goalsAsExpected: 1,
    goals: 1,
    referralsAnswered: 1,
    referrals: 1,
    terminated: 1,
    closed: 1,
  });
});

test("the sheets of an export: what nobody chose tells neither a name nor a story", () => {
  for (const subject of exportSubjects) {
    const standard = standardColumns(subject);
    expect(standard.length).toBeGreaterThan(2);
    expect(naturesOf(subject, standard).size).toBe(0);
    const keys = subjects[subject].columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
  expect([...naturesOf("cases", ["code", "problem", "sex"])].sort()).toEqual(["identity", "narrative"]);
});

test("rows of the sheets: one a case, a form, a day of contact, a goal with its newest level, a relative", () => {
  const record = recorded(
    [
      { ...approach, answers: { ...approach.answers, contactDate: "2026-11-02" } },
      {
        ...assessment,
        answers: {
          "family.0": true,
          "family.0.name": "Rohmah",
          "family.0.birth": { age: 40, asOf: "2026-11-09" },
        },
      },
      {
        ...plan,
        answers: {
          ...plan.answers,
          "goals.0.statement": "A",
          "goals.1.statement": "B",
          "goals.0.targetDate": "2026-12-01",
        },
      },
      session,
      { form: "evaluation", on: "2026-11-20", answers: { date: "2026-11-20", "attainment.0.level": -1 } },
      { form: "evaluation", on: "2026-11-24", answers: { date: "2026-11-24", "attainment.0.level": 2 } },
      { form: "session", on: "2026-11-25", status: "draft", answers: { date: "2026-11-25" } },
    ],
    {
      deadlines: [
        {
          key: "plan",
          statutory: false,
          startsAt: morning("2026-11-09"),
          dueAt: morning("2026-11-16"),
          doneAt: morning("2026-11-17"),
          cancelledAt: null,
        },
        {
          key: "evaluation",
          statutory: false,
          startsAt: morning("2026-11-09"),
          dueAt: morning("2026-11-25"),
          doneAt: null,
          cancelledAt: null,
        },
      ],
    },
  );
  const moment = { today: "2026-11-26", zone };
  const table = (subject: (typeof exportSubjects)[number], keys: readonly string[]) =>
    subjects[subject].rows(record, moment).map((row) =>
      keys.map((key) => {
        const value = subjects[subject].columns.find((column) => column.key === key)?.read(row, moment);
        return value === undefined ? null : Object.values(value).at(-1);
      }),
    );
  expect(table("cases", ["client", "sessions"])).toEqual([["client-1", 1]]);
  expect(table("forms", ["form", "sequence"])).toHaveLength(7);
  expect(table("contacts", ["date", "channel"])).toEqual([
    ["2026-11-02", "approach"],
    ["2026-11-16", "session"],
    ["2026-11-20", "evaluation"],
    ["2026-11-24", "evaluation"],
  ]);
  expect(table("goals", ["goal", "targetDate", "attained", "attainedOn"])).toEqual([
    [1, "2026-12-01", 2, "2026-11-24"],
    [2, null, null, null],
  ]);
  expect(table("sessions", ["date"])).toEqual([["2026-11-16"]]);
  expect(table("evaluations", ["tScore"])).toEqual([[40], [70]]);
  expect(table("family", ["relative", "age"])).toEqual([["client-1 rohmah", 40]]);
  expect(table("deadlines", ["deadline", "due"])).toEqual([
    ["plan", "late"],
    ["evaluation", "overdue"],
  ]);
});

test("a pseudonym is the same for the same person, another for anybody else, and needs the key", () => {
  const keyed = (key: string) => (text: string) => createHmac("sha256", key).update(text).digest();
  const name = pseudonymOf(keyed("a"), "client", "client-1");
  expect(name).toMatch(/^KL-[2-9A-HJKMNP-Z]{8}$/);
  expect(pseudonymOf(keyed("a"), "client", "client-1")).toBe(name);
  expect(pseudonymOf(keyed("b"), "client", "client-1")).not.toBe(name);
  expect(pseudonymOf(keyed("a"), "member", "client-1").slice(3)).not.toBe(name.slice(3));
  const all = Array.from({ length: 5_000 }, (_, at) => pseudonymOf(keyed("a"), "client", String(at)));
  expect(new Set(all).size).toBe(5_000);
  expect(relativeId("c", " Siti  AMINAH ")).toBe(relativeId("c", "siti aminah"));
});
