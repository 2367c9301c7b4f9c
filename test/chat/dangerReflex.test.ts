/** Danger in what a person types: read everywhere, before anything else takes it, and never in the way of a form. */
import { afterAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { createTexts } from "../../src/texts.js";
import { notDrawn } from "../support/drawn.js";
import { questionAt } from "../support/filling.js";
import { goes } from "../support/going.js";
import { begun, fillRound } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const texts = createTexts("locales");
/** What the approach asks after the problem. */
const next = questionAt(current("approach"), after("problem"));

function after(path: string): string {
  const paths = Object.keys(story.approach);
  return paths[paths.indexOf(path) + 1] ?? "";
}

const { app, staff, ratna } = await staffedApp();

afterAll(async () => {
  // Nothing that was said in danger stands on the list of unanswered questions.
  expect(await app.rows(`SELECT 1 FROM "UnansweredQuestion"`)).toEqual([]);
});

/** Everything the worker was sent since `from`. */
function said(from: number): string {
  return staff.worker.conversation.history
    .slice(from)
    .flatMap((one) => (one.kind === "message" && one.isFromBot ? [one.message.text ?? ""] : []))
    .join("\n");
}

/** Leaves the question that is open. */
async function leaves(): Promise<void> {
  staff.worker.presses("💾 Simpan & keluar");
  await staff.worker.sees("Tersimpan");
}

/** The worker at a free-text question of the approach. */
const atText = () => atQuestion("problem");

/** The worker at a question of the approach, all before it answered. */
async function atQuestion(path: string): Promise<{
  readonly roundId: string;
  readonly caseId: string;
  readonly code: string;
}> {
  const { worker } = staff;
  const opened = await begun(app.records, ratna);
  await fillRound(app.records, ratna, opened.roundId, story.until(story.approach, path));
  goes(worker, `go:${opened.roundId}`);
  await worker.sees(texts.dynamicPlain("id", `approach-${path}`));
  return opened;
}

test.each([
  ["informal", "dia mau bnuh diri skrg tolong", "Jangan tinggalkan dia sendirian"],
  ["Sundanese", "klien hoyong maot ayeuna keneh, kumaha", "Jangan tinggalkan dia sendirian"],
  ["Javanese", "klienku arep nglalu, kudu piye", "Jangan tinggalkan dia sendirian"],
  ["English", "client says he wants to kill himself now", "Jangan tinggalkan dia sendirian"],
  ["violence", "bapaknya lagi mukulin anaknya sekarang", "Jangan hadapi pelaku sendirian"],
  ["medical", "anaknya pingsan, gak napas", "Hubungi ambulans sekarang"],
  [
    "as a question to a command",
    "/etika klien mau lompat dari jembatan sekarang",
    "Utamakan keselamatan dulu",
  ],
])("while nothing waits (%s): what to do at once, and nothing else", async (_, words, wanted) => {
  const { worker } = staff;
  worker.sends("/mulai");
  await worker.sees("Apa yang ingin Anda lakukan");
  worker.looksAway();
  const from = worker.conversation.history.length;
  worker.sends(words);
  await worker.sees(wanted);
  expect(worker.seen()).toContain("[📌 Catat tanpa kasus]");
  expect(said(from)).not.toContain("di luar yang saya ketahui");
  expect(said(from).match(/Utamakan keselamatan/g)).toHaveLength(1);
});

test("a worker in danger is spoken to as the one who needs help; a mistake is one press", async () => {
  const { worker } = staff;
  worker.looksAway();
  worker.sends("aku diancam keluarga klien pakai golok");
  await worker.sees("Pergi sekarang");
  expect(worker.seen()).toContain("[📣 Beri tahu supervisor saya]");
  worker.presses("Ini tentang klien");
  await worker.sees("Jangan hadapi pelaku sendirian");
  worker.presses("🆘 Ini tentang saya sendiri");
  await worker.sees("Pergi sekarang");
});

test("words passed on are somebody else's", async () => {
  const { worker } = staff;
  worker.looksAway();
  worker.forwards("saya mau mati saja malam ini");
  await worker.sees("Jangan tinggalkan dia sendirian");
});

test("where it is unsure it asks; no leads to the answer of the question", async () => {
  const { worker } = staff;
  worker.looksAway();
  const from = worker.conversation.history.length;
  worker.sends("dia sering dipukul suaminya, apa yang harus saya lakukan?");
  await worker.sees("Ada bahaya sekarang (Kekerasan sedang berlangsung)?");
  worker.presses("Ya, sekarang");
  await worker.sees("Jangan hadapi pelaku sendirian");
  worker.looksAway();
  worker.sends("dia sering dipukul suaminya, apa yang harus saya lakukan?");
  await worker.sees("Ada bahaya sekarang");
  worker.presses("Tidak");
  await worker.sees(/Langkah|yang mana|Bukan ini/i);
  expect(said(from)).not.toContain("Tidak ada yang berubah");
});

/** The revisions of the answer to what the problem is. */
function problems(roundId: string) {
  return app.rows(`SELECT 1 FROM "Answer" WHERE "roundId" = $1 AND "path" = $2`, [
    roundId,
    app.records.storedPath(roundId, "problem"),
  ]);
}

test("the answer of a form stays the answer: one line with a button, and the form goes on", async () => {
  const { worker, supervisor } = staff;
  const { roundId, code } = await atText();
  supervisor.looksAway();
  const from = worker.conversation.history.length;
  worker.sends("Klien bilang mau bunuh diri malam ini");
  await worker.sees("Ada bahaya? Bahaya bunuh diri");
  await expect.poll(() => problems(roundId)).toHaveLength(1);
  const lines = said(from);
  expect(lines.match(/Ada bahaya\?/g)).toHaveLength(1);
  expect(lines).not.toContain("☎️");
  // The next question is the last word; the line stands above it.
  await worker.sees(next);
  expect(worker.lastMessage()?.text).toContain(next);

  worker.presses("🚨 Langkah & nomor");
  await worker.sees("Jangan tinggalkan dia sendirian");
  worker.presses(`📌 Catat di ${code}`);
  await worker.sees("Pak Dedi saya beri tahu sekarang");
  await supervisor.sees(`Bahaya bunuh diri. Dicatat Bu Ratna di ${code}`);
  const rows = await app.rows<{ source: string }>(
    `SELECT d."source" FROM "Danger" d JOIN "Round" r ON r."caseId" = d."caseId" WHERE r."id" = $1`,
    [roundId],
  );
  expect(rows).toEqual([{ source: "reflex" }]);
  worker.presses("↩️ Kembali ke pertanyaan");
  await worker.sees(next);
  await leaves();
});

test("the same danger is not pointed out again in the same round, another one is", async () => {
  const { worker } = staff;
  await atText();
  const from = worker.conversation.history.length;
  worker.sends("Klien bilang mau bunuh diri malam ini");
  await worker.sees("Ada bahaya? Bahaya bunuh diri");
  await worker.sees(next);
  worker.presses("⬅️ Kembali");
  await worker.sees(texts.dynamicPlain("id", "approach-problem"));
  worker.sends("Klien bilang mau bunuh diri besok pagi");
  await worker.sees(next);
  expect(said(from).match(/Ada bahaya\?/g)).toHaveLength(1);
  // Another process knows it as well; after ten minutes it is news again.
  const saysAgain = async () => {
    worker.presses("⬅️ Kembali");
    await worker.sees(texts.dynamicPlain("id", "approach-problem"));
    worker.sends("Klien bilang mau bunuh diri besok siang");
    await worker.sees(next);
  };
  await app.deploy();
  await saysAgain();
  expect(said(from).match(/Ada bahaya\?/g)).toHaveLength(1);
  await app.forward(11 * 60_000);
  await saysAgain();
  expect(said(from).match(/Ada bahaya\?/g)).toHaveLength(2);
  const kept = await app.rows<{ hint: string }>(`SELECT "hint" FROM "DangerShown"`);
  expect(kept.map(({ hint }) => hint).join()).not.toMatch(/suicide|client/);
  worker.presses("⬅️ Kembali");
  await worker.sees(texts.dynamicPlain("id", "approach-problem"));
  worker.sends("Sekarang anaknya pingsan, gak napas");
  await worker.sees("Ada bahaya? Gawat medis");
  await worker.sees(next);
  await leaves();
});

test("what is past is an answer and nothing more", async () => {
  const { worker } = staff;
  const { roundId } = await atText();
  const from = worker.conversation.history.length;
  worker.sends("Dulu pernah dipukuli suaminya, tahun 2019, sekarang sudah pisah");
  await worker.sees(next);
  expect(said(from)).not.toContain("⚠️");
  expect(await problems(roundId)).toHaveLength(1);
  await leaves();
});

test.each([
  ["Pantai Kejang", false],
  ["Kampung Pingsan Lama", false],
  ["Klien dipukuli suaminya sekarang, tolong", true],
])("at the question for the village, %s: a line of danger is %s", async (words, isShown) => {
  const { worker } = staff;
  await atQuestion("village");
  const from = worker.conversation.history.length;
  worker.sends(words);
  await worker.sees(questionAt(current("approach"), after("village")));
  expect(said(from).includes("Ada bahaya")).toBe(isShown);
  await leaves();
});

test("asked in between, in danger, it is never called outside of what is known", async () => {
  const { worker } = staff;
  await atText();
  const from = worker.conversation.history.length;
  worker.presses("💬 Tanya dulu");
  await worker.sees(/pertanyaan/i);
  const unanswered = `SELECT count(*)::int AS "n" FROM "UnansweredQuestion"`;
  const before = await app.rows(unanswered);
  // Nothing of the guidance answers this.
  worker.sends("tolong dia lagi dibacok");
  await worker.sees("Ada bahaya? Kekerasan");
  await worker.sees("Keselamatan dulu: langkah dan nomornya");
  expect(await app.rows(unanswered)).toEqual(before);
  expect(said(from)).not.toContain("di luar yang saya ketahui");
  worker.looksAway();
  worker.presses(/↩️/);
  await worker.sees(texts.dynamicPlain("id", "approach-problem"));
  await leaves();
});

test("a dilemma, a question to the supervisor and a caption are read as well", async () => {
  const { worker } = staff;
  worker.looksAway();
  worker.sends("/dilema");
  await worker.sees("Menimbang dilema etik");
  worker.presses(/Mulai|baru/i);
  await worker.sees(/1|fakta|terjadi/i);
  worker.sends("Klien bilang mau gantung diri malam ini dan minta saya diam");
  await worker.sees("Ada bahaya? Bahaya bunuh diri");
  await worker.sees("Kepentingan");
  worker.presses("Batal");
  await worker.sees("Menimbang dilema etik");
  worker.looksAway();
  worker.photographs(2_000, { caption: "klien menelan obat sebotol barusan" });
  await worker.sees("Utamakan keselamatan dulu");
});

test("a question to the supervisor and the supervisor's reply are read too, and go where they were to go", async () => {
  const { worker, supervisor } = staff;
  const words = "Klien pingsan dan tidak bernapas, saya harus apa?";
  worker.looksAway();
  worker.sends("/mulai");
  const { message_id: at } = await worker.sees("Apa yang ingin Anda lakukan");
  worker.pressesData(callbacks.askSupervisor(), at);
  await worker.sees("Tulis pertanyaan Anda untuk Pak Dedi");
  worker.sends(words);
  await worker.sees("Ada bahaya? Gawat medis");
  await worker.sees(words);
  worker.presses("📨 Kirim");
  await worker.sees("Pertanyaan Anda sampai ke Pak Dedi");
  await supervisor.sees("Bu Ratna bertanya kepada Anda");
  supervisor.presses("📄 Baca pertanyaannya");
  await supervisor.sees(words);
  supervisor.presses("💬 Balas");
  await supervisor.sees("Apa balasan Anda untuk Bu Ratna?");
  supervisor.sends("Dia mau gantung diri malam ini, jangan ditinggal, saya ke sana");
  await supervisor.sees("Ada bahaya? Bahaya bunuh diri");
  await supervisor.sees("Balasan Anda sampai ke Bu Ratna");
  await worker.sees("Pak Dedi membalas pertanyaan Anda");
  worker.presses("📄 Baca balasannya");
  await worker.sees("jangan ditinggal, saya ke sana");
});

test("what strangers type is read too: numbers and steps, nothing is kept", async () => {
  const stranger = app.telegram.person({ firstName: "Entah", languageCode: "en" });
  stranger.sends("I want to kill myself tonight");
  const { text = "" } = await stranger.sees("Safety first");
  expect(text).toContain("you do not have to carry this alone");
  expect(text).toContain("119 extension 8");
  expect(stranger.seen()).not.toContain("Tell my supervisor");
});

test("ordinary words pass: nothing is added", async () => {
  const { worker } = staff;
  worker.looksAway();
  const from = worker.conversation.history.length;
  worker.sends("boleh gak terima amplop dari keluarga klien?");
  await worker.sees(/Yang dapat dilakukan|Langkah|Sumber/);
  expect(said(from)).not.toContain("⚠️");
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
