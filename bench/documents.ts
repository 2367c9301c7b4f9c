/**
 * `npm run bench:documents`: how long each paper takes, in the thread that sets them – cold, which is the first one of a
 * thread, and warm; and what 300 papers that wait at once do to the answers of people who fill a form meanwhile, with the
 * built bot as a process of its own. Targets: 100 ms warm at p95, 300 ms cold; answers at p95 at most twice as slow.
 */
import pg from "pg";
import { pino } from "pino";
import { typesetterOf } from "../src/documents/typesetter.js";
import { openDatabase } from "../src/records/storage/database.js";
import { secureRandom } from "../src/records/storage/ids.js";
import { sealerOf } from "../src/records/storage/seal.js";
import { type PaperSample, paperSamples } from "../test/support/paperSamples.js";
import { recordsOf } from "../test/support/records.js";
import { contestant, dataKey } from "./contestants.js";
import { percentile, runLoad } from "./load.js";
import { startPostgres } from "./postgres.js";
import { record } from "./recording.js";
import { firstId } from "./telegram.js";
import { scriptOf } from "./walker.js";

const thread = new URL("../dist/documents/typesettingThread.js", import.meta.url);
const warmRuns = 30;
const coldRuns = 3;
/** People who answer meanwhile, how many answers each gives, and the latency of the Bot API (ms). */
const people = { count: 5, answers: 150, latency: 60 } as const;
const queued = 300;
const only = process.argv[2];

const postgres = await startPostgres();
try {
  const samples = await samplesOf();
  if (only !== "load") await papers(samples);
  if (only !== "papers") await load(samples);
} finally {
  await postgres.close();
}

async function samplesOf(): Promise<readonly PaperSample[]> {
  const database = openDatabase(await postgres.migrated(), console.error);
  const records = recordsOf({
    database,
    sealer: sealerOf([dataKey], secureRandom),
    clock: () => new Date(),
    random: secureRandom,
    log: pino({ level: "error" }),
  });
  try {
    return await paperSamples(records);
  } finally {
    await database.close();
  }
}

/** Each kind of paper by itself. */
async function papers(samples: readonly PaperSample[]): Promise<void> {
  const head = ["paper".padEnd(18), "pages", "kB", "cold ms", "warm p50", "p95"];
  console.log(`| ${head.join(" | ")} |\n|${head.map((title) => "-".repeat(title.length + 2)).join("|")}|`);
  const [colds, warms]: [number[], number[]] = [[], []];
  for (const sample of samples) {
    const typesetter = typesetterOf(thread);
    const set = () => typesetter.typeset({ ...jobOf(sample), at: new Date() });
    const [cold, warm]: [number[], number[]] = [[], []];
    for (let run = 0; run < coldRuns; run += 1) {
      await typesetter.rest();
      cold.push(await timed(set));
    }
    for (let run = 0; run < warmRuns; run += 1) warm.push(await timed(set));
    const made = await set();
    await typesetter.rest();
    colds.push(...cold);
    warms.push(...warm);
    const cells = [
      sample.kind.padEnd(18),
      String(made.pages).padStart(5),
      (made.pdf.length / 1024).toFixed(0).padStart(2),
      percentile(cold, 0.5).toFixed(0).padStart(7),
      percentile(warm, 0.5).toFixed(1).padStart(8),
      percentile(warm, 0.95).toFixed(1).padStart(3),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
  console.log(
    `\nAll: cold p95 ${percentile(colds, 0.95).toFixed(0)} ms, warm p50 ${percentile(warms, 0.5).toFixed(0)} ms, p95 ${percentile(warms, 0.95).toFixed(0)} ms\n`,
  );
}

/** The same load without and with papers that wait. */
async function load(samples: readonly PaperSample[]): Promise<void> {
  console.log("| load                       | reply p50 ms | p95 | p99 | papers made meanwhile | seconds |");
  console.log("|----------------------------|--------------|-----|-----|-----------------------|---------|");
  const quiet = await answers(samples, 0);
  const busy = await answers(samples, queued);
  console.log(
    `\nAnswers at p95 are ${(busy / quiet).toFixed(2)} times as slow while ${queued} papers are made.`,
  );
}

async function answers(samples: readonly PaperSample[], waiting: number): Promise<number> {
  const ours = await contestant("ours", postgres);
  const steps = (await record(ours, "long")).steps.slice(0, people.answers);
  const { url, start, begin } = await ours.prepare("long", steps, people.count);
  const receiver = firstId + people.count;
  const result = await runLoad({
    script: scriptOf(steps),
    people: people.count,
    bystanders: 1,
    latency: people.latency,
    meanwhile: () => queue(url, samples, waiting, receiver),
    startBot: start,
    begin,
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ made: number }>(
    `SELECT count(*)::int AS "made" FROM "Paper" WHERE "status" = 'made'`,
  );
  await client.end();
  const { p50, p95, p99 } = result.reply;
  const cells = [
    `${waiting} papers wait`.padEnd(26),
    p50.toFixed(0).padStart(12),
    p95.toFixed(0).padStart(3),
    p99.toFixed(0).padStart(3),
    String(rows[0]?.made ?? 0).padStart(21),
    result.seconds.toFixed(1).padStart(7),
  ];
  console.log(`| ${cells.join(" | ")} |`);
  return p95;
}

/** Puts papers of the cases there, ordered by their workers into the chat of somebody who only receives. */
async function queue(
  url: string,
  samples: readonly PaperSample[],
  count: number,
  receiver: number,
): Promise<void> {
  const database = openDatabase(url, console.error);
  const sealer = sealerOf([dataKey], secureRandom);
  const cases = await database.prisma.case.findMany({ select: { id: true, workerId: true } });
  const now = new Date();
  await database.prisma.paper.createMany({
    data: Array.from({ length: count }, (_, n) => {
      const id = `${"a".repeat(12)}${n.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "q")}`;
      const sample = samples[n % samples.length];
      const { id: caseId = "", workerId: memberId = "" } = cases[n % cases.length] ?? {};
      const content = JSON.stringify({ ...sample, at: now.toISOString(), photos: [] });
      return {
        id,
        caseId,
        memberId,
        chatId: BigInt(receiver),
        paper: sealer.seal("plan", { table: "Paper", column: "paper", row: id }),
        content: sealer.seal(content, { table: "Paper", column: "content", row: id }),
        notBefore: now,
        createdAt: now,
        code: id,
      };
    }),
  });
  await database.close();
}

function jobOf({ template, data }: PaperSample) {
  return { template, data, files: { "photos.json": "[]" } };
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}
