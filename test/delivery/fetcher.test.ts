import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { fetcher } from "../../src/delivery/fetcher.js";
import type { Person } from "../../src/playground/people.js";
import { startTelegram, type TelegramEmulator } from "../../src/playground/telegram.js";
import { type AttachmentFiles, attachmentFiles } from "../../src/records/case/attachmentFiles.js";
import { type LostFile, readAttachment } from "../../src/records/case/attachments.js";
import { type Actor, NotAllowed } from "../../src/records/people/actor.js";
import { consentVersion } from "../../src/records/people/consent.js";
import { parseRules } from "../../src/records/people/rules.js";
import { folderFiles } from "../../src/records/storage/folderFiles.js";
import { SealError } from "../../src/records/storage/seal.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { type Engine, engine, sealer, token } from "./engine.js";

// Files that people attach: fetched in the background, kept sealed, read by who may.

let database: TestDatabase;
let telegram: TelegramEmulator;
let ani: Person;
let one: Engine;
let dataDir: string;
let files: AttachmentFiles;
let fetching: ReturnType<typeof fetcher>;
let lost: LostFile[];
let time = Date.parse("2026-01-05T08:00:00Z");
const clock = () => new Date(time);

beforeAll(async () => {
  database = await createDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "pendamping-files-"));
  telegram = await startTelegram({ clock });
  telegram.bot({ token, username: "pendamping_bot" });
  ani = telegram.person({ firstName: "Ani" });
  one = await engine({ databaseUrl: database.url, apiRoot: telegram.url, handler: async () => {}, clock });
  files = attachmentFiles(folderFiles(dataDir), sealer);
  const { prisma } = one.database;
  const createdAt = clock();
  await prisma.organization.create({ data: { id: "org", name: "LKS", createdAt } });
  for (const [id, account] of Object.entries({ boss: 1n, worker: BigInt(ani.id), stranger: 3n })) {
    await prisma.account.create({ data: { id: account, locale: "id", createdAt } });
    const supervisorId = id === "worker" ? "boss" : null;
    await prisma.member.create({
      data: {
        id,
        organizationId: "org",
        accountId: account,
        name: "x",
        roles: ["worker"],
        supervisorId,
        createdAt,
      },
    });
  }
  await prisma.client.create({
    data: { id: "client", organizationId: "org", createdAt },
  });
  await prisma.case.create({
    data: {
      id: "case",
      organizationId: "org",
      code: "K-2026-0001",
      clientId: "client",
      workerId: "worker",
      openedAt: createdAt,
      updatedAt: createdAt,
    },
  });
  await prisma.round.create({
    data: {
      id: "round",
      caseId: "case",
      form: "approach",
      formVersion: 1,
      sequence: 1,
      startedById: "worker",
      startedAt: createdAt,
    },
  });
});
beforeEach(() => {
  lost = [];
  fetching = newFetcher();
});
afterEach(async () => {
  telegram.recovers();
  await fetching.finish();
  await one.database.prisma.attachment.deleteMany();
});
afterAll(async () => {
  await one.stop();
  await telegram.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

function newFetcher(kept: AttachmentFiles = files) {
  return fetcher({
    ...one,
    sealer,
    files: kept,
    transactions: one.work,
    clock,
    log: pino({ level: "silent" }),
    stored: () => undefined,
    lost: (_, file) => void lost.push(file),
  });
}

const newId = () =>
  Array.from(randomBytes(16), (byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte & 31]).join("");

/** What the chat does when a document comes in; returns the attachment's id. */
async function announce(content: Buffer | number, fileId?: string): Promise<string> {
  const message = ani.sendsDocument("surat.pdf", "application/pdf", content);
  const id = newId();
  await one.database.prisma.attachment.create({
    data: {
      id,
      organizationId: "org",
      roundId: "round",
      path: "files",
      kind: "document",
      fileId: sealer.seal(fileId ?? message.document?.file_id ?? "", {
        table: "Attachment",
        column: "fileId",
        row: id,
      }),
      caption: sealer.seal("Surat Siti", { table: "Attachment", column: "caption", row: id }),
      mime: "application/pdf",
      notBefore: clock(),
      memberId: "worker",
      createdAt: clock(),
    },
  });
  return id;
}

const row = (id: string) => one.database.prisma.attachment.findUniqueOrThrow({ where: { id } });

/** One look, and what came of it. */
async function look(which = fetching): Promise<void> {
  const due = { status: "waiting", notBefore: { lte: clock() } };
  const isDue = (await one.database.prisma.attachment.count({ where: due })) > 0;
  const returned = new Promise<void>((resolve) => which.onReturn(resolve));
  await which.turn();
  if (isDue) await returned;
}

/** Somebody of the organisation with every role a case knows. */
const actor = (memberId: string): Actor => ({
  memberId,
  organizationId: "org",
  organizationName: "LKS",
  accountId: 1,
  roles: ["worker", "supervisor"],
  supervisorId: null,
  consentVersion,
  zone: "Asia/Jakarta",
  rules: parseRules({}),
});

async function as(memberId: string, id: string) {
  return await one.work.run(async (work) => {
    work.actor = actor(memberId);
    return await readAttachment(work, id);
  });
}

test("a file is fetched, kept sealed and whole", async () => {
  const content = Buffer.from("isi surat yang rahasia ".repeat(500));
  const id = await announce(content);
  await look();
  expect(await row(id)).toMatchObject({ status: "stored", storedAt: clock() });
  const folder = join(dataDir, "attachments");
  expect(await readdir(folder)).toEqual([id]);
  const onDisk = await readFile(join(folder, id));
  expect(onDisk.includes("rahasia")).toBe(false);
  expect(await files.read(id)).toEqual(content);
  await expect(files.read("../../data")).rejects.toThrow();
});

test("the worker and their supervisor read it, each time on record; others do not", async () => {
  const id = await announce(Buffer.from("isi"));
  expect(await as("worker", id)).toMatchObject({ status: "waiting", caption: "Surat Siti" });
  await look();
  for (const who of ["worker", "boss"]) {
    expect(await as(who, id)).toMatchObject({ status: "stored", name: null });
  }
  await expect(as("stranger", id)).rejects.toThrow(NotAllowed);
  await expect(as("worker", "nothing")).rejects.toThrow(NotAllowed);
  const audit = await one.database.prisma.auditEvent.count({
    where: { action: "attachment.read", subjectId: id },
  });
  expect(audit).toBe(3);
});

test("a file that was changed on the disk is noticed", async () => {
  const id = await announce(Buffer.from("isi"));
  await look();
  const path = join(dataDir, "attachments", id);
  const bytes = await readFile(path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await writeFile(path, bytes);
  await expect(files.read(id)).rejects.toThrow(SealError);
});

test.each([
  ["is unreachable", { kind: "reset" }],
  ["has its own trouble", { kind: "serverError" }],
  ["asks for patience", { kind: "tooManyRequests", retryAfter: 5 }],
  ["does not know the token any more", { kind: "refusal", code: 401, description: "Unauthorized" }],
] as const)("Telegram %s: later again, nobody is troubled", async (_, failure) => {
  const id = await announce(Buffer.from("isi"));
  telegram.fails(failure, { method: "getFile" });
  await look();
  expect(await row(id)).toMatchObject({ status: "waiting", attempts: 1 });
  time += 60_000;
  await look();
  expect(await row(id)).toMatchObject({ status: "stored", attempts: 2 });
  expect(lost).toEqual([]);
});

test("too big, or unknown to Telegram: the person is told once, by their case's code", async () => {
  const big = await announce(21 * 1024 * 1024);
  await look();
  const unknown = await announce(Buffer.from("isi"), "no_such_file");
  await look();
  time += 3_600_000;
  await look();
  for (const id of [big, unknown]) expect(await row(id)).toMatchObject({ status: "failed", attempts: 1 });
  const told = {
    kind: "document",
    of: "case",
    code: "K-2026-0001",
    accountId: ani.id,
    locale: "id",
    organizationId: "org",
  };
  expect(lost).toEqual([told, told]);
});

test("a server that sends more than it said is cut off", async () => {
  const path = "documents/endless";
  const result = await one.telegram.download(path, { limit: 10 });
  expect(result).toMatchObject({ kind: "refused" });
  const file = ani.sendsDocument("a.pdf", "application/pdf", 5_000).document?.file_id ?? "";
  const told = await one.telegram.call("getFile", { file_id: file });
  if (told.kind !== "done") throw new Error("no file");
  const { file_path } = told.result as { file_path: string };
  expect(await one.telegram.download(file_path, { limit: 4_999 })).toMatchObject({
    kind: "refused",
    code: 413,
  });
  expect(await one.telegram.download(file_path, { limit: 5_000 })).toMatchObject({ kind: "done" });
});

test("a disk without room is waited for, and leaves no half file", async () => {
  const id = await announce(Buffer.from("isi"));
  let hasRoom = (): boolean => false;
  const cramped = newFetcher({
    ...files,
    keep: async (...given) => {
      if (!hasRoom()) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      await files.keep(...given);
    },
  });
  await look(cramped);
  expect(await row(id)).toMatchObject({ status: "waiting" });
  hasRoom = () => true;
  time += 60_000;
  await look(cramped);
  expect(await row(id)).toMatchObject({ status: "stored" });
});

test("what a killed process had claimed is free again after a while", async () => {
  const id = await announce(Buffer.from("isi"));
  telegram.fails({ kind: "hang" }, { method: "getFile" });
  const killed = newFetcher();
  await killed.turn();
  await look();
  expect(await row(id)).toMatchObject({ status: "waiting", attempts: 1 });
  time += 11 * 60_000;
  await look();
  expect(await row(id)).toMatchObject({ status: "stored", attempts: 2 });
  await killed.finish();
  expect(await row(id)).toMatchObject({ status: "stored" });
});

test("what was to wait by a clock that was ahead does not wait for that time", async () => {
  const hour = 3_600_000;
  time += hour;
  const id = await announce(Buffer.from("isi"));
  time -= hour;
  await fetching.turn();
  expect(await row(id)).toMatchObject({ attempts: 1 });
});

test("halves that a killed process left are swept away, whole files stay", async () => {
  const id = await announce(Buffer.from("isi"));
  await look();
  const folder = join(dataDir, "attachments");
  const half = join(folder, `${id}.abc.part`);
  await writeFile(half, "x");
  const written = (await stat(half)).mtimeMs;
  await files.sweep(new Date(written - 60_000));
  expect(await readdir(folder)).toContain(`${id}.abc.part`);
  await files.sweep(new Date(written + 60_000));
  expect(await readdir(folder)).toContain(id);
  expect(await readdir(folder)).not.toContain(`${id}.abc.part`);
  await attachmentFiles(folderFiles(join(dataDir, "nothing here")), sealer).sweep(new Date(written));
});
