/**
 * The recap of clients by kind of PPKS, sex and age band that a Dinas Sosial asks of an institution. No official columns
 * are known to us: bands and columns are the institution's own, and what it did not set is our default.
 */
import { addDays, addMonths, dateIn, lastDayOfMonth, partsOf, toLocalDate } from "../calendar.js";
import { ageOn, isBirth } from "../conditions.js";
import type { LocalDate, Value } from "../form.js";
import { ppksKinds } from "../forms/vocabulary.js";
import { type MaskedTable, maskTable } from "../reports/smallNumbers.js";
import { newestRound, type RecordedCase } from "./record.js";

/** What the institution sets of its recap. */
export type RecapSettings = {
  /** The first age of each band, rising from 0. */
  readonly bands: readonly number[];
  /** One column for each sex in each band; else one for each band. */
  readonly bySex: boolean;
  /** A column of groups and communities, who have neither sex nor age. */
  readonly groups: boolean;
  /** Kinds of which there is nobody have a row too. */
  readonly emptyRows: boolean;
};

/** The default: the bands that are mostly asked for, child to elderly. */
export const defaultRecap: RecapSettings = {
  bands: [0, 6, 13, 18, 60],
  bySex: true,
  groups: true,
  emptyRows: true,
};

/** The most bands of a recap. */
export const mostBands = 12;

/** Bands as they are typed: "0, 6, 13, 18, 60". Undefined where they are no ages that rise from 0. */
export function bandsIn(text: string): readonly number[] | undefined {
  const ages = text.trim().split(/[\s,;]+/);
  if (!ages.every((age) => /^\d{1,3}$/.test(age))) return undefined;
  const bands = ages.map(Number);
  const rises = bands.every((age, at) => age <= 120 && (at === 0 ? age === 0 : age > (bands[at - 1] ?? age)));
  return rises && bands.length >= 2 && bands.length <= mostBands ? bands : undefined;
}

/** Whom a recap counts: whose case began in the period, or everybody who was served in it. */
export const recapCounts = ["new", "served"] as const;

/** Whom a recap counts. */
export type RecapCount = (typeof recapCounts)[number];

/** A period of whole days, both ends included. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

/** The lengths of a recap's period. */
export const periodLengths = ["month", "semester", "year"] as const;

/** A length of a period. */
export type PeriodLength = (typeof periodLengths)[number];

/** The month, half-year or year that holds a day, or one so many before it. */
export function periodOf(day: LocalDate, length: PeriodLength, before = 0): Period {
  const { year, month } = partsOf(day);
  const months = { month: 1, semester: 6, year: 12 }[length];
  const first = toLocalDate({ year, month: month - ((month - 1) % months), day: 1 });
  const from = addMonths(first, -before * months);
  const end = partsOf(addMonths(from, months - 1));
  return { from, to: toLocalDate({ ...end, day: lastDayOfMonth(end.year, end.month) }) };
}

/** A row of a recap: a kind of PPKS, or those of whom none was written down. */
export type RecapRow = (typeof ppksKinds)[number] | "unknown";

/** A column: one sex of one band, a whole band, or those who are in none. */
export type RecapColumn =
  | { readonly kind: "band"; readonly from: number; readonly to: number | null; readonly sex: Sex | null }
  | { readonly kind: "unknown" | "groups" };

type Sex = "male" | "female";

/** A recap, counted. */
export type Recap = {
  readonly columns: readonly RecapColumn[];
  readonly rows: readonly RecapRow[];
  readonly table: MaskedTable;
  /** How many were counted. */
  readonly counted: number;
};

/**
 * Counts clients. The age is that on the last day of the period, or on the day of closing where that was earlier. A
 * family counts once, by its head. `masked`: small numbers are not told.
 */
export function recapOf(
  records: readonly RecordedCase[],
  settings: RecapSettings,
  { period, count, zone, masked }: { period: Period; count: RecapCount; zone: string; masked: boolean },
): Recap {
  const columns = columnsOf(settings);
  const counts = new Map<RecapRow, number[]>();
  const served = records.filter((record) => isCounted(record, period, count, zone));
  for (const record of served) {
    const answers = newestRound(record, "approach")?.answers;
    const kind = ppksKinds.find((one) => one === answers?.get("ppks")) ?? "unknown";
    const row = counts.get(kind) ?? columns.map(() => 0);
    counts.set(kind, row);
    const at = columns.findIndex((column) => fits(column, record, answers, lastDay(record, period, zone)));
    const column = at < 0 ? columns.findIndex(({ kind: one }) => one === "unknown") : at;
    row[column] = (row[column] ?? 0) + 1;
  }
  const rows = ([...ppksKinds, "unknown"] as const).filter(
    (row) => counts.has(row) || (settings.emptyRows && row !== "unknown"),
  );
  const numbers = rows.map((row) => counts.get(row) ?? columns.map(() => 0));
  return {
    columns,
    rows,
    table: masked ? maskTable(numbers) : summed(numbers, columns.length),
    counted: served.length,
  };
}

function columnsOf({ bands, bySex, groups }: RecapSettings): readonly RecapColumn[] {
  const sexes: readonly (Sex | null)[] = bySex ? ["male", "female"] : [null];
  return [
    ...bands.flatMap((from, at) =>
      sexes.map((sex) => ({ kind: "band", from, to: bands[at + 1] ?? null, sex }) as const),
    ),
    ...(groups ? [{ kind: "groups" } as const] : []),
    { kind: "unknown" },
  ];
}

function isCounted(
  { openedAt, closedAt }: RecordedCase,
  { from, to }: Period,
  count: RecapCount,
  zone: string,
) {
  const opened = dateIn(zone, openedAt);
  if (opened > to) return false;
  if (count === "new") return opened >= from;
  return closedAt === null || dateIn(zone, closedAt) >= from;
}

function lastDay({ closedAt }: RecordedCase, { to }: Period, zone: string): LocalDate {
  const closed = closedAt === null ? addDays(to, 1) : dateIn(zone, closedAt);
  return closed < to ? closed : to;
}

function fits(
  column: RecapColumn,
  { level }: RecordedCase,
  answers: ReadonlyMap<string, Value> | undefined,
  day: LocalDate,
): boolean {
  const isGroup = level === "group" || level === "community";
  if (column.kind !== "band") return column.kind === "groups" && isGroup;
  if (isGroup) return false;
  const birth = answers?.get(level === "family" ? "headBirth" : "birth");
  const sex = answers?.get(level === "family" ? "headSex" : "sex");
  if (!isBirth(birth) || (column.sex !== null && sex !== column.sex)) return false;
  const age = ageOn(birth, day);
  return age >= column.from && (column.to === null || age < column.to);
}

function summed(counts: readonly (readonly number[])[], width: number): MaskedTable {
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
  const columnSums = Array.from({ length: width }, (_, at) => sumOf(counts.map((row) => row[at] ?? 0)));
  return { cells: counts, rowSums: counts.map(sumOf), columnSums, sum: sumOf(columnSums) };
}
