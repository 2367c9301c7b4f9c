import { expect, test } from "vitest";
import { closeCase } from "../../src/records/case/closing.js";
import { consentVersion } from "../../src/records/people/consent.js";
import { begun, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff } = await staffedApp();

test("someone who belongs nowhere learns what little is stored", async () => {
  const person = app.telegram.person({ firstName: "Orang" });
  person.sends("/privasi");
  await person.sees(`nomor akun Telegram (${person.id})`);
});

test("a member sees what is stored, and who may read it", async () => {
  const { worker } = staff;
  worker.sends("/privasi");
  const { text } = await worker.sees("Data Anda di LKS Harapan Kasih");
  for (const said of [
    "Nama: Bu Ratna",
    String(worker.id),
    "pekerja sosial",
    "Setuju sejak: 24 November 2026",
  ])
    expect(text).toContain(said);
  worker.presses("Baca selengkapnya");
  await worker.sees("Selengkapnya tentang data Anda");
  expect(worker.seen()).not.toContain("Saya setuju");
});

test("the notice says in both languages what the law wants said before consent", async () => {
  const { worker } = staff;
  worker.sends("/bahasa");
  await worker.sees("English");
  worker.presses("English");
  await worker.sees("What would you like");
  worker.sends("/privasi");
  await worker.sees("Your data at");
  worker.presses("Read more");
  const { text = "" } = await worker.sees("More about your data");
  // UU 27/2022 Pasal 21 ayat (1): legality, purpose, kinds, retention, details, period, rights.
  for (const said of ["Law 27/2022", "What for", "What is stored", "How long", "Your rights", "end-to-end"])
    expect(text).toContain(said);
  worker.sends("/bahasa");
  await worker.sees("✓ English");
  worker.presses("Bahasa Indonesia");
  await worker.sees("Apa yang ingin");
});

test("withdrawing stops everything at once, also a question that was open; the supervisor hears of it", async () => {
  const { worker, supervisor } = staff;
  worker.sends("/mulai");
  await worker.sees("➕ Kasus baru");
  worker.presses("➕ Kasus baru");
  await worker.sees("Kontak · 1/7");
  worker.sends("/privasi");
  await worker.sees("Tarik persetujuan");
  worker.presses("Tarik persetujuan");
  await worker.sees("Kasus berjalan Anda: 1");
  worker.presses("Ya, tarik persetujuan saya");
  await worker.sees("Persetujuan Anda sudah ditarik");
  await supervisor.sees("Bu Ratna menarik persetujuannya");
  worker.sends("Penjangkauan");
  await worker.sees("mohon dibaca");
  // The question has gone from the chat, with every button that led into a case.
  const texts = () => [...worker.conversation.messages.values()].map(({ text = "" }) => text).join();
  await expect.poll(texts).not.toContain("Kontak · 1/7");
  worker.sends("/kasus");
  await worker.sees("mohon dibaca");
  expect(await app.rows(`SELECT 1 FROM "Answer"`)).toEqual([]);
  expect(await consents()).toEqual(["consent.withdrawn"]);
});

/** What the worker did about the notice, as the audit tells it. */
async function consents(): Promise<string[]> {
  const acts = await app.rows<{ action: string }>(
    `SELECT "action" FROM "AuditEvent" WHERE "action" LIKE 'consent.%' AND "memberId" =
       (SELECT "id" FROM "Member" WHERE "accountId" = $1) ORDER BY "at"`,
    [staff.worker.id],
  );
  return acts.map(({ action }) => action);
}

test("who agrees again goes on exactly where they were", async () => {
  const { worker } = staff;
  worker.sends("/mulai");
  await worker.sees("Saya setuju");
  worker.presses("Saya setuju");
  await worker.sees("▶️ Lanjutkan");
  worker.presses("▶️ Lanjutkan");
  await worker.sees("Kontak · 1/7");
  worker.presses("Penjangkauan");
  await worker.sees("Kapan kontak pertama?");
  expect(await consents()).toEqual(["consent.withdrawn", "consent.given"]);
});

test("a notice whose wording changed is asked for again", async () => {
  const { worker } = staff;
  await app.rows(`UPDATE "Member" SET "consentVersion" = 0 WHERE "accountId" = $1`, [worker.id]);
  worker.sends("hari ini");
  await worker.sees("mohon dibaca");
  expect(worker.seen()).not.toContain("Kembali ke pertanyaan");
  // What may still be looked at offers no way back into the form.
  for (const [command, shown] of [
    ["/privasi", "Data Anda di"],
    ["/bahasa", "English"],
    ["/bantuan", "Anda sudah diundang"],
  ] as const) {
    worker.looksAway();
    worker.sends(command);
    await worker.sees(shown);
    expect(worker.seen()).not.toContain("Kembali ke pertanyaan");
  }
  worker.looksAway();
  worker.sends("/mulai");
  await worker.sees("mohon dibaca");
  worker.presses("Tidak jadi");
  await worker.sees("tidak apa-apa");
  worker.presses("Baca lagi");
  await worker.sees("Saya setuju");
  worker.presses("Saya setuju");
  await worker.sees("↩️ Kembali ke pertanyaan");
});

test("a name is corrected by its owner, hostile or not", async () => {
  const { worker } = staff;
  worker.sends("/privasi");
  await worker.sees("✏️ Perbaiki nama");
  worker.presses("✏️ Perbaiki nama");
  await worker.sees("Bagaimana Anda ingin disebut?");
  worker.sends("x".repeat(81));
  await worker.sees("81 karakter");
  worker.sends("<Ratna> & 👩‍👧");
  await worker.sees("kini disebut <Ratna> & 👩‍👧");
  const [row] = await app.rows<{ name: string }>(`SELECT "name" FROM "Member" WHERE "accountId" = $1`, [
    worker.id,
  ]);
  expect(row?.name).not.toContain("Ratna");
});

test("a supervisor who withdraws: the admin hears whose work waits, and decides on a closing in their place", async () => {
  const { admin, supervisor } = staff;
  const ratna = await app.memberOf(staff.worker);
  await app.rows(`UPDATE "Member" SET "consentVersion" = ${consentVersion} WHERE "id" = $1`, [ratna]);
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.approach);
  await app.records.as(ratna, (work) => closeCase(work, caseId, "moved", "Pindah."));
  admin.looksAway();
  supervisor.sends("/privasi");
  await supervisor.sees("Tarik persetujuan");
  supervisor.presses("Tarik persetujuan");
  await supervisor.sees("Ya, tarik persetujuan saya");
  supervisor.presses("Ya, tarik persetujuan saya");
  const { text = "" } = await admin.sees("Pak Dedi menarik persetujuannya");
  expect(text).toContain("Ia menyupervisi 1 orang, dan 1 hal menunggu keputusannya");
  expect(text).not.toContain("Kasus berjalannya");
  admin.sends("/mulai");
  await admin.sees("✍️ Persetujuan (1)");
});
