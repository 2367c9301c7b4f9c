import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { startTelegram, type TelegramEmulator } from "../../src/playground/telegram.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { createTexts } from "../../src/texts.js";
import { token, until } from "../delivery/engine.js";
import { chanceOf } from "../support/chance.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { questionAt } from "../support/filling.js";
import { layLearnedInto } from "../support/learned.js";
import { bundle, type Program, run } from "../support/program.js";
import { begun, filled, type Records, recordsOf, sent } from "../support/records.js";
import { founder, joins, setupCode } from "../support/staff.js";
import * as story from "../support/story.js";
import { type Known, policies, type Tally, type Typist, tallied, typist } from "./typists.js";

// Hazard 21: words land under the question they were meant for, whoever types them, while the bot is killed again and
// again and calls lose their answers.

const seed = Number(process.env.PLACING_SEED ?? 20261125);
const peopleOfEach = Number(process.env.PLACING_PEOPLE ?? 2);
const formsOfEach = Number(process.env.PLACING_FORMS ?? 1);
const kills = Number(process.env.PLACING_KILLS ?? 4);

const form = current("assessment");
const texts = createTexts("locales");
/** The questions of the assessment that are answered in words, one after the other. */
const paths = [
  "physical",
  "psychological",
  "familySocial",
  "economic",
  "educationWork",
  "spiritualCultural",
  "legalAspect",
];
const known: readonly Known[] = paths.map((path) => ({
  path,
  words: questionAt(form, path),
  label: texts.dynamicPlain("id", `assessment-${path}.label`),
}));
/** What comes before them. */
const opening = story.until(story.assessment, "physical");

let own: TestDatabase;
let database: Database;
let telegram: TelegramEmulator;
let main: { file: string; remove: () => Promise<void> };
let dataDir: string;
let records: Records;
let bot: Program;
const key = randomBytes(32);

const started = async () => {
  bot = run(main.file, [], {
    env: {
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.url,
      DATABASE_URL: own.url,
      DATA_KEY: key.toString("base64"),
      DATA_DIR: dataDir,
      PORT: "0",
      SETUP_CODE: setupCode,
      LOG_LEVEL: "info",
    },
  });
  await bot.line();
};

beforeAll(async () => {
  own = await createDatabase();
  database = openDatabase(own.url, () => {});
  dataDir = await mkdtemp(join(tmpdir(), "pendamping-placing-"));
  await layLearnedInto(dataDir);
  main = await bundle("src/main.ts");
  telegram = await startTelegram();
  telegram.bot({ token, username: "pendamping_bot" });
  const clock = () => new Date();
  const log = pino({ level: "error" });
  records = recordsOf({ database, sealer: sealerOf([key], secureRandom), clock, random: secureRandom, log });
  await started();
}, 60_000);
afterAll(async () => {
  await bot.kill("SIGKILL");
  await telegram.close();
  await database.close();
  await main.remove();
  await own.drop();
  await rm(dataDir, { recursive: true, force: true });
});

test("hazard 21: patient, eager and impatient people under kills: 0 misplaced, lost or doubled", async () => {
  const random = chanceOf(seed);
  const admin = await founder({ telegram }, "LKS Harapan Kasih");
  const supervisor = await joins({ telegram }, admin, "Pak Dedi", ["supervisor"]);
  expect(supervisor.id).toBeGreaterThan(0);
  const people = [];
  for (const policy of policies) {
    for (let n = 0; n < peopleOfEach; n += 1) {
      const person = await joins({ telegram }, admin, `${policy} ${n}`, ["pekerja sosial"], "Pak Dedi");
      const { rows } = await database.pool.query<{ id: string }>(
        'SELECT "id" FROM "Member" WHERE "accountId" = $1',
        [person.id],
      );
      const memberId = rows[0]?.id ?? "";
      const rounds: string[] = [];
      for (let one = 0; one < formsOfEach; one += 1) {
        const { caseId } = await begun(records, memberId);
        await sent(records, memberId, caseId, "approach", story.approach);
        rounds.push(await filled(records, memberId, caseId, "assessment", opening));
      }
      people.push({ policy, person, memberId, rounds });
    }
  }
  // So that something is always on the wire.
  telegram.latency = 30;
  const results: { memberId: string; typist: Typist }[] = [];
  let open = people.length;
  const walks = people.map(async ({ policy, person, memberId, rounds }) => {
    for (const roundId of rounds) {
      const one = typist(telegram, person, roundId, { policy, known, random });
      results.push({ memberId, typist: one });
      person.pressesData(callbacks.goOn({ roundId }));
      await one.done;
    }
    open -= 1;
  });
  let calls = 0;
  telegram.on("message", () => {
    calls += 1;
  });
  for (let n = 0; n < kills && open > 0; n += 1) {
    const enough = calls + 10 + Math.floor(random() * 40);
    await until(() => calls >= enough || open === 0);
    telegram.fails({ kind: "lostAnswer" }, { method: "sendMessage", skip: Math.floor(random() * 5) });
    await bot.kill("SIGKILL");
    await started();
  }
  await Promise.all(walks);
  const pending = `SELECT (SELECT count(*) FROM "Update" WHERE "status" = 'pending')
    + (SELECT count(*) FROM "Message" WHERE "status" IN ('waiting', 'sending') AND "method" <> 'deleteMessage') AS "n"`;
  let quiet = 0;
  await until(async () => {
    const isQuiet =
      results.every(({ typist: one }) => one.untold() === 0) &&
      Number((await database.pool.query(pending)).rows[0]?.n) === 0;
    quiet = isQuiet ? quiet + 1 : 0;
    return quiet > 10;
  });

  const figures = new Map<string, Tally>();
  for (const { memberId, typist: one } of results) {
    const answers = await records.as(
      memberId,
      async (work) => (await records.rounds.open(work, one.roundId)).answers,
    );
    const tally = tallied(one, answers);
    const before = figures.get(one.policy);
    figures.set(
      one.policy,
      before === undefined
        ? tally
        : (Object.fromEntries(
            Object.entries(tally).map(([name, count]) => [name, count + before[name as keyof Tally]]),
          ) as Tally),
    );
    if (process.env.PLACING_SHOW && tally.misplaced + tally.lost + tally.doubled > 0) {
      console.log(
        one.policy,
        [...one.meant],
        Object.fromEntries([...answers].filter(([path]) => paths.includes(path))),
      );
      const { person } = people.find((p) => p.memberId === memberId) ?? people[0] ?? { person: admin };
      console.log(person.transcript());
    }
  }
  console.log(`seed ${seed}, ${kills} kills:`, Object.fromEntries(figures));
  for (const [policy, tally] of figures) {
    expect(tally, `${policy}, seed ${seed}`).toMatchObject({ misplaced: 0, lost: 0, doubled: 0 });
  }
}, 600_000);
