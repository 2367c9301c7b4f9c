/** Instances whose turns a test takes by hand, over a database of their own in which each message leaves its trace. */
import { afterAll, afterEach, beforeAll } from "vitest";
import { openDatabase } from "../../src/records/storage/database.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { counting, createEffects, type Engine, type EngineOptions, engine } from "./engine.js";

/** Opens the database before the tests of a file, and ends the instances after each of them. They go by this clock. */
export function byHand(clock: () => Date) {
  let database: TestDatabase;
  const engines: Engine[] = [];
  beforeAll(async () => {
    database = await createDatabase();
    const { pool, close } = openDatabase(database.url, () => {});
    await pool.query(createEffects);
    await close();
  });
  afterEach(async () => {
    for (const one of engines.splice(0)) await one.stop();
  });
  afterAll(() => database.drop());

  return {
    /** An instance without a Telegram; it counts what it handles unless told otherwise. */
    async instance(options: Partial<EngineOptions> = {}): Promise<Engine> {
      const one = await engine({
        databaseUrl: database.url,
        apiRoot: "http://127.0.0.1:9",
        handler: counting,
        clock,
        ...options,
      });
      engines.push(one);
      return one;
    },

    /** Takes turns until one handles nothing. */
    async drain(one: Engine): Promise<void> {
      while ((await one.handling.turn()) > 0);
    },

    /** The words that were handled in a chat, in order. */
    async effects(one: Engine, chat: number): Promise<string[]> {
      const { rows } = await one.database.pool.query<{ word: string }>(
        'SELECT "word" FROM "Effect" WHERE "chat" = $1 ORDER BY "seq"',
        [chat],
      );
      return rows.map(({ word }) => word);
    },
  };
}
