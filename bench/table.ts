/** The results of loads as a table for the terminal and for Markdown. */
import type { LoadResult } from "./load.js";

const columns: readonly { readonly title: string; readonly of: (result: LoadResult) => string }[] = [
  { title: "API ms", of: ({ latency }) => String(latency) },
  { title: "answers/s", of: ({ answersPerSecond }) => answersPerSecond.toFixed(0) },
  { title: "reply p50 ms", of: ({ reply }) => reply.p50.toFixed(0) },
  { title: "p95", of: ({ reply }) => reply.p95.toFixed(0) },
  { title: "p99", of: ({ reply }) => reply.p99.toFixed(0) },
  { title: "bot CPU ms/answer", of: ({ cpu }) => cpu.bot.toFixed(2) },
  { title: "PostgreSQL", of: ({ cpu }) => cpu.postgres.toFixed(2) },
  { title: "load", of: ({ cpu }) => cpu.load.toFixed(2) },
  { title: "calls/answer", of: ({ callsPerAnswer }) => callsPerAnswer.toFixed(2) },
  { title: "memory MB", of: ({ memory }) => (memory.peak / 1024 / 1024).toFixed(0) },
];

const nameWidth = 24;

/** The heading of the table, two lines. */
export function tableHead(): string {
  const titles = ["bot".padEnd(nameWidth), ...columns.map(({ title }) => title)];
  return `| ${titles.join(" | ")} |\n|${titles.map((title) => "-".repeat(title.length + 2)).join("|")}|`;
}

/** One bot's line of the table. */
export function tableRow(name: string, result: LoadResult): string {
  const cells = columns.map(({ title, of }) => of(result).padStart(title.length));
  return `| ${[name.padEnd(nameWidth), ...cells].join(" | ")} |`;
}
