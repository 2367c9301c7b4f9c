import { setImmediate } from "node:timers/promises";
import type { Sheet, SheetCell, SheetColumn } from "../../documents/spreadsheet.js";
import type { ExportMoment, RecordedCase } from "../../practice/exports/record.js";
import type { SubjectColumn } from "../../practice/exports/subjectColumns.js";
import { type ExportSubject, exportSubjects, subjects } from "../../practice/exports/subjects.js";
import type { ChoiceOf } from "../../records/exports/choice.js";
import type { RecordedCases } from "../../records/exports/recorded.js";
import type { Wording } from "../telegram/wording.js";
import { cellOf, type FieldWording } from "./fieldWords.js";

/** Cases put into words at a time, after which everybody else has their turn. */
const chunk = 20;

/** The sheets of an export of the record, and one that says what it is. */
export async function dataSheets(
  { records, leftOut }: RecordedCases,
  choice: ChoiceOf<"data">,
  moment: ExportMoment,
  wording: FieldWording,
  made: string,
): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  for (const subject of exportSubjects) {
    const keys = choice.sheets[subject];
    if (keys !== undefined) sheets.push(await subjectSheet(subject, keys, records, moment, wording));
  }
  const { say } = wording;
  const about: readonly (readonly [string, string])[] = [
    [say.plain("export-about-made"), made],
    [say.plain("export-about-cases"), String(records.length)],
    [say.plain("export-about-left-out"), leftOutText(leftOut, say)],
    [
      say.plain("export-about-people"),
      say.plain(choice.named ? "export-about-named" : "export-about-pseudonyms"),
    ],
    [say.plain("export-about-care"), say.plain("export-about-care-text")],
  ];
  return [...sheets, aboutSheet(say, about)];
}

/** A sheet that tells what a file holds. */
export function aboutSheet(say: Wording, rows: readonly (readonly [string, string])[]): Sheet {
  return {
    name: say.plain("export-about"),
    columns: [
      { head: say.plain("export-about-what"), width: 28 },
      { head: say.plain("export-about-text"), width: 90 },
    ],
    rows,
  };
}

/** How many cases were left out, and why. */
export function leftOutText(leftOut: RecordedCases["leftOut"], say: Wording): string {
  if (leftOut.size === 0) return say.plain("export-left-out-none");
  return [...leftOut].map(([why, count]) => say.plain(`export-left-out-${why}`, { count })).join("; ");
}

/** What the head of a column is called. */
export function headText({ head, nature }: SubjectColumn, say: Wording): string {
  const words =
    head.kind === "question"
      ? say.form.label(head.form, head.key, head.group)
      : say.plain(`export-column-${head.key as "client"}`);
  return nature === "plain" ? words : `${words} *`;
}

async function subjectSheet(
  subject: ExportSubject,
  keys: readonly string[],
  records: readonly RecordedCase[],
  moment: ExportMoment,
  wording: FieldWording,
): Promise<Sheet> {
  const columns = subjects[subject].columns.filter(({ key }) => keys.includes(key));
  const rows: SheetCell[][] = [];
  for (const [at, record] of records.entries()) {
    if (at % chunk === 0) await setImmediate();
    for (const row of subjects[subject].rows(record, moment))
      rows.push(columns.map((column) => cellOf(column.read(row, moment), wording)));
  }
  return {
    name: wording.say.plain(`export-subject-${subject}`),
    columns: columns.map(
      (column): SheetColumn => ({
        head: headText(column, wording.say),
        width: column.nature === "narrative" ? 50 : 18,
        ...(column.key === "tScore" ? { decimals: 1 } : {}),
      }),
    ),
    rows,
  };
}
