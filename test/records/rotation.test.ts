/** A new key while people work: sealed again, killed half-way, gone on with; then the old key is dropped. */
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deadlineKeys } from "../../src/practice/deadlines.js";
import { attachmentFiles } from "../../src/records/case/attachmentFiles.js";
import { keepFile, readAttachment } from "../../src/records/case/attachments.js";
import { caseOfRound } from "../../src/records/case/case.js";
import { requestsAwaitingMe } from "../../src/records/case/caseLists.js";
import { closeCase } from "../../src/records/case/closing.js";
import { turnContentCell } from "../../src/records/case/course.js";
import { basisOf } from "../../src/records/due/basis.js";
import { sealedColumns } from "../../src/records/keys/sealedColumns.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { folderFiles } from "../../src/records/storage/folderFiles.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { checkDataKeys } from "../../src/records/storage/keyCheck.js";
import { keyIdOf, sealerOf } from "../../src/records/storage/seal.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { bundle, run } from "../support/program.js";
import { begun, fillRound, type Records, recordsOf } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import * as story from "../support/story.js";

const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];
const receipt = Buffer.from("kuitansi ".repeat(400));

let testDatabase: TestDatabase;
let database: Database;
let dataDir: string;
let program: Awaited<ReturnType<typeof bundle>>;
let roundId = "";
let fileId = "";

