/**
 * The fields of the record by their paths, as a definition of a lembar or of a mapping names them: `case.openedAt`,
 * `approach.sex`, `approach.birth.age`, `assessment.problems.0.title`. A path of a form is read in its newest round.
 */
import { dateIn, daysBetween } from "../calendar.js";
import { ageOn, isBirth } from "../conditions.js";
import { type FormId, formIds, type LocalDate, type NamedPerson, type Path, type Value } from "../form.js";
import { allForms } from "../forms/catalogue.js";
import { type AskedQuestion, locate } from "../walk.js";
import { type ExportMoment, newestRound, type RecordedCase } from "./record.js";
import type { FieldNature, FieldValue } from "./values.js";

/** A field that a path leads to. */
export type Field = {
  readonly path: string;
  readonly nature: FieldNature;
  /** Undefined where the record holds nothing there. */
  readonly read: (record: RecordedCase, moment: ExportMoment) => FieldValue | undefined;
};

/** The parts of an answer that has several, by its type. */
const partsByType = {
  birth: ["date", "age"],
  person: ["name", "relation", "age"],
} as const;

/** The field at a path; undefined for a path the record does not have, and for files. */
export function fieldAt(path: string): Field | undefined {
  const own = ownFields.get(path);
  if (own !== undefined) return own;
  const dot = path.indexOf(".");
  const form = formIds.find((id) => id === path.slice(0, dot));
  return form === undefined ? undefined : formField(path, form, path.slice(dot + 1));
}

/** Every path that is no answer of a form, such as `case.code`. */
export function ownPaths(): readonly string[] {
  return [...ownFields.keys()];
}

/** What an answer to a question tells. */
export function natureOf(question: AskedQuestion): FieldNature {
  if (question.identity === true) return "identity";
  return question.type === "text" || question.type === "longText" || question.type === "person"
    ? "narrative"
    : "plain";
}

/** The value of an answer; undefined for what was skipped, for files, and for what was picked from a list. */
export function answerValue(question: AskedQuestion, value: Value | undefined): FieldValue | undefined {
  if (value === undefined || value === null) return undefined;
  switch (question.type) {
    case "choice":
      return { kind: "choices", set: question.set, keys: [String(value)] };
    case "choices":
      return { kind: "choices", set: question.set, keys: value as readonly string[] };
    case "yesNo":
      return { kind: "yesNo", value: value === true };
    case "date":
      return { kind: "date", date: String(value) };
    case "dateTime":
      return { kind: "moment", at: new Date(String(value)) };
    case "number":
    case "scale":
      return { kind: "number", value: Number(value) };
    case "text":
    case "longText":
    case "phone":
      return { kind: "text", text: String(value) };
    case "birth":
      return birthPart(value, "date", "");
    case "person":
      return { kind: "text", text: (value as NamedPerson).name };
    case "pick":
    case "attachment":
      return undefined;
  }
}

function formField(path: string, form: FormId, inner: Path): Field | undefined {
  const whole = questionAt(form, inner);
  if (whole !== undefined) {
    if (whole.type === "pick" || whole.type === "attachment") return undefined;
    return {
      path,
      nature: natureOf(whole),
      read: (record) => answerValue(whole, answerIn(record, form, inner)),
    };
  }
  const dot = inner.lastIndexOf(".");
  const [before, part] = [inner.slice(0, dot), inner.slice(dot + 1)];
  const question = dot < 0 ? undefined : questionAt(form, before);
  if (question?.type !== "birth" && question?.type !== "person") return undefined;
  const parts: readonly string[] = partsByType[question.type];
  if (!parts.includes(part)) return undefined;
  // An age and a kinship tell nobody's name.
  const nature = part === "age" ? "plain" : part === "relation" ? "narrative" : natureOf(question);
  return {
    path,
    nature,
    read: (record, { today }) => {
      const value = answerIn(record, form, before);
      if (value === undefined || value === null) return undefined;
      return question.type === "birth"
        ? birthPart(value, part, today)
        : personPart(value as NamedPerson, part);
    },
  };
}

/** The question at a path in any version of a form, the newest first. */
function questionAt(form: FormId, path: Path): AskedQuestion | undefined {
  for (const one of allForms.filter(({ id }) => id === form).reverse()) {
    const place = locate(one, path);
    if (place?.kind === "ask") return place.question;
  }
  return undefined;
}

function answerIn(record: RecordedCase, form: FormId, path: Path): Value | undefined {
  return newestRound(record, form)?.answers.get(path);
}

function birthPart(value: Value, part: string, today: LocalDate): FieldValue | undefined {
  if (!isBirth(value)) return undefined;
  if (part === "age") return { kind: "number", value: ageOn(value, today) };
  return "date" in value ? { kind: "date", date: value.date } : undefined;
}

function personPart(person: NamedPerson, part: string): FieldValue | undefined {
  if (part === "name") return { kind: "text", text: person.name };
  if (part === "relation") return { kind: "text", text: person.relation };
  return person.age === undefined ? undefined : { kind: "number", value: person.age };
}

function own(path: string, read: Field["read"], nature: FieldNature = "plain"): readonly [string, Field] {
  return [path, { path, nature, read }];
}

function moment(at: Date | null): FieldValue | undefined {
  return at === null ? undefined : { kind: "moment", at };
}

/** How long (days) a case is open, or was until it was closed. */
export function daysOpen(record: RecordedCase, { today, zone }: ExportMoment): number {
  const end = record.closedAt === null ? today : dateIn(zone, record.closedAt);
  return daysBetween(dateIn(zone, record.openedAt), end);
}

const ownFields: ReadonlyMap<string, Field> = new Map([
  own("case.code", ({ code }) => ({ kind: "text", text: code }), "identity"),
  own("case.client", ({ clientId }) => ({ kind: "person", of: "client", id: clientId })),
  own("case.worker", ({ workerId }) => ({ kind: "person", of: "member", id: workerId })),
  own("case.level", ({ level }) => ({ kind: "term", set: "level", key: level })),
  own("case.stage", ({ stage }) => ({ kind: "term", set: "stage", key: stage })),
  own("case.openedAt", ({ openedAt }) => moment(openedAt)),
  own("case.closedAt", ({ closedAt }) => moment(closedAt)),
  own("case.reopenedAt", ({ reopenedAt }) => moment(reopenedAt)),
  own("case.outcome", ({ outcome }) =>
    outcome === null ? undefined : { kind: "term", set: "outcome", key: outcome },
  ),
  own("case.isOpen", ({ closedAt }) => ({ kind: "yesNo", value: closedAt === null })),
  own("case.daysOpen", (record, at) => ({ kind: "number", value: daysOpen(record, at) })),
  own("case.lastContactOn", ({ lastContactOn }) =>
    lastContactOn === null ? undefined : { kind: "date", date: lastContactOn },
  ),
  own("case.sessions", ({ rounds }) => ({
    kind: "number",
    value: rounds.filter(({ form, status }) => form === "session" && status === "approved").length,
  })),
  own("institution.name", () => ({ kind: "institution" })),
  own("today", (_record, { today }) => ({ kind: "date", date: today })),
]);
