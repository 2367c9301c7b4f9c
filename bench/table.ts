/** Tables for the terminal and for Markdown. */

/** A column: its title, and whether its cells are words, which stand to the left. */
export type Column = { readonly title: string; readonly words?: boolean };

/** Rows under their heading, with every column as wide as its longest cell. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, n) =>
    Math.max(title.length, ...rows.map((row) => (row[n] ?? "").length)),
  );
  const line = (cells: readonly string[]) => {
    const padded = cells.map((cell, n) =>
      columns[n]?.words === true ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0),
    );
    return `| ${padded.join(" | ")} |`;
  };
  const rule = columns.map(({ words }, n) => "-".repeat((widths[n] ?? 0) + 1) + (words === true ? "-" : ":"));
  return [line(columns.map(({ title }) => title)), `|${rule.join("|")}|`, ...rows.map(line)].join("\n");
}
