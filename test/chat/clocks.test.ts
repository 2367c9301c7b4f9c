/** The clock of the laporan sosial, as its people answer it: the report itself, in hand, handed over, on the card. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { opening } from "../support/app.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { begun, filled, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();

let caseId: string;
let elapsed = 0;
/** A white picture of 16 × 16, as a receipt goes. */
const receipt = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR4nGP4jwYYRrYAAID5/wEokJxdAAAAAElFTkSuQmCC",
  "base64",
);
/** Goes on to a local moment. */
async function on(local: string): Promise<void> {
  const at = new Date(`${local.replace(" ", "T")}:00+07:00`).getTime() - opening.getTime();
  await app.forward(at - elapsed);
  elapsed = at;
}

/** A case in which an investigator asked for a report. */
async function reportWanted(reportRequestedAt: string): Promise<string> {
  const { caseId: id } = await begun(app.records, ratna);
  const victim = story.told("approach", "minor-victim", { danger: ["none"], safetyStep: undefined });
  const telling = { ...victim, reportRequestedAt, consent: true, dataConsent: true };
  await sent(app.records, ratna, id, "approach", telling);
  return id;
}

beforeAll(async () => {
  caseId = await reportWanted("hari ini 10.15");
});

test("worker and supervisor each hear it in their own words, with a time that the phone keeps right", async () => {
  const { worker, supervisor } = staff;
  await app.forward(16_000);
  elapsed += 16_000;
  const heard = await worker.sees("⏳ K-2026-0001 · laporan sosial untuk penyidik");
  expect(heard.entities).toContainEqual(
    expect.objectContaining({
      type: "date_time",
      date_time_format: "r",
      unix_time: opening.getTime() / 1000 + 72 * 3600,
    }),
  );
  expect(heard.text).toContain("Sisa waktu:");
  expect(worker.seen()).toContain("[▶️ Lanjutkan laporan]");
  expect(worker.seen()).toContain("[🛠 Sedang saya urus]");
  const { text = "" } = await supervisor.sees("Yang mengerjakan: Bu Ratna");
  expect(text).toContain("K-2026-0001");
  expect(supervisor.seen()).toContain("[📂 K-2026-0001]");
  expect(supervisor.seen()).not.toContain("Lanjutkan laporan");
});

test("in hand: the supervisor hears it once, without the word, and a button leads to it", async () => {
  const { worker, supervisor } = staff;
  supervisor.looksAway();
  worker.presses("🛠 Sedang saya urus");
  await worker.sees("apa yang sedang Anda lakukan?");
  worker.sends("menunggu penyidik di Polres");
  await worker.sees("saya tetap mengingatkan sampai waktunya");
  expect(worker.seen()).toContain("Pak Dedi sudah diberi tahu.");
  await supervisor.sees("Bu Ratna sedang mengurus K-2026-0001 · laporan sosial untuk penyidik.");
  expect(supervisor.seen()).not.toContain("Polres");
  supervisor.presses("🛠 Baca catatannya");
  await supervisor.sees("Yang sedang dilakukan: menunggu penyidik di Polres");
  worker.presses("🛠 Sedang saya urus");
  await worker.sees("apa yang sedang Anda lakukan?");
  worker.sends("masih di Polres");
  await worker.sees("saya tetap mengingatkan sampai waktunya");
  expect(worker.seen()).not.toContain("diberi tahu");
  // A reminder before the hour sounds all the same, and has the way to the word.
  await on("2026-11-26 10:16");
  supervisor.looksAway();
  await supervisor.sees("Yang mengerjakan: Bu Ratna");
  supervisor.presses("🛠 Baca catatannya");
  await supervisor.sees("Yang sedang dilakukan: masih di Polres");
  const audited = await app.rows(`SELECT 1 FROM "AuditEvent" WHERE "action" = 'deadline.in-hand'`);
  expect(audited).toHaveLength(2);
});

test("the button goes on with the very report; sent, it asks whether it was handed over, and begins no new one", async () => {
  const { worker } = staff;
  const roundId = await filled(app.records, ratna, caseId, "assessment", story.assessment);
  worker.looksAway();
  worker.sends("/tugas");
  await worker.sees("Batas waktu undang-undang");
  worker.presses(/Lanjutkan laporan/);
  await worker.sees("Sisa waktu:");
  worker.presses("▶️ Lanjutkan laporan");
  // What only a laporan asks, of the round that was begun before.
  await worker.sees("Apa saran Anda untuk penyidik?");
  worker.sends("Anak didampingi saat diperiksa");
  await worker.sees("Periksa dulu");
  worker.presses("📨 Kirim");
  await worker.sees("Laporan siap. Sudah diserahkan?");
  worker.presses("⏳ Lihat batas waktu");
  await worker.sees("Sisa waktu:");
  worker.presses("▶️ Lanjutkan laporan");
  await worker.sees("Laporan siap. Sudah diserahkan?");
  expect(worker.seen()).toContain("[📄 Baca laporan]");
  const rounds = await app.rows<{ id: string }>(`SELECT "id" FROM "Round" WHERE "form" = 'assessment'`);
  expect(rounds.map(({ id }) => id)).toEqual([roundId]);
});

