/**
 * What an assessor of an institution asks in counts, out of the record. Six standards are named in public (programme,
 * process of service, management, staff, facilities, results: the head of BALKS, quoted by pwmu.co); a data code of a
 * regency lists five, and the instrument itself was not read. So nothing here is an official form, and management and
 * facilities are not in a record of cases.
 */
import { addMonths, dateIn } from "../calendar.js";
import { completedAt, isComplete } from "../caseFacts.js";
import { type ClientLevel, clientLevels, type FormId, type LocalDate, type Value } from "../form.js";
import { ppksKinds } from "../forms/vocabulary.js";
import { tScore } from "../gas.js";
import type { Period } from "./recap.js";
import { newestRound, type RecordedCase } from "./record.js";

/** What is counted of the clients of a kind. */
export type ClientCounts = {
  readonly served: number;
  readonly opened: number;
  readonly open: number;
  readonly closed: number;
};

/** A month of service. */
export type MonthCounts = {
  readonly month: LocalDate;
  readonly opened: number;
  readonly closed: number;
  readonly sessions: number;
  readonly plans: number;
  readonly evaluations: number;
  readonly referrals: number;
  readonly aftercare: number;
};

/** The results of the service. */
export type ResultCounts = {
  readonly evaluated: number;
  /** The mean T-score of the evaluations of the period, with one decimal; null without goals. */
  readonly meanScore: number | null;
  readonly goalsAsExpected: number;
  readonly goals: number;
  readonly referralsAnswered: number;
  readonly referrals: number;
  readonly terminated: number;
  readonly closed: number;
};

/** The whole view. */
export type Accreditation = {
  readonly byKind: readonly {
    readonly kind: (typeof ppksKinds)[number] | "unknown";
    readonly counts: ClientCounts;
  }[];
  readonly byLevel: readonly { readonly level: ClientLevel; readonly counts: ClientCounts }[];
  readonly total: ClientCounts;
  readonly months: readonly MonthCounts[];
  readonly results: ResultCounts;
};

/** Counts the cases of a period. */
export function accreditationOf(
  records: readonly RecordedCase[],
  period: Period,
  zone: string,
): Accreditation {
  const within = records.filter((record) => served(record, period, zone));
  const kindOf = (record: RecordedCase) => {
    const told = newestRound(record, "approach")?.answers.get("ppks");
    return ppksKinds.find((kind) => kind === told) ?? ("unknown" as const);
  };
  return {
    byKind: ([...ppksKinds, "unknown"] as const).flatMap((kind) => {
      const ofKind = within.filter((record) => kindOf(record) === kind);
      return ofKind.length === 0 ? [] : [{ kind, counts: countsOf(ofKind, period, zone) }];
    }),
    byLevel: clientLevels.map((level) => ({
      level,
      counts: countsOf(
        within.filter((record) => record.level === level),
        period,
        zone,
      ),
    })),
    total: countsOf(within, period, zone),
    months: monthsOf(records, period, zone),
    results: resultsOf(records, period, zone),
  };
}

function served({ openedAt, closedAt }: RecordedCase, { from, to }: Period, zone: string): boolean {
  return dateIn(zone, openedAt) <= to && (closedAt === null || dateIn(zone, closedAt) >= from);
}

function countsOf(records: readonly RecordedCase[], period: Period, zone: string): ClientCounts {
  const closed = records.filter(({ closedAt }) => isIn(closedAt, period, zone)).length;
  return {
    served: records.length,
    opened: records.filter(({ openedAt }) => isIn(openedAt, period, zone)).length,
    open: records.length - closed,
    closed,
  };
}

/** What is counted by month besides cases and sessions, by form. */
const countedForms = {
  plan: "plans",
  evaluation: "evaluations",
  referral: "referrals",
  aftercare: "aftercare",
} as const satisfies { readonly [form in FormId]?: keyof MonthCounts };

function monthsOf(records: readonly RecordedCase[], { from, to }: Period, zone: string): MonthCounts[] {
  const months = new Map<string, { -readonly [key in keyof MonthCounts]: MonthCounts[key] }>();
  for (let month = `${from.slice(0, 8)}01`; month <= to; month = addMonths(month, 1)) {
    const none = { opened: 0, closed: 0, sessions: 0, plans: 0, evaluations: 0, referrals: 0, aftercare: 0 };
    months.set(month.slice(0, 7), { month, ...none });
  }
  const count = (what: Exclude<keyof MonthCounts, "month">, on: Date | Value | null | undefined) => {
    const day = on instanceof Date ? dateIn(zone, on) : on;
    const counts = typeof day === "string" ? months.get(day.slice(0, 7)) : undefined;
    if (counts !== undefined) counts[what] += 1;
  };
  for (const { openedAt, closedAt, rounds } of records) {
    count("opened", openedAt);
    count("closed", closedAt);
    for (const { form, answers, decidedAt, submittedAt } of rounds.filter(isComplete)) {
      // A session counts on the day it was held; other forms when they were sent or approved.
      if (form === "session") count("sessions", answers.get("date"));
      else if (form in countedForms)
        count(countedForms[form as keyof typeof countedForms], decidedAt ?? submittedAt);
    }
  }
  return [...months.values()];
}

function resultsOf(records: readonly RecordedCase[], period: Period, zone: string): ResultCounts {
  const evaluations = records.flatMap(({ facts, rounds }) =>
    facts.rounds.evaluation
      .filter((round) => isComplete(round) && isIn(completedAt(round), period, zone))
      .flatMap(({ id }) => rounds.find((one) => one.id === id) ?? []),
  );
  const levels = evaluations.map(({ answers }) =>
    [...answers].flatMap(([path, value]) =>
      /^attainment\.\d+\.level$/.test(path) && typeof value === "number" ? [value] : [],
    ),
  );
  const scores = levels.flatMap((goals) => tScore(goals.map((level) => ({ level }))) ?? []);
  const goals = levels.flat();
  const referrals = records.flatMap(({ facts }) =>
    facts.rounds.referral.filter((round) => isComplete(round) && isIn(completedAt(round), period, zone)),
  );
  const closed = records.filter(({ closedAt }) => isIn(closedAt, period, zone));
  return {
    evaluated: evaluations.length,
    meanScore:
      scores.length === 0
        ? null
        : Math.round((scores.reduce((sum, one) => sum + one, 0) / scores.length) * 10) / 10,
    goalsAsExpected: goals.filter((level) => level >= 0).length,
    goals: goals.length,
    referralsAnswered: referrals.filter(({ facts }) => facts.status !== undefined).length,
    referrals: referrals.length,
    terminated: closed.filter(({ outcome }) => outcome === "terminated").length,
    closed: closed.length,
  };
}

function isIn(at: Date | null, { from, to }: Period, zone: string): boolean {
  if (at === null) return false;
  const day = dateIn(zone, at);
  return day >= from && day <= to;
}
