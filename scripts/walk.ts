/**
 * Walks two made-up cases through the real bot: `npm run walk`; the second is in `walk/childVictim.ts`. The bot is a process of its own, started as
 * `npm start` does, with an embedded PostgreSQL in a folder that is thrown away; this process plays Telegram and
 * the people. In the middle of the assessment the bot is killed with SIGKILL while an answer is on its way, and
 * started again. Prints what the people saw, and what the database holds; exits with 1 where anything is amiss.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Person } from "../src/playground/people.js";
import { startTelegram, type TelegramEmulator } from "../src/playground/telegram.js";
import type { FormId } from "../src/practice/form.js";
import { current } from "../src/practice/forms/catalogue.js";
import { openEmbedded } from "../src/records/storage/embedded.js";
import { fills, questionAt, type Telling } from "../test/support/filling.js";
import { foundStaff, type Staff } from "../test/support/staff.js";
import * as story from "../test/support/story.js";
import { Bot, token } from "./walk/bot.js";
import { childVictimAnswers, walkChildVictim } from "./walk/childVictim.js";

const send = "📨 Kirim";
const log = { info() {}, warn: console.warn, error: console.error };

/** How many answers each form was given: so many must be kept, none twice. */
const told: { readonly [form in FormId]?: Telling } = {
  approach: story.approach,
  assessment: story.assessment,
  plan: story.plan,
  session: story.session,
  evaluation: story.evaluation,
  termination: story.termination,
  aftercare: story.aftercare,
};

async function walk(telegram: TelegramEmulator, bot: Bot): Promise<Staff> {
  const staff = await foundStaff({ telegram });
  const { worker, supervisor } = staff;
  worker.sends("/mulai");
  await worker.sees("➕ Kasus baru");

  await form(worker, "approach", "➕ Kasus baru");
  await worker.sees("Berikutnya: asesmen");

  worker.presses("▶️ Mulai asesmen");
  await assessmentWithKill(worker, bot);
  worker.presses(send);
  await worker.sees("Berikutnya: rencana intervensi");

  await form(worker, "plan", "▶️ Mulai rencana intervensi");
  await approves(supervisor, "Rencana intervensi");
  await worker.sees("disetujui Pak Dedi");

  await form(worker, "session", "▶️ Mulai catatan sesi");
  await worker.sees("Catatan sesi tersimpan");
  worker.presses("📂 Ke kasus");
  await worker.sees("●●●●○ Intervensi");

  await form(worker, "evaluation", "▶️ Mulai evaluasi");
  await worker.sees("Berikutnya: terminasi");
  await form(worker, "termination", "▶️ Mulai terminasi");
  await approves(supervisor, "Terminasi");
  await worker.sees("Kasusnya kini ditutup");

  await form(worker, "aftercare", /Mulai bimbingan lanjut/);
  await worker.sees("Bimbingan lanjut tersimpan");
  return staff;
}

async function form(worker: Person, id: FormId, button: string | RegExp): Promise<void> {
  worker.presses(button);
  await fills(worker, current(id), told[id] ?? {}, { words: story.words });
  worker.presses(send);
}

/** The supervisor looks at what waits: whenever this runs, it may be in the quiet hours, when nobody is told of it. */
async function approves(supervisor: Person, form: string): Promise<void> {
  supervisor.sends("/mulai");
  await supervisor.sees("✍️ Persetujuan (1)");
  supervisor.presses("✍️ Persetujuan (1)");
  await supervisor.sees("menunggu keputusan Anda");
  supervisor.presses(/^1 · K-/);
  await supervisor.sees(`${form} menunggu Anda`);
  supervisor.presses("✅ Setujui");
  await supervisor.sees("sudah diberi tahu");
}

/** Half of the assessment, the kill while an answer is on its way, and the other half from the very question. */
async function assessmentWithKill(worker: Person, bot: Bot): Promise<void> {
  const assessment = current("assessment");
  const entries = Object.entries(story.assessment);
  const middle = entries.findIndex(([path]) => path === "psychological");
  const [first, [atKill, ...rest]] = [entries.slice(0, middle), entries.slice(middle)];
  const next = rest[0];
  if (atKill === undefined || next === undefined) throw new Error("the assessment has no middle");
  const question = questionAt(assessment, atKill[0]);
  await fills(worker, assessment, Object.fromEntries(first), { last: question });

  worker.sends(String(atKill[1]));
  await bot.end("SIGKILL");
  await bot.start();
  // The question may have been seen or not when the bot died: then it asks where the answer belongs.
  const asks = "Pesan ini untuk pertanyaan yang mana?";
  const following = questionAt(assessment, next[0]);
  const either = new RegExp([asks, following].map((text) => text.replace(/[?.()]/g, "\\$&")).join("|"));
  const { text = "" } = await worker.sees(either, { within: 15_000 });
  if (text === asks) {
    worker.presses("✏️ Psikologis");
    await worker.sees(following);
  }
  // The bot knows the place without being told; the command finds it too.
  worker.sends("/lanjut");
  await worker.sees(questionAt(assessment, next[0]));
  await fills(worker, assessment, Object.fromEntries(rest), { isAsked: true });
}

type Row = Record<string, unknown>;

