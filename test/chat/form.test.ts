/** A form outside its questions: resuming, changing answers, two people in one round, buttons of the past, a new version. */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { shippedForms } from "../../src/practice/forms/catalogue.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { answersOf, begun, filled, fillRound, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();

/** The revisions of an answer, oldest first: whether each holds a value. */
async function revisions(roundId: string, path: string) {
  const rows = await app.rows<{ memberId: string; kept: boolean }>(
    `SELECT "memberId", "value" IS NOT NULL AS kept FROM "Answer" WHERE "roundId" = $1 AND "path" = $2 ORDER BY "revision"`,
    [roundId, app.records.storedPath(roundId, path)],
  );
  return rows.map(({ kept }) => (kept ? "kept" : "taken back"));
}

test("/lanjut leads to the exact question; of several forms it asks which", async () => {
  const { worker } = staff;
  worker.sends("/lanjut");
  await worker.sees("Tidak ada formulir yang menunggu Anda");
  const one = await begun(app.records, ratna);
  await fillRound(app.records, ratna, one.roundId, { source: "outreach", contactDate: "kemarin" });
  worker.sends("/lanjut");
  await worker.sees("Siapa klien Anda?");
  const two = await begun(app.records, ratna);
  worker.sends("/lanjut");
  await worker.sees("2 formulir belum dikirim");
  expect(worker.seen()).toContain(`▶️ ${one.code} · Pendekatan awal`);
  worker.presses(`${two.code} · Pendekatan awal`);
  await worker.sees("Bagaimana klien sampai ke Anda?");
});

test("after a press the next question comes before the answered one is put away", async () => {
  const { worker } = staff;
  const { roundId } = await begun(app.records, ratna);
  goes(worker, callbacks.goOn({ roundId }));
  await worker.sees("Bagaimana klien sampai ke Anda?");
  worker.presses("Penjangkauan");
  await worker.sees("Kapan kontak pertama");
  expect(await worker.sees("— Penjangkauan ✓")).not.toHaveProperty("reply_markup");
});

test("changing an earlier answer asks what depends on it, and keeps the old one", async () => {
  const { worker } = staff;
  const { caseId } = await begun(app.records, ratna);
  const roundId = await filled(app.records, ratna, caseId, "approach", story.approach);
  goes(staff.worker, callbacks.goOn({ roundId }));
  await worker.sees("Periksa dulu");
  worker.presses("✏️ Ubah jawaban");
  await worker.sees("jawaban mana yang diubah?");
  worker.presses(/^Jenis klien: Satu orang/);
  await worker.sees("Jawaban sekarang: Satu orang");
  worker.presses("Keluarga");
  // Somebody else consents for a family, so consent is asked again before anything else.
  await worker.sees("Jawabannya menjadi Keluarga? Persetujuan yang sudah diberikan tidak berlaku untuk itu");
  worker.presses("Ya, ubah");
  await worker.sees("Apakah pencatatan data pribadi diizinkan?");
  expect(await revisions(roundId, "level")).toEqual(["kept", "kept"]);
  expect(await revisions(roundId, "dataConsent")).toEqual(["kept", "taken back"]);
  expect(await revisions(roundId, "name")).toEqual(["kept", "taken back"]);
  worker.presses("Ya");
  await worker.sees("Bagaimana izin data itu diberikan?");
  worker.presses("Tertulis");
  await worker.sees("Ada bukti izin datanya?");
  worker.presses(/Lewati/);
  await worker.sees("Siapa kepala keluarganya?");
  worker.sends("Bapak Sarta");
  await worker.sees("Apa jenis kelamin kepala keluarga?");
});

test("among the answers to change stands nothing of who the client is", async () => {
  const { worker } = staff;
  const { caseId } = await begun(app.records, ratna);
  const roundId = await filled(app.records, ratna, caseId, "approach", story.approach);
  goes(worker, callbacks.goOn({ roundId }));
  await worker.sees("Periksa dulu");
  worker.presses("✏️ Ubah jawaban");
  await worker.sees("jawaban mana yang diubah?");
  const pages = [worker.seen()];
  const last = Number(/1\/(\d+)/.exec(worker.seen())?.[1]);
  for (let page = 2; page <= last; page += 1) {
    worker.presses("▶️");
    await worker.sees(`${page}/${last}`);
    pages.push(worker.seen());
  }
  expect(pages.join("\n")).toMatch(/Nama[^:\n]*: \(tersembunyi\)/);
  expect(pages.join("\n")).not.toContain("Iyah");
});

