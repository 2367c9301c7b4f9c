import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { claimMessages, settleMessages } from "../../src/delivery/sql/claimMessages.js";
import type { Person } from "../../src/playground/people.js";
import { startTelegram, type TelegramEmulator } from "../../src/playground/telegram.js";
import { attachmentFiles } from "../../src/records/case/attachmentFiles.js";
import type { Work } from "../../src/records/people/work.js";
import { folderFiles } from "../../src/records/storage/folderFiles.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { type Engine, type EngineOptions, engine, says, sealer, token, until, update } from "./engine.js";

// Hazards 5 and 6, and what else Telegram may say to a message that leaves.

let database: TestDatabase;
let telegram: TelegramEmulator;
const engines: Engine[] = [];
let time = Date.parse("2026-01-05T08:00:00Z");
const clock = () => new Date(time);
/** Every test has people of its own, the database being one. */
let nextId = 6_000_000_001;
let nextUpdate = 1;
let blocked: number[];
let refused: { chatId: number; reference: string }[];

beforeAll(async () => {
  database = await createDatabase();
});
beforeEach(async () => {
  telegram = await startTelegram({ clock });
  telegram.bot({ token, username: "pendamping_bot" });
  blocked = [];
  refused = [];
});
afterEach(async () => {
  for (const one of engines.splice(0)) await one.stop();
  expect(telegram.violations).toEqual([]);
  await telegram.close();
});
afterAll(() => database.drop());

async function instance(options: Partial<EngineOptions> = {}): Promise<Engine> {
  const one = await engine({
    databaseUrl: database.url,
    apiRoot: telegram.url,
    handler: async () => {},
    blocked: (_, chatId) => void blocked.push(chatId),
    refused: (work, chatId, reference) => {
      refused.push({ chatId, reference });
      says(work, chatId, `tidak sampai: ${reference}`);
    },
    clock,
    ...options,
  });
  engines.push(one);
  await one.instance.tend();
  return one;
}

function person(name: string): Person {
  const one = telegram.person({ firstName: name, id: nextId++ });
  one.opens();
  return one;
}

const queue = (one: Engine, to: Person, texts: readonly string[], kind: "reply" | "notice" = "reply") =>
  one.work.run(async (work) => {
    for (const text of texts) says(work, to.id, text, kind);
  });

/** A kept file to a chat, as the chat room would queue it. */
function sendsFile(work: Work, chatId: number, attachmentId: string): void {
  const payload = { chat_id: chatId, document: `attach://${attachmentId}`, protect_content: true };
  const upload = { attachmentId, name: "surat.pdf" };
  work.outgoing.push({ chatId, method: "sendDocument", payload, upload, kind: "reply", ordered: true });
}

/** Takes turns until nothing leaves any more. */
async function drain(one: Engine): Promise<void> {
  for (let idle = 0; idle < 2; ) {
    idle = (await one.sending.turn()) ? 0 : idle + 1;
    await one.sending.finish(2_000);
  }
}

const heard = (who: Person) =>
  [...who.conversation.messages.values()].filter(({ from }) => from?.is_bot === true).map(({ text }) => text);
const messages = (one: Engine, to: Person) =>
  one.database.prisma.message.findMany({ where: { chatId: to.id }, orderBy: { seq: "asc" } });

test("messages of a chat arrive in order, and leave nothing of their text behind", async () => {
  const one = await instance();
  const [ani, budi] = [person("Ani"), person("Budi")];
  const words = Array.from({ length: 12 }, (_, n) => `${n}`);
  await queue(one, ani, words);
  await queue(one, budi, words);
  await drain(one);
  expect(heard(ani)).toEqual(words);
  expect(heard(budi)).toEqual(words);
  for (const row of await messages(one, ani)) {
    expect(row).toMatchObject({ status: "sent", payload: null, claimedBy: null, attempts: 1 });
    expect(row.telegramId).toBeGreaterThan(0);
  }
});

