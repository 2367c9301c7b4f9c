import type { SheetCell } from "../../documents/spreadsheet.js";
import { dateIn, timeIn } from "../../practice/calendar.js";
import { deadlineKeys } from "../../practice/deadlines.js";
import { pseudonymOf, relativeId } from "../../practice/exports/pseudonyms.js";
import { newestRound, type RecordedCase } from "../../practice/exports/record.js";
import type { FieldValue, PseudonymOf } from "../../practice/exports/values.js";
import { spoken } from "../../practice/inputs/text.js";
import { pseudonymHash } from "../../records/exports/settings.js";
import { memberNames } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import { letterDate } from "../telegram/dates.js";
import type { Wording } from "../telegram/wording.js";

/** How people are called in an export. */
export type Naming = (of: PseudonymOf, id: string) => string;

/** What the values of an export are put into words with. */
export type FieldWording = {
  readonly say: Wording;
  readonly zone: string;
  readonly institution: string;
  readonly call: Naming;
};

/** Pseudonyms for everybody. */
export async function pseudonyms(work: Work): Promise<Naming> {
  const hash = await pseudonymHash(work);
  return (of, id) => pseudonymOf(hash, of, id);
}

/** Everybody by name; who has none in the record, by a pseudonym. */
export async function realNames(work: Work, records: readonly RecordedCase[]): Promise<Naming> {
  const pseudonym = await pseudonyms(work);
  const known = new Map<string, string>();
  for (const record of records) {
    const name = nameOfClient(record);
    if (name !== undefined) known.set(`client ${record.clientId}`, name);
    for (const [path, value] of newestRound(record, "assessment")?.answers ?? []) {
      if (/^family\.\d+\.name$/.test(path) && typeof value === "string")
        known.set(`relative ${relativeId(record.clientId, value)}`, value);
    }
  }
  const ids = records.flatMap(({ workerId, supervisions }) => [
    workerId,
    ...supervisions.flatMap((note) => [note.memberId, note.workerId]),
  ]);
  const members = await memberNames(work, [...new Set(ids)]);
  return (of, id) => (of === "member" ? members.get(id) : known.get(`${of} ${id}`)) ?? pseudonym(of, id);
}

/** What a client is called in the approach; undefined where nobody wrote a name down. */
export function nameOfClient(record: RecordedCase): string | undefined {
  const answers = newestRound(record, "approach")?.answers;
  const name = ["name", "headName", "groupName"]
    .map((key) => answers?.get(key))
    .find((one) => one !== undefined);
  return typeof name === "string" ? name : undefined;
}

/** What an export of the acting member's institution is put into words with. */
export function fieldWording(work: Work, say: Wording, call: Naming): FieldWording {
  const { zone, organizationName } = actorOf(work);
  return { say, zone, institution: organizationName, call };
}

/** A value as a cell: numbers and days stay what they are. */
export function cellOf(value: FieldValue | undefined, wording: FieldWording): SheetCell {
  if (value === undefined) return null;
  switch (value.kind) {
    case "number":
      return value.value;
    case "date":
      return { date: value.date };
    case "moment":
      return { date: `${dateIn(wording.zone, value.at)}T${timeIn(wording.zone, value.at)}` };
    default:
      return fieldText(value, wording);
  }
}

/** A value in words. */
export function fieldText(value: FieldValue, { say, zone, institution, call }: FieldWording): string {
  switch (value.kind) {
    case "text":
      return value.text === spoken ? say.plain("answer-spoken") : value.text;
    case "date":
      return letterDate(value.date, say.locale);
    case "moment":
      return letterDate(dateIn(zone, value.at), say.locale);
    case "number":
      return String(value.value);
    case "yesNo":
      return say.plain(value.value ? "button-yes" : "button-no");
    case "choices":
      return value.keys.map((key) => say.form.choice({ set: value.set }, key)).join(", ");
    case "term":
      return termText(value.set, value.key, say);
    case "person":
      return call(value.of, value.id);
    case "institution":
      return institution;
  }
}

type Term = Extract<FieldValue, { kind: "term" }>["set"];

function termText(set: Term, key: string, say: Wording): string {
  switch (set) {
    case "level":
      return say.form.choice({ set: "level" }, key);
    case "deadline": {
      const known = deadlineKeys.find((one) => one === key);
      return known === undefined ? key : say.plain(`deadline-${known}`);
    }
    case "stage":
      return say.plain(`stage-${key as "approach"}`);
    case "outcome":
      return say.plain(`outcome-${key as "terminated"}`);
    case "form":
      return say.plain(`form-${key as "approach"}`);
    case "status":
      return say.plain(`round-${key as "draft"}`);
    case "due":
      return say.plain(`export-due-${key as "late"}`);
  }
}