test("a file that cannot be kept is explained, and the question waits for one that can", async () => {
  const { worker } = staff;
  const { roundId } = await begun(app.records, ratna);
  await fillRound(app.records, ratna, roundId, story.until(story.approach, "dataConsentProof"));
  goes(staff.worker, callbacks.goOn({ roundId }));
  await worker.sees("Ada bukti izin datanya?");
  worker.sendsDocument("arsip.zip", "application/zip", 2_000);
  await worker.sees("Jenis berkas ini tidak diterima");
  expect(await revisions(roundId, "dataConsentProof")).toEqual([]);
  worker.sendsDocument("surat.pdf", "application/pdf", 2_000);
  await expect.poll(() => revisions(roundId, "dataConsentProof")).toEqual(["kept"]);
});

test("an item is taken out of a list after asking, and one is added", async () => {
  const { worker } = staff;
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.approach);
  const roundId = await filled(app.records, ratna, caseId, "assessment", story.assessment);
  goes(staff.worker, callbacks.goOn({ roundId }));
  await worker.sees("Periksa dulu");
  const pages = async (face: RegExp) => {
    worker.presses("✏️ Ubah jawaban");
    await worker.sees("jawaban mana yang diubah?");
    while (!face.test(worker.seen())) {
      worker.presses("▶️");
      await worker.sees(/\d+\/\d+/);
    }
    worker.presses(face);
  };
  await pages(/🗑 Hapus Masalah 1/);
  await worker.sees("Hapus bagian ini dari daftar?");
  worker.presses("Ya, hapus");
  const summary = await worker.sees("Periksa dulu");
  expect(summary.text).not.toContain("Makan hanya sekali sehari");
  expect(summary.text).toContain("Sendirian di malam hari, pernah jatuh");
  await pages(/➕ Masalah: tambah satu/);
  await worker.sees("masalah");
  worker.presses("➕ Tambah");
  await worker.sees("Apa masalahnya?");
});

test("two people on one question: the second is told who answered what and when, and decides", async () => {
  const { worker, supervisor } = staff;
  const { roundId } = await begun(app.records, ratna);
  goes(staff.worker, callbacks.goOn({ roundId }));
  await worker.sees("Bagaimana klien sampai ke Anda?");
  supervisor.pressesData(callbacks.editAnswer({ roundId, path: "source" }));
  await supervisor.sees("Bagaimana klien sampai ke Anda?");
  supervisor.presses("Datang sendiri");
  await supervisor.sees("Kapan kontak pertama?");
  worker.presses("Penjangkauan");
  const told = await worker.sees("Pak Dedi sudah menjawab pertanyaan ini pada 24 Nov 2026");
  expect(told.text).toContain("Datang sendiri");
  expect(await revisions(roundId, "source")).toEqual(["kept"]);
  worker.presses("Pakai jawaban saya");
  await worker.sees("Kapan kontak pertama?");
  expect(await revisions(roundId, "source")).toEqual(["kept", "kept"]);
});

test("hazard 7: a button pressed twice, or after its form was sent elsewhere, changes nothing", async () => {
  const { worker } = staff;
  const { caseId, roundId } = await begun(app.records, ratna);
  goes(staff.worker, callbacks.goOn({ roundId }));
  const asked = await worker.sees("Bagaimana klien sampai ke Anda?");
  const [button] = asked.reply_markup?.inline_keyboard.flat() ?? [];
  const data = button !== undefined && "callback_data" in button ? button.callback_data : "";
  worker.pressesData(data, asked.message_id);
  const twice = worker.pressesData(data, asked.message_id);
  expect(await twice.answer()).toMatchObject({ text: expect.stringContaining("sudah lewat") });
  await worker.sees("Kapan kontak pertama?");
  expect(await revisions(roundId, "source")).toEqual(["kept"]);

  const { source: _, ...rest } = story.approach;
  await sent(app.records, ratna, caseId, "approach", rest);
  const before = await app.rows(`SELECT count(*)::int AS n FROM "Answer" WHERE "roundId" = $1`, [roundId]);
  const late = worker.presses("Hari ini");
  expect(await late.answer()).toMatchObject({ text: expect.stringContaining("sudah lewat") });
  await worker.sees("sudah dikirim, jadi jawabannya tidak bisa diubah lagi");
  expect(await app.rows(`SELECT count(*)::int AS n FROM "Answer" WHERE "roundId" = $1`, [roundId])).toEqual(
    before,
  );
  const gone = worker.pressesData(callbacks.sendRound({ roundId }), asked.message_id);
  expect(await gone.answer()).toMatchObject({ text: expect.stringContaining("tidak ada yang saya ubah") });
  expect(app.telegram.unanswered()).toEqual([]);
});

