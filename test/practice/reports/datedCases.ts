import type { FormId, Value } from "../../../src/practice/form.js";
import type { DatedCase, DatedRound, DatedTurn } from "../../../src/practice/reports/dated.js";
import { frameOf, type ReportFrame } from "../../../src/practice/reports/reportFrame.js";
import type { ReportPeriod } from "../../../src/practice/reports/reportPeriod.js";
import { defaultRules, type PracticeRules } from "../../../src/practice/rules.js";

export const zone = "Asia/Jakarta";
export const november: ReportPeriod = { from: "2026-11-01", to: "2026-11-30" };

/** 10.00 WIB of a day. */
export const on = (day: string) => new Date(`${day}T03:00:00Z`);

/** A frame seen long after its end. */
export function frame(
  period = november,
  rules: PracticeRules = defaultRules,
  now = on("2027-06-01"),
): ReportFrame {
  return frameOf(period, now, rules, { zone, isWorkingDay: () => true });
}

let rounds = 0;

/** A round that was answered, sent and agreed to on a day. */
export function round(
  form: FormId,
  day: string,
  answers: Readonly<Record<string, Value>> = {},
  more: Partial<DatedRound> = {},
): DatedRound {
  rounds += 1;
  const at = on(day);
  return {
    id: `${form}-${rounds}`,
    form,
    sequence: rounds,
    startedAt: at,
    events: [{ at, kind: "sent", status: "approved" }],
    answers: new Map(Object.entries(answers).map(([path, value]) => [path, [{ at, value }]])),
    ...more,
  };
}

/** A first contact with an old woman who agreed to her data and to the service. */
export function contact(day: string, answers: Readonly<Record<string, Value>> = {}): DatedRound {
  return round("approach", day, {
    contactDate: day,
    level: "individual",
    source: "community",
    sex: "female",
    birth: { date: "1950-05-01" },
    ppks: "lansia-telantar",
    legal: ["none"],
    danger: ["none"],
    dataConsent: true,
    eligible: true,
    consent: true,
    signedOn: day,
    ...answers,
  });
}

/** A case of Bu Ratna's, opened on the day of its first round. */
export function dated(rounds: readonly DatedRound[], more: Partial<DatedCase> = {}): DatedCase {
  return {
    openedAt: rounds[0]?.startedAt ?? on("2026-11-02"),
    erasedAt: null,
    workerId: "ratna",
    rounds,
    turns: [],
    ticks: [],
    dangers: [],
    takenOver: [],
    ...more,
  };
}

/** It ended on a day. */
export const ended = (day: string, outcome: "terminated" | "withdrew" = "terminated"): DatedTurn => ({
  kind: "closed",
  at: on(day),
  outcome,
});
