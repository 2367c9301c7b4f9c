import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "../../src/playground/people.js";
import { startTelegram } from "../../src/playground/telegram.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { counting, createEffects, engine, token, until } from "./engine.js";

// Hazard 14: the database goes away, or has no room, while people write.

let database: TestDatabase;
/** Beside the database in question: connections to that one are refused. */
let admin: pg.Client;
let name: string;

beforeAll(async () => {
  database = await createDatabase();
  const url = new URL(database.url);
  name = url.pathname.slice(1);
  url.pathname = "/postgres";
  admin = new pg.Client(url.href);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

async function away(): Promise<void> {
  await admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
}

const back = () => admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);

/** How often a loop failed so far. */
let stumbled = 0;
const write = (line: string) => {
  if (line.includes("a loop stumbled")) stumbled += 1;
};
const log = pino({ level: "error" }, { write });
/** Waits until loops have failed so many times more. */
async function stumbles(times: number): Promise<void> {
  const enough = stumbled + times;
  await until(() => stumbled >= enough);
}

const heard = (who: Person) =>
  [...who.conversation.messages.values()].filter(({ from }) => from?.is_bot === true).map(({ text }) => text);

/** As the middle of a reply is lost with its session, one message may come twice. */
const once = (words: readonly (string | undefined)[]) => words.filter((word, n) => word !== words[n - 1]);

test("a database that is away, and comes back: nothing lost, nothing counted, order kept", async () => {
  const telegram = await startTelegram();
  telegram.bot({ token, username: "pendamping_bot" });
  const one = await engine({ databaseUrl: database.url, apiRoot: telegram.url, handler: counting, log });
  try {
    await one.database.pool.query(createEffects);
    await one.run();
    const people = Array.from({ length: 5 }, (_, n) => telegram.person({ firstName: `Orang ${n}` }));
    const say = (text: string) => {
      for (const who of people) who.sends(text);
    };
    say("1");
    await until(() => people.every((who) => heard(who).includes("1")));
    say("2");
    await away();
    say("3");
    await until(() => !one.instance.alive() && !one.instance.holds("poller"));
    await stumbles(3);
    say("4");
    await back();
    await until(() => people.every((who) => heard(who).includes("4")));
    for (const who of people) expect(once(heard(who))).toEqual(["1", "2", "3", "4"]);
    const attempts = await one.database.prisma.update.aggregate({ _max: { attempts: true } });
    expect(attempts._max.attempts).toBe(1);
    expect(one.instance.alive()).toBe(true);
  } finally {
    await back();
    await one.stop();
    await telegram.close();
  }
}, 120_000);

test("a disk that is full: every write fails for a while, and then all of it is done", async () => {
  const telegram = await startTelegram();
  telegram.bot({ token, username: "pendamping_bot" });
  const one = await engine({ databaseUrl: database.url, apiRoot: telegram.url, handler: counting, log });
  const { pool } = one.database;
  try {
    // A Telegram of its own counts its updates from the beginning.
    await pool.query('TRUNCATE "Update", "Message", "Effect"');
    // What PostgreSQL says when it cannot extend a table's file.
    await pool.query(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`);
    const tables = ["Update", "Message", "Effect", "Dialogue"];
    await one.run();
    const ani = telegram.person({ firstName: "Ani", id: 6_900_000_001 });
    ani.sends("1");
    await until(() => heard(ani).includes("1"));
    for (const table of tables.slice(1)) await pool.query(trigger(table));
    ani.sends("2");
    await until(async () => (await one.database.prisma.update.count({ where: { status: "pending" } })) === 1);
    await pool.query(trigger("Update"));
    ani.sends("3");
    await stumbles(3);
    expect(heard(ani)).toEqual(["1"]);
    for (const table of tables) await pool.query(`DROP TRIGGER full_disk ON "${table}"`);
    await until(() => heard(ani).includes("3"));
    expect(heard(ani)).toEqual(["1", "2", "3"]);
    const attempts = await one.database.prisma.update.aggregate({ _max: { attempts: true } });
    expect(attempts._max.attempts).toBe(1);
  } finally {
    await one.stop();
    await telegram.close();
  }
}, 120_000);

const trigger = (table: string) =>
  `CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON "${table}" FOR EACH ROW EXECUTE FUNCTION no_room()`;
