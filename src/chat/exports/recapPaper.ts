import type { Paper, TableBlock } from "../../documents/paper.js";
import type { Sheet, SheetCell } from "../../documents/spreadsheet.js";
import type { Recap, RecapColumn, RecapRow } from "../../practice/exports/recap.js";
import type { MaskedCell } from "../../practice/reports/smallNumbers.js";
import type { ChoiceOf } from "../../records/exports/choice.js";
import type { RecordedCases } from "../../records/exports/recorded.js";
import { letterDate } from "../telegram/dates.js";
import type { Wording } from "../telegram/wording.js";
import { aboutSheet, leftOutText } from "./dataSheets.js";

/** A recap with what its readers have to know. */
export type ToldRecap = {
  readonly recap: Recap;
  readonly choice: ChoiceOf<"recap">;
  readonly leftOut: RecordedCases["leftOut"];
  readonly made: string;
};

/** A recap as a workbook: the table, and what it counts. */
export function recapSheets(told: ToldRecap, say: Wording): readonly Sheet[] {
  const { recap } = told;
  const { cells, rowSums, columnSums, sum } = recap.table;
  return [
    {
      name: say.plain("recap-title"),
      columns: [
        { head: say.plain("recap-kind"), width: 44 },
        ...recap.columns.map((column) => ({ head: columnText(column, say), width: 11 })),
        { head: say.plain("recap-sum"), width: 10 },
      ],
      rows: [
        ...recap.rows.map((row, at) => [
          rowText(row, say),
          ...(cells[at] ?? []).map(shown),
          shown(maskedAt(rowSums, at)),
        ]),
        [say.plain("recap-sum"), ...columnSums.map(shown), shown(sum)],
      ],
    },
    aboutSheet(say, definitions(told, say)),
  ];
}

/** The same as a paper, its table across the page. */
export function recapPaper(
  told: ToldRecap,
  say: Wording,
  frame: Pick<Paper, "language" | "institution" | "words" | "date" | "below" | "copies">,
): Paper {
  const { recap, choice } = told;
  const { cells, rowSums, columnSums, sum } = recap.table;
  const table: TableBlock = {
    kind: "table",
    caption: "",
    head: [
      say.plain("recap-kind"),
      ...recap.columns.map((column) => columnText(column, say)),
      say.plain("recap-sum"),
    ],
    columns: ["wide", ...recap.columns.map(() => "auto" as const), "auto"],
    rows: [
      ...recap.rows.map((row, at) => [
        rowText(row, say),
        ...(cells[at] ?? []).map(printed),
        printed(maskedAt(rowSums, at)),
      ]),
      [say.plain("recap-sum"), ...columnSums.map(printed), printed(sum)],
    ],
  };
  return {
    ...frame,
    kind: "recap",
    title: say.plain("recap-title"),
    code: spanText(choice, say),
    draft: false,
    words: { ...frame.words, confidential: say.plain(choice.masked ? "recap-outside" : "recap-inside") },
    facts: definitions(told, say).map(([label, text]) => ({ label, text })),
    parts: [{ title: "", blocks: [table] }],
    signatures: [{ role: say.plain("recap-signs"), name: "", note: "" }],
  };
}

/** "1 Juli 2026 – 31 Desember 2026". */
export function spanText({ from, to }: { readonly from: string; readonly to: string }, say: Wording): string {
  return `${letterDate(from, say.locale)} – ${letterDate(to, say.locale)}`;
}

function definitions(
  { recap, choice, leftOut, made }: ToldRecap,
  say: Wording,
): (readonly [string, string])[] {
  return [
    [say.plain("recap-period"), spanText(choice, say)],
    [say.plain("recap-counted"), say.plain(`recap-counts-${choice.count}`)],
    [say.plain("recap-age"), say.plain("recap-age-text")],
    [say.plain("recap-family"), say.plain("recap-family-text")],
    [say.plain("recap-number"), recap.table.sum === null ? "<5" : String(recap.counted)],
    [
      say.plain("export-about-left-out"),
      choice.masked ? say.plain("export-left-out-rule") : leftOutText(leftOut, say),
    ],
    [say.plain("recap-small"), say.plain(choice.masked ? "recap-masked" : "recap-unmasked")],
    [say.plain("recap-columns"), say.plain("recap-columns-text")],
    [say.plain("export-about-made"), made],
  ];
}

function columnText(column: RecapColumn, say: Wording): string {
  if (column.kind !== "band") return say.plain(`recap-column-${column.kind}`);
  const { from, to, sex } = column;
  const age =
    to === null ? say.plain("recap-band-open", { from }) : say.plain("recap-band", { from, to: to - 1 });
  return sex === null ? age : `${age} ${say.plain(`recap-sex-${sex}`)}`;
}

function rowText(row: RecapRow, say: Wording): string {
  return row === "unknown" ? say.plain("recap-kind-unknown") : say.form.choice({ set: "ppks" }, row);
}

function maskedAt(sums: readonly MaskedCell[], at: number): MaskedCell {
  const sum = sums[at];
  return sum === undefined ? 0 : sum;
}

function shown(cell: MaskedCell): SheetCell {
  return cell === null ? "<5" : cell;
}

/** An empty cell reads better than a zero in a table of thirteen columns. */
function printed(cell: MaskedCell): string {
  return cell === null ? "<5" : cell === 0 ? "–" : String(cell);
}
