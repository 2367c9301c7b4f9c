/** Who opened a case: shown to its people, an emergency told to everybody, and many refusals to the admins. */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { clocksOf, stateHandover } from "../../src/records/due/handover.js";
import { addRole } from "../../src/records/due/staffing.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { begun, filled, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();
const maya = await joins(app, staff.admin, "Bu Maya", ["supervisor"]);

async function approached(telling = story.approach) {
  const { caseId, code } = await begun(app.records, ratna);
  const roundId = await sent(app.records, ratna, caseId, "approach", telling);
  const draft = await filled(app.records, ratna, caseId, "assessment", { danger: ["none"] });
  return { caseId, code, roundId, draft };
}

/** A case whose report for an investigator was handed over, without a proof of that yet. */
const victim = story.told("approach", "minor-victim", { danger: ["none"], safetyStep: undefined });
async function handedOver(caseId: string): Promise<void> {
  await app.records.as(ratna, async (work) => {
    const [clock] = await clocksOf(work, caseId);
    const told = { at: work.now, receiver: "other", unit: null, proof: { kind: "missing" } } as const;
    await stateHandover(work, clock?.id ?? "", told);
  });
}

test("a supervisor of another team opens a case with a reason: both sides and the admin hear of it by code", async () => {
  const { worker, supervisor, admin } = staff;
  const { caseId, code, roundId, draft } = await approached(victim);
  await handedOver(caseId);
  goes(worker, callbacks.openCase({ caseId }));
  await worker.sees("📎 Tambah bukti");
  maya.sends(code);
  await maya.sees("🔓 Mendesak: kasus tim lain");
  maya.presses("🔓 Mendesak: kasus tim lain");
  await maya.sees(`${code} bukan kasus tim Anda`);
  maya.sends("Bu Ratna sakit, keluarganya menelepon saya.");
  const opened = await maya.sees(`${code} terbuka bagi Anda sampai`);
  expect(opened.text).toContain("Bu Ratna, Pak Dedi, admin lembaga sudah diberi tahu.");
  await maya.sees("🗂 Riwayat");
  for (const button of ["▶️", "Tutup kasus", "📎", "📝"]) expect(maya.seen()).not.toContain(button);
  // What she sends next is not meant for a case that she only reads.
  const atHand = `SELECT 1 FROM "Dialogue" WHERE "chatId" = $1 AND "caseId" IS NOT NULL`;
  expect(await app.rows(atHand, [maya.id])).toEqual([]);
  maya.presses("🗂 Riwayat");
  await maya.sees("riwayat");
  expect(maya.seen()).not.toContain("Siapa membuka");
  goes(maya, callbacks.whoOpened({ caseId }));
  goes(maya, callbacks.readRound({ roundId: draft }));
  await maya.sees(`Asesmen · ${code}`);
  expect(maya.seen()).not.toContain("Ubah jawaban");
  goes(maya, callbacks.orderPaper({ roundId, kind: "consent" }));
  const nudge = await maya.pressesData(callbacks.remindSupervisor({ roundId })).answer();
  expect(nudge.text).toContain("tidak ditemukan");
  const papers = () => [...maya.conversation.messages.values()].filter((one) => one.document !== undefined);
  await expect.poll(() => papers().length).toBe(1);

  for (const person of [worker, supervisor]) {
    const { text } = await person.sees(`Bu Maya, supervisor tim lain, membuka ${code}`);
    expect(text).not.toContain("sakit");
    person.presses("👁 Siapa membuka kasus ini");
    const readers = await person.sees("siapa membuka kasus ini");
    expect(readers.text).toContain("⚠️ Bu Maya (supervisor tim lain, dibuka darurat): 1 hari");
    expect(readers.text).toContain("Alasannya: Bu Ratna sakit, keluarganya menelepon saya.");
    expect(readers.text).toContain("Dokumen dibuat atau dibuka: 1 kali");
    expect(readers.text).toContain("Bu Ratna (pekerja sosial): 1 hari");
  }
  const told = await admin.sees(`Bu Maya membuka ${code}, kasus tim lain`);
  expect(told.text).not.toContain("sakit");
});

test("who presses what is not theirs stands in the list; of three cases in a day the admin hears", async () => {
  const { supervisor, admin } = staff;
  const cases = [await approached(), await approached(), await approached()] as const;
  for (const { caseId } of cases) {
    const { text } = await goes(maya, callbacks.openCase({ caseId })).answer();
    expect(text).toContain("tidak ditemukan");
  }
  const { text } = await admin.sees("Bu Maya mencoba membuka 3 kasus yang bukan kasusnya");
  for (const { code } of cases) expect(text).not.toContain(code);
  goes(supervisor, callbacks.whoOpened({ caseId: cases[0].caseId }));
  const readers = await supervisor.sees("siapa membuka kasus ini");
  expect(readers.text).toContain("⚠️ Bu Maya (bukan kasusnya): tidak membaca apa pun, terakhir mencoba");
  expect(readers.text).toContain("Ditolak: 1 kali");
});

test("an admin who breaks the glass, the only one, is not said to be without news of it", async () => {
  const { admin } = staff;
  const id = await app.memberOf(admin);
  await app.records.as(id, (work) => addRole(work, id, "supervisor"));
  const { code } = await approached();
  goes(admin, callbacks.breakGlass({ code }));
  await admin.sees(`${code} bukan kasus tim Anda`);
  admin.sends("Keluarganya menelepon lembaga.");
  const { text } = await admin.sees(`${code} terbuka bagi Anda sampai`);
  expect(text).toMatch(/Bu Ratna, Pak Dedi sudah diberi tahu\.$/);
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