beforeAll(async () => {
  testDatabase = await createDatabase();
  database = openDatabase(testDatabase.url, () => {});
  dataDir = await mkdtemp(join(tmpdir(), "pendamping-rotation-"));
  program = await bundle("src/admin.ts");
  const records = recordsWith(oldKey);
  await checkDataKeys(database.prisma, sealerOf([oldKey], secureRandom));
  await records.organization("lks");
  await records.member("dedi", ["supervisor", "admin"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  const { caseId, roundId: first } = await begun(records, "ratna");
  roundId = first;
  await fillRound(records, "ratna", roundId, story.approach);
  await records.as("ratna", (work) => closeCase(work, caseId, "moved", "Pindah."));
  const file = {
    kind: "photo",
    fileId: "f",
    mime: null,
    size: null,
    name: null,
    caption: "Kuitansi",
  } as const;
  const kept = await records.as("ratna", (work) => keepFile(work, { id: roundId }, "signedPage", file));
  if (kept.kind === "location") throw new Error("a photo is no place");
  fileId = kept.attachmentId;
  await attachmentFiles(folderFiles(dataDir), sealerOf([oldKey], secureRandom)).keep(fileId, receipt);
});
afterAll(async () => {
  await program.remove();
  await database.close();
  await testDatabase.drop();
  await rm(dataDir, { recursive: true });
});

function recordsWith(...keys: [Buffer, ...Buffer[]]): Records {
  return recordsOf({
    database,
    sealer: sealerOf(keys, secureRandom),
    clock: () => new Date("2026-11-24T03:15:00Z"),
    random: secureRandom,
    log: pino({ level: "silent" }),
  });
}

function rotate(...keys: readonly Buffer[]) {
  const DATA_KEY = keys.map((key) => key.toString("base64")).join(",");
  return run(program.file, ["rotate-key"], {
    env: { DATABASE_URL: testDatabase.url, DATA_DIR: dataDir, DATA_KEY },
  });
}

/** How many values are sealed with a key, over all columns and files. */
async function sealedWith(key: Buffer): Promise<number> {
  let count = 0;
  for (const { table, column } of sealedColumns) {
    const { rows } = await database.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "${table}" WHERE split_part("${column}", '.', 2) = $1`,
      [keyIdOf(key)],
    );
    count += rows[0]?.n ?? 0;
  }
  const head = (await readFile(join(dataDir, "attachments", fileId))).toString("latin1", 0, 64);
  return count + (head.includes(`.${keyIdOf(key)}.`) ? 1 : 0);
}

/** The case waits for its closing to be decided on. */
async function isAsked(records: Records): Promise<void> {
  const waiting = await records.as("dedi", requestsAwaitingMe);
  expect(waiting.map(({ kind }) => kind)).toEqual(["closing-asked"]);
  const subject = await records.as("ratna", (work) => caseOfRound(work, roundId, "read"));
  expect(subject.request).toMatchObject({ kind: "closing-asked", outcome: "moved", reason: "Pindah." });
}

/** The name as it is read. */
function nameOf(records: Records): Promise<unknown> {
  return records.as("ratna", async (work) => {
    const { answers } = await records.rounds.open(work, roundId);
    return answers.get("name");
  });
}

/** Another answer to the same question: a second revision of it. */
async function changeName(records: Records, name: string): Promise<void> {
  await records.as("ratna", async (work) => {
    const round = await records.rounds.open(work, roundId);
    await records.rounds.answer(work, round, "name", name, round.revisions.get("name")?.number ?? 0);
  });
}

/** How many rows of the round have a path as it is stored today. */
async function stored(table: "Answer" | "Attachment", path: string, records: Records): Promise<number> {
  const { rows } = await database.pool.query(
    `SELECT 1 FROM "${table}" WHERE "roundId" = $1 AND "path" = $2`,
    [roundId, records.storedPath(roundId, path)],
  );
  return rows.length;
}

test("every column the schema calls sealed is in the list", async () => {
  const schema = await readFile("prisma/schema.prisma", "utf8");
  const sealed = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].flatMap(([, table, body = ""]) =>
    [...body.matchAll(/\/\/\/ Sealed[^\n]*\n(?: *\/\/\/[^\n]*\n)* *(\w+)/g)].map(
      ([, column]) => `${table}.${column}`,
    ),
  );
  expect(sealed.length).toBeGreaterThan(25);
  const listed = sealedColumns.map(({ table, column }) => `${table}.${column}`);
  expect(sealed.filter((column) => !listed.includes(column))).toEqual([]);
});

test("a key no bot has started with is refused: that bot could not read what is sealed with it", async () => {
  const { code, stderr } = await rotate(newKey, oldKey).ended;
  expect(stderr).toContain("restart it");
  expect(code).toBe(1);
  expect(await sealedWith(newKey)).toBe(0);
});

test("a wrong key is refused in one line", async () => {
  const { code, stderr } = await rotate(randomBytes(32)).ended;
  expect(code).toBe(1);
  expect(stderr.trim()).toBe(
    "DATA_KEY does not open this database: it was sealed with another key. Set DATA_KEY to that one; to rotate, DATA_KEY=<new>,<old>",
  );
});

test("what earlier versions wrote in clear is carried over", async () => {
  const { rows } = await database.pool.query<{ id: string }>(
    `UPDATE "Deadline" SET "key" = 'assessment', "anchor" = 'before', "basis" = 'UU 11/2012 Pasal 28'
     WHERE "id" = (SELECT min("id") FROM "Deadline") RETURNING "id"`,
  );
  const clear = await database.dedicated();
  await clear.query("SELECT set_config('pendamping.resealing', 'on', false)");
  const { storedPath } = recordsWith(oldKey);
  for (const table of ["Answer", "Attachment"]) {
    for (const path of ["name", "signedPage"]) {
      await clear.query(`UPDATE "${table}" SET "path" = $1 WHERE "roundId" = $2 AND "path" = $3`, [
        path,
        roundId,
        storedPath(roundId, path),
      ]);
    }
  }
  // A closing of before: in clear, but for its outcome, which was sealed alone.
  const { caseId } = await database.prisma.round.findUniqueOrThrow({ where: { id: roundId } });
  const sealer = sealerOf([oldKey], secureRandom);
  const outcome = sealer.seal("moved", { table: "CaseTurn", column: "outcome", row: `${caseId}.1` });
  await clear.query(`UPDATE "CaseTurn" SET "content" = $1 WHERE "caseId" = $2`, [
    JSON.stringify({ kind: "closing-asked", outcome }),
    caseId,
  ]);
  await clear.query(`UPDATE "Case" SET "request" = 'closing-asked' WHERE "id" = $1`, [caseId]);
  await clear.end();
  await isAsked(recordsWith(oldKey));
  expect(await nameOf(recordsWith(oldKey))).toBe(story.approach.name);
  expect(await rotate(oldKey).ended).toEqual({ code: 0, stderr: "" });
  await isAsked(recordsWith(oldKey));
  const turn = await database.prisma.caseTurn.findFirstOrThrow({ where: { caseId } });
  expect(JSON.parse(sealer.open(turn.content, turnContentCell(caseId, 1)))).toEqual({
    kind: "closing-asked",
    outcome: "moved",
  });
  expect(await stored("Answer", "name", recordsWith(oldKey))).toBe(1);
  expect(await stored("Attachment", "signedPage", recordsWith(oldKey))).toBe(1);
  expect(await nameOf(recordsWith(oldKey))).toBe(story.approach.name);
  const row = await database.prisma.deadline.findUniqueOrThrow({ where: { id: rows[0]?.id ?? "" } });
  expect(recordsWith(oldKey).storedKind("assessment")).toBe(row.key);
  expect(row.basis).toMatch(sealedShape);
  expect(basisOf(sealerOf([oldKey], secureRandom), row.id, row.basis)).toBe("UU 11/2012 Pasal 28");
});

test("killed half-way, both keys are needed; started again, it goes on, and the old key may be dropped", async () => {
  const all = await sealedWith(oldKey);
  expect(all).toBeGreaterThan(30);
  // The bot starts with both.
  await checkDataKeys(database.prisma, sealerOf([newKey, oldKey], secureRandom));
  // Somebody holds a row that comes late: it cannot get to the end before it is killed.
  const held = await database.dedicated();
  await held.query("BEGIN");
  await held.query('SELECT 1 FROM "Attachment" FOR UPDATE');
  const killed = rotate(newKey, oldKey);
  for (let line = ""; !line.startsWith("Answer.value"); ) line = await killed.line();
  await killed.kill("SIGKILL");
  await held.query("ROLLBACK");
  await held.end();
  const [left, done] = [await sealedWith(oldKey), await sealedWith(newKey)];
  expect(Math.min(left, done)).toBeGreaterThan(0);
  expect(left + done).toBe(all);
  for (const alone of [newKey, oldKey]) {
    await expect(checkDataKeys(database.prisma, sealerOf([alone], secureRandom))).rejects.toThrow(
      "the rotation of the key is not finished",
    );
  }

  // The bot goes on meanwhile: it reads what either key sealed, and seals with the new one.
  const both = recordsWith(newKey, oldKey);
  await changeName(both, "Mak Iyah");
  expect(await nameOf(both)).toBe("Mak Iyah");
  await fillRound(both, "ratna", (await begun(both, "ratna")).roundId, story.approach);

  const again = rotate(newKey, oldKey);
  expect(await again.ended).toEqual({ code: 0, stderr: "" });
  expect(await sealedWith(oldKey)).toBe(0);

  for (const { key } of await database.prisma.deadline.findMany()) {
    expect(deadlineKeys.map(recordsWith(newKey).storedKind)).toContain(key);
  }

  // Dropped: the bot starts, and reads everything.
  const sealer = sealerOf([newKey], secureRandom);
  await checkDataKeys(database.prisma, sealer);
  const records = recordsWith(newKey);
  const round = await records.as("ratna", (work) => records.rounds.open(work, roundId));
  expect(round.unreadable.size).toBe(0);
  expect([round.answers.get("name"), round.revisions.get("name")?.number]).toEqual(["Mak Iyah", 2]);
  await isAsked(records);
  // The same question is one text again, so that the newest answer to it is found in SQL.
  expect(await stored("Answer", "name", records)).toBe(2);
  const file = await records.as("ratna", (work) => readAttachment(work, fileId));
  expect(file.caption).toBe("Kuitansi");
  expect(await attachmentFiles(folderFiles(dataDir), sealer).read(fileId)).toEqual(receipt);
});

test.each([
  ["off", `"value" = NULL`],
  ["on", `"at" = now()`],
  ["on", `"memberId" = 'dedi'`],
])("with resealing %s, an answer's %s stays refused", async (resealing, set) => {
  const client = await database.dedicated();
  await client.query(`SELECT set_config('pendamping.resealing', '${resealing}', false)`);
  await expect(client.query(`UPDATE "Answer" SET ${set}`)).rejects.toThrow("never changed");
  await client.end();
});
