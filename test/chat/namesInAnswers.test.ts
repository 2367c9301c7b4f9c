/** Names in what was typed: the bot offers to write the alias or an initial instead, once for an answer. */
import { beforeEach, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { FormId } from "../../src/practice/form.js";
import { setAlias } from "../../src/records/case/alias.js";
import { notDrawn } from "../support/drawn.js";
import type { Telling } from "../support/filling.js";
import { begun, filled, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();

const physical = "Bagaimana keadaan fisik dan kesehatannya?";
const psychological = "Bagaimana perasaan dan pikirannya?";

let [caseId, roundId] = ["", ""];
beforeEach(async () => {
  ({ caseId } = await begun(app.records, ratna));
  await sent(app.records, ratna, caseId, "approach", story.approach);
});

/** The worker stands at a question of a form; everything before it is told. */
async function standsAt(form: FormId, telling: Telling, path: string): Promise<void> {
  const keys = Object.keys(telling);
  const before = keys.slice(0, keys.indexOf(path));
  const opening = Object.fromEntries(before.map((one) => [one, telling[one] ?? null]));
  roundId = await filled(app.records, ratna, caseId, form, opening);
  staff.worker.looksAway();
  staff.worker.pressesData(callbacks.goOn({ roundId }), staff.worker.lastMessage()?.message_id ?? 0);
}

async function atPhysical(): Promise<void> {
  await standsAt("assessment", story.assessment, "physical");
  await staff.worker.sees(physical);
}

async function answer(path: string): Promise<unknown> {
  const { answers } = await app.records.as(ratna, (work) => app.records.rounds.open(work, roundId));
  return answers.get(path);
}

const offers = () =>
  [...staff.worker.conversation.messages.values()].filter(({ text = "" }) => text.includes("memuat nama"))
    .length;

test("the client's name is replaced by the alias on a press, as a new revision; the form goes on meanwhile", async () => {
  const { worker } = staff;
  await app.records.as(ratna, (work) => setAlias(work, caseId, "Mak I"));
  await atPhysical();
  worker.sends("Mak Iyah batuk dua minggu.");
  await worker.sees("Fisik tersimpan, dan memuat nama klien. Ganti namanya dengan “Mak I”?");
  await worker.sees(psychological);
  expect(await answer("physical")).toBe("Mak Iyah batuk dua minggu.");
  worker.presses("Ganti");
  await worker.sees("Fisik — Mak I batuk dua minggu.");
  expect(await answer("physical")).toBe("Mak I batuk dua minggu.");
  expect(
    await app.rows(`SELECT "revision", "memberId" FROM "Answer" WHERE "roundId" = $1 AND "path" = $2`, [
      roundId,
      app.records.storedPath(roundId, "physical"),
    ]),
  ).toHaveLength(2);
  worker.sends("Tenang.");
  await worker.sees("Bagaimana hubungannya dengan keluarga");
  expect(await answer("psychological")).toBe("Tenang.");
});

test("without an alias it is “klien”; a relative's name becomes an initial", async () => {
  const { worker } = staff;
  await standsAt("assessment", story.assessment, "needs");
  await worker.sees("Apa yang");
  worker.sends("Iyah minta ditemani, kata Ujang.");
  await worker.sees("memuat nama klien serta orang lain. Ganti dengan “klien” dan inisial?");
  worker.presses("Ganti");
  await worker.sees("klien minta ditemani, kata U.");
  expect(await answer("needs")).toBe("klien minta ditemani, kata U.");
  worker.sends("Ujang rajin menelepon.");
  await worker.sees("memuat nama orang lain. Ganti dengan inisialnya saja?");
  worker.presses("Ganti");
  await worker.sees("U. rajin menelepon.");
});

test("what was left as written is not offered again when it is changed or added to", async () => {
  const { worker } = staff;
  await atPhysical();
  const asked = worker.lastMessage();
  const before = offers();
  worker.sends("Iyah batuk.");
  await worker.sees("memuat nama klien");
  worker.presses("Biarkan");
  await worker.sees("Baik, dibiarkan seperti tertulis.");
  expect(await answer("physical")).toBe("Iyah batuk.");
  worker.sends("Iyah pusing.", asked === undefined ? {} : { replyTo: asked });
  await worker.sees("Fisik sudah terjawab");
  worker.presses("➕ Tambahkan");
  await worker.sees(/Fisik — Iyah batuk\.\s+Iyah pusing\./);
  expect(offers()).toBe(before);
});

test("where a name is asked for none is offered", async () => {
  const { worker } = staff;
  const before = offers();
  await standsAt("assessment", story.assessment, "family.0.name");
  await worker.sees("Siapa");
  worker.sends("Iyah kecil");
  await expect.poll(() => answer("family.0.name")).toBe("Iyah kecil");
  expect(offers()).toBe(before);
});

test("words that only hold the letters of a name are no name", async () => {
  const { worker } = staff;
  const before = offers();
  await atPhysical();
  worker.sends("Siyahan: batuk, sudah ke puskesmas.");
  await worker.sees(psychological);
  expect(offers()).toBe(before);
});

test("an answer that was sent meanwhile keeps its words, and the button says it is too late", async () => {
  const { worker } = staff;
  await atPhysical();
  worker.sends("Iyah batuk.");
  const offer = await worker.sees("memuat nama klien");
  const { caseId: other } = await begun(app.records, ratna);
  await sent(app.records, ratna, other, "approach", story.approach);
  const assessment = await sent(app.records, ratna, other, "assessment", {
    ...story.assessment,
    physical: "Iyah batuk.",
  });
  const data = callbacks.takeNamesOut({ roundId: assessment, path: "physical" });
  const { text } = await worker.pressesData(data, offer.message_id).answer();
  expect(text).toMatch(/tidak berlaku/);
});

test("each button was drawn", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
