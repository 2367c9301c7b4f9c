/** A case at a glance: its card, its line in lists, and how it is found by a code, a number or a name. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { reconcile } from "../../src/records/due/reconcile.js";
import { goes } from "../support/going.js";
import { agreed, begun, sent } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const day = 24 * 3_600_000;

const { app, staff, ratna, dedi } = await staffedApp();

let stranger: Person;
let caseId: string;
let code: string;
beforeAll(async () => {
  stranger = await joins(app, staff.admin, "Pak Anton", ["pekerja sosial"], "Pak Dedi");
  const { records } = app;
  ({ caseId, code } = await begun(records, ratna));
  await sent(records, ratna, caseId, "approach", story.approach);
  await sent(records, ratna, caseId, "assessment", story.assessment);
  await agreed(records, dedi, await sent(records, ratna, caseId, "plan", story.plan));
  await sent(records, ratna, caseId, "session", story.session);
});

async function card(person: Person): Promise<string> {
  const press = goes(person, callbacks.openCase({ caseId }));
  const { text = "" } = await person.sees("Riwayat");
  await press.answer();
  return text;
}

test("the card says age, PPKS, consent, goals and how long ago the last contact was; never a name", async () => {
  await app.forward(12 * day);
  for (const person of [staff.worker, staff.supervisor]) {
    const text = await card(person);
    expect(text).toMatch(/\d+ tahun · /);
    expect(text).toContain("Persetujuan layanan: ya");
    expect(text).toContain("Kontak terakhir: 12 hari lalu (Selasa, 24 November 2026)");
    expect(text).toContain("🎯 1. Mak (tersembunyi) ditemani setiap malam");
    expect(text).toContain("Berikutnya:");
    for (const word of String(story.approach.name).split(" ")) expect(text).not.toContain(word);
  }
});

test("the list marks what is due", async () => {
  const { worker } = staff;
  worker.looksAway();
  worker.sends("/kasus");
  await worker.sees("Kasus saya");
  expect(worker.seen()).toContain(`[⏰ ${code} · Intervensi · 12 hr]`);
});

test("a case from before lists showed the last contact gets its day when cases are compared", async () => {
  await app.rows(`UPDATE "Case" SET "lastContactOn" = NULL`);
  await app.records.as(ratna, (work) => reconcile(work, "", 100));
  expect(await app.rows(`SELECT "lastContactOn" AS day FROM "Case"`)).toEqual([{ day: "2026-11-24" }]);
});

test("after an evaluation the goals stand with the level they reached", async () => {
  const roundId = await sent(app.records, ratna, caseId, "evaluation", story.evaluation);
  const [row] = await app.rows<{ status: string }>(`SELECT "status"::text FROM "Round" WHERE "id" = $1`, [
    roundId,
  ]);
  if (row?.status === "submitted") await agreed(app.records, dedi, roundId);
  expect(await card(staff.worker)).toMatch(/🎯 1\. .* · tingkat [−+]?\d/);
});

test("the worker chooses an alias that is not the name; card and list show it, the database keeps it sealed", async () => {
  const { worker, supervisor } = staff;
  await card(worker);
  worker.presses("🏷 Sebutan");
  await worker.sees("Sebutan untuk");
  worker.sends(String(story.approach.name));
  await worker.sees("Sebutan itu memuat nama klien");
  worker.sends("Nenek Kebun");
  await worker.sees(`${code} · Nenek Kebun · Satu orang`);
  const [row] = await app.rows<{ alias: string }>(`SELECT "alias" FROM "Client"`);
  expect(row?.alias).toMatch(sealedShape);
  await app.forward(2 * day);
  worker.sends("/kasus");
  await worker.sees("Kasus saya");
  expect(worker.seen()).toMatch(new RegExp(`${code} · \\w+ · Nenek Kebun · \\d+ hr\\]`));
  expect(await card(supervisor)).toContain("Nenek Kebun");

  await card(worker);
  worker.presses("🏷 Sebutan");
  await worker.sees("Sebutan untuk");
  worker.presses("Tanpa sebutan");
  expect((await worker.sees("Riwayat")).text).not.toContain("Nenek Kebun");
});

const firstName = String(story.approach.name).split(" ")[0] ?? "";

test.each([
  ["a code", () => code],
  ["a code in small letters", () => code.toLowerCase()],
  ["a year and a number", () => code.replace("K-", "").replace("-0001", "-1")],
  ["a number", () => "1"],
  ["a number with its noughts", () => "0001"],
  ["the command and a number", () => "/kasus 1"],
  ["a word of the name", () => firstName],
  ["the command and a beginning of the name", () => `/kasus ${firstName.slice(0, 3)}`],
])("%s opens the case, for whoever may read it", async (_, typed) => {
  for (const person of [staff.worker, staff.supervisor]) {
    person.looksAway();
    person.sends(typed());
    const { text = "" } = await person.sees("Berikutnya:");
    expect(text).toContain(code);
    expect(text).not.toContain(firstName);
  }
  stranger.looksAway();
  stranger.sends(typed());
  const { text = "" } = await stranger.sees(
    /^(Itu di luar yang saya ketahui|Tidak ada kasus dengan kode atau nama itu)/,
  );
  // Not even that there is such a case.
  expect(text).not.toContain("bukan untuk Anda");
  expect(text).not.toContain("Persetujuan layanan");
  expect(text).not.toContain(code);
});

test("a code that is not among one's cases is said so, whether there is such a case or not", async () => {
  const { worker } = staff;
  const told = [];
  for (const [person, typed] of [
    [worker, "K-2026-0999"],
    [worker, "2026-999"],
    [stranger, code],
  ] as const) {
    person.looksAway();
    person.sends(typed);
    told.push((await person.sees("[🔎 Cari")).text);
  }
  expect(new Set(told)).toEqual(new Set(["Tidak ada kasus dengan kode atau nama itu di antara kasus Anda."]));
});

test("what a name finds is audited; words that are no name are questions as before", async () => {
  const searched = () => app.rows(`SELECT 1 FROM "AuditEvent" WHERE "action" = 'cases.searched'`);
  const before = (await searched()).length;
  const { worker } = staff;
  worker.looksAway();
  worker.sends("hadiah dari klien");
  await worker.sees("▸ Langkah");
  expect(await searched()).toHaveLength(before);
  worker.looksAway();
  worker.sends(firstName);
  await worker.sees("Berikutnya:");
  expect(await searched()).toHaveLength(before + 1);
});
