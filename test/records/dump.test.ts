import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, startApp } from "../../src/app/start.js";
import { createLogger } from "../../src/logger.js";
import type { Person } from "../../src/playground/people.js";
import { startTelegram, type TelegramEmulator } from "../../src/playground/telegram.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { until } from "../delivery/engine.js";
import { fills, questionAt, type Telling } from "../support/filling.js";
import { sharedKnowledge } from "../support/learned.js";
import { sealedShape } from "../support/sealed.js";
import { foundStaff, setupCode } from "../support/staff.js";
import * as story from "../support/story.js";

// The sealing proof: people say things to the bot, and then everything it keeps and logs is searched for them.

const token = `7000000001:AAH${randomBytes(16).toString("hex")}`;
const caption = "KTP Mak Iyah, difoto di rumah Bu Karsih";
const content = Buffer.from("Isi surat keterangan dari Puskesmas Sukamaju. ".repeat(200));
const telling: Telling = { ...story.approach, phone: "0812 3456 7890" };

/** What nobody may find: as it was said, and in the form it is kept in. */
const secrets = [
  ...Object.entries(telling).flatMap(([path, told]) =>
    isWords(path) && typeof told === "string" ? [told] : [],
  ),
  "Iyah binti",
  "81234567890",
  "812-3456-7890",
  caption,
  "Bu Karsih",
  "Isi surat keterangan",
  "Pak Dedi",
  "Bu Ratna",
  "Bu Sari",
  "Mangga muda",
  token.slice(-32),
  setupCode,
];

/** Answers in a person's own words, not one of a set. */
function isWords(path: string): boolean {
  return ["name", "village", "district", "regency", "phone", "problem", "aim", "contractTerms"].includes(
    path,
  );
}

let telegram: TelegramEmulator;
let app: App;
let home: string;
let dataDir: string;
let log = "";
let url = "";

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "pendamping-dump-"));
  await chmod(home, 0o711);
  dataDir = join(home, "data");
  telegram = await startTelegram();
  telegram.bot({ token, username: "pendamping_bot" });
  app = await startApp(
    {
      telegram: { kind: "telegram", token, apiRoot: telegram.url },
      intake: { kind: "polling" },
      database: { kind: "embedded", dir: dataDir },
      dataDir,
      dataKeys: undefined,
      setupCode,
      http: { host: "127.0.0.1", port: 0 },
      status: undefined,
      services: {},
      logLevel: "trace",
    },
    {
      log: createLogger("trace", {
        write: (line: string) => {
          log += line;
        },
      }),
      clock: () => new Date(),
      random: secureRandom,
      tell: () => {},
      knowledge: sharedKnowledge(),
    },
  );
  const [pid = "", , , port = ""] = (await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8")).split(
    "\n",
  );
  expect(Number(pid)).toBeGreaterThan(0);
  const password = (await readFile(join(dataDir, "postgres/pendamping.password"), "utf8")).trim();
  url = `postgresql://pendamping:${password}@127.0.0.1:${port}/pendamping`;
  await live();
}, 120_000);
afterAll(async () => {
  await app.stop();
  await telegram.close();
  await rm(home, { recursive: true, force: true });
});

/** People found an organisation, fill in a whole approach form, send files, search, and say what has no place. */
async function live(): Promise<void> {
  const { worker } = await foundStaff({ telegram });
  const form = current("approach");
  const paths = Object.keys(telling);
  const at = paths.indexOf("dataConsentProof");
  const part = (from: number, to: number): Telling =>
    Object.fromEntries(Object.entries(telling).slice(from, to));
  worker.sends("/mulai");
  await worker.sees("➕ Kasus baru");
  worker.presses("➕ Kasus baru");
  await fills(worker, form, part(0, at), { last: questionAt(form, "dataConsentProof") });
  worker.photographs(content, { caption });
  await worker.sees(questionAt(form, paths[at + 1] ?? ""));
  await fills(worker, form, part(at + 1, paths.length), { isAsked: true });
  worker.presses("📨 Kirim");
  await worker.sees("tersimpan");
  worker.sends("/kasus");
  await worker.sees("K-20");
  worker.sends("Iyah binti Sarta");
  worker.sends("Mangga muda dari kebun <b>Bu Karsih");
  worker.sendsContact("+62 812-3456-7890", "Bu Karsih");
  worker.looksAway();
  worker.sends("/mulai");
  await worker.sees("Apa yang ingin Anda lakukan");
  await settled(worker);
}

