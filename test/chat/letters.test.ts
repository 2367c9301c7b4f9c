/** Letters have a number of the register, and a code by which whoever holds the print learns whether it still holds. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import type { PaperKind } from "../../src/practice/papers.js";
import { submitRound } from "../../src/records/case/submission.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { readPdf } from "../support/pdf.js";
import { agreed, begun, fillRound, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();
const { admin, worker } = staff;
const stranger = app.telegram.person({ firstName: "Joko" });

let approach = "";
let referral = "";
beforeAll(async () => {
  const { caseId } = await begun(app.records, ratna);
  approach = await sent(app.records, ratna, caseId, "approach", story.approach);
  await sent(app.records, ratna, caseId, "assessment", story.assessment);
  await agreed(app.records, dedi, await sent(app.records, ratna, caseId, "plan", story.plan));
  await sent(app.records, ratna, caseId, "session", story.session);
  await sent(app.records, ratna, caseId, "evaluation", story.evaluation);
  referral = await sent(app.records, ratna, caseId, "referral", story.referral);
});

const papersIn = (person: Person) =>
  [...person.conversation.messages.values()].filter((message) => message.document !== undefined);

/** Prints a paper and reads it: its words, and the code on it. */
async function prints(roundId: string, kind: PaperKind) {
  const before = papersIn(worker).length;
  goes(worker, callbacks.orderPaper({ roundId, kind }));
  await expect.poll(() => papersIn(worker).length).toBe(before + 1);
  const content = app.telegram.file(papersIn(worker).at(-1)?.document?.file_id ?? "")?.content;
  if (!(content instanceof Uint8Array)) throw new Error("no file came");
  const read = await readPdf(Buffer.from(content));
  const text = read.kind === "text" ? read.text.replace(/\s+/g, " ") : "";
  return { text, code: /start=(v_\S+)/.exec(text)?.[1] ?? "" };
}

/** Scans a code, as anybody. */
async function scans(code: string): Promise<string> {
  stranger.sends(`/start ${code}`);
  await stranger.sees(/berlaku|draf|dibatalkan|lebih baru|tidak dikenal/);
  return stranger.seen();
}

/** Answers the question the admin was asked. */
async function answers(words: string, sees: string | RegExp) {
  admin.sends(words);
  await admin.sees(sees);
}

test("the admin sets the contacts, the codes and where the numbers go on; what gives no numbers is explained", async () => {
  goes(admin, callbacks.letters());
  await admin.sees("Surat berikutnya bernomor 001/XI/2026");
  goes(admin, callbacks.changeLetters({ part: "pattern" }));
  await admin.sees("Seperti apa nomor surat");
  await answers("{seq}/{tahun}", "tahun tidak dikenal");
  await answers("{unit}/{year}", "harus memuat {seq}");
  await answers("{seq}/{unit}/{roman}", "harus memuat {year}");
  await answers("{seq}/{unit}/{roman}/{year}", "Surat berikutnya");
  goes(admin, callbacks.changeLetters({ part: "unit" }));
  await admin.sees("Kode unit atau lembaga");
  await answers("LKS-HK", "Surat berikutnya bernomor 001/LKS-HK/XI/2026");
  goes(admin, callbacks.changeLetters({ part: "next" }));
  await admin.sees("Nomor urut surat berikutnya");
  await answers("lima", "Ketik angka saja");
  await answers("57", "Surat berikutnya bernomor 057/LKS-HK/XI/2026");
  goes(admin, callbacks.changeLetters({ part: "next" }));
  await admin.sees("Nomor urut surat berikutnya");
  await answers("56", "Yang terkecil sekarang 57");
  goes(admin, callbacks.letters());
  goes(admin, callbacks.changeLetters({ part: "contacts" }));
  await admin.sees("Telepon, surel");
  await answers("Telp. (0252) 123456", "Tersimpan");
});

test("a contract has the next number, and keeps it however often it is printed; its copies are counted", async () => {
  const first = await prints(approach, "contract");
  expect(first.text).toContain("057/LKS-HK/XI/2026");
  expect(first.text).toContain("Telp. (0252) 123456");
  expect(first.text).toContain("Salinan ke-1");
  const again = await prints(approach, "contract");
  expect(again.text).toContain("057/LKS-HK/XI/2026");
  expect(again.text).toContain("Salinan ke-2");
  expect(again.code).toBe(first.code);
  const said = await scans(first.code);
  for (const word of [
    "Dokumen ini berlaku",
    "Kontrak layanan dari LKS Harapan Kasih",
    "057/LKS-HK/XI/2026",
  ]) {
    expect(said).toContain(word);
  }
  for (const hidden of ["Iyah", "Ratna", "K-2026-0001"]) expect(said).not.toContain(hidden);
});

