/**
 * A thousand notes leave for a language service, ten at a time, the whole way over real HTTP: it receives no word that
 * was to be masked.
 */
import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssistJobDeps, prepareJob, settleJob } from "../../src/chat/assist/jobs.js";
import { assistant } from "../../src/delivery/assist/assistant.js";
import { connectServices } from "../../src/delivery/assist/services.js";
import { processTimers } from "../../src/delivery/timers.js";
import { transactions } from "../../src/delivery/transaction.js";
import { recordClientAssistConsent, recordOwnAssistConsent } from "../../src/records/assist/consents.js";
import { askAssist } from "../../src/records/assist/jobs.js";
import { switchAssist } from "../../src/records/assist/switches.js";
import { setAlias } from "../../src/records/case/alias.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import { secureRandom } from "../../src/records/storage/ids.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { createTexts } from "../../src/texts.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { namedNotes, searched, secretsIn } from "../support/notes.js";
import { completion, startOutside } from "../support/outside.js";
import { agreed, begun, filled, recordsOf, sent } from "../support/records.js";
import * as story from "../support/story.js";

const outside = await startOutside();
const services = connectServices({ language: { url: outside.url, model: "qwen" } });

/** The people of the case, as its forms, its alias and its members name them. */
const cast = {
  client: "Ni Luh Ma'ruf",
  guardian: "Renée Nur-Hasanah",
  alias: "Mak Icih",
  village: "Wonokerto Lor",
  phone: "081234567890",
};

let testDatabase: TestDatabase;
let database: Database;
beforeAll(async () => {
  testDatabase = await createDatabase();
  database = openDatabase(testDatabase.url, () => {});
});
afterAll(async () => {
  await services.close();
  await outside.close();
  await database.close();
  await testDatabase.drop();
});

test("0 of the masked words in what the service received over 1,000 notes", {
  timeout: 300_000,
}, async () => {
  const deps = {
    database,
    sealer: sealerOf([randomBytes(32)], secureRandom),
    clock: () => new Date("2026-11-24T03:15:00Z"),
    random: secureRandom,
    log: pino({ level: "silent" }),
    services: services.hosts,
  };
  const records = recordsOf(deps);
  await records.organization("lks");
  await records.member("sari", ["admin"]);
  await records.member("dedi", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  await records.as("sari", (work) => switchAssist(work, "language", true));
  const { caseId } = await begun(records, "ratna");
  await sent(records, "ratna", caseId, "approach", {
    ...story.approach,
    name: cast.client,
    village: cast.village,
    phone: cast.phone,
  });
  await sent(records, "ratna", caseId, "assessment", { ...story.assessment, "family.0.name": cast.guardian });
  const plan = { ...story.plan, "goals.0.statement": `${cast.client} makan tiga kali sehari` };
  await agreed(records, "dedi", await sent(records, "ratna", caseId, "plan", plan));
  await records.as("ratna", async (work) => {
    await setAlias(work, caseId, cast.alias);
    await recordOwnAssistConsent(work, "language", true);
    await recordClientAssistConsent(work, caseId, "language", true);
  });
  const roundId = await filled(records, "ratna", caseId, "session", { date: story.session.date ?? null });

  const job: AssistJobDeps = {
    rounds: records.rounds,
    texts: createTexts("locales"),
    dangerIn: () => undefined,
  };
  const asking = assistant({
    ...deps,
    timers: processTimers,
    transactions: transactions(deps),
    services,
    files: { read: () => Promise.reject(new Error("no file is read for a note")) },
    prepare: (work, id) => prepareJob(job, work, id),
    settle: (work, id, outcome) => settleJob(job, work, id, outcome),
  });
  outside.replies(() => completion('{"answers": []}'));

  const notes = namedNotes(1_000, cast);
  const days = Array.from({ length: 100 }, (_, day) => notes.slice(day * 10, day * 10 + 10));
  for (const day of days) {
    const note = day.map((one) => one.note).join("\n");
    await records.as("ratna", async (work) => {
      const round = await records.rounds.open(work, roundId);
      await records.rounds.answer(work, round, "note", note, round.revisions.get("note")?.number ?? 0);
      await askAssist(work, "language", { roundId, path: "note" });
    });
    const settled = new Promise<void>((resolve) => asking.onReturn(resolve));
    await asking.turn();
    await settled;
  }
  expect(outside.calls).toHaveLength(days.length);
  const received = outside.calls.map(({ body }) => body);
  const leaked = notes.flatMap((note, index) => secretsIn(received[Math.floor(index / 10)] ?? "", note));
  expect(leaked).toEqual([]);
  // The goal of the plan, an option of the form, names the client too.
  expect(received[0]).toContain("makan tiga kali sehari");
  for (const name of ["luh", "maruf", "renee", "hasanah", "icih", "wonokerto", "ratna", "dedi"]) {
    expect(received.filter((body) => searched(body).includes(name))).toEqual([]);
  }
});
