import pg from "pg";
import { afterAll, expect, inject, test } from "vitest";
import type { FormId } from "../../src/practice/form.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { opensApproval } from "../support/approving.js";
import { fills, type Telling } from "../support/filling.js";
import { readWhole, recordStatements, withoutIndex } from "../support/plans.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const day = 86_400_000;

const { app, staff } = await staffedApp();
const [{ name: databaseName } = { name: "" }] = await app.rows<{ name: string }>(
  `SELECT current_database() AS "name"`,
);
const recorded = recordStatements(databaseName);
/** Once an hour, by the housekeeping, over what is kept for a week; and what this test itself asks. */
const mayRead = [
  /^(Update|Message): DELETE/,
  /^Round: SELECT "form", "status" FROM "Round" ORDER BY/,
  /^Case: SELECT "stage", "id", "code" FROM "Case"$/,
];
afterAll(recorded.stop);

/** What filling a form costs: presses, messages that are typed, and their characters. */
type Effort = { readonly taps: number; readonly typed: number; readonly characters: number };
const efforts = new Map<FormId, Effort>();

/** The most a form of this case may cost: who makes one longer says so here. `EFFORT_SHOW=1` prints what it costs. */
const most: Readonly<Record<FormId, Pick<Effort, "taps" | "characters">>> = {
  approach: { taps: 37, characters: 260 },
  assessment: { taps: 48, characters: 640 },
  plan: { taps: 19, characters: 320 },
  session: { taps: 12, characters: 140 },
  evaluation: { taps: 10, characters: 100 },
  referral: { taps: 0, characters: 0 },
  termination: { taps: 13, characters: 150 },
  aftercare: { taps: 11, characters: 70 },
};

/** All a person did so far, as the transcript has it: presses in brackets, everything else typed or sent. */
function effortOf(transcript: string): Effort {
  const done = transcript.split("\n").flatMap((line) => /^▸ +(.+)$/.exec(line)?.[1] ?? []);
  const typed = done.filter((one) => !/^\[.*\]$/.test(one) && !/^(🖼|🎤|📄|📍)/.test(one));
  return {
    taps: done.filter((one) => /^\[.*\]$/.test(one)).length,
    typed: typed.length,
    characters: typed.join("").length,
  };
}

async function workerFills(form: FormId, telling: Telling, button: string | RegExp): Promise<void> {
  const { worker } = staff;
  const before = effortOf(worker.transcript());
  worker.presses(button);
  await fills(worker, current(form), telling, { words: story.words });
  worker.presses("📨 Kirim");
  const after = effortOf(worker.transcript());
  efforts.set(form, {
    taps: after.taps - before.taps,
    typed: after.typed - before.typed,
    characters: after.characters - before.characters,
  });
}

const tomorrow = "29990101000000_tomorrow";

/** What a version after this one does beside it: columns in every table that this one does not know. */
async function newerVersionMigrates(): Promise<void> {
  await app.rows(`DO $$ DECLARE one regclass; BEGIN
    FOR one IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
      EXECUTE format('ALTER TABLE %s ADD COLUMN "ofTomorrow" text DEFAULT %L', one, 'new');
    END LOOP; END $$`);
  await app.rows(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at") VALUES ('new', '', $1, now())`,
    [tomorrow],
  );
}

test("an elderly woman's case, from first contact to a visit after its end", async () => {
  const { worker, supervisor } = staff;
  worker.sends("/mulai");
  await worker.sees("➕ Kasus baru");
  await workerFills("approach", story.approach, "➕ Kasus baru");
  await worker.sees("Berikutnya: asesmen, paling lambat Selasa, 8 Desember 2026 (14 hari lagi).");
  await app.forward(3 * day);

  await workerFills("assessment", story.assessment, "▶️ Mulai asesmen");
  await worker.sees("Berikutnya: rencana intervensi, paling lambat");

  await workerFills("plan", story.plan, "▶️ Mulai rencana intervensi");
  await worker.sees("menunggu persetujuan Pak Dedi");
  await supervisor.sees("mengirim Rencana intervensi");
  supervisor.presses("📄 Buka dan putuskan");
  await supervisor.sees("2 masalah, prioritas 1: Sendirian di malam hari, pernah jatuh (USG");
  supervisor.presses("✅ Setujui");
  await supervisor.sees("Bu Ratna sudah diberi tahu");
  await worker.sees("disetujui Pak Dedi");

  await newerVersionMigrates();
  await workerFills("session", story.session, "▶️ Mulai catatan sesi");
  await worker.sees("Catatan sesi tersimpan");
  await app.forward(30 * day);

  worker.presses("📂 Ke kasus");
  await worker.sees("●●●●○ Intervensi");
  await workerFills("evaluation", story.evaluation, "▶️ Mulai evaluasi");
  await worker.sees("Berikutnya: terminasi");

  await workerFills("termination", story.termination, "▶️ Mulai terminasi");
  await worker.sees("menunggu persetujuan Pak Dedi");
  await opensApproval(supervisor, "Terminasi");
  supervisor.presses("✅ Setujui");
  await worker.sees("Kasusnya kini ditutup");

  await app.forward(30 * day);
  await workerFills("aftercare", story.aftercare, /Mulai bimbingan lanjut/);
  await worker.sees("Bimbingan lanjut tersimpan");

  const rounds = await app.rows<{ form: string; status: string }>(
    `SELECT "form", "status" FROM "Round" ORDER BY "startedAt"`,
  );
  expect(rounds.map(({ form, status }) => `${form} ${status}`)).toEqual([
    "approach approved",
    "assessment approved",
    "plan approved",
    "session approved",
    "evaluation approved",
    "termination approved",
    "aftercare approved",
  ]);
  const [row] = await app.rows<{ id: string }>(`SELECT "stage", "id", "code" FROM "Case"`);
  expect(row).toMatchObject({ stage: "closed", code: "K-2026-0001" });
  expect(await app.records.outcomeOf(row?.id ?? "")).toBe("terminated");
  expect(app.telegram.violations).toEqual([]);
  expect(app.telegram.unanswered()).toEqual([]);
  if (process.env.EFFORT_SHOW) console.table(Object.fromEntries(efforts));
  for (const [form, { taps, characters }] of efforts) {
    expect(taps, form).toBeLessThanOrEqual(most[form].taps);
    expect(characters, form).toBeLessThanOrEqual(most[form].characters);
  }
});

test("a version that migrated beside it let this one go on, but does not let it start again", async () => {
  await expect(app.deploy()).rejects.toThrow(`newer than this code: it has migration ${tomorrow}`);
  await app.rows(`DELETE FROM "_prisma_migrations" WHERE "migration_name" = $1`, [tomorrow]);
  await app.deploy();
});

test("for each statement of all this, of commands and of a start there is an index", async () => {
  const { worker, supervisor, admin } = staff;
  for (const person of [worker, supervisor, admin]) {
    for (const words of ["/kasus", "/kasus Iyah", "/tugas", "/supervisi", "/laporan", "/privasi"]) {
      person.looksAway();
      person.sends(words);
      await person.sees(/./);
    }
  }
  const url = Object.assign(new URL(inject("cluster").url), { pathname: `/${databaseName}` });
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const statements = recorded.statements();
    expect(statements.length).toBeGreaterThan(100);
    const found = (await withoutIndex(client, statements)).filter(
      (one) => !mayRead.some((known) => known.test(one)),
    );
    expect(found).toEqual([]);
    const whole = (await readWhole(client, statements)).filter(
      (one) => !mayRead.some((known) => known.test(one)),
    );
    expect(whole).toEqual([]);
  } finally {
    await client.end();
  }
});