test("a letter that waits for approval is a draft without a number; approved it has one", async () => {
  const draft = await prints(referral, "referral");
  expect(draft.text).not.toContain("058/");
  expect(await scans(draft.code)).toContain("masih draf");
  await agreed(app.records, dedi, referral);
  const letter = await prints(referral, "referral");
  for (const word of ["058/LKS-HK/XI/2026", "Lampiran", "Tembusan"]) expect(letter.text).toContain(word);
  expect(await scans(letter.code)).toContain("Surat rujukan");
});

test("a code nobody printed is not known", async () => {
  expect(await scans("v_AAAAAAAAAAAAAAAAAAAAAA")).toContain("tidak dikenal");
});

test("a voided number stays in the register with its reason; printed again the letter has another", async () => {
  const before = await prints(referral, "referral");
  goes(admin, callbacks.letterRegister({ page: 0 }));
  await admin.sees("Buku agenda surat keluar");
  expect(admin.seen()).toContain("058/LKS-HK/XI/2026");
  await admin.presses("058/LKS-HK/XI/2026");
  await admin.sees("Hal: Rujukan klien K-2026-0001");
  await admin.presses("❌ Batalkan nomor ini");
  await admin.sees("Mengapa nomor");
  await answers("Salah alamat", "Nomornya dibatalkan");
  expect(await scans(before.code)).toContain("sudah dibatalkan");
  const after = await prints(referral, "referral");
  expect(after.text).toContain("059/LKS-HK/XI/2026");
  goes(admin, callbacks.takeNumber());
  await admin.sees("Surat tentang apa");
  await answers("Undangan rapat", "060/LKS-HK/XI/2026");
  goes(admin, callbacks.letterRegister({ page: 0 }));
  await admin.sees("Undangan rapat");
  expect(admin.seen()).toContain("❌ dibatalkan");
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});

test("of a child who is victim comes a laporan sosial: who asked, by which law, who the child is, what is recommended", async () => {
  const victim = story.told("approach", "minor-victim", { danger: ["none"], safetyStep: undefined });
  const { caseId, roundId } = await begun(app.records, ratna);
  await fillRound(app.records, ratna, roundId, victim);
  await app.records.as(ratna, (work) => submitRound(work, app.records.rounds, roundId));
  const recommends = { ...story.assessment, recommendation: "Diperiksa dengan pendampingan." };
  const assessment = await sent(app.records, ratna, caseId, "assessment", recommends);
  goes(worker, callbacks.readRound({ roundId: assessment }));
  await worker.sees("🖨 Laporan sosial");
  const { text } = await prints(assessment, "social");
  const child = await app.records.as(ratna, (work) => app.records.rounds.open(work, roundId));
  for (const word of [
    "LAPORAN SOSIAL",
    "061/LKS-HK/XI/2026",
    "Pasal 27 ayat (3) Undang-Undang Nomor 11 Tahun 2012",
    String(child.answers.get("name")),
    "Diperiksa dengan pendampingan.",
    "Tanda terima",
  ]) {
    expect(text).toContain(word);
  }
  const other = await worker
    .pressesData(callbacks.orderPaper({ roundId: approach, kind: "social" }))
    .answer();
  expect(other.text ?? "").not.toContain("Sedang dibuat");
});

test("the register is the admin's", async () => {
  const [row] = await app.rows<{ id: string }>(`SELECT "id" FROM "Letter" LIMIT 1`);
  for (const data of [
    callbacks.letters(),
    callbacks.letterRegister({ page: 0 }),
    callbacks.letter({ letterId: row?.id ?? "" }),
    callbacks.voidLetter({ letterId: row?.id ?? "" }),
    callbacks.takeNumber(),
    callbacks.changeLetters({ part: "pattern" }),
  ]) {
    const said = await worker.pressesData(data).answer();
    expect(said.text, data).toContain("tidak");
  }
  expect(await app.rows(`SELECT 1 FROM "Letter"`)).toHaveLength(5);
});