test("a change of a message that has not come back yet waits for its id", async () => {
  const one = await instance();
  const ani = person("Ani");
  await queue(one, ani, ["Ya?"]);
  const of = (await messages(one, ani))[0]?.id ?? "";
  const change = { chat_id: ani.id, text: "Ya ✓" };
  await one.work.run(async ({ outgoing }) => {
    outgoing.push({
      chatId: ani.id,
      method: "editMessageText",
      payload: change,
      of,
      kind: "reply",
      ordered: false,
    });
  });
  telegram.fails({ kind: "tooManyRequests", retryAfter: 30 }, { chat: ani.id });
  await drain(one);
  expect(heard(ani)).toEqual([]);
  time += 30_000;
  await drain(one);
  time += 1_000;
  await drain(one);
  expect(heard(ani)).toEqual(["Ya ✓"]);
});

test("a change of a message that never came is dropped", async () => {
  const one = await instance();
  const ani = person("Ani");
  await one.work.run(async ({ outgoing }) => {
    const payload = { chat_id: ani.id };
    outgoing.push({
      chatId: ani.id,
      method: "deleteMessage",
      payload,
      of: "none",
      kind: "reply",
      ordered: false,
    });
  });
  await drain(one);
  expect(await messages(one, ani)).toMatchObject([{ status: "dropped", payload: null }]);
});

test("429 with 30 s in one chat: it waits them out, in order, and others do not", async () => {
  const one = await instance();
  const [ani, budi] = [person("Ani"), person("Budi")];
  const limit = telegram.fails({ kind: "tooManyRequests", retryAfter: 30 }, { chat: ani.id });
  await queue(one, ani, ["1", "2"]);
  await queue(one, budi, ["1", "2", "3"]);
  await drain(one);
  expect(heard(ani)).toEqual([]);
  expect(heard(budi)).toEqual(["1", "2", "3"]);
  expect((await messages(one, ani))[0]).toMatchObject({
    status: "waiting",
    notBefore: new Date(time + 30_000),
  });
  time += 29_000;
  await drain(one);
  expect(limit.struck).toBe(1);
  time += 1_000;
  await drain(one);
  expect(heard(ani)).toEqual(["1", "2"]);
});

test("what this instance has claimed and does not hold is sent, and counts as seen perhaps since then", async () => {
  const one = await instance();
  const ani = person("Ani");
  await queue(one, ani, ["1", "2"]);
  await one.database.pool.query(
    `UPDATE "Message" SET "status" = 'sending', "claimedBy" = $1, "calledAt" = $2 WHERE "chatId" = $3`,
    [one.instance.number(), clock(), ani.id],
  );
  await drain(one);
  expect(heard(ani)).toEqual(["1", "2"]);
  // PostgreSQL may have died after they were sent: an answer to them may be on its way.
  expect(await messages(one, ani)).toMatchObject([{ unsureSince: clock() }, { unsureSince: clock() }]);
});

test("when Telegram answers again, nobody waits for the pause they had come to", async () => {
  let now = 0;
  const one = await instance({ elapsed: () => now });
  const [ani, budi] = [person("Ani"), person("Budi")];
  const away = telegram.fails({ kind: "reset" }, { chat: ani.id, times: 50 });
  await queue(one, ani, ["1"]);
  for (let tried = 0; tried < 8; tried += 1) {
    await drain(one);
    now += 30_000;
    time += 30_000;
  }
  expect(away.struck).toBe(8);
  away.stop();
  await drain(one);
  await queue(one, budi, ["2"]);
  await drain(one);
  expect([heard(budi), heard(ani)]).toEqual([["2"], ["1"]]);
});

