/** Words that go to somebody else and hold the name of a client: pointed out before they go. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { setAlias } from "../../src/records/case/alias.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { begun, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();
const maya = await joins(app, staff.admin, "Bu Maya", ["supervisor"]);

let [caseId, code, planId] = ["", "", ""];
beforeAll(async () => {
  ({ caseId, code } = await begun(app.records, ratna));
  await sent(app.records, ratna, caseId, "approach", story.approach);
  await sent(app.records, ratna, caseId, "assessment", story.assessment);
  planId = await sent(app.records, ratna, caseId, "plan", story.plan);
  await app.records.as(ratna, (work) => setAlias(work, caseId, "Mak I"));
});

test("a question to the supervisor: the alias instead by one press", async () => {
  const { worker, supervisor } = staff;
  goes(worker, callbacks.askSupervisor());
  await worker.sees("Tulis pertanyaan Anda untuk Pak Dedi");
  worker.sends("Iyah menolak obat, bolehkah saya menunggu?");
  await worker.sees("⚠️ Tulisan Anda memuat nama klien. Ganti namanya dengan “Mak I” sebelum dikirim?");
  worker.presses("Ganti");
  await worker.sees("Pertanyaan Anda sampai ke Pak Dedi");
  await supervisor.sees("Bu Ratna bertanya");
  supervisor.presses("📄 Baca pertanyaannya");
  const { text } = await supervisor.sees("menolak obat");
  expect(text).toContain("Mak I menolak obat");
  expect(text).not.toContain("Iyah");
});

test("a remark on a returned form, and a note of supervision: nothing is kept before a press", async () => {
  const { supervisor } = staff;
  const [round] = await app.rows<{ at: Date }>(`SELECT "submittedAt" AS "at" FROM "Round" WHERE "id" = $1`, [
    planId,
  ]);
  const sentAt = round?.at ?? new Date(0);
  goes(supervisor, callbacks.remarkOn({ roundId: planId, sentAt, at: 0 }));
  await supervisor.sees("Apa yang perlu diperbaiki");
  supervisor.sends("Tanyakan lagi kepada Ujang dan Iyah.");
  await supervisor.sees("memuat nama klien dan orang lain. Ganti dengan “Mak I” dan inisial");
  expect(await app.rows(`SELECT 1 FROM "RemarkDraft"`)).toEqual([]);
  supervisor.sends("Tanyakan lagi kepada Ujang, lalu kepada anaknya.");
  await supervisor.sees("memuat nama orang lain. Ganti dengan inisialnya");
  supervisor.presses("Ganti");
  await supervisor.sees("Tanyakan lagi kepada U., lalu kepada anaknya");

  goes(supervisor, callbacks.superviseCase({ caseId }));
  await supervisor.sees("kapan supervisinya?");
  supervisor.presses("Hari ini");
  await supervisor.sees("Kapan dibicarakan lagi?");
  supervisor.presses("Belum ditentukan");
  await supervisor.sees("apa yang disepakati?");
  supervisor.sends("Iyah dikunjungi bersama kader.");
  await supervisor.sees("memuat nama klien");
  supervisor.presses("Kirim begitu saja");
  await supervisor.sees("✓ Catatan supervisi tersimpan.");
  expect(await app.rows(`SELECT 1 FROM "SupervisionNote"`)).toHaveLength(1);
});

test("whoever may not read a case is not told that a word is a name in it", async () => {
  goes(maya, callbacks.breakGlass({ code }));
  await maya.sees(`${code} bukan kasus tim Anda`);
  maya.sends("Iyah menelepon saya, Bu Ratna sakit.");
  await maya.sees(`${code} terbuka bagi Anda`);
  expect(maya.seen()).not.toContain("memuat nama");
});

test("each button was drawn", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