/** What the database holds, and what is amiss in it. */
async function inspect(dataDir: string): Promise<{ counts: Row[]; faults: string[] }> {
  const embedded = await openEmbedded(dataDir, { log });
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  try {
    const query = async (sql: string) => (await client.query<Row>(sql)).rows;
    const counts = await query(`
      SELECT c."code", r."form", r."status"::text, count(a."id")::int AS answers, count(DISTINCT a."path")::int AS paths
      FROM "Round" r JOIN "Case" c ON c."id" = r."caseId" LEFT JOIN "Answer" a ON a."roundId" = r."id"
      GROUP BY r."id", c."code" ORDER BY r."startedAt"`);
    const cases = await query(`
      SELECT "code", "stage"::text, "voided" FROM "Case" ORDER BY "code"`);
    const clocks = await query(`
      SELECT c."code", d."handedOverAt" <= d."dueAt" AND d."doneAt" IS NOT NULL AS "in time"
      FROM "Deadline" d JOIN "Case" c ON c."id" = d."caseId" WHERE d."statutory"`);
    // Answered questions lose their buttons last of all, outside of the chat's order: the end may come before.
    const waiting = await query(`
      SELECT 'updates not handled' AS what, count(*)::int AS n FROM "Update" WHERE "status" <> 'done'
      UNION ALL SELECT 'messages not sent', count(*)::int FROM "Message"
        WHERE "status" NOT IN ('sent', 'dropped') AND ("lane" IS NOT NULL OR "method" NOT LIKE 'editMessage%')`);
    const others = await query(`
      SELECT (SELECT count(*)::int FROM "Update") AS updates, (SELECT count(*)::int FROM "Message") AS messages,
        (SELECT count(*)::int FROM "AuditEvent") AS audited, (SELECT count(*)::int FROM "Attachment") AS attachments`);
    const faults = faultsIn(counts, cases, clocks, waiting);
    return { counts: [...counts, ...cases, ...clocks, ...others], faults };
  } finally {
    await client.end();
    await embedded.stop();
  }
}

function faultsIn(
  rounds: readonly Row[],
  cases: readonly Row[],
  clocks: readonly Row[],
  waiting: readonly Row[],
): string[] {
  const [first, second] = cases;
  const expected: readonly (readonly [unknown, string, number])[] = [
    ...Object.entries(told).map(([id, telling]) => [first?.code, id, Object.keys(telling).length] as const),
    ...Object.entries(childVictimAnswers).map(([id, answers]) => [second?.code, id, answers] as const),
  ];
  const faults: string[] = [];
  for (const [code, id, answers] of expected) {
    const round = rounds.find((row) => row.code === code && row.form === id);
    if (round?.status !== "approved") faults.push(`${id}: ${String(round?.status ?? "missing")}`);
    else if (round.answers !== answers || round.paths !== answers) {
      faults.push(`${id}: ${String(round.answers)} answers kept, ${answers} given`);
    }
  }
  if (rounds.length !== expected.length) faults.push(`${rounds.length} rounds`);
  if (cases.length !== 2 || first?.stage !== "closed" || first.voided !== false) {
    faults.push("the first case is not closed");
  }
  if (second?.stage !== "closed") faults.push("the second case is not closed");
  // The only clock of the law that either case starts.
  const [clock] = clocks;
  if (clocks.length !== 1 || clock?.code !== second?.code || clock?.["in time"] !== true) {
    faults.push("the laporan sosial was not handed over in time");
  }
  for (const { what, n } of waiting) if (n !== 0) faults.push(`${String(n)} ${String(what)}`);
  return faults;
}

function heading(text: string): void {
  console.log(`\n── ${text} ${"─".repeat(Math.max(0, 90 - text.length))}\n`);
}

const dataDir = await mkdtemp(join(tmpdir(), "pendamping-walk-"));
const telegram = await startTelegram();
telegram.bot({ token, username: "pendamping_bot" });
const bot = new Bot(dataDir, telegram.url);
const faults: string[] = [];
try {
  const first = await bot.start();
  const staff = await walk(telegram, bot);
  await walkChildVictim(staff);
  const { worker, supervisor } = staff;
  await bot.end("SIGTERM");
  heading("Bu Ratna, pekerja sosial");
  console.log(worker.transcript());
  heading("Pak Dedi, supervisor");
  console.log(supervisor.transcript());
  heading("What the database holds");
  const { counts, faults: found } = await inspect(dataDir);
  for (const row of counts)
    console.log(
      Object.entries(row)
        .map(([key, value]) => `${key} ${value}`)
        .join(" · "),
    );
  faults.push(...found);
  if (telegram.violations.length > 0)
    faults.push(`${telegram.violations.length} requests Telegram would refuse`);
  if (telegram.unanswered().length > 0)
    faults.push(`${telegram.unanswered().length} buttons without an answer`);
  console.log(`first start ${Math.round(first)} ms`);
} catch (error) {
  faults.push(error instanceof Error ? error.message : String(error));
} finally {
  // Ended in order even after a fault: a killed bot leaves its database running.
  await bot.end("SIGTERM");
  await telegram.close();
  await rm(dataDir, { recursive: true, force: true });
}
heading(faults.length === 0 ? "All is as it should be" : "Amiss");
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
