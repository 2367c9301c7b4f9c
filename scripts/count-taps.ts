/**
 * Counts what each form costs a worker, for every level of client, and what a morning costs a supervisor:
 * `npm run count:taps`. The bot runs over a Telegram played beside it, with an embedded PostgreSQL in a folder that is
 * thrown away. Its people press where there is a button and type where there is none. Prints one line a form and level:
 * presses, messages typed and their characters, files, and how many seconds that takes a quick thumb. Levels that cost the
 * same share a line.
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { type App, startApp } from "../src/app/start.js";
import type { Config } from "../src/config.js";
import { movableClock } from "../src/playground/clock.js";
import type { Person } from "../src/playground/people.js";
import { startTelegram, type TelegramEmulator } from "../src/playground/telegram.js";
import { type ClientLevel, clientLevels } from "../src/practice/form.js";
import { current } from "../src/practice/forms/catalogue.js";
import { openEmbedded } from "../src/records/storage/embedded.js";
import { secureRandom } from "../src/records/storage/ids.js";
import { opensApproval } from "../test/support/approving.js";
import { type Effort, effortOf, seconds } from "../test/support/effort.js";
import { fills } from "../test/support/filling.js";
import { morning, putsMorning, walksMorning } from "../test/support/morning.js";
import { recordsOf } from "../test/support/records.js";
import { foundStaff, joins, type Staff, setupCode } from "../test/support/staff.js";
import { courseOf } from "../test/support/wholeCases.js";

type Bot = {
  readonly telegram: TelegramEmulator;
  readonly materials: App["materials"];
  readonly forward: (milliseconds: number) => Promise<void>;
};

type Line = Effort & { readonly what: string; readonly level: string };

const send = "📨 Kirim";

/** Tuesday 24 November 2026, 10.15 in Jakarta: no quiet hours, and every day that is told lies where it should. */
const opening = new Date("2026-11-24T03:15:00Z");

const lines: Line[] = [];

/** Does something, and notes under a name what it cost. */
async function counted(person: Person, what: string, level: string, act: () => Promise<void>): Promise<void> {
  const from = person.conversation.history.length;
  await act();
  lines.push({ what, level, ...effortOf(person.conversation.history.slice(from)) });
}

/** A whole case of one level, from the menu to aftercare. */
async function walk({ worker, supervisor }: Staff, level: ClientLevel): Promise<void> {
  const { quickNote, telling, words } = courseOf(level);
  const form = (id: keyof typeof telling, button: string | RegExp, last: string | RegExp) =>
    counted(worker, id, level, async () => {
      worker.presses(button);
      await fills(worker, current(id), telling[id], { words });
      worker.presses(send);
      await worker.sees(last);
    });
  const approves = async (name: string) => {
    await opensApproval(supervisor, name);
    supervisor.presses("✅ Setujui");
    await supervisor.sees("sudah diberi tahu");
  };
  worker.sends("/mulai");
  await worker.sees("➕ Kasus baru");
  await form("approach", "➕ Kasus baru", "Berikutnya: asesmen");
  await form("assessment", "▶️ Mulai asesmen", "Berikutnya: rencana intervensi");
  await form("plan", "▶️ Mulai rencana intervensi", "Rencana intervensi");
  await approves("Rencana intervensi");
  await worker.sees("disetujui Pak Dedi");
  await form("session", "▶️ Mulai catatan sesi", "Catatan sesi tersimpan");
  await counted(worker, "quick session", level, async () => {
    worker.sends(quickNote);
    await worker.sees("Sudah betul?");
    worker.presses(send);
    await worker.sees("tersimpan");
  });
  worker.presses("📂 Ke kasus");
  await worker.sees("Intervensi");
  await form("evaluation", "▶️ Mulai evaluasi", "Berikutnya: terminasi");
  await form("termination", "▶️ Mulai terminasi", "Terminasi");
  await approves("Terminasi");
  await worker.sees("Kasusnya kini ditutup");
  await form("aftercare", /Mulai bimbingan lanjut/, "Bimbingan lanjut tersimpan");
}

function printed(): string {
  const levels = new Map<string, string[]>();
  for (const line of lines) {
    const { taps, messages, characters, files } = line;
    const figures = [taps, messages, characters, files, Math.round(seconds(line))].join(" | ");
    const key = `${line.what} | ${figures}`;
    levels.set(key, [...(levels.get(key) ?? []), line.level]);
  }
  const rows = [...levels].map(([key, alike]) => {
    const [what = "", ...figures] = key.split(" | ");
    return [what, alike.join(", "), ...figures];
  });
  const head = ["form", "level", "taps", "messages", "characters", "files", "seconds"];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** The bot over a Telegram of its own, with nobody in it yet; what `use` does with it is done before it is closed. */
async function withBot(use: (bot: Bot) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "pendamping-taps-"));
  const clock = movableClock(opening.getTime() - Date.now());
  const telegram = await startTelegram({ clock: clock.now });
  const token = "7000000001:AAHcountsTapsToken_abcdefghijklmnopqrs";
  telegram.bot({ token, username: "pendamping_bot" });
  const log = { info() {}, warn: console.warn, error: console.error };
  const embedded = await openEmbedded(dir, { log });
  const config: Config = {
    telegram: { kind: "telegram", token, apiRoot: telegram.url },
    intake: { kind: "polling" },
    database: { kind: "url", url: embedded.url },
    dataDir: dir,
    dataKeys: [randomBytes(32)],
    setupCode,
    http: { host: "127.0.0.1", port: 0 },
    status: undefined,
    services: {},
    logLevel: "warn",
  };
  const app = await startApp(config, {
    log: pino({ level: "error" }),
    clock: clock.now,
    random: secureRandom,
    tell: () => {},
  });
  try {
    const forward = async (milliseconds: number) => {
      clock.forward(milliseconds);
      app.wake();
    };
    await use({ telegram, materials: app.materials, forward });
  } finally {
    await app.stop();
    await telegram.close();
    await embedded.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** What waits for a supervisor in the morning, from the digest on. */
async function walkMorning({ telegram, materials, forward }: Bot): Promise<void> {
  const { admin, supervisor } = await foundStaff({ telegram });
  for (const name of ["Pak Tono", "Bu Lina"])
    await joins({ telegram }, admin, name, ["pekerja sosial"], "Pak Dedi");
  const members = await materials.database.prisma.member.findMany({ orderBy: { createdAt: "asc" } });
  const idsOf = (role: "admin" | "worker") =>
    members.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
  supervisor.looksAway();
  const team = { workers: idsOf("worker"), admin: idsOf("admin")[0] ?? "" };
  await putsMorning({ records: recordsOf(materials), forward }, team);
  const digest = await supervisor.sees("Tim Anda, baru terlambat");
  const what = `morning: ${morning.approvals} approvals, ${morning.escalations} escalations, ${morning.handovers} handovers`;
  await counted(supervisor, what, "supervisor", () => walksMorning(supervisor, digest));
}

await withBot(async ({ telegram }) => {
  const staff = await foundStaff({ telegram });
  for (const level of clientLevels) await walk(staff, level);
});
await withBot(walkMorning);
const order = [...new Set(lines.map(({ what }) => what))];
lines.sort((a, b) => order.indexOf(a.what) - order.indexOf(b.what));
console.log(printed());
