import type { Paper, PaperPart, TableBlock } from "../../documents/paper.js";
import type { Sheet, SheetCell } from "../../documents/spreadsheet.js";
import type { Accreditation, ClientCounts } from "../../practice/exports/accreditation.js";
import type { ChoiceOf } from "../../records/exports/choice.js";
import type { RecordedCases, StaffFacts } from "../../records/exports/recorded.js";
import { letterDate, shortDate } from "../telegram/dates.js";
import type { Wording } from "../telegram/wording.js";
import { aboutSheet, leftOutText } from "./dataSheets.js";
import { spanText } from "./recapPaper.js";

/** What an assessor is shown, with what they have to know of it. */
export type ToldAccreditation = {
  readonly view: Accreditation;
  readonly staff: readonly StaffFacts[];
  /** What a member of the staff is called. */
  readonly call: (memberId: string) => string;
  readonly choice: ChoiceOf<"accreditation">;
  readonly leftOut: RecordedCases["leftOut"];
  readonly made: string;
};

/** A table, for a sheet and for a paper alike. */
type Told = {
  /** How wide the columns of the paper are; the first as wide as is left by default. */
  readonly columns?: TableBlock["columns"];
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
};

/** The view as a workbook: one sheet a subject. */
export function accreditationSheets(told: ToldAccreditation, say: Wording): readonly Sheet[] {
  return [
    ...tablesOf(told, say).map(
      ({ title, head, rows }): Sheet => ({
        name: title,
        columns: head.map((one, at) => ({
          head: one,
          width: at === 0 ? 40 : 14,
          decimals: at === 0 ? 0 : 0,
        })),
        rows,
      }),
    ),
    aboutSheet(say, notes(told, say)),
  ];
}

/** The same as a paper. */
export function accreditationPaper(
  told: ToldAccreditation,
  say: Wording,
  frame: Pick<Paper, "language" | "institution" | "words" | "date" | "below" | "copies">,
): Paper {
  return {
    ...frame,
    kind: "accreditation",
    title: say.plain("accreditation-title"),
    code: spanText(told.choice, say),
    draft: false,
    words: { ...frame.words, confidential: say.plain("recap-inside") },
    facts: notes(told, say).map(([label, text]) => ({ label, text })),
    parts: tablesOf(told, say).map(({ title, head, rows, columns }): PaperPart => {
      const table: TableBlock = {
        kind: "table",
        caption: "",
        head,
        columns: columns ?? head.map((_, at) => (at === 0 ? "wide" : "auto")),
        rows: rows.map((row) => row.map((cell) => printedCell(cell, say))),
      };
      return { title, blocks: [table] };
    }),
    signatures: [],
  };
}

function printedCell(cell: SheetCell, say: Wording): string {
  if (cell === null) return "–";
  return typeof cell === "object" ? shortDate(cell.date, say.locale) : String(cell);
}

function notes({ choice, leftOut, made }: ToldAccreditation, say: Wording): (readonly [string, string])[] {
  return [
    [say.plain("recap-period"), spanText(choice, say)],
    [say.plain("accreditation-standing"), say.plain("accreditation-standing-text")],
    [say.plain("accreditation-not-here"), say.plain("accreditation-not-here-text")],
    [say.plain("export-about-left-out"), leftOutText(leftOut, say)],
    [say.plain("export-about-made"), made],
  ];
}

function tablesOf(told: ToldAccreditation, say: Wording): readonly Told[] {
  const { view } = told;
  const counts = ["served", "opened", "open", "closed"] as const;
  const countHead = counts.map((key) => say.plain(`accreditation-count-${key}`));
  const countRow = (name: string, of: ClientCounts) => [name, ...counts.map((key) => of[key])];
  const months = ["opened", "closed", "sessions", "plans", "evaluations", "referrals", "aftercare"] as const;
  const { results } = view;
  const result = (
    key:
      | "evaluated"
      | "meanScore"
      | "goals"
      | "goalsAsExpected"
      | "referrals"
      | "referralsAnswered"
      | "closed"
      | "terminated",
  ) => [say.plain(`accreditation-result-${key}`), results[key]] as const;
  return [
    {
      title: say.plain("accreditation-clients"),
      head: [say.plain("recap-kind"), ...countHead],
      rows: [
        ...view.byKind.map(({ kind, counts: of }) =>
          countRow(
            kind === "unknown" ? say.plain("recap-kind-unknown") : say.form.choice({ set: "ppks" }, kind),
            of,
          ),
        ),
        ...view.byLevel.map(({ level, counts: of }) =>
          countRow(say.plain("accreditation-level", { level: say.form.choice({ set: "level" }, level) }), of),
        ),
        countRow(say.plain("recap-sum"), view.total),
      ],
    },
    staffTable(told, say),
    {
      title: say.plain("accreditation-services"),
      columns: ["auto", ...months.map(() => "wide" as const)],
      head: [
        say.plain("accreditation-month"),
        ...months.map((key) => say.plain(`accreditation-month-${key}`)),
      ],
      rows: view.months.map((month) => [monthText(month.month, say), ...months.map((key) => month[key])]),
    },
    {
      title: say.plain("accreditation-results"),
      head: [say.plain("accreditation-result"), say.plain("recap-sum")],
      rows: [
        result("evaluated"),
        result("meanScore"),
        result("goals"),
        result("goalsAsExpected"),
        result("referrals"),
        result("referralsAnswered"),
        result("closed"),
        result("terminated"),
      ],
    },
  ];
}

function staffTable({ staff, call }: ToldAccreditation, say: Wording): Told {
  const columns = ["roles", "since", "str", "str-until", "certificates", "cases", "supervisions"] as const;
  return {
    title: say.plain("accreditation-staff"),
    columns: ["auto", "wide", ...columns.slice(1).map(() => "auto" as const)],
    head: [
      say.plain("accreditation-member"),
      ...columns.map((key) => say.plain(`accreditation-staff-${key}`)),
    ],
    rows: staff.map((one) => [
      call(one.memberId),
      one.roles.map((role) => say.plain(`role-${role}`)).join(", "),
      { date: one.since },
      say.plain(`accreditation-str-${one.str.kind}`),
      "expiresOn" in one.str ? { date: one.str.expiresOn } : null,
      one.certificates,
      one.openCases,
      one.supervisions,
    ]),
  };
}

/** "November 2026". */
function monthText(month: string, say: Wording): string {
  return letterDate(month, say.locale).replace(/^\d+\s/, "");
}
