import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError, loadConfig } from "../src/config.js";

const token = "123456789:AAF-made-up-token-for-a-test_0123456";
const key = Buffer.alloc(32, 7).toString("base64");

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe("an environment that is complete", () => {
  test("nothing at all: the playground, polling, an embedded database in ./data", () => {
    expect(loadConfig({})).toEqual({
      telegram: { kind: "playground" },
      intake: { kind: "polling" },
      database: { kind: "embedded", dir: resolve("data") },
      dataDir: resolve("data"),
      dataKeys: undefined,
      http: { host: "127.0.0.1", port: 8080 },
      status: undefined,
      keeping: { deadLetters: 90, reminders: 730 },
      services: {},
      logLevel: "error",
    });
  });

  test("everything", () => {
    const config = loadConfig({
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
      DATABASE_URL: "postgresql://bot:p%40ss@db:5432/pendamping",
      DATA_DIR: "/var/lib/pendamping",
      PORT: "0",
      HOST: "0.0.0.0",
      STATUS_PORT: "9100",
      STATUS_HOST: "10.0.0.7",
      WEBHOOK_URL: "https://bot.example.org/telegram",
      WEBHOOK_SECRET: "s3cret_-",
      DATA_KEY: key,
      SETUP_CODE: "mulai-2026",
      TRANSCRIPTION_URL: "http://127.0.0.1:9000/v1/",
      TRANSCRIPTION_MODEL: "whisper-small",
      LANGUAGE_URL: "https://llm.example.org/api",
      LANGUAGE_KEY: "k-123",
      LANGUAGE_MODEL: "qwen",
      DEAD_LETTERS_KEPT: "30",
      LOG_LEVEL: "debug",
    });
    expect(config).toEqual({
      telegram: { kind: "telegram", token, apiRoot: "http://127.0.0.1:8081" },
      intake: { kind: "webhook", url: "https://bot.example.org/telegram", secret: "s3cret_-" },
      database: { kind: "url", url: "postgresql://bot:p%40ss@db:5432/pendamping" },
      dataDir: "/var/lib/pendamping",
      dataKeys: [Buffer.alloc(32, 7)],
      setupCode: "mulai-2026",
      http: { host: "0.0.0.0", port: 0 },
      status: { host: "10.0.0.7", port: 9100 },
      keeping: { deadLetters: 30, reminders: 730 },
      services: {
        transcription: { url: "http://127.0.0.1:9000", model: "whisper-small" },
        language: { url: "https://llm.example.org/api", model: "qwen", key: "k-123" },
      },
      logLevel: "debug",
    });
  });

  test("where strangers reach HOST, health and metrics have a port of their own on this machine", () => {
    const statusOf = (env: Record<string, string>) => loadConfig({ BOT_TOKEN: token, ...env }).status;
    expect(statusOf({ HOST: "0.0.0.0" })).toEqual({ host: "127.0.0.1", port: 8081 });
    expect(statusOf({ HOST: "127.0.0.1" })).toBeUndefined();
    expect(statusOf({ STATUS_PORT: "9100" })).toEqual({ host: "127.0.0.1", port: 9100 });
  });

  test("an empty value counts as absent, and space around a value is dropped", () => {
    const config = loadConfig({ BOT_TOKEN: "", WEBHOOK_URL: "  ", PORT: " 9000\r" });
    expect(config.telegram.kind).toBe("playground");
    expect(config.http.port).toBe(9000);
  });

  test("DATA_KEY_FILE stands for DATA_KEY", () => {
    const config = loadConfig({ DATABASE_URL: "postgresql://db/x", DATA_KEY_FILE: "secrets/key" });
    expect([config.dataKeys, config.dataKeyFile]).toEqual([undefined, resolve("secrets/key")]);
  });

  test("DATA_KEY may hold several keys: the first seals, the others still open", () => {
    const older = Buffer.alloc(32, 1).toString("base64");
    expect(loadConfig({ DATA_KEY: `${key},${older}` }).dataKeys).toEqual([
      Buffer.alloc(32, 7),
      Buffer.alloc(32, 1),
    ]);
  });

  test("the webhook may be plain http on this machine", () => {
    for (const host of ["localhost:8080", "127.0.0.1:8080", "[::1]:8080"]) {
      const config = loadConfig({ WEBHOOK_URL: `http://${host}/hook`, WEBHOOK_SECRET: "x" });
      expect(config.intake.kind).toBe("webhook");
    }
  });
});

