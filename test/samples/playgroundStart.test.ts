import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundledPage } from "../../src/app/playgroundStart.js";
import { startApp } from "../../src/app/start.js";
import { replay } from "../../src/playground/replay.js";
import type { Script } from "../../src/playground/script.js";
import { startTelegram } from "../../src/playground/telegram.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { invited } from "../support/inviting.js";
import { sharedKnowledge } from "../support/learned.js";
import { learns } from "../support/learning.js";
import { solidPng } from "../support/pictures.js";
import { openTestPlayground, type TestPlayground } from "../support/playground.js";

const log = pino({ level: "fatal" });

/** The room of the first tests, as its page saves it. */
let saved: Script | undefined;

describe("the app without a token", { timeout: 120_000 }, () => {
  let database: TestDatabase;
  let playground: TestPlayground;
  const dataKeys = [randomBytes(32)] as const;
  const open = (dataDir?: string) =>
    openTestPlayground({
      database: { kind: "url", url: database.url },
      dataKeys,
      ...(dataDir === undefined ? {} : { dataDir }),
    });

  beforeAll(async () => {
    database = await createDatabase();
    playground = await open();
  });
  afterAll(async () => {
    await playground?.close();
    await database.drop();
  });

  const get = async (path: string) => (await fetch(`${playground.url}/playground/${path}`)).json();
  const post = async (path: string, body: object = {}) => {
    const response = await fetch(`${playground.url}/playground/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const named = (name: string) => {
    const found = playground.telegram.people().find(({ user }) => user.first_name === name);
    if (found === undefined) throw new Error(`${name} is missing`);
    return found;
  };
  const prisma = () => playground.materials.database.prisma;
  /** Everybody was reminded of what is due, and all of it is sent. */
  const quiet = () =>
    expect
      .poll(
        async () => [
          await prisma().deadline.count({
            where: { doneAt: null, cancelledAt: null, nextAt: { lte: playground.clock.now() } },
          }),
          await prisma().reminder.count({
            where: { status: "waiting", notBefore: { lte: playground.clock.now() } },
          }),
          await prisma().message.count({
            where: { status: { in: ["waiting", "sending"] }, notBefore: { lte: playground.clock.now() } },
          }),
        ],
        { timeout: 60_000 },
      )
      .toEqual([0, 0, 0]);

  test("has a sample organisation: everybody joined and consented, the workers have a supervisor", async () => {
    const members = await prisma().member.findMany({ orderBy: { accountId: "asc" } });
    expect(
      members.map(({ roles, supervisorId, consentedAt }) => [roles, supervisorId, consentedAt !== null]),
    ).toEqual([
      [["worker"], members[2]?.id, true],
      [["worker"], members[2]?.id, true],
      [["supervisor"], null, true],
      [["admin"], null, true],
    ]);
    const ratna = named("Ratna");
    ratna.sends("/mulai");
    await ratna.sees("[➕ Kasus baru]");
  });

  test("looks for its page where it is", () => {
    expect(existsSync(join(bundledPage, "index.html"))).toBe(true);
  });

  test("answers this machine's own browser only", async () => {
    const { port } = playground;
    const foreign = (headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve) => {
        void import("node:http").then(({ get: ask }) =>
          ask({ port, path: "/playground/state", headers }, ({ statusCode }) => resolve(statusCode)),
        );
      });
    expect(await foreign({ host: "evil.example" })).toBe(403);
    expect(await foreign({ host: `127.0.0.1:${port}`, origin: "https://evil.example" })).toBe(403);
    expect(await foreign({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
    expect((await fetch(`${playground.url}/health`)).status).toBe(200);
    expect((await fetch(`${playground.url}/playground/..%2f..%2fpackage.json`)).status).toBe(404);
  });

  test("is filled with 30 made-up cases in all stages, overdue ones too, each marked as a sample", async () => {
    await post("tour", { to: "begin" });
    expect((await post("fill")).status).toBe(200);
    expect(await get("state")).toMatchObject({ filled: true, tour: { done: [], left: false } });
    const cases = await prisma().case.findMany();
    expect(cases).toHaveLength(30);
    expect(cases.every(({ code }) => /^CONTOH-\d{4}-\d{4}$/.test(code))).toBe(true);
    const stages = new Set(cases.map(({ stage }) => stage));
    expect(stages).toEqual(
      new Set(["approach", "assessment", "closed", "evaluation", "intervention", "plan"]),
    );
    const waiting = await prisma().round.findMany({ where: { status: "submitted" } });
    expect(new Set(waiting.map(({ form }) => form))).toEqual(new Set(["plan", "termination"]));
    // Consents are photographed and kept, and a danger that the supervisor knows of waits for what was done.
    const files = () => prisma().attachment.groupBy({ by: ["status"], _count: true });
    await expect.poll(files).toEqual([{ status: "stored", _count: 53 }]);
    expect(await prisma().danger.findMany()).toMatchObject([
      { acknowledgedAt: expect.any(Date), closedAt: null },
    ]);
    const ratna = named("Ratna");
    ratna.sends("/kasus");
    await ratna.sees(/CONTOH-\d{4}-\d{4}/);
    await quiet();
  });

  test("knows which steps of a tour were really done: a decision, and a reminder once time has passed", async () => {
    const dedi = named("Dedi");
    dedi.sends("/mulai");
    await dedi.sees("✍️ Persetujuan");
    dedi.presses(/✍️ Persetujuan/);
    await dedi.sees("CONTOH");
    dedi.presses(/CONTOH/);
    await dedi.sees("✅ Setujui");
    dedi.presses("✅ Setujui");
    await dedi.sees("setuju");
    expect(await get("state")).toMatchObject({ tour: { done: ["decided"] } });
    const ratna = named("Ratna");
    ratna.looksAway();
    await post("clock", { jump: "morning" });
    await ratna.sees("Selamat pagi");
    await post("tour", { to: "leave" });
    expect(await get("state")).toMatchObject({ tour: { done: ["decided", "reminded"], left: true } });
  });

  test("takes a new person in as what they are to be", async () => {
    await post("person", { firstName: "Wayan", as: "worker" });
    const wayan = named("Wayan");
    wayan.sends("/mulai");
    await wayan.sees("[➕ Kasus baru]");
  });

  test("lets somebody join by an invitation, who sends a photo", async () => {
    const link = await invited(named("Sri"), "Bu Ayu", ["pekerja sosial"], "Pak Dedi");
    await post("person", { firstName: "Ayu" });
    const ayu = named("Ayu");
    ayu.opens(link);
    await ayu.sees("[Saya setuju]");
    await ayu.presses("Saya setuju").answer();
    await ayu.sees("[➕ Kasus baru]");
    ayu.photographs(solidPng(40, 30, "green"), { caption: "surat" });
    await ayu.sees("tidak ada pertanyaan yang menunggu kiriman");
  });

  test("keeps people, chats and time over a restart", async () => {
    await post("clock", { jump: "week" });
    await quiet();
    const transcript = named("Wayan").transcript();
    const { dataDir } = playground;
    await playground.close("keep");
    playground = await open(dataDir);
    // Something of the bot's may still have been on the way.
    expect(named("Wayan").transcript().startsWith(transcript)).toBe(true);
    expect(playground.clock.ahead()).toBeGreaterThanOrEqual(7 * 86_400_000);
    expect(await get("state")).toMatchObject({ tour: { done: ["decided", "reminded"], left: true } });
    named("Ratna").sends("/kasus");
    await named("Ratna").sees(/CONTOH-\d{4}-\d{4}/, { within: 15_000 });
  });

  test("saves the whole room as a test", async () => {
    saved = (await get("script")) as Script;
    expect(saved.people.map(({ firstName }) => firstName)).toEqual(["Ratna", "Yusuf", "Dedi", "Sri"]);
    const inRoom = saved.steps.flatMap((step) => ("room" in step ? [step.room] : []));
    expect(inRoom).toEqual(["fills", "moves-clock", "adds", "adds", "moves-clock"]);
  });

  test("starts clean", async () => {
    expect(await post("clean")).toMatchObject({ status: 200 });
    expect(await prisma().case.count()).toBe(0);
    expect(await prisma().member.count()).toBe(4);
    expect(playground.telegram.people().map(({ user }) => user.first_name)).toEqual([
      "Ratna",
      "Yusuf",
      "Dedi",
      "Sri",
    ]);
    await named("Ratna").sees("[➕ Kasus baru]");
    expect(playground.clock.ahead()).toBe(0);
    expect(await get("state")).toMatchObject({ tour: null, language: "id" });
  });

  test("begins anew in English for an English visitor, unless somebody did something", async () => {
    expect((await post("language", { language: "en" })).body).toMatchObject({ language: "en" });
    await named("Ratna").sees("[➕ New case]");
    expect(await prisma().account.findMany({ distinct: ["locale"], select: { locale: true } })).toEqual([
      { locale: "en" },
    ]);
    named("Ratna").sends("/kasus");
    await named("Ratna").sees("No open cases yet.");
    expect((await post("language", { language: "id" })).body).toMatchObject({ language: "en" });
    expect((await post("language", { language: "fr" })).status).toBe(400);
  });
});

describe("a room that was saved", { timeout: 120_000 }, () => {
  test("is played again in a new one, which is open to learners and judges what they really do", async () => {
    if (saved === undefined) throw new Error("no room was saved");
    const database = await createDatabase();
    const playground = await openTestPlayground({
      database: { kind: "url", url: database.url },
      dataKeys: [randomBytes(32)],
      opensAt: new Date(saved.begins),
      silent: true,
      room: { host: "127.0.0.1", port: 0 },
    });
    expect(await replay(saved, playground)).toBeUndefined();
    await learns(playground);
    await playground.close();
    await database.drop();
  });
});

describe("a database", { timeout: 60_000 }, () => {
  test("of a real organisation is not opened as a playground, nor the other way round", async () => {
    const database = await createDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), "pendamping-purpose-"));
    const telegram = await startTelegram();
    telegram.bot({ token: "7000000001:real", username: "pendamping_bot" });
    const dataKeys = [randomBytes(32)] as const;
    const url = { kind: "url", url: database.url } as const;
    const real = () =>
      startApp(
        {
          telegram: { kind: "telegram", token: "7000000001:real", apiRoot: telegram.url },
          intake: { kind: "polling" },
          database: url,
          dataDir,
          dataKeys,
          http: { host: "127.0.0.1", port: 0 },
          status: undefined,
          services: {},
          logLevel: "fatal",
        },
        { log, clock: () => new Date(), random: secureRandom, tell: () => {}, knowledge: sharedKnowledge() },
      );
    const app = await real();

    // With a token there is no page, and no call of it.
    for (const path of [
      "/",
      "/playground/state",
      "/playground/events",
      "/playground/app.js",
      "/control/person",
    ]) {
      expect((await fetch(`http://127.0.0.1:${app.port}${path}`)).status).toBe(404);
    }
    const sent = await fetch(`http://127.0.0.1:${app.port}/playground/clean`, { method: "POST" });
    expect(sent.status).toBe(404);
    await app.stop();
    await expect(openTestPlayground({ database: url, dataKeys })).rejects.toThrow(
      "holds a real organisation",
    );

    await telegram.close();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });
});

test("with a token nothing of the playground is loaded", async () => {
  const { metafile } = await build({
    entryPoints: ["src/main.ts"],
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outdir: "out",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const loaded = new Set<string>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { path, kind } of metafile.inputs[file]?.imports ?? []) {
      if (kind === "import-statement") load(path);
    }
  };
  load("src/main.ts");
  expect([...loaded].some((file) => file.startsWith("src/app/start"))).toBe(true);
  expect([...loaded].filter((file) => /^src\/(playground|samples|app\/playgroundStart)/.test(file))).toEqual(
    [],
  );
  // There is one way in, behind the question whether there is a token.
  const ways = Object.entries(metafile.inputs).flatMap(([file, { imports }]) =>
    imports.filter(({ kind, path }) => kind === "dynamic-import" && path.startsWith("src/")).map(() => file),
  );
  expect(ways).toEqual(["src/main.ts"]);
});