test("a message that gets no answer while others are sent is put aside, the person told, and the chat goes on", async () => {
  let now = 0;
  const one = await instance({ elapsed: () => now });
  const [ani, budi] = [person("Ani"), person("Budi")];
  telegram.fails({ kind: "serverError", status: 500 }, { chat: ani.id, times: 10 });
  await queue(one, ani, ["1", "2"]);
  for (let tried = 0; tried < 10; tried += 1) {
    await queue(one, budi, ["x"]);
    await drain(one);
    now += 21_000;
    time += 21_000;
  }
  const [dead] = await messages(one, ani);
  expect(dead).toMatchObject({ status: "dead", attempts: 10 });
  expect(heard(ani)).toEqual(["2", `tidak sampai: ${refused[0]?.reference}`]);
});

test("while nobody is answered nothing is put aside", async () => {
  let now = 0;
  const one = await instance({ elapsed: () => now });
  const ani = person("Ani");
  telegram.fails({ kind: "serverError", status: 500 }, { times: 20 });
  await queue(one, ani, ["1"]);
  for (let tried = 0; tried < 21; tried += 1) {
    await drain(one);
    now += 21_000;
    time += 21_000;
  }
  expect(heard(ani)).toEqual(["1"]);
});

test("a clock that is set back mutes nobody for longer than the pauses are", async () => {
  const one = await instance();
  const ani = person("Ani");
  telegram.fails({ kind: "reset" }, { chat: ani.id });
  await queue(one, ani, ["1"]);
  await drain(one);
  await queue(one, ani, ["2"]);
  time -= 86_400_000;
  await drain(one);
  expect(heard(ani)).toEqual(["1", "2"]);
  // Telegram asks for 3 s, and the clock goes back by less than it might have asked for.
  telegram.fails({ kind: "tooManyRequests", retryAfter: 3 }, { chat: ani.id, times: 1 });
  await queue(one, ani, ["3"]);
  await drain(one);
  time -= 600_000;
  await drain(one);
  expect(heard(ani)).toEqual(["1", "2", "3"]);
});

test("403: no second try, what else waits is tried once each, whoever must know is told", async () => {
  const one = await instance();
  const ani = person("Ani");
  ani.blocks();
  await queue(one, ani, ["1"]);
  await drain(one);
  time += 3_600_000;
  await drain(one);
  expect(telegram.calls.get("sendMessage")).toBe(1);
  expect(blocked).toEqual([ani.id]);
  expect(await messages(one, ani)).toMatchObject([{ status: "dropped", payload: null, attempts: 1 }]);
});

test("a kept file goes out by its id, unsealed only on the way, in its place among the messages", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "pendamping-sender-"));
  const files = attachmentFiles(folderFiles(dataDir), sealer);
  const bytes = Buffer.from("isi surat yang rahasia");
  await files.keep("abcdefgh23456722", bytes);
  const one = await instance({ files });
  const ani = person("Ani");
  await one.work.run(async (work) => {
    says(work, ani.id, "1");
    sendsFile(work, ani.id, "abcdefgh23456722");
    says(work, ani.id, "2");
  });
  const [, waiting] = await messages(one, ani);
  expect(waiting?.payload).not.toContain("abcdefgh");
  await drain(one);
  const came = [...ani.conversation.messages.values()].filter(({ from }) => from?.is_bot === true);
  expect(came.map(({ text, document }) => text ?? document?.file_name)).toEqual(["1", "surat.pdf", "2"]);
  expect(came[1]).toMatchObject({ has_protected_content: true, document: { file_size: bytes.length } });
  await rm(dataDir, { recursive: true, force: true });
});

test("a kept file that cannot be read any more is not tried again; the person is told, and the rest goes on", async () => {
  const one = await instance();
  const ani = person("Ani");
  await one.work.run(async (work) => {
    sendsFile(work, ani.id, "abcdefgh23456722");
    says(work, ani.id, "2");
  });
  await drain(one);
  expect(heard(ani)).toEqual(["2", expect.stringContaining("tidak sampai")]);
  expect((await messages(one, ani))[0]).toMatchObject({ status: "dead", attempts: 1 });
  expect(telegram.calls.get("sendDocument")).toBeUndefined();
});

