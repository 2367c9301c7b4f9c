import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Update } from "@grammyjs/types";
import pg from "pg";
import { type Logger, pino } from "pino";
import { startApp } from "../../src/app/start.js";
import type { Config } from "../../src/config.js";
import { intakeOf } from "../../src/delivery/intake.js";
import { processTimers } from "../../src/delivery/timers.js";
import { movableClock } from "../../src/playground/clock.js";
import type { Person } from "../../src/playground/people.js";
import { startTelegram, type TelegramEmulator } from "../../src/playground/telegram.js";
import { type Catalogue, shippedForms } from "../../src/practice/forms/catalogue.js";
import { deadlineKindOf, storedKind } from "../../src/records/storage/deadlineKinds.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { createDatabase, type TestDatabase } from "./database.js";
import { collectDrawn, type Drawn } from "./drawn.js";
import { guidesFromSource } from "./guides.js";
import { sharedKnowledge } from "./learned.js";
import { type Records, recordsOf } from "./records.js";
import { setupCode } from "./staff.js";
import { confinedProgram, readingProgram, typesettingThread } from "./typesetting.js";

/** The whole bot in this process, over a Telegram of its own and a real database of its own. */
export type TestApp = {
  /** Where its files lie. */
  readonly dataDir: string;
  readonly telegram: TelegramEmulator;
  /** The buttons the bot drew so far. One that no handler reads fails `close`. */
  readonly drawn: Drawn;
  /** What the bot logged as an error, line by line. */
  readonly errors: readonly string[];
  /**
   * Moves the bot's time and Telegram's forward, in milliseconds, once no message is on its way. A call that seems to
   * have lasted for an hour would be taken for lost, and what is typed after it for an answer to who knows what.
   */
  readonly forward: (milliseconds: number) => Promise<void>;
  /** Rows of the app's database, to look at what was kept. Kinds of deadlines are said and told in words. */
  readonly rows: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** What the bot tells an operator: the text of `/metrics`. */
  readonly metrics: () => Promise<string>;
  /** What it tells whoever watches over it: whether each of its loops is alive. */
  readonly health: () => Promise<unknown>;
  /** Stores updates as they come from Telegram, also those that it would never send. */
  readonly receives: (updates: readonly Update[]) => Promise<void>;
  /** The records beside the bot, as a second instance has them. */
  readonly records: Records;
  /** The id of a person's membership. */
  readonly memberOf: (person: Person) => Promise<string>;
  /** Ends the bot and starts it again, as a deploy does; with the forms of another release, where they are given. */
  readonly deploy: (forms?: Catalogue) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Tuesday 24 November 2026, 10.15 in Jakarta: when every test app opens. */
export const opening = new Date("2026-11-24T03:15:00Z");

/** How pino numbers errors; what is worse has a higher number. */
const errorLevel = 50;

/**
 * Opens an app: `const app = await openTestApp()` in `beforeAll`, `app.close()` in `afterAll`. It knows the outside
 * services it is given.
 */
export async function openTestApp(services: Config["services"] = {}): Promise<TestApp> {
  return openAppOver(await createDatabase(), { services });
}

/** Opens an app over a migrated database, which it drops at its end. It logs errors to the screen unless told. */
export async function openAppOver(
  database: TestDatabase,
  { services = {}, log: givenLog }: { readonly services?: Config["services"]; readonly log?: Logger } = {},
): Promise<TestApp> {
  const clock = movableClock(opening.getTime() - Date.now());
  const dataDir = await mkdtemp(join(tmpdir(), "pendamping-app-"));
  const telegram = await startTelegram({ clock: clock.now });
  const token = `7000000001:AAH${randomBytes(16).toString("hex")}`;
  telegram.bot({ token, username: "pendamping_bot" });
  const drawn = collectDrawn(telegram);
  const config: Config = {
    telegram: { kind: "telegram", token, apiRoot: telegram.url },
    intake: { kind: "polling" },
    database: { kind: "url", url: database.url },
    dataDir,
    dataKeys: [randomBytes(32)],
    setupCode,
    http: { host: "127.0.0.1", port: 0 },
    status: undefined,
    services,
    logLevel: "warn",
  };
  // What goes wrong inside is an error of the test: it is printed, and nothing else is.
  const errors: string[] = [];
  const printed = pino(
    { level: process.env.TEST_LOG ?? "error" },
    {
      write: (line) => {
        if ((JSON.parse(line) as { level: number }).level >= errorLevel) errors.push(line);
        process.stdout.write(line);
      },
    },
  );
  const log = givenLog ?? printed;
  const given = {
    log,
    clock: clock.now,
    random: secureRandom,
    tell: () => {},
    knowledge: sharedKnowledge(),
    typesettingThread,
    guides: guidesFromSource,
    confinedProgram,
    readingProgram,
  };
  let app = await startApp(config, given);
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  // A connection that is just being closed when the database is dropped hears of it.
  pool.on("connect", (client) => client.on("error", () => {}));
  // So does the pool, of one that idles.
  pool.on("error", () => {});
  return {
    dataDir,
    drawn,
    errors,
    metrics: async () => (await fetch(`http://127.0.0.1:${app.port}/metrics`)).text(),
    health: async () => (await fetch(`http://127.0.0.1:${app.port}/health`)).json(),
    receives: async (updates) => {
      const { materials, wake } = app;
      await intakeOf({ ...materials, timers: processTimers, received: () => {}, wake }).store(updates);
    },
    get records() {
      return recordsOf(app.materials);
    },
    memberOf: async (person) => {
      const found = await pool.query<{ id: string }>(`SELECT "id" FROM "Member" WHERE "accountId" = $1`, [
        person.id,
      ]);
      return found.rows[0]?.id ?? "";
    },
    deploy: async (forms = shippedForms) => {
      await app.stop();
      app = await startApp(config, { ...given, forms });
    },
    telegram,
    forward: async (milliseconds) => {
      const onTheWire = () => pool.query(`SELECT 1 FROM "Message" WHERE "status" = 'sending' LIMIT 1`);
      while ((await onTheWire()).rows.length > 0);
      clock.forward(milliseconds);
      app.wake();
    },
    rows: async <Row extends object>(sql: string, values: readonly unknown[] = []) => {
      const { sealer } = app.materials;
      const stored = sql.replaceAll(/"key" (?:=|IN) \(?'[^)\n]*/g, (condition) =>
        condition.replaceAll(/'([a-z-]+)'/g, (text, word: string) => {
          const kind = deadlineKindOf(sealer, word);
          return kind === undefined ? text : `'${storedKind(sealer, kind)}'`;
        }),
      );
      // Several statements have several results.
      const results = [await pool.query<Row>(stored, [...values])].flat();
      return results
        .flatMap(({ rows }) => rows)
        .map((row) => {
          const kind =
            "key" in row && typeof row.key === "string" ? deadlineKindOf(sealer, row.key) : undefined;
          return kind === undefined ? row : { ...row, key: kind };
        });
    },
    close: async () => {
      await app.stop();
      await pool.end();
      await telegram.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
      const unread = [...drawn].flatMap(([data, press]) => (press === undefined ? [data] : []));
      if (unread.length > 0) throw new Error(`buttons that no handler reads: ${unread.join(" ")}`);
    },
  };
}
