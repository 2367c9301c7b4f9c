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
 * Masks what is small, and what would give it away: where a row or a column has one masked number, it could be worked out
 * from its sum, so that the next smallest is masked with it.
 */
export function maskTable(counts: readonly (readonly number[])[]): MaskedTable {
  const width = counts[0]?.length ?? 0;
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
  // The sums stand in the last column and the last row, so that they are masked like every other number.
  const rows = counts.map((row) => [...row, sumOf(row)]);
  rows.push(Array.from({ length: width + 1 }, (_, at) => sumOf(rows.map((row) => row[at] ?? 0))));
  const hidden = rows.map((row) => row.map(isSmall));
  const lines: readonly (readonly (readonly [number, number])[])[] = [
    ...rows.map((row, y) => row.map((_, x) => [y, x] as const)),
    ...Array.from({ length: width + 1 }, (_, x) => rows.map((_row, y) => [y, x] as const)),
  ];
  for (let again = true; again; ) {
    again = false;
    for (const line of lines) {
      if (line.filter(([y, x]) => hidden[y]?.[x]).length !== 1) continue;
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
