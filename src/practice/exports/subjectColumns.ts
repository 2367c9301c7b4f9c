/** The columns of the sheets of an export: what each is called, what it tells, and how it is read from its row. */
import type { FormId, Path } from "../form.js";
import { allForms } from "../forms/catalogue.js";
import { type AskedQuestion, locate } from "../walk.js";
import { answerValue, fieldAt, natureOf } from "./fields.js";
import type { ExportMoment, RecordedCase, RecordedRound } from "./record.js";
import type { FieldNature, FieldValue } from "./values.js";

/** What a row is about: a case, and of most subjects a part of it. */
export type SubjectRow = {
  readonly record: RecordedCase;
  readonly round?: RecordedRound;
  /** The item of a repeated group. */
  readonly index?: number;
  readonly values?: Readonly<Record<string, FieldValue | undefined>>;
};

/** How the head of a column reads: the label of a question, or words of its own. */
export type ColumnHead =
  | { readonly kind: "question"; readonly form: FormId; readonly key: string; readonly group?: string }
  | { readonly kind: "own"; readonly key: string };

/** A column of a subject. */
export type SubjectColumn = {
  readonly key: string;
  readonly head: ColumnHead;
  readonly nature: FieldNature;
  /** Written unless it is taken out; of a column that is not plain, once it is allowed. */
  readonly standard: boolean;
  readonly read: (row: SubjectRow, moment: ExportMoment) => FieldValue | undefined;
};

/** A column that no single answer gives. */
export function own(key: string, read: SubjectColumn["read"], standard = true): SubjectColumn {
  return { key, head: { kind: "own", key }, nature: "plain", standard, read };
}

/** A column of what its row says (`SubjectRow.values`). */
export function given(key: string): SubjectColumn {
  return own(key, ({ values }) => values?.[key]);
}

/** A column of a field of the case (`fields.ts`). */
export function caseField(key: string, path: string, standard = true): SubjectColumn {
  const field = fieldAt(path);
  if (field === undefined) throw new Error(`there is no field ${path}`);
  return {
    key,
    head: { kind: "own", key },
    nature: field.nature,
    standard,
    read: ({ record }, at) => field.read(record, at),
  };
}

/** The answer of the row's round; of a case that of its newest round of the form. */
export function answerColumn(form: FormId, key: string, standard = true): SubjectColumn {
  const question = questionOf(form, key);
  const field = fieldAt(`${form}.${key}`);
  return {
    key,
    head: { kind: "question", form, key },
    nature: natureOf(question),
    standard,
    read: ({ record, round }, at) =>
      round === undefined ? field?.read(record, at) : answerValue(question, round.answers.get(key)),
  };
}

/** The same for several questions. */
export function answerColumns(form: FormId, keys: readonly string[]): SubjectColumn[] {
  return keys.map((key) => answerColumn(form, key));
}

/** The answer of an item of a repeated group. */
export function item(form: FormId, group: string, key: string): SubjectColumn {
  const question = questionOf(form, `${group}.0.${key}`);
  return {
    key,
    head: { kind: "question", form, key, group },
    nature: natureOf(question),
    standard: true,
    read: ({ round, index }) => answerValue(question, round?.answers.get(`${group}.${index}.${key}`)),
  };
}

function questionOf(form: FormId, path: Path): AskedQuestion {
  const newest = allForms.findLast(({ id }) => id === form);
  const place = newest === undefined ? undefined : locate(newest, path);
  if (place?.kind !== "ask") throw new Error(`there is no question ${form}.${path}`);
  return place.question;
}

/** A number as a value; undefined for anything else. */
export function number(value: unknown): FieldValue | undefined {
  return typeof value === "number" ? { kind: "number", value } : undefined;
}

/** A moment as a value. */
export function instant(at: Date | null | undefined): FieldValue | undefined {
  return at === null || at === undefined ? undefined : { kind: "moment", at };
}
