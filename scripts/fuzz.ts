/**
 * Sends updates that nobody sends to the running bot: `npm run fuzz`. They are made up from the Bot API's own types
 * (`fuzz/updates.ts`), stored as the poller stores them, and handled and answered over a Telegram played beside the
 * bot, with an embedded PostgreSQL in a folder that is thrown away. Prints what was sent and what was found.
 *
 *   npm run fuzz                                     100,000 updates
 *   npm run fuzz -- --seed 7 --count 3000            others, and fewer
 *   npm run fuzz -- --seed 7 --from 1500 --count 96  some of those again
 *
 * A failure is told with its seed and number. An update depends on these, and on what the bot drew before: begin where
 * its cast began, every 1,500 updates. Ends with 1 where anything failed. No line of the log may hold what was typed.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createLogger } from "../src/logger.js";
import { openEmbedded } from "../src/records/storage/embedded.js";
import { migrate } from "../src/records/storage/migrate.js";
import { openAppOver } from "../test/support/app.js";
import { learn } from "../test/support/learned.js";
import { bundleTypesetting } from "../test/support/typesetting.js";
import { type Failure, type FuzzReport, fuzz } from "./fuzz/fuzz.js";
import { secretWord } from "./fuzz/words.js";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "20261125" },
    from: { type: "string", default: "0" },
    count: { type: "string", default: "100000" },
  },
});
const [seed, from, count] = [values.seed, values.from, values.count].map(Number) as [number, number, number];

/** What stands in the log, as far as it is wrong: words of a person, or an error. */
const logged: string[] = [];
let lines = 0;
const log = createLogger("debug", {
  write: (line) => {
    lines += 1;
    const { level } = JSON.parse(line) as { readonly level: string };
    if (line.includes(secretWord) || level === "error" || level === "fatal") logged.push(line.trim());
  },
});

const dir = await mkdtemp(join(tmpdir(), "pendamping-fuzz-"));
const quiet = { info() {}, warn: console.warn, error: console.error };
const embedded = await openEmbedded(dir, { log: quiet, settings: { fsync: "off", full_page_writes: "off" } });
try {
  learn();
  await bundleTypesetting();
  await migrate(embedded.url, "prisma/migrations", quiet);
  const app = await openAppOver({ url: embedded.url, drop: async () => {} }, { log });
  const begun = performance.now();
  const report = await fuzz(app, { seed, from, count }, (done, failures) => {
    process.stderr.write(`${done} of ${count} updates\r`);
    for (const failure of failures) console.log(wordsOf(failure));
  });
  const seconds = (performance.now() - begun) / 1000;
  const [kept] = await app.rows<{ answers: number; deeds: number }>(
    `SELECT (SELECT count(*)::int FROM "Answer") AS "answers", (SELECT count(*)::int FROM "AuditEvent") AS "deeds"`,
  );
  await app.close();
  console.log(
    tableOf(report, [
      ["answers kept", kept?.answers ?? 0],
      ["deeds in the audit", kept?.deeds ?? 0],
      ["seconds", Math.round(seconds)],
    ]),
  );
  for (const line of logged) console.log(`in the log: ${line}`);
  process.exitCode = report.failures.length + logged.length === 0 ? 0 : 1;
} finally {
  await embedded.stop();
  await rm(dir, { recursive: true, force: true });
}

type Row = readonly [what: string, figure: string | number];

function tableOf({ kinds, failures, messages, mostReplies }: FuzzReport, more: readonly Row[]): string {
  const rows: Row[] = [
    ...[...kinds].sort(([, a], [, b]) => b - a),
    ["updates in all", [...kinds.values()].reduce((sum, number) => sum + number, 0)],
    ["messages to Telegram", messages],
    ["most replies for an update", mostReplies.toFixed(1)],
    ["lines of the log", lines],
    ["lines of the log that are wrong", logged.length],
    ["failures", failures.length],
    ...more,
  ];
  return [["what", `seed ${seed}`], ["---", "---"], ...rows]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}

function wordsOf({ what, updates }: Failure): string {
  const few = updates.slice(0, 3).map(({ index, update }) => `  ${index}: ${JSON.stringify(update)}`);
  return [`${what} (seed ${seed}, ${updates.length} updates)`, ...few].join("\n");
}