test("a chat that is not there counts as blocked", async () => {
  const one = await instance();
  await one.work.run(async (work) => says(work, 4242, "halo"));
  await drain(one);
  expect(blocked).toEqual([4242]);
  expect(refused).toEqual([]);
});

test("a refused message is put aside, the person told once with its reference; what follows is sent", async () => {
  const one = await instance();
  const ani = person("Ani");
  await one.work.run(async (work) => {
    for (const text of ["<b>Siti", "sesudahnya", "<i>lagi"]) {
      const payload = { chat_id: ani.id, text, parse_mode: "HTML" };
      work.outgoing.push({ chatId: ani.id, method: "sendMessage", payload, kind: "reply", ordered: true });
    }
  });
  await drain(one);
  const [dead] = await messages(one, ani);
  expect(dead).toMatchObject({ status: "dead", attempts: 1 });
  expect(dead?.error).toMatch(/^400 Bad Request: can't parse entities/);
  const reference = dead?.id.slice(0, 6).toUpperCase();
  expect(refused).toEqual([{ chatId: ani.id, reference }]);
  expect(heard(ani)).toEqual(["sesudahnya", `tidak sampai: ${reference}`]);
});

test("an apology that is refused as well brings forth no other", async () => {
  const one = await instance();
  const ani = person("Ani");
  const refusal = { kind: "refusal", code: 400, description: "Bad Request: no" } as const;
  const failure = telegram.fails(refusal, { chat: ani.id, times: 50 });
  await queue(one, ani, ["1"]);
  await drain(one);
  expect(refused).toHaveLength(1);
  expect(failure.struck).toBe(2);
});

test("many messages that are too old to be deleted are told of once in each chat", async () => {
  const told: number[] = [];
  const one = await instance({ undeletable: (_, chatId) => void told.push(chatId) });
  const [ani, budi] = [person("Ani"), person("Budi")];
  const description = "Bad Request: message can't be deleted for everyone";
  telegram.fails({ kind: "refusal", code: 400, description }, { method: "deleteMessage", times: 50 });
  await one.work.run(async (work) => {
    for (const chatId of [ani.id, ani.id, ani.id, budi.id]) {
      const payload = { chat_id: chatId, message_id: 7 };
      work.outgoing.push({ chatId, method: "deleteMessage", payload, kind: "reply", ordered: false });
    }
  });
  await drain(one);
  expect(told.sort((a, b) => a - b)).toEqual([ani.id, budi.id]);
});

test("what Telegram quotes of a message is kept nowhere", async () => {
  const one = await instance();
  const ani = person("Ani");
  const description =
    'Bad Request: can\'t parse entities: Unsupported start tag "siti "aminah"" at byte offset 5';
  telegram.fails({ kind: "refusal", code: 400, description }, { chat: ani.id });
  await queue(one, ani, ["1"]);
  await drain(one);
  const [row] = await messages(one, ani);
  expect(row?.error).toBe(
    '400 Bad Request: can\'t parse entities: Unsupported start tag "…" at byte offset 5',
  );
});

test("edits, answers and deletions that came too late, and what concerns a chat that is gone, are dropped without a word", async () => {
  const one = await instance();
  const ani = person("Ani");
  await one.work.run(async (work) => {
    const chatId = ani.id;
    const calls: [string, object][] = [
      ["editMessageText", { chat_id: chatId, message_id: 999, text: "x" }],
      ["deleteMessage", { chat_id: chatId, message_id: 999 }],
      ["answerCallbackQuery", { callback_query_id: "1" }],
      ["setMyCommands", { commands: [], scope: { type: "chat", chat_id: 404 } }],
    ];
    for (const [method, payload] of calls) {
      const ordered = "chat_id" in payload;
      work.outgoing.push({
        chatId: ordered ? chatId : null,
        method,
        payload: { ...payload },
        kind: "reply",
        ordered,
      });
    }
  });
  await drain(one);
  expect(refused).toEqual([]);
  expect(
    await one.database.prisma.message.count({
      where: {
        status: { in: ["waiting", "dead"] },
        OR: [{ chatId: ani.id }, { method: { in: ["answerCallbackQuery", "setMyCommands"] } }],
      },
    }),
  ).toBe(0);
});

test.each([
  ["a token that is no longer good", { kind: "refusal", code: 401, description: "Unauthorized" }],
  ["a token that is not known for a while", { kind: "refusal", code: 404, description: "Not Found" }],
  ["a gateway's 502", { kind: "serverError" }],
  ["a broken connection", { kind: "reset" }],
] as const)("%s loses nothing: the chat waits, and then goes on in order", async (_, failure) => {
  const one = await instance();
  const ani = person("Ani");
  telegram.fails(failure, { method: "sendMessage", times: 2 });
  await queue(one, ani, ["1", "2"]);
  for (let n = 0; n < 3; n++) {
    await drain(one);
    time += 5_000;
  }
  expect(heard(ani)).toEqual(["1", "2"]);
  expect(refused).toEqual([]);
});

test("something between us and Telegram that speaks HTML loses nothing", async () => {
  let proxy: Server | undefined;
  try {
    proxy = createServer((_, response) => response.writeHead(403).end("<html>Blocked by policy</html>"));
    await new Promise<void>((resolve) => proxy?.listen(0, "127.0.0.1", resolve));
    const { port } = proxy.address() as AddressInfo;
    const one = await instance({ apiRoot: `http://127.0.0.1:${port}` });
    const ani = person("Ani");
    await queue(one, ani, ["1"]);
    await drain(one);
    expect(await messages(one, ani)).toMatchObject([
      { status: "waiting", error: "no answer: HTTP 403 not of the Bot API" },
    ]);
    expect(blocked).toEqual([]);
    await one.database.prisma.message.deleteMany({ where: { chatId: ani.id } });
  } finally {
    proxy?.close();
  }
});

test("notices: one a second in one chat, those of others meanwhile; replies pass them", async () => {
  let now = 0;
  const one = await instance({ elapsed: () => now });
  const [ani, budi] = [person("Ani"), person("Budi")];
  await queue(one, ani, ["n1", "n2", "n3"], "notice");
  await queue(one, budi, ["n1"], "notice");
  await queue(one, ani, ["jawaban"]);
  const at: number[] = [];
  telegram.on("message", ({ message, isFromBot, conversation }) => {
    if (isFromBot && message.text?.startsWith("n") && conversation === ani.conversation) at.push(now);
  });
  await until(async () => {
    await drain(one);
    if (heard(ani).length === 4) return true;
    now += 100;
    return false;
  });
  expect(heard(budi)).toEqual(["n1"]);
  expect(heard(ani).filter((text) => text !== "jawaban")).toEqual(["n1", "n2", "n3"]);
  expect(heard(ani).indexOf("jawaban")).toBeLessThan(2);
  for (const [n, when] of at.entries()) if (n > 0) expect(when - (at[n - 1] ?? 0)).toBe(1_000);
});

test("two instances share the outbox: order kept, nothing twice; only one of them sends notices", async () => {
  const [one, other] = [await instance(), await instance()];
  expect([one, other].filter(({ instance }) => instance.holds("notices"))).toHaveLength(1);
  const people = Array.from({ length: 10 }, (_, n) => person(`Orang ${n}`));
  const words = ["1", "2", "3", "4", "5", "6"];
  for (const who of people) await queue(one, who, words);
  await Promise.all([drain(one), drain(other)]);
  await drain(one);
  for (const who of people) expect(heard(who)).toEqual(words);
});

test("what one instance is just claiming no other claims, or waits for", async () => {
  const one = await instance();
  const ani = person("Ani");
  await queue(one, ani, ["1"]);
  const clients = [await one.database.pool.connect(), await one.database.pool.connect()];
  try {
    const claimed: number[] = [];
    for (const client of clients) {
      await client.query("BEGIN; SET LOCAL lock_timeout = '1s'");
      claimed.push((await client.query(claimMessages, [10, clock(), 1, "reply", [], "0"])).rows.length);
    }
    expect(claimed).toEqual([1, 0]);
  } finally {
    for (const client of clients) {
      await client.query("ROLLBACK");
      client.release();
    }
  }
  await drain(one);
  expect(heard(ani)).toEqual(["1"]);
});

test("what a vanished instance was sending is sent by another, at once", async () => {
  const [one, other] = [await instance(), await instance()];
  const ani = person("Ani");
  telegram.fails({ kind: "hang" }, { chat: ani.id });
  await queue(one, ani, ["1", "2"]);
  await one.sending.turn();
  await drain(other);
  expect(heard(ani)).toEqual([]);
  await one.instance.close();
  await other.instance.tend();
  await drain(other);
  expect(heard(ani)).toEqual(["1", "2"]);
});

test("an instance that lost its session keeps its number, and what it has on the wire", async () => {
  const one = await instance();
  const ani = person("Ani");
  const number = one.instance.number();
  telegram.latency = 600;
  await queue(one, ani, ["1"]);
  await one.sending.turn();
  await one.database.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = $1",
    [number],
  );
  await until(() => !one.instance.alive());
  expect(one.instance.holds("poller")).toBe(false);
  await until(async () => {
    await one.instance.tend();
    return one.instance.alive();
  });
  expect(one.instance.number()).toBe(number);
  await drain(one);
  expect(heard(ani)).toEqual(["1"]);
});

