/**
 * The second case of the walk: a child who is a victim. The police sent a letter two days ago, the guardian is the
 * suspect, whoever speaks for the child refuses everything. The laporan sosial is written on the ground of the law and
 * handed over on the third day; then the supervisor stops the case, since nothing else allows to keep its data.
 */
import { current } from "../../src/practice/forms/catalogue.js";
import { fills } from "../../test/support/filling.js";
import type { Staff } from "../../test/support/staff.js";
import * as story from "../../test/support/story.js";

const send = "📨 Kirim";

/** So many hours ago the letter came: the third day of the 72 hours has begun. */
const hoursSinceLetter = 50;

const approach = {
  ...story.told("approach", "victim-refused", { letterNumber: "B/123/XI/Reskrim" }),
  reportRequestedAt: toldMoment(new Date(Date.now() - hoursSinceLetter * 3_600_000)),
};
const report = story.told("assessment", "child-victim", { danger: ["none"] });

/** How many answers each form was given. */
export const childVictimAnswers = {
  approach: Object.keys(approach).length,
  assessment: Object.keys(report).length,
} as const;

/** Walks the case and checks what is seen at each step. Throws where something else is. */
export async function walkChildVictim({ worker, supervisor }: Staff): Promise<void> {
  supervisor.looksAway();
  worker.sends("/mulai");
  await worker.sees("➕ Kasus baru");
  worker.presses("➕ Kasus baru");
  await fills(worker, current("approach"), approach);
  worker.presses(send);
  const { text: refused = "" } = await worker.sees("Pencatatan data pribadi tidak diizinkan");
  holds(refused, "Kasus ini hanya bisa dibaca sampai Pak Dedi menetapkan dasar hukum lain");
  holds(refused, "Pak Dedi sudah diberi tahu.");
  holds(refused, "Berikutnya: laporan sosial, sebelum ");
  await supervisor.sees("tidak ada izin data klien");

  worker.presses("▶️ Susun laporan sosial");
  const { text: ground = "" } = await worker.sees("UU 27/2022 Pasal 20 ayat (2) huruf c");
  holds(ground, "diminta penyidik");
  holds(ground, "surat B/123/XI/Reskrim");
  await fills(worker, current("assessment"), report);
  worker.presses(send);
  await worker.sees("Laporan siap. Sudah diserahkan?");
  worker.presses("✅ Sudah diserahkan");
  await worker.sees("kapan diserahkan?");
  worker.presses("Baru saja");
  await worker.sees("Diserahkan kepada siapa?");
  worker.presses("penyidik");
  await worker.sees("Unit mana yang menerimanya?");
  worker.sends("Unit PPA Polres Cianjur");
  await worker.sees("foto tanda terimanya");
  worker.sends("TT/77/XI");
  const { text: handedOver = "" } = await worker.sees("diserahkan ");
  holds(handedOver, "kepada penyidik (Unit PPA Polres Cianjur), tepat waktu. Bukti: nomor TT/77/XI.");
  worker.looksAway();
  worker.presses("📂 Ke kasus");
  const { text: card = "" } = await worker.sees(/[●○]{5}/);
  holds(card, "tepat waktu");
  holds(card, "kasus ini hanya bisa dibaca, sampai Pak Dedi");
  if (card.includes("Berikutnya")) throw new Error("a case that is only read has a next step");

  supervisor.presses("📜 Tetapkan dasar hukum");
  await supervisor.sees("Adakah dasar lain untuk menyimpan datanya");
  supervisor.presses("⏹ Tidak ada, hentikan kasus");
  await supervisor.sees("Mengapa kasus ini dihentikan?");
  supervisor.sends("Laporan sudah diserahkan; tidak ada dasar lain.");
  await supervisor.sees("dihentikan dan ditutup");
  await worker.sees("Kasus ditutup.");

  // The suspect is never to be asked or told.
  const asksGuardian = /(tanya|tanyakan|minta|hubungi)[^.\n]* wali/i;
  const since = worker.transcript().split("➕ Kasus baru").at(-1) ?? "";
  const line = since.split("\n").find((one) => asksGuardian.test(one) && !/jangan|bukan/i.test(one));
  if (line !== undefined) throw new Error(`the suspected guardian is asked: ${line}`);
}

function holds(text: string, wanted: string): void {
  if (!text.includes(wanted)) throw new Error(`“${wanted}” is missing in:\n${text}`);
}

/** "23-11-2026 20.15" in Jakarta. */
function toldMoment(at: Date): string {
  const parts = new Map(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: "Asia/Jakarta",
      day: "2-digit",
      month: "2-digit",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: string) => parts.get(type as Intl.DateTimeFormatPartTypes) ?? "";
  return `${part("day")}-${part("month")}-${part("year")} ${part("hour")}.${part("minute")}`;
}
