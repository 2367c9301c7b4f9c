import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { contestant } from "../../bench/contestants.js";
import { runLoad } from "../../bench/load.js";
import { scriptOf } from "../../bench/walker.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { plainScript } from "./plainScript.js";

let database: TestDatabase;
let dir: string;
beforeAll(async () => {
  database = await createDatabase({ empty: true });
  dir = await mkdtemp(join(tmpdir(), "pendamping-load-"));
});
afterAll(async () => {
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

it("walks people through a rival's questions, and the rival keeps what they answer", async () => {
  const url = async () => database.url;
  const bot = await contestant("runner", { dir, pid: 0, fresh: url, migrated: url, close: async () => {} });
  const { start, begin, kept } = await bot.prepare("answers", plainScript, 3);
  const result = await runLoad({
    script: scriptOf(plainScript),
    people: 2,
    warming: 1,
    latency: 10,
    startBot: start,
    begin,
  });
  expect(result).toMatchObject({ answers: 2 * plainScript.length, violations: 0 });
  expect(result.reply.p50).toBeGreaterThanOrEqual(9);
  expect(result.replyByAnswer).toHaveLength(plainScript.length);
  expect(result.memory.peak).toBeGreaterThan(30 * 1024 * 1024);

  const answers = bot.expected({ steps: plainScript, expected: [] });
  const byPlace = (await kept()).toSorted((a, b) => a.chat - b.chat || a.place.localeCompare(b.place));
  const chats = [...new Set(byPlace.map(({ chat }) => chat))];
  expect(chats).toHaveLength(3);
  expect(byPlace).toEqual(
    chats.flatMap((chat) => answers.map(({ place, value }) => ({ chat, place, value }))),
  );
});