test("a claim that was lost says no more than that the message was sent", async () => {
  const [one, other] = [await instance(), await instance()];
  const ani = person("Ani");
  telegram.fails({ kind: "hang" }, { chat: ani.id, times: 1 });
  await queue(one, ani, ["1"]);
  await one.sending.turn();
  await one.instance.close();
  await other.instance.tend();
  telegram.latency = 400;
  await other.sending.turn();
  // The first call comes to nothing while the second is on its way.
  await one.telegram.close();
  await until(async () => {
    await one.sending.finish(50).catch(() => undefined);
    return (await messages(one, ani))[0]?.claimedBy === other.instance.number();
  });
  await drain(other);
  expect(heard(ani)).toEqual(["1"]);
  expect(await messages(other, ani)).toMatchObject([{ status: "sent" }]);
});

test.each([
  // Sent is sent, whoever holds the message now: it must not go out a second time.
  ["sent", "sent", null],
  ["waiting", "sending", 5],
  ["dead", "sending", 5],
])("who lost the claim says %s: the message is %s", async (says, status, claimedBy) => {
  const { pool, prisma } = (await instance()).database;
  const row = { id: "lost", method: "sendMessage", status: "sending", claimedBy: 5, notBefore: clock() };
  await prisma.message.create({ data: { ...row, createdAt: clock() } });
  await pool.query(settleMessages, [JSON.stringify([{ id: "lost", by: 3, status: says }]), clock(), false]);
  expect(await prisma.message.delete({ where: { id: "lost" } })).toMatchObject({ status, claimedBy });
});