describe("each kind of fault is one line that names its variable", () => {
  test.each([
    ["BOT_TOKEN", "not a token"],
    ["BOT_TOKEN", "12:34 56"],
    ["TELEGRAM_API_ROOT", "api.telegram.org"],
    ["TELEGRAM_API_ROOT", "ftp://api.telegram.org"],
    ["TELEGRAM_API_ROOT", "http://api.telegram.org"],
    ["TELEGRAM_API_ROOT", "http://127.0.0.1.example.org"],
    ["STATUS_PORT", "65536"],
    ["STATUS_HOST", "my host"],
    ["PORT", "80a"],
    ["PORT", "-1"],
    ["PORT", "65536"],
    ["PORT", "8080.5"],
    ["HOST", "my host"],
    ["SETUP_CODE", "short"],
    ["SETUP_CODE", "has a space"],
    ["SETUP_CODE", "x".repeat(61)],
    ["LOG_LEVEL", "loud"],
    ["DATA_KEY", "c2hvcnQ="],
    ["DATA_KEY", "not base64 at all!"],
    ["DATA_KEY", Buffer.alloc(32, 7).toString("hex")],
    ["DATA_KEY", `${key},broken`],
  ])("%s=%s", (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} must be `));
  });

  test.each(["mysql://db/x", "localhost:5432/pendamping"])("DATABASE_URL=%s", (value) => {
    const faults = faultsOf({ DATABASE_URL: value, DATA_KEY: key });
    expect(faults).toEqual([expect.stringMatching(/^DATABASE_URL must be a postgresql:\/\/ URL/)]);
  });

  test.each(["http://bot.example.org/", "bot.example.org", "ftp://127.0.0.1/"])("WEBHOOK_URL=%s", (value) => {
    const faults = faultsOf({ WEBHOOK_URL: value, WEBHOOK_SECRET: "x" });
    expect(faults).toEqual([expect.stringMatching(/^WEBHOOK_URL must be an https URL/)]);
  });

  test.each(["http://192.168.1.5:9000", "http://llm.example.org", "localhost:9000", "ftp://127.0.0.1/"])(
    "an outside service encrypted on the way, or on this machine: not %s",
    (value) => {
      for (const service of ["TRANSCRIPTION", "LANGUAGE"]) {
        const faults = faultsOf({ [`${service}_URL`]: value, [`${service}_MODEL`]: "small" });
        expect(faults).toEqual([expect.stringMatching(`^${service}_URL must be an https URL`)]);
      }
    },
  );

  test.each(["with space", "x".repeat(257), "ümlaut"])("WEBHOOK_SECRET=%s", (value) => {
    const faults = faultsOf({ WEBHOOK_URL: "https://bot.example.org/", WEBHOOK_SECRET: value });
    expect(faults).toEqual([expect.stringMatching(/^WEBHOOK_SECRET must be 1 to 256/)]);
  });
});

describe("faults between variables", () => {
  test("WEBHOOK_URL and WEBHOOK_SECRET come together", () => {
    expect(faultsOf({ WEBHOOK_URL: "https://bot.example.org/" })).toEqual([
      expect.stringMatching(/^WEBHOOK_SECRET must be set with WEBHOOK_URL/),
    ]);
    expect(faultsOf({ WEBHOOK_SECRET: "x" })).toEqual([
      expect.stringMatching(/^WEBHOOK_URL must be set with WEBHOOK_SECRET/),
    ]);
  });

  test.each(["TRANSCRIPTION", "LANGUAGE"])(
    "%s: an address with its model, and nothing without it",
    (service) => {
      expect(faultsOf({ [`${service}_URL`]: "https://llm.example.org" })).toEqual([
        expect.stringMatching(`^${service}_MODEL must be set with ${service}_URL`),
      ]);
      for (const name of ["KEY", "MODEL"]) {
        expect(faultsOf({ [`${service}_${name}`]: "x" })).toEqual([
          expect.stringMatching(`^${service}_URL must be set with`),
        ]);
      }
    },
  );

  test.each(["0.0.0.0", "::", "192.168.1.5", "bot.example.org"])(
    "the playground is for this machine only: not HOST=%s",
    (host) => {
      expect(faultsOf({ HOST: host })).toEqual([expect.stringMatching(/^HOST must be a loopback address/)]);
      expect(faultsOf({ HOST: host, BOT_TOKEN: token })).toEqual([]);
    },
  );

  test("learners come in where PLAYGROUND_HOST says, and nowhere unless it is said", () => {
    const { room, http } = loadConfig({ PLAYGROUND_HOST: "0.0.0.0" });
    expect(room).toEqual({ host: "0.0.0.0", port: 8090 });
    expect(http.host).toBe("127.0.0.1");
    expect(loadConfig({}).room).toBeUndefined();
    expect(loadConfig({ PLAYGROUND_HOST: "127.0.0.1", PLAYGROUND_PORT: "9000" }).room).toBeUndefined();
    expect(faultsOf({ PLAYGROUND_HOST: "0.0.0.0", BOT_TOKEN: token })).toEqual([
      "PLAYGROUND_HOST must be left out with BOT_TOKEN: there is no playground then",
    ]);
  });

  test.each(["localhost", "127.0.0.1", "::1"])("the playground listens on HOST=%s", (host) => {
    expect(loadConfig({ HOST: host }).http.host).toBe(host);
  });

  test("a database of one's own needs a DATA_KEY of one's own", () => {
    expect(faultsOf({ DATABASE_URL: "postgres://db/pendamping" })).toEqual([
      expect.stringMatching(/^DATA_KEY \(or DATA_KEY_FILE\) must be set with DATABASE_URL/),
    ]);
  });
});

test("all faults are told at once, one line each, and no secret is repeated", () => {
  const secret = "very secret value";
  const faults = faultsOf({
    BOT_TOKEN: secret,
    DATABASE_URL: `mysql://bot:${encodeURIComponent(secret)}@db/x`,
    WEBHOOK_SECRET: secret,
    DATA_KEY: secret,
    SETUP_CODE: secret,
    PORT: "x",
  });
  expect(faults).toHaveLength(7);
  for (const fault of faults) {
    expect(fault).not.toContain("\n");
    expect(fault).not.toMatch(/very|secret value/);
  }
});
