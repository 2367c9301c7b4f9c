/** Answers that a change of an earlier one took away are offered back when the change is undone. */
import { expect, test } from "vitest";
import type { Path } from "../../src/practice/form.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { notDrawn } from "../support/drawn.js";
import { askedAt, questionAt, type Telling } from "../support/filling.js";
import { goes } from "../support/going.js";
import { answersOf, begun, fillRound } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();

const approach = current("approach");

/** A worker's draft with what is told, its clock moved on as it does between updates. */
async function draft(telling: Telling): Promise<string> {
  const { roundId } = await begun(app.records, ratna);
  await fillRound(app.records, ratna, roundId, telling);
  await app.forward(60_000);
  return roundId;
}

/** Asks one question of a draft again. */
async function asksAgain(roundId: string, path: Path): Promise<void> {
  const { worker } = staff;
  goes(worker, `ed:${roundId}:${path}`);
  await worker.sees(askedAt(approach, path));
}

/** When each of the paths was answered last. */
async function revisionsOf(roundId: string, paths: readonly Path[]) {
  const { storedPath, openedPath } = app.records;
  const rows = await app.rows<{ path: string; at: Date }>(
    `SELECT "path", max("at") AS "at" FROM "Answer" WHERE "roundId" = $1 AND "path" = ANY($2) GROUP BY "path"`,
    [roundId, paths.map((path) => storedPath(roundId, path))],
  );
  return rows.map(({ path, at }) => ({ path: openedPath(roundId, path), at }));
}

const family = story.told(
  "approach",
  "family",
  { "members.2": true, "members.2.member": "Budi, paman, 50", "members.3": false },
  { facts: { hasRequirements: false }, sources: {} },
);

test("Keluarga, Satu orang, Keluarga: head and members come back at once; what was agreed to is asked", async () => {
  const { worker } = staff;
  const roundId = await draft(family);
  const before = await answersOf(app.records, ratna, roundId);
  await asksAgain(roundId, "level");
  worker.presses("Satu orang");
  await worker.sees("ditanyakan lagi:");
  worker.presses("Ya, ubah");
  await worker.sees(questionAt(approach, "birth"));
  expect([...(await answersOf(app.records, ratna, roundId)).keys()]).not.toContain("headName");
  await asksAgain(roundId, "level");
  worker.presses("Keluarga");
  await worker.sees("Jawaban sebelumnya masih ada:");
  const offer = worker.seen();
  expect(offer).toContain("Anggota keluarga 3 · Anggota: (tersembunyi)");
  expect(offer).not.toContain("Wati");
  expect(offer).not.toContain("Budi");
  worker.presses("Pakai lagi (6)");
  await worker.sees("6 jawaban sebelumnya dipakai lagi ✓");
  // What was agreed to for somebody else in between is asked.
  await worker.sees(questionAt(approach, "dataConsent"));
  const after = await answersOf(app.records, ratna, roundId);
  const back = [
    "headName",
    "headSex",
    "headBirth",
    ...[0, 1, 2].flatMap((item) => [`members.${item}`, `members.${item}.member`]),
    "members.3",
  ];
  for (const path of back) expect([path, after.get(path)]).toEqual([path, before.get(path)]);
  for (const path of [
    "dataConsent",
    "dataConsentHow",
    "dataConsentProof",
    "consent",
    "consentPerson",
    "consentOn",
  ]) {
    expect([...after.keys()]).not.toContain(path);
  }
  // One change: every answer at the same time.
  const times = (await revisionsOf(roundId, back)).map(({ at }) => at.getTime());
  expect(times).toHaveLength(back.length);
  expect(new Set(times).size).toBe(1);
});

test("consent to the service, Ya, Tidak, Ya: what followed from it comes back", async () => {
  const { worker } = staff;
  const roundId = await draft(story.approach);
  const before = await answersOf(app.records, ratna, roundId);
  await asksAgain(roundId, "consent");
  worker.presses("Tidak");
  await worker.sees(/\d+ jawaban lain tidak berlaku lagi/);
  worker.presses("Ya, ubah");
  await worker.sees(questionAt(approach, "declinedReason"));
  await asksAgain(roundId, "consent");
  worker.presses("Ya");
  await worker.sees("Jawaban sebelumnya masih ada:");
  worker.presses(/^Pakai lagi \(\d+\)/);
  await worker.sees("📨 Kirim");
  expect(new Map([...(await answersOf(app.records, ratna, roundId))].sort())).toEqual(
    new Map([...before].sort()),
  );
});

test("“Tanya dari awal” asks each anew, and leaves what was said in its revisions", async () => {
  const { worker } = staff;
  const roundId = await draft(story.approach);
  await asksAgain(roundId, "consent");
  worker.presses("Tidak");
  await worker.sees("jawaban lain tidak berlaku lagi");
  worker.presses("Ya, ubah");
  await worker.sees(questionAt(approach, "declinedReason"));
  await asksAgain(roundId, "consent");
  worker.presses("Ya");
  await worker.sees("Jawaban sebelumnya masih ada:");
  worker.presses("Tanya dari awal");
  await worker.sees(questionAt(approach, "consentHow"));
  expect([...(await answersOf(app.records, ratna, roundId)).keys()]).not.toContain("aim");
});

test("an agreement that lapsed is not offered", async () => {
  const { worker } = staff;
  const roundId = await draft(story.approach);
  await asksAgain(roundId, "birth");
  worker.sends("15 tahun");
  await worker.sees("ditanyakan lagi:");
  worker.presses("Ya, ubah");
  await worker.sees(questionAt(approach, "guardianState"));
  await asksAgain(roundId, "birth");
  worker.sends("72 tahun");
  // The next thing said is a question, and no offer.
  await worker.sees(/Siapa yang berhak menyetujui|masih ada/);
  expect(worker.seen()).toContain(questionAt(approach, "consentBy"));
});

test("an item that was taken out of a list is not offered when another is added", async () => {
  const { worker } = staff;
  const roundId = await draft(family);
  const { version } = await app.records.as(ratna, (work) => app.records.rounds.open(work, roundId));
  worker.looksAway();
  const message = () => worker.lastMessage()?.message_id ?? 0;
  worker.pressesData(`rm:${roundId}:members:0:${version}:sure`, message());
  await worker.sees("📨 Kirim");
  worker.pressesData(`ed:${roundId}:members.2`, message());
  await worker.sees(questionAt(approach, "members.2"));
  worker.presses("➕ Tambah");
  await worker.sees(questionAt(approach, "members.2.member"));
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