test("hazard 8: whoever is in a form stays in its version when a new one is deployed", async () => {
  const { worker } = staff;
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.approach);
  const old = await filled(app.records, ratna, caseId, "assessment", { danger: ["none"] });
  const other = await begun(app.records, ratna);
  await sent(app.records, ratna, other.caseId, "approach", story.approach);
  goes(staff.worker, callbacks.goOn({ roundId: old }));
  await worker.sees("Asesmen · Pembuka · 1/5");

  // The next release asks nothing of sources first; old rounds keep the form they began in.
  const before = shippedForms.current("assessment");
  const version = before.version + 1;
  const after = { ...before, version, questions: before.questions.filter(({ key }) => key !== "sources") };
  await app.deploy({
    current: (id) => (id === "assessment" ? after : shippedForms.current(id)),
    form: (id, wanted) => (id === "assessment" && wanted === version ? after : shippedForms.form(id, wanted)),
  });

  worker.presses("Wawancara mendalam");
  await worker.sees("Asesmen · Pembuka · 1/5");
  goes(worker, callbacks.enterForm({ caseId: other.caseId, form: "assessment" }));
  await worker.sees("Asesmen · Pembuka · 1/5");
  worker.presses("▫️ Tidak ada");
  await worker.sees("Asesmen · Klien · 2/5");
  expect(
    await app.rows(`SELECT "formVersion" FROM "Round" WHERE "form" = 'assessment' ORDER BY "startedAt"`),
  ).toContainEqual({ formVersion: version });
});

test("what stands alone answers at once; of a list that mostly holds as a whole one press ticks all", async () => {
  const { worker } = staff;
  const { roundId } = await begun(app.records, ratna);
  await fillRound(app.records, ratna, roundId, story.until(story.approach, "legal"));
  goes(worker, callbacks.goOn({ roundId }));
  await worker.sees("[▫️ Tidak ada]");
  worker.presses("▫️ Kekerasan dalam rumah tangga");
  await worker.sees("☑️ Kekerasan dalam rumah tangga");
  worker.presses("▫️ Tidak ada");
  await worker.sees("☑️ Tidak ada");
  worker.presses("☑️ Tidak ada");
  await worker.sees("▫️ Tidak ada");
  worker.presses("▫️ Tidak ada");
  await worker.sees("Kapan klien lahir?");
  worker.sends("12-3-1955");
  await worker.sees("[▫️ Belum ada]");
  expect(worker.seen()).toContain("[✔️ Semua] [✔️ Selesai (0)]");
  worker.presses("✔️ Semua");
  await worker.sees("[✔️ Selesai (6)]");
  expect(worker.seen()).not.toContain("✔️ Semua");
  expect(worker.seen()).toContain("▫️ Belum ada");
  worker.presses("☑️ Biaya");
  await worker.sees("[✔️ Selesai (5)]");
  worker.presses("✔️ Selesai (5)");
  await worker.sees("Siapa yang berhak menyetujui?");
  expect((await answersOf(app.records, ratna, roundId)).get("explained")).toEqual([
    "purpose",
    "procedure",
    "rights",
    "confidentiality",
    "complaints",
  ]);
});

test("an option that is pressed twice on a slow network is ticked once, and taken back once", async () => {
  const { worker } = staff;
  const { roundId } = await begun(app.records, ratna);
  await fillRound(app.records, ratna, roundId, story.until(story.approach, "legal"));
  goes(worker, callbacks.goOn({ roundId }));
  const twice = (label: string) => {
    worker.presses(label);
    worker.presses(label);
  };
  await worker.sees("[▫️ Tidak ada]");
  twice("▫️ Kekerasan dalam rumah tangga");
  await worker.sees("[✔️ Selesai (1)]");
  worker.presses("▫️ Anak berkonflik dengan hukum");
  await worker.sees("☑️ Anak berkonflik dengan hukum");
  expect(worker.seen()).toContain("[☑️ Kekerasan dalam rumah tangga]");
  twice("☑️ Kekerasan dalam rumah tangga");
  await worker.sees("[✔️ Selesai (1)]");
  worker.presses("☑️ Anak berkonflik dengan hukum");
  await worker.sees("▫️ Anak berkonflik dengan hukum");
  expect(worker.seen()).toContain("[▫️ Kekerasan dalam rumah tangga]");
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