test("what became of a message is recorded again where the reply to that was lost; its deletion follows once", async () => {
  const { pool, prisma } = (await instance()).database;
  const row = { id: "shown", method: "sendMessage", status: "sending", claimedBy: 5, notBefore: clock() };
  await prisma.message.create({ data: { ...row, createdAt: clock() } });
  const follow = { id: "deletion", chatId: "77", payload: "x", notBefore: clock() };
  const items = JSON.stringify([{ id: "shown", by: 5, status: "sent", telegramId: 3, follow }]);
  for (let n = 0; n < 2; n += 1) await pool.query(settleMessages, [items, clock(), false]);
  expect(await prisma.message.delete({ where: { id: "shown" } })).toMatchObject({ telegramId: 3 });
  expect(await prisma.message.deleteMany({ where: { chatId: 77 } })).toEqual({ count: 1 });
});

/** Lets an instance handle a message of somebody, in answer to which the handler of the test says something. */
async function handles(one: Engine, from: Person): Promise<void> {
  const taken = one.intake.take([update(nextUpdate++, from.id, "halo")]);
  await one.handling.turn();
  await taken;
}
const saying =
  (texts: readonly string[]): EngineOptions["handler"] =>
  async (_, work) => {
    for (const text of texts) says(work, work.chatId ?? 0, text);
  };

