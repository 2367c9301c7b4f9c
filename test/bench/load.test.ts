import { spawn } from "node:child_process";
import { resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runLoad } from "../../bench/load.js";
import { tableHead, tableRow } from "../../bench/table.js";
import { createDatabase, type TestDatabase } from "../support/database.js";

describe("a load", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase({ empty: true });
  });
  afterAll(() => database.drop());

  it("walks people through a bot's questions and tells what it took", async () => {
    const result = await runLoad({
      people: 3,
      answersPerPerson: 5,
      latency: 10,
      startBot: ({ apiRoot, token }) =>
        spawn(
          process.execPath,
          ["--import", resolve("scripts/typescript.mjs"), resolve("bench/rivals/runner.ts")],
          {
            env: { ...process.env, TELEGRAM_API_ROOT: apiRoot, BOT_TOKEN: token, DATABASE_URL: database.url },
            stdio: "inherit",
          },
        ),
      begin: (person) => void person.opens(),
      answer: ({ text }) => (text?.startsWith("Pertanyaan") === true ? { text: "Ya" } : undefined),
    });
    expect(result).toMatchObject({ answers: 15, violations: 0 });
    expect(result.reply.p50).toBeGreaterThanOrEqual(9);
    expect(result.replyByAnswer).toHaveLength(5);
    expect(result.memory.peak).toBeGreaterThan(30 * 1024 * 1024);

    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      "SELECT count(*)::int AS answers, max(question) AS last FROM answers",
    );
    await client.end();
    expect(rows).toEqual([{ answers: 15, last: 4 }]);

    const [head = ""] = tableHead().split("\n");
    expect(tableRow("runner", result)).toHaveLength(head.length);
  });
});
