import { afterAll, beforeAll, expect, test } from "vitest";
import { startTelegram } from "../../src/playground/telegram.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { chanceOf } from "../support/chance.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { bundle, type Program, run } from "../support/program.js";
import { createEffects, token, until } from "./engine.js";

// Hazard 3, and 1 and 2 with it: instances work side by side, and again and again one of them is killed.

/** `KILLS=50` for the long run: the number grows with it, what is shown does not. */
const kills = Number(process.env.KILLS ?? 25);
const chats = 100;

let own: TestDatabase;
let database: Database;
let program: { file: string; remove: () => Promise<void> };

beforeAll(async () => {
  own = await createDatabase();
  database = openDatabase(own.url, () => {});
  await database.pool.query(createEffects);
  program = await bundle("test/delivery/kill.program.ts");
});
afterAll(async () => {
  await database.close();
  await program.remove();
  await own.drop();
});

test(`${kills} kills under ${chats} chats: every message has its effect once, in order, and its reply`, async () => {
  const seed = Number(process.env.KILL_SEED ?? 20261125);
  const random = chanceOf(seed);
  const telegram = await startTelegram();
  // So that something is always on the wire.
  telegram.latency = 20;
  telegram.bot({ token, username: "pendamping_bot" });
  const people = Array.from({ length: chats }, (_, n) => telegram.person({ firstName: `Orang ${n}` }));
  const sent = new Map(people.map((who) => [who.id, 0]));
  /** Some say something. Returns how many. */
  const speak = (share: number) => {
    let count = 0;
    for (const who of people) {
      if (random() > share) continue;
      const number = (sent.get(who.id) ?? 0) + 1;
      sent.set(who.id, number);
      who.sends(String(number));
      count += 1;
    }
    return count;
  };
  let killed = 0;
  let replies = 0;
  let repeats = 0;
  const unexplained: string[] = [];
  /** What a chat heard last, how many kills had begun by then, and which kill explains its last repeat. */
  const heardLast = new Map<number, { text: string | undefined; killed: number; explainedBy: number }>();
  telegram.on("message", ({ message, isFromBot }) => {
    if (!isFromBot) return;
    replies += 1;
    const { id } = message.chat;
    const before = heardLast.get(id);
    let explainedBy = before?.explainedBy ?? 0;
    if (before !== undefined && before.text === message.text) {
      repeats += 1;
      // A kill catches one message of a chat on the wire: each repeat needs a kill of its own since the copy before.
      explainedBy = Math.max(explainedBy + 1, before.killed, 1);
      if (explainedBy > killed) unexplained.push(`${id} after ${killed}`);
    }
    heardLast.set(id, { text: message.text, killed, explainedBy });
  });
  const instances: Program[] = [];
  const starting = new Set<Promise<void>>();
  const start = () => {
    const begun = run(program.file, [own.url, telegram.url]);
    const started = begun.line().then(() => {
      instances.push(begun);
      starting.delete(started);
    });
    starting.add(started);
  };
  try {
    for (let n = 0; n < 3; n++) start();
    for (let n = 0; n < kills; n++) {
      // Two go on while one is killed, or one where the successors are slow to come.
      while (instances.length < 2) await Promise.race(starting);
      // In the middle: before all of them were answered, and each time after another number of replies.
      const enough = replies + Math.floor(random() * speak(0.2));
      await until(() => replies >= enough);
      const [victim] = instances.splice(Math.floor(random() * instances.length), 1);
      killed += 1;
      await victim?.kill("SIGKILL");
      start();
    }
    speak(1);
    const all = [...sent.values()].reduce((sum, count) => sum + count, 0);
    const open = `SELECT (SELECT count(*) FROM "Update" WHERE "status" <> 'done')
      + (SELECT count(*) FROM "Message" WHERE "status" <> 'sent')
      + ${all} - (SELECT count(*) FROM "Update") AS "n"`;
    await until(async () => Number((await database.pool.query(open)).rows[0]?.n) === 0);

    const { rows } = await database.pool.query<{ chat: string; words: string[] }>(
      'SELECT "chat", array_agg("word" ORDER BY "seq") AS "words" FROM "Effect" GROUP BY "chat"',
    );
    const done = new Map(rows.map(({ chat, words }) => [Number(chat), words]));
    const counts = await database.prisma.update.groupBy({ by: ["attempts"], _count: true });
    expect(counts, `seed ${seed}`).toMatchObject([{ attempts: 1 }]);
    for (const who of people) {
      const words = Array.from({ length: sent.get(who.id) ?? 0 }, (_, n) => String(n + 1));
      expect(done.get(who.id), `seed ${seed}`).toEqual(words);
      const heard = [...who.conversation.messages.values()]
        .filter(({ from }) => from?.is_bot === true)
        .map(({ text }) => text);
      // A message on the wire when its instance died comes again, right after itself: one a kill.
      expect(
        heard.filter((text, index) => text !== heard[index - 1]),
        `seed ${seed}`,
      ).toEqual(words);
    }
    expect(unexplained, `seed ${seed}`).toEqual([]);
    expect(telegram.violations).toEqual([]);
    console.log(`${all} messages, ${kills} kills, ${repeats} replies repeated`);
  } finally {
    await Promise.allSettled(starting);
    for (const one of instances) await one.kill("SIGKILL");
    await telegram.close();
  }
}, 180_000);
