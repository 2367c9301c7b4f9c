/**
 * Small numbers in a table that leaves the institution: one to four people in a cell can be somebody a reader knows.
 */

/** From here on a number is told. Nobody is told too: an empty cell points at no one. */
export const smallest = 5;

/** A cell of a table: a number, or null where it is masked ("<5"). */
export type MaskedCell = number | null;

/** A table of counts with its sums, masked. */
export type MaskedTable = {
  readonly cells: readonly (readonly MaskedCell[])[];
  readonly rowSums: readonly MaskedCell[];
  readonly columnSums: readonly MaskedCell[];
  readonly sum: MaskedCell;
};

/** Whether a number is masked by itself. */
export function isSmall(count: number): boolean {
  return count > 0 && count < smallest;
}

/**
 * Masks what is small, and what would give it away: where the masked numbers of a row or a column could be worked out from
 * its sum, the next smallest is masked with them. One can always be; several can where their sum is small itself, or so
 * large that each of them has to be the largest of the small. `hidden` names sums that are masked in any case, since they
 * tell what is masked elsewhere: of columns by their place, and the sum of everything as `total`.
 */
export function maskTable(
  counts: readonly (readonly number[])[],
  { total = false, columns = [] }: { readonly total?: boolean; readonly columns?: readonly number[] } = {},
): MaskedTable {
  const width = counts[0]?.length ?? 0;
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
  // The sums stand in the last column and the last row, so that they are masked like every other number.
  const rows = counts.map((row) => [...row, sumOf(row)]);
  rows.push(Array.from({ length: width + 1 }, (_, at) => sumOf(rows.map((row) => row[at] ?? 0))));
  const hidden = rows.map((row) => row.map(isSmall));
  const lastRow = hidden.at(-1) ?? [];
  for (const at of [...columns, ...(total ? [width] : [])]) lastRow[at] ||= (rows.at(-1)?.[at] ?? 0) > 0;
  const lines: readonly (readonly (readonly [number, number])[])[] = [
    ...rows.map((row, y) => row.map((_, x) => [y, x] as const)),
    ...Array.from({ length: width + 1 }, (_, x) => rows.map((_row, y) => [y, x] as const)),
  ];
  for (let again = true; again; ) {
    again = false;
    for (const line of lines) {
      const masked = line.filter(([y, x]) => hidden[y]?.[x]);
      if (
        !isTold(
          masked.map(([y, x]) => rows[y]?.[x] ?? 0),
          masked.at(-1) === line.at(-1),
        )
      )
        continue;
      const next = line
        .filter(([y, x]) => !hidden[y]?.[x] && (rows[y]?.[x] ?? 0) > 0)
        .sort(([y, x], [v, w]) => (rows[y]?.[x] ?? 0) - (rows[v]?.[w] ?? 0))[0];
      const row = next && hidden[next[0]];
      if (next === undefined || row === undefined) continue;
      row[next[1]] = true;
      again = true;
    }
  }
  const shown = rows.map((row, y) => row.map((count, x) => (hidden[y]?.[x] === true ? null : count)));
  const sums = shown.at(-1) ?? [];
  return {
    cells: shown.slice(0, -1).map((row) => row.slice(0, width)),
    rowSums: shown.slice(0, -1).flatMap((row) => row.slice(width)),
    columnSums: sums.slice(0, width),
    // Not `??`: a masked sum is null.
    sum: sums[width] === undefined ? 0 : sums[width],
  };
}

/** Whether the masked numbers of a line can be worked out, or stand together for a few people, where its sum is told. */
function isTold(masked: readonly number[], isSumMasked: boolean): boolean {
  if (masked.length < 2) return masked.length === 1;
  if (isSumMasked) return false;
  const together = masked.reduce((sum, one) => sum + one, 0);
  return together < smallest || together === masked.length * (smallest - 1);
}
