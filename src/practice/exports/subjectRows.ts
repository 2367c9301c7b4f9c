/** The rows of the sheets of an export: what of a case stands in each. */
import { dateIn } from "../calendar.js";
import { isComplete } from "../caseFacts.js";
import type { FormId, LocalDate } from "../form.js";
import { tScore } from "../gas.js";
import { fieldAt } from "./fields.js";
import { relativeId } from "./pseudonyms.js";
import type { ExportMoment, RecordedCase, RecordedDeadline, RecordedRound } from "./record.js";
import { instant, number, type SubjectRow } from "./subjectColumns.js";
import type { FieldValue } from "./values.js";

/** The rounds of a form that count. */
export function completed(
  record: RecordedCase,
  form: FormId,
): { record: RecordedCase; round: RecordedRound }[] {
  return record.rounds
    .filter((round) => round.form === form && isComplete(round))
    .map((round) => ({ record, round }));
}

/** Every day on which the client was met or spoken to, as the forms that count tell it. */
export function contactRows(record: RecordedCase): readonly SubjectRow[] {
  const days = { approach: "contactDate", session: "date", evaluation: "date", aftercare: "date" } as const;
  return record.rounds.flatMap((round) => {
    const key = round.form in days ? days[round.form as keyof typeof days] : undefined;
    const date = key === undefined ? undefined : round.answers.get(key);
    if (typeof date !== "string" || !isComplete(round)) return [];
    const channel = { kind: "term", set: "form", key: round.form } as const;
    return [{ record, round, values: { date: { kind: "date", date }, channel } } as const];
  });
}

/** The goals of every plan that counts, with the level of the newest evaluation since that judged them. */
export function goalRows(record: RecordedCase): readonly SubjectRow[] {
  const plans = completed(record, "plan");
  return plans.flatMap(({ round }, at) => {
    const until = plans[at + 1]?.round.startedAt;
    const judged = completed(record, "evaluation")
      .map((one) => one.round)
      .filter(({ startedAt }) => startedAt >= round.startedAt && (until === undefined || startedAt < until));
    const rows: SubjectRow[] = [];
    for (let index = 0; round.answers.has(`goals.${index}.statement`); index += 1) {
      const path = `attainment.${index}.level`;
      const last = judged.findLast(({ answers }) => typeof answers.get(path) === "number");
      const on = last?.answers.get("date");
      rows.push({
        record,
        round,
        index,
        values: {
          attained: number(last?.answers.get(path)),
          attainedOn: typeof on === "string" ? { kind: "date", date: on } : undefined,
        },
      });
    }
    return rows;
  });
}

/** The T-score of an evaluation, with one decimal. */
export function scoreOf(round: RecordedRound): FieldValue | undefined {
  const levels: { readonly level: number }[] = [];
  for (const [path, value] of round.answers) {
    if (/^attainment\.\d+\.level$/.test(path) && typeof value === "number") levels.push({ level: value });
  }
  const score = tScore(levels);
  return score === undefined ? undefined : number(Math.round(score * 10) / 10);
}

/** The family as the newest assessment tells it. */
export function familyRows(record: RecordedCase, { today }: ExportMoment): readonly SubjectRow[] {
  const round = completed(record, "assessment").at(-1)?.round;
  const rows: SubjectRow[] = [];
  for (let index = 0; round?.answers.get(`family.${index}.name`) !== undefined; index += 1) {
    const name = String(round.answers.get(`family.${index}.name`));
    const age = fieldAt(`assessment.family.${index}.birth.age`);
    rows.push({
      record,
      round,
      index,
      values: {
        relative: { kind: "person", of: "relative", id: relativeId(record.clientId, name) },
        age: age?.read(record, { today, zone: "UTC" }),
      },
    });
  }
  return rows;
}

/** What is or was due, and how it stands today. */
export function deadlineRows(record: RecordedCase, { today, zone }: ExportMoment): readonly SubjectRow[] {
  return record.deadlines.map((one) => {
    const { key, statutory, startsAt, dueAt, doneAt } = one;
    return {
      record,
      values: {
        deadline: { kind: "term", set: "deadline", key },
        statutory: { kind: "yesNo", value: statutory },
        startsAt: instant(startsAt),
        dueAt: instant(dueAt),
        doneAt: instant(doneAt),
        due: { kind: "term", set: "due", key: dueState(one, today, zone) },
      },
    };
  });
}

function dueState({ dueAt, doneAt, cancelledAt }: RecordedDeadline, today: LocalDate, zone: string): string {
  if (doneAt !== null) return doneAt <= dueAt ? "in-time" : "late";
  if (cancelledAt !== null) return "cancelled";
  return dateIn(zone, dueAt) < today ? "overdue" : "open";
}