/** Waits until all that was said is handled, sent and fetched. */
async function settled(person: Person): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const open = `SELECT (SELECT count(*) FROM "Update" WHERE "status" = 'pending')
    + (SELECT count(*) FROM "Message" WHERE "status" IN ('waiting', 'sending') AND "method" <> 'deleteMessage')
    + (SELECT count(*) FROM "Attachment" WHERE "status" = 'waiting') AS "n"`;
  try {
    await until(async () => Number((await client.query<{ n: string }>(open)).rows[0]?.n) === 0);
    const { rows } = await client.query('SELECT 1 FROM "Update" WHERE "status" = $1', ["dead"]);
    expect(rows, person.screen(5)).toEqual([]);
  } finally {
    await client.end();
  }
}

const found = (text: string | Buffer) => secrets.filter((secret) => text.includes(secret));

test("the search would find something", () => {
  expect(secrets.length).toBeGreaterThan(18);
  expect(found(`x ${caption} y`)).toContain(caption);
  expect(Math.min(...secrets.map((secret) => secret.length))).toBeGreaterThan(5);
});

test("no row of any table holds a word of it", async () => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    expect(tables.rows.length).toBeGreaterThan(15);
    let rows = 0;
    for (const { name } of tables.rows) {
      // A row as text is all its columns, of whatever type.
      const dump = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`);
      rows += dump.rows.length;
      expect(found(dump.rows.map(({ row }) => row).join("\n")), name).toEqual([]);
    }
    expect(rows).toBeGreaterThan(150);
    const { rows: paths } = await client.query<{ path: string }>(
      ["Answer", "Attachment", "Message", "Dialogue", "AssistJob"]
        .map((table) => `SELECT "path" FROM "${table}" WHERE "path" IS NOT NULL`)
        .join(" UNION ALL "),
    );
    expect(paths.length).toBeGreaterThan(50);
    expect(paths.filter(({ path }) => !sealedShape.test(path))).toEqual([]);
    const { rows: kept } = await client.query(
      `SELECT (SELECT count(*) FROM "Answer")::int AS answers,
        (SELECT count(*) FROM "Attachment" WHERE "status" = 'stored')::int AS files`,
    );
    expect(kept).toEqual([{ answers: expect.any(Number), files: 2 }]);
    expect((kept[0] as { answers: number }).answers).toBeGreaterThanOrEqual(Object.keys(telling).length - 1);
  } finally {
    await client.end();
  }
});

test("no file does: tables, indexes, the write-ahead log, attachments", async () => {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("CHECKPOINT");
  await client.end();
  // The key lies beside it: whoever copies DATA_DIR copies no key.
  const key = (await readFile(`${dataDir}.key`, "utf8")).trim();
  const names = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(files.some((file) => file.includes("pg_wal"))).toBe(true);
  expect(files.filter((file) => file.includes("/attachments/"))).toHaveLength(2);
  for (const file of files) {
    // PostgreSQL makes its caches anew now and then.
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" && file.endsWith("pg_internal.init")) return Buffer.alloc(0);
      throw error;
    });
    expect(found(bytes), file).toEqual([]);
    expect(bytes.includes(key), file).toBe(false);
  }
});

test("whoever has the picture cannot show that it is here: neither a hash nor the size of it is kept", async () => {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ row: string }>('SELECT t::text AS row FROM "Attachment" t');
  await client.end();
  expect(rows.length).toBe(2);
  const digests = ["md5", "sha1", "sha256", "sha512"].flatMap((name) =>
    (["hex", "base64", "base64url"] as const).map((form) => createHash(name).update(content).digest(form)),
  );
  const told = [...digests, `,${content.length},`];
  expect(rows.filter(({ row }) => told.some((one) => row.includes(one)))).toEqual([]);
  const dir = join(dataDir, "attachments");
  const sizes = await Promise.all(
    (await readdir(dir)).map(async (name) => (await stat(join(dir, name))).size),
  );
  // The head, 12 random bytes and the tag of 16 are all that sealing adds to a file that is not padded.
  for (const size of sizes) expect(size - "v3.".length - 9 - 12 - 16).not.toBe(content.length);
});

test("the log does not, at its most talkative", () => {
  expect(log.split("\n").length).toBeGreaterThan(3);
  expect(found(log)).toEqual([]);
});