test("the case card begins with the clock; handed over on the third day and said later, it was in time", async () => {
  const { worker } = staff;
  worker.looksAway();
  await on("2026-11-28 09:00");
  worker.sends("/mulai");
  await worker.sees("Apa yang ingin Anda lakukan");
  worker.pressesData(`case:${caseId}`);
  // Its reminder comes by itself, and may come first.
  const { text: card = "" } = await worker.sees(/Batas waktunya sudah lewat[\s\S]*●/);
  expect(card.indexOf("laporan sosial")).toBeLessThan(card.indexOf("●"));
  worker.presses("⏳ laporan sosial untuk penyidik");
  await worker.sees("PP 65/2015");
  worker.presses("✅ Sudah diserahkan");
  await worker.sees("kapan diserahkan?");
  worker.sends("26-11-2026 14.00");
  await worker.sees("Diserahkan kepada siapa?");
  worker.presses("jaksa");
  await worker.sees("Unit mana yang menerimanya?");
  worker.presses("⏭ Lewati");
  await worker.sees("foto tanda terimanya");
  worker.sends("B/77/XI/2026");
  // A reminder of the other clock, which ends at that very hour, may come in between.
  const { text = "" } = await worker.sees("kepada jaksa, tepat waktu. Bukti: nomor B/77/XI/2026.");
  expect(text).toContain("Kamis, 26 November 2026, 14.00");
  worker.looksAway();
  worker.presses("📂 Ke kasus");
  await worker.sees("diserahkan Kamis, 26 November 2026, 14.00 kepada jaksa, tepat waktu");
  worker.sends("/tugas");
  await worker.sees("Tugas Anda");
  expect(worker.seen()).not.toContain("laporan sosial");
});

test("handed over without a proof: a task until it is added; the receipt is shown again to who may read the case", async () => {
  const { worker, supervisor, admin } = staff;
  caseId = await reportWanted("hari ini 08.00");
  const [clock] = await app.rows<{ id: string }>(
    `SELECT "id" FROM "Deadline" WHERE "caseId" = $1 AND "key" = 'child-victim-report'`,
    [caseId],
  );
  goes(worker, callbacks.tickDue({ deadlineId: clock?.id ?? "" }));
  await worker.sees("kapan diserahkan?");
  worker.presses("Baru saja");
  await worker.sees("Diserahkan kepada siapa?");
  worker.presses("jaksa");
  await worker.sees("Unit mana yang menerimanya?");
  worker.presses("⏭ Lewati");
  await worker.sees("foto tanda terimanya");
  worker.presses("Belum ada bukti");
  await worker.sees("Bukti: belum ada.");
  expect(worker.seen()).toContain("[📎 Tambah bukti]");
  worker.sends("/tugas");
  await worker.sees("K-2026-0002 · bukti penyerahan, 3 hari lagi");
  worker.presses("📎 Tambah bukti · K-2026-0002");
  await worker.sees("foto tanda terimanya");
  worker.photographs(receipt);
  const { text = "" } = await worker.sees("Bukti tersimpan.");
  expect(text).toContain("Bukti: foto.");
  worker.looksAway();
  worker.sends("/tugas");
  await worker.sees("Tugas Anda");
  expect(worker.seen()).not.toContain("bukti penyerahan");
  supervisor.looksAway();
  supervisor.sends("/mulai");
  const { message_id: at } = await supervisor.sees("Apa yang ingin Anda lakukan");
  supervisor.pressesData(`case:${caseId}`, at);
  await supervisor.sees("Bukti: foto.");
  // Its bytes are fetched in the background; until they are here the press says so.
  const fetched = `SELECT "status" FROM "Attachment"`;
  await expect.poll(() => app.rows(fetched)).toEqual([{ status: "stored" }]);
  supervisor.presses("📎 Lihat bukti: laporan sosial untuk penyidik");
  const shown = await supervisor.sees("🖼");
  expect(shown).toMatchObject({ has_protected_content: true });
  expect(shown.photo?.at(-1)?.file_size).toBe(receipt.length);
  const [file] = await app.rows<{ id: string }>(`SELECT "id" FROM "Attachment"`);
  const attachmentId = file?.id ?? "";
  const reads = () => app.rows(`SELECT 1 FROM "AuditEvent" WHERE "action" = 'attachment.read'`);
  expect(await reads()).toHaveLength(1);
  // An admin is nobody's supervisor here: their press is refused, and leaves no trace of a reading.
  const seen = admin.conversation.messages.size;
  await admin.pressesData(`file:${attachmentId}`).answer();
  expect([...admin.conversation.messages.values()].slice(seen).some(({ photo }) => photo)).toBe(false);
  expect(await reads()).toHaveLength(1);
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
