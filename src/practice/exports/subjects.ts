/**
 * The sheets of an export of the record: one for each subject, with the columns there are and what each tells. A column
 * whose nature is not `plain` is only written where the export was allowed to.
 */
import type { ExportMoment, RecordedCase } from "./record.js";
import {
  answerColumn,
  answerColumns,
  caseField,
  given,
  instant,
  item,
  number,
  own,
  type SubjectColumn,
  type SubjectRow,
} from "./subjectColumns.js";
import { completed, contactRows, deadlineRows, familyRows, goalRows, scoreOf } from "./subjectRows.js";
import type { FieldNature } from "./values.js";

/** All subjects, in the order of their sheets. */
export const exportSubjects = [
  "cases",
  "forms",
  "contacts",
  "sessions",
  "goals",
  "evaluations",
  "referrals",
  "aftercare",
  "family",
  "deadlines",
  "supervision",
] as const;

/** A subject of an export. */
export type ExportSubject = (typeof exportSubjects)[number];

/** What a subject is made of. */
export type SubjectOf = {
  readonly columns: readonly SubjectColumn[];
  readonly rows: (record: RecordedCase, moment: ExportMoment) => readonly SubjectRow[];
};

const client = own("client", ({ record }) => ({ kind: "person", of: "client", id: record.clientId }));
const worker = own("worker", ({ record }) => ({ kind: "person", of: "member", id: record.workerId }));
const sequence = own("sequence", ({ round }) => number(round?.sequence));

/** What each subject's sheet holds. */
export const subjects: { readonly [S in ExportSubject]: SubjectOf } = {
  cases: {
    columns: [
      client,
      worker,
      caseField("code", "case.code"),
      caseField("level", "case.level"),
      answerColumn("approach", "ppks"),
      answerColumn("approach", "sex"),
      caseField("age", "approach.birth.age"),
      answerColumn("approach", "source"),
      answerColumn("approach", "legal"),
      caseField("stage", "case.stage"),
      caseField("openedAt", "case.openedAt"),
      caseField("closedAt", "case.closedAt"),
      caseField("outcome", "case.outcome"),
      caseField("daysOpen", "case.daysOpen"),
      caseField("lastContactOn", "case.lastContactOn"),
      caseField("sessions", "case.sessions"),
      caseField("birthDate", "approach.birth.date", false),
      answerColumn("approach", "village"),
      answerColumn("approach", "district"),
      answerColumn("approach", "regency"),
      answerColumn("approach", "phone", false),
      answerColumn("approach", "problem"),
    ],
    rows: (record) => [{ record }],
  },
  forms: {
    columns: [
      client,
      worker,
      own("form", ({ round }) => round && { kind: "term", set: "form", key: round.form }),
      sequence,
      own("version", ({ round }) => number(round?.formVersion), false),
      own("status", ({ round }) => round && { kind: "term", set: "status", key: round.status }),
      own("startedAt", ({ round }) => instant(round?.startedAt)),
      own("submittedAt", ({ round }) => instant(round?.submittedAt)),
      own("decidedAt", ({ round }) => instant(round?.decidedAt)),
      own("answers", ({ round }) => number(round?.answers.size)),
    ],
    rows: (record) => record.rounds.map((round) => ({ record, round })),
  },
  contacts: {
    columns: [client, worker, given("date"), given("channel")],
    rows: contactRows,
  },
  sessions: {
    columns: [
      client,
      worker,
      sequence,
      ...answerColumns("session", ["date", "roles", "progress", "nextDate", "note", "obstacles"]),
    ],
    rows: (record) => completed(record, "session"),
  },
  goals: {
    columns: [
      client,
      worker,
      own("plan", ({ round }) => number(round?.sequence)),
      own("goal", ({ index }) => number(index === undefined ? undefined : index + 1)),
      item("plan", "goals", "targetDate"),
      given("attained"),
      given("attainedOn"),
      ...["statement", "indicator", "gasMuchMore", "gasMore", "gasExpected", "gasLess", "gasMuchLess"].map(
        (key) => item("plan", "goals", key),
      ),
    ],
    rows: goalRows,
  },
  evaluations: {
    columns: [
      client,
      worker,
      sequence,
      ...answerColumns("evaluation", ["date", "functioningNeeds", "functioningRoles", "functioningCoping"]),
      given("tScore"),
      ...answerColumns("evaluation", [
        "decision",
        "nextEvaluation",
        "helped",
        "hindered",
        "clientView",
        "decisionReason",
      ]),
    ],
    rows: (record) =>
      completed(record, "evaluation").map((row) => ({ ...row, values: { tScore: scoreOf(row.round) } })),
  },
  referrals: {
    columns: [
      client,
      worker,
      sequence,
      ...answerColumns("referral", ["kind", "sentOn", "shareGround", "shared", "status", "statusOn"]),
      ...answerColumns("referral", ["institution", "reason", "statusNote", "contact", "phone"]),
    ],
    rows: (record) => completed(record, "referral"),
  },
  aftercare: {
    columns: [
      client,
      worker,
      sequence,
      ...answerColumns("aftercare", [
        "date",
        "how",
        "functioningNeeds",
        "functioningRoles",
        "functioningCoping",
        "reopen",
        "nextVisit",
      ]),
    ],
    rows: (record) => completed(record, "aftercare"),
  },
  family: {
    columns: [
      client,
      given("relative"),
      ...["relation", "life", "sex", "livesTogether", "union", "diedIn"].map((key) =>
        item("assessment", "family", key),
      ),
      given("age"),
    ],
    rows: familyRows,
  },
  deadlines: {
    columns: [
      client,
      worker,
      given("deadline"),
      given("statutory"),
      given("startsAt"),
      given("dueAt"),
      given("doneAt"),
      given("due"),
    ],
    rows: deadlineRows,
  },
  supervision: {
    columns: [client, given("worker"), given("supervisor"), given("heldOn"), given("nextOn")],
    rows: (record) =>
      record.supervisions.map(({ workerId, memberId, heldOn, nextOn }) => ({
        record,
        values: {
          worker: { kind: "person", of: "member", id: workerId },
          supervisor: { kind: "person", of: "member", id: memberId },
          heldOn: { kind: "date", date: heldOn },
          nextOn: nextOn === null ? undefined : { kind: "date", date: nextOn },
        },
      })),
  },
};

/** The columns a subject's sheet has where nobody chose: those that are plain and standard. */
export function standardColumns(subject: ExportSubject): readonly string[] {
  return subjects[subject].columns
    .filter(({ nature, standard }) => standard && nature === "plain")
    .map(({ key }) => key);
}

/** What columns tell that were chosen, besides `plain`: it needs a reason. */
export function naturesOf(subject: ExportSubject, keys: readonly string[]): ReadonlySet<FieldNature> {
  return new Set(
    subjects[subject].columns
      .filter(({ key, nature }) => nature !== "plain" && keys.includes(key))
      .map(({ nature }) => nature),
  );
}