test("what was decided leaves from memory, in order and without a claim, and what became of it is kept", async () => {
  const one = await instance({ handler: saying(["1", "2", "3"]) });
  const ani = person("Ani");
  await handles(one, ani);
  await one.sending.finish(30_000);
  expect(heard(ani)).toEqual(["1", "2", "3"]);
  for (const row of await messages(one, ani)) {
    expect(row).toMatchObject({ status: "sent", payload: null, claimedBy: null, attempts: 1 });
  }
});

test("one that is told to wait in the middle of a lane: those behind it wait too, as if they had not been tried", async () => {
  const one = await instance({ handler: saying(["1", "2", "3", "4"]) });
  const [ani, budi] = [person("Ani"), person("Budi")];
  telegram.fails({ kind: "tooManyRequests", retryAfter: 5 }, { chat: ani.id, skip: 1, times: 1 });
  await handles(one, ani);
  await handles(one, budi);
  await one.sending.finish(30_000);
  expect(heard(ani)).toEqual(["1"]);
  expect(heard(budi)).toEqual(["1", "2", "3", "4"]);
  expect(await messages(one, ani)).toMatchObject([
    { status: "sent" },
    { status: "waiting", attempts: 1, error: expect.stringMatching(/^429/) },
    { status: "waiting", attempts: 0, calledAt: null, claimedBy: null, error: null },
    { status: "waiting", attempts: 0, calledAt: null, claimedBy: null, error: null },
  ]);
  // What comes now stands behind them.
  await handles(one, ani);
  time += 5_000;
  await drain(one);
  expect(heard(ani)).toEqual(["1", "2", "3", "4", "1", "2", "3", "4"]);
});

