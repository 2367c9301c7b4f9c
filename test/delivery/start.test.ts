import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer as createWebServer, type Server as WebServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { doorTo } from "../../bench/chaos/door.js";
import { startTelegram, type TelegramEmulator } from "../../src/playground/telegram.js";
import { openDatabase } from "../../src/records/storage/database.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { checkDataKeys } from "../../src/records/storage/keyCheck.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { layLearnedInto } from "../support/learned.js";
import { bundle, type Program, run } from "../support/program.js";
import { token, until } from "./engine.js";

// The program as it is started: what stops a start, and what a stop leaves behind.

let main: { file: string; remove: () => Promise<void> };
let telegram: TelegramEmulator;
let database: TestDatabase;
let home: string;
/** A server that is no Bot API. */
let web: WebServer;
let elsewhere: string;
const running: Program[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "pendamping-start-"));
  await chmod(home, 0o711);
  for (const dir of ["data", "fresh"]) await layLearnedInto(join(home, dir));
  main = await bundle("src/main.ts");
  database = await createDatabase();
  telegram = await startTelegram();
  telegram.bot({ token, username: "pendamping_bot" });
  web = createWebServer((_, response) => response.writeHead(404).end("<h1>Not found</h1>"));
  elsewhere = `http://127.0.0.1:${await portOf(web)}`;
});
afterEach(async () => {
  telegram.recovers();
  for (const one of running.splice(0)) await one.kill("SIGKILL");
});
afterAll(async () => {
  web.close();
  await telegram.close();
  await main.remove();
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

const key = randomBytes(32).toString("base64");

/** An environment that is right, but for what is given. An empty value counts as absent. */
function start(env: Record<string, string>): Program {
  const right = {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.url,
    DATA_DIR: join(home, "data"),
    PORT: "0",
    SETUP_CODE: "kode-pertama",
    LOG_LEVEL: "error",
  };
  const one = run(main.file, [], { env: { ...right, ...env } });
  running.push(one);
  return one;
}

async function portOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return String((server.address() as AddressInfo).port);
}

async function freePort(): Promise<string> {
  const server = createServer();
  const port = await portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function health(port: string): Promise<number> {
  return await fetch(`http://127.0.0.1:${port}/health`).then(
    ({ status }) => status,
    () => 0,
  );
}

/** Starts with the embedded database of a folder; resolves once it is healthy. */
async function healthy(env: Record<string, string> = {}): Promise<{ one: Program; port: string }> {
  const port = await freePort();
  const one = start({ PORT: port, ...env });
  await until(async () => (await health(port)) === 200);
  return { one, port };
}

async function postmaster(dataDir = join(home, "data")): Promise<number | undefined> {
  const text = await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : Number(text.split("\n")[0]);
}

describe("a bad setting stops the start: one line for each fault, and code 1", () => {
  const withDatabase = (change: (url: URL) => void): string => {
    const url = new URL(database.url);
    change(url);
    return url.href;
  };
  const cases: [string, () => Record<string, string>, RegExp][] = [
    // What is wrong with one setting is shown by test/config.test.ts.
    [
      "several at once",
      () => ({ PORT: "70000", LOG_LEVEL: "loud", WEBHOOK_URL: "ftp://x", SETUP_CODE: "?" }),
      /^(?=[\s\S]*PORT )(?=[\s\S]*LOG_LEVEL )(?=[\s\S]*WEBHOOK_URL )(?=[\s\S]*SETUP_CODE )([^\n]+\n){4}[^\n]+$/,
    ],
    [
      "a password that is wrong",
      () => ({
        DATABASE_URL: withDatabase((url) => {
          url.password = "geheim";
        }),
        DATA_KEY: key,
      }),
      /^DATABASE_URL: its user or password is wrong$/,
    ],
    [
      "a database that has another name",
      () => ({
        DATABASE_URL: withDatabase((url) => {
          url.pathname = "/nowhere";
        }),
        DATA_KEY: key,
      }),
      /^DATABASE_URL: there is no database of that name$/,
    ],
    [
      "a token that Telegram does not know",
      () => ({ BOT_TOKEN: "7000000009:AAHanother", DATABASE_URL: database.url, DATA_KEY: key }),
      /^BOT_TOKEN was refused by Telegram: Unauthorized$/,
    ],
    [
      "a folder that is a file",
      () => ({ DATA_DIR: "/dev/null" }),
      /^DATA_DIR \/dev\/null cannot be used: [^\n]*$/,
    ],
    [
      "a folder where none can be made",
      () => ({ DATA_DIR: "/proc/nothing/here" }),
      /^DATA_DIR \/proc\/nothing\/here cannot be used: [^\n]*$/,
    ],
    [
      "an address of the Bot API where something else answers",
      () => ({ TELEGRAM_API_ROOT: elsewhere, DATABASE_URL: database.url, DATA_KEY: key }),
      /^TELEGRAM_API_ROOT: what answers there is not the Bot API$/,
    ],
  ];
  test.each(cases)("%s", async (_, env, line) => {
    const { code, stderr } = await start(env()).ended;
    expect(stderr.trim()).toMatch(line);
    expect(stderr).not.toContain("geheim");
    expect(code).toBe(1);
  });

  test("a port that is taken", async () => {
    const server = createServer();
    try {
      const PORT = await portOf(server);
      const { code, stderr } = await start({ PORT, DATABASE_URL: database.url, DATA_KEY: key }).ended;
      expect(stderr.trim()).toBe(`PORT ${PORT} of 127.0.0.1 is in use already`);
      expect(code).toBe(1);
    } finally {
      server.close();
    }
  });

  test("a database that is away and a Telegram that does not answer are waited for: /health says that the bot is starting", async () => {
    const PORT = await freePort();
    const door = await doorTo(database.url);
    const failure = telegram.fails({ kind: "reset" }, { method: "getMe", times: 1_000 });
    try {
      door.shut();
      start({ PORT, DATABASE_URL: door.through(database.url), DATA_KEY: key });
      await until(() => door.refused > 0);
      await until(async () => (await health(PORT)) === 503);
      door.open();
      await until(() => failure.struck > 0);
      const answer = await fetch(`http://127.0.0.1:${PORT}/health`);
      expect(await answer.json()).toEqual({ starting: true });
      failure.stop();
      await until(async () => (await health(PORT)) === 200);
    } finally {
      await door.close();
    }
  });

  test("a key that is not the one this database was sealed with", async () => {
    const sealed = openDatabase(database.url, () => {});
    await checkDataKeys(sealed.prisma, sealerOf([Buffer.from(key, "base64")], secureRandom));
    await sealed.close();
    const other = randomBytes(32).toString("base64");
    const { code, stderr } = await start({ DATABASE_URL: database.url, DATA_KEY: other }).ended;
    expect(stderr.trim()).toMatch(/^DATA_KEY does not open this database[^\n]*$/);
    expect(code).toBe(1);
  });
});

describe("with the embedded database", () => {
  test("starts, answers, and ends on SIGTERM with code 0, its database with it", async () => {
    const { one, port } = await healthy();
    const ani = telegram.person({ firstName: "Ani" });
    ani.opens();
    await ani.sees("tautan undangan");
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    for (const line of [
      /^pendamping_updates_received_total 1$/m,
      /^pendamping_updates_handled_total\{end="done",handler="feature:start",fault="none"\} 1$/m,
      /^pendamping_build_info\{version="[^"]+",revision="[^"]+",node="v\d+\.\d+\.\d+"\} 1$/m,
      /^process_cpu_seconds_total \d/m,
      /^process_resident_memory_bytes \d{8,}$/m,
      /^nodejs_eventloop_lag_p99_seconds \d/m,
      /^pendamping_database_connections\{pool="transactions",state="open"\} [1-5]$/m,
      /^pendamping_database_connections\{pool="others",state="waiting"\} 0$/m,
    ]) {
      expect(metrics).toMatch(line);
    }
    await leaves(one, join(home, "data"));
  });

  test("after kill -9 the next start adopts what is there, and goes on", async () => {
    const first = await healthy();
    const pid = await postmaster();
    await first.one.kill("SIGKILL");
    const budi = telegram.person({ firstName: "Budi" });
    budi.opens();
    await healthy();
    expect(await postmaster()).toBe(pid);
    await budi.sees("tautan undangan");
  });

  test("Telegram hangs: SIGTERM ends it all the same", async () => {
    const { one } = await healthy();
    const failure = telegram.fails({ kind: "hang" }, { method: "sendMessage", times: 100 });
    const cici = telegram.person({ firstName: "Cici" });
    cici.opens();
    await until(() => failure.struck > 0);
    await leaves(one, join(home, "data"));
    telegram.recovers();
    await healthy();
    await cici.sees("tautan undangan");
  });

  test("SIGTERM while Telegram does not answer the start: code 0, and no server left behind", async () => {
    const failure = telegram.fails({ kind: "hang" }, { method: "getMe", times: 100 });
    const one = start({});
    await until(() => failure.struck > 0);
    await leaves(one, join(home, "data"));
  });

  test("SIGTERM while the first start makes the cluster: code 0, and no server left behind", async () => {
    const dataDir = join(home, "fresh");
    const one = start({ DATA_DIR: dataDir });
    const names = () => readdir(dataDir).catch(() => []);
    await until(async () => (await names()).some((name) => name.startsWith("postgres")));
    await leaves(one, dataDir);
  });

  async function leaves(one: Program, dataDir: string): Promise<void> {
    await one.kill("SIGTERM");
    expect((await one.ended).code).toBe(0);
    expect(await postmaster(dataDir)).toBeUndefined();
  }
});