test("the next of a lane leaves once it is recorded what became of the last: a kill repeats one of them", async () => {
  const [one, other] = [await instance({ handler: saying(["1", "2", "3"]) }), await instance()];
  const ani = person("Ani");
  // Nobody can record anything now.
  const client = await other.database.pool.connect();
  await client.query(`SELECT pg_advisory_lock(99)`);
  await client.query(`
    CREATE FUNCTION "stands"() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock(99); RETURN NEW; END $$;
    CREATE TRIGGER "stands" BEFORE UPDATE ON "Message" FOR EACH ROW WHEN (NEW."status" = 'sent')
      EXECUTE FUNCTION "stands"()`);
  await handles(one, ani);
  await until(() => isWaiting(other.database.pool));
  expect(heard(ani)).toEqual(["1"]);
  // It is killed: its sessions are gone, and with them what it was recording.
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND (wait_event_type = 'Lock'
       OR pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = $1))`,
    [one.instance.number()],
  );
  await until(() => !one.instance.alive());
  await client.query(`DROP FUNCTION "stands" CASCADE; SELECT pg_advisory_unlock(99)`);
  client.release();
  await other.instance.tend();
  await drain(other);
  expect(heard(ani)).toEqual(["1", "1", "2", "3"]);
});

test("what a transaction wrote as claimed is not given back before it is delivered; where that never comes, it is", async () => {
  let now = 0;
  const one = await instance({ elapsed: () => now });
  const ani = person("Ani");
  const departure = one.sending.departure();
  await one.database.transact(async (tx) => {
    const unit = one.work.unit(tx, null, clock());
    says(unit, ani.id, "1");
    await one.work.write(tx, [unit], [], clock(), { departure });
  });
  now += 1_000;
  await one.sending.turn();
  expect(await messages(one, ani)).toMatchObject([{ status: "sending" }]);
  // As where the reply to the commit was lost.
  departure.giveUp();
  now += 1_000;
  await drain(one);
  expect(heard(ani)).toEqual(["1"]);
});

test("what another instance is sending stands before it: it waits in the outbox", async () => {
  const [one, other] = [await instance({ handler: saying(["baru"]) }), await instance()];
  const ani = person("Ani");
  const hanging = telegram.fails({ kind: "hang" }, { chat: ani.id });
  await queue(other, ani, ["lama"]);
  await other.sending.turn();
  await until(() => hanging.struck > 0);
  await handles(one, ani);
  expect(await messages(one, ani)).toMatchObject([{ status: "sending" }, { status: "waiting", attempts: 0 }]);
  await other.instance.close();
  await one.instance.tend();
  await drain(one);
  expect(heard(ani)).toEqual(["lama", "baru"]);
});

test("an instance that lost its session sends nothing from memory: another may have it by now", async () => {
  let now = 0;
  const one = await instance({ handler: saying(["1", "2"]), elapsed: () => now });
  const ani = person("Ani");
  telegram.latency = 600;
  await handles(one, ani);
  await one.database.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = $1",
    [one.instance.number()],
  );
  await until(() => !one.instance.alive());
  telegram.latency = 0;
  await until(async () => {
    await one.sending.turn();
    return (await messages(one, ani))[0]?.status === "sent";
  });
  await one.sending.finish(30_000);
  expect(heard(ani)).toEqual(["1"]);
  expect(await messages(one, ani)).toMatchObject([{ status: "sent" }, { status: "sending" }]);
  await one.instance.tend();
  now += 1_000;
  await drain(one);
  expect(heard(ani)).toEqual(["1", "2"]);
});

test("Telegram hangs: leaving does not wait for it, and the message is sent after the next start", async () => {
  const one = await instance();
  const ani = person("Ani");
  const hanging = telegram.fails({ kind: "hang" }, { chat: ani.id });
  await queue(one, ani, ["1"]);
  await one.sending.turn();
  await until(() => hanging.struck > 0);
  await one.sending.finish(300);
  // It has left, and the call still hangs.
  expect(await messages(one, ani)).toMatchObject([{ status: "sending" }]);
  await one.instance.close();
  const next = await instance();
  await next.instance.tend();
  await drain(next);
  expect(heard(ani)).toEqual(["1"]);
});

test("two that release orphans at once: what the first has claimed again stays claimed", async () => {
  const [one, other] = [await instance(), await instance()];
  const { pool, prisma } = one.database;
  await prisma.message.create({
    data: {
      id: "orphan",
      method: "sendMessage",
      status: "sending",
      claimedBy: 4,
      notBefore: clock(),
      createdAt: clock(),
    },
  });
  const first = await pool.connect();
  try {
    await first.query("BEGIN");
    // Released and claimed by an instance that lives, not committed yet.
    await first.query(`UPDATE "Message" SET "claimedBy" = $1 WHERE "id" = 'orphan'`, [one.instance.number()]);
    const second = other.instance.tend();
    // The second waits for the row, or has passed it over: either way it has looked.
    await Promise.race([second, until(() => isWaiting(pool))]);
    await first.query("COMMIT");
    await second;
    expect(await prisma.message.findUnique({ where: { id: "orphan" } })).toMatchObject({
      status: "sending",
      claimedBy: one.instance.number(),
    });
  } finally {
    first.release();
    await prisma.message.delete({ where: { id: "orphan" } });
  }
});

/** Whether somebody in this database waits for a lock. */
async function isWaiting(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query(
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return rows.length > 0;
}
