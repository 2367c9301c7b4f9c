/** Hazard 21, one by one: whose words they are when they come early, twice, in parts, as a reply, or late. */
import { beforeEach, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { answersOf, begun, filled, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp({ errors: [/"message":"refused"/] });

let roundId: string;
beforeEach(async () => {
  await standsAt("physical");
  await staff.worker.sees(physical);
});

/** The worker stands at a question of a new assessment. */
async function standsAt(path: string): Promise<void> {
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.approach);
  roundId = await filled(app.records, ratna, caseId, "assessment", story.until(story.assessment, path));
  goes(staff.worker, callbacks.goOn({ roundId }));
}

const physical = "Bagaimana keadaan fisik dan kesehatannya?";
const psychological = "Bagaimana perasaan dan pikirannya?";
const family = "Bagaimana hubungannya dengan keluarga dan lingkungan?";

async function answer(path: string): Promise<unknown> {
  return (await answersOf(app.records, ratna, roundId)).get(path);
}

/** A question comes late, the worker says the same again, and is asked for which question that is. */
async function isAskedForWhich() {
  const { worker } = staff;
  const late = { kind: "tooManyRequests", retryAfter: 5 } as const;
  const wait = app.telegram.fails(late, { method: "sendMessage", chat: worker.id });
  worker.sends("Biasa saja.");
  await expect.poll(() => wait.struck).toBe(1);
  await app.forward(5_000);
  await worker.sees(psychological);
  worker.sends("biasa saja.");
  return worker.sees("Pesan ini untuk pertanyaan yang mana?");
}

test("three messages before the next question is seen are one answer; the next question waits", async () => {
  const { worker } = staff;
  worker.sends("Badannya kurus.");
  worker.sends("Batuk sudah 2 minggu.");
  worker.sends("Jalan pakai tongkat.");
  await worker.sees(psychological);
  await worker.sees("Saya tambahkan ke jawaban Fisik");
  worker.sends("Tenang.");
  await worker.sees(family);
  expect(await answer("physical")).toBe("Badannya kurus.\nBatuk sudah 2 minggu.\nJalan pakai tongkat.");
  expect(await answer("psychological")).toBe("Tenang.");
});

test("a text that the phone cut at 4,096 is one text again, up to 10,000 characters", async () => {
  const { worker } = staff;
  const whole = "Mak Iyah bercerita panjang. ".repeat(350).trim().slice(0, 9_700);
  for (let from = 0; from < whole.length; from += 4_096) worker.sends(whole.slice(from, from + 4_096));
  await worker.sees(psychological);
  await worker.sees("Saya tambahkan");
  worker.sends("Tenang.");
  await worker.sees(family);
  expect(await answer("physical")).toBe(whole);
  expect(await answer("psychological")).toBe("Tenang.");
});

test("the same words again because the bot was slow answer nothing; what they ask meanwhile is no answer", async () => {
  const { worker } = staff;
  worker.sends("Batuk.");
  worker.sends("Batuk.");
  worker.sends("batuk");
  worker.sends("halo? botnya mati ya");
  await worker.sees(psychological);
  await worker.sees("Pesan ini untuk pertanyaan yang mana?");
  worker.presses("Bukan jawaban");
  await worker.sees("tidak dipakai sebagai jawaban");
  worker.sends("Tenang.");
  await worker.sees(family);
  expect(await answer("physical")).toBe("Batuk.");
  expect(await answer("psychological")).toBe("Tenang.");
});

test("the same words again after a question that came late are asked about, and who says that they are for it has answered it", async () => {
  const { worker } = staff;
  await isAskedForWhich();
  worker.presses("✏️ Psikologis");
  await worker.sees(family);
  expect(await answer("physical")).toBe("Biasa saja.");
  expect(await answer("psychological")).toBe("biasa saja.");
});

test("who says twice for which question their words are has answered it once", async () => {
  const { worker } = staff;
  const { message_id: id } = await isAskedForWhich();
  worker.presses("✏️ Psikologis");
  await worker.sees(family);
  worker.pressesData(callbacks.addWords({ roundId, path: "psychological" }), id);
  await worker.sees("Psikologis — biasa saja.");
  expect(await answer("psychological")).toBe("biasa saja.");
  const again = await app.rows(`SELECT FROM "Answer" WHERE "roundId" = $1 AND "revision" > 1`, [roundId]);
  expect(again).toEqual([]);
});

test("a reply to an older question belongs to that question, and overwrites nothing unasked", async () => {
  const { worker } = staff;
  const asked = worker.lastMessage();
  worker.sends("Batuk.");
  const at = await worker.sees(psychological);
  worker.sends("Juga sering pusing.", asked === undefined ? {} : { replyTo: asked });
  await worker.sees("Fisik sudah terjawab");
  worker.presses("➕ Tambahkan");
  await worker.sees(/Fisik — Batuk\.\s+Juga sering pusing\./);
  worker.sends("Tenang.", { replyTo: at });
  await worker.sees(family);
  worker.sends("Kurus sekali.", asked === undefined ? {} : { replyTo: asked });
  await worker.sees("Fisik sudah terjawab");
  expect(await answer("physical")).toBe("Batuk.\nJuga sering pusing.");
  worker.presses("🔁 Ganti");
  await worker.sees("Fisik — Kurus sekali.");
  expect(await answer("physical")).toBe("Kurus sekali.");
  expect(await answer("psychological")).toBe("Tenang.");
  expect(await answer("familySocial")).toBeUndefined();
});

test("a dead letter tried again by hand is shown to be placed, and does not answer the question of now", async () => {
  const { worker } = staff;
  await app.rows(`CREATE FUNCTION refuses() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '22000'; END $$`);
  await app.rows(`CREATE TRIGGER refuses BEFORE INSERT ON "Answer" FOR EACH ROW EXECUTE FUNCTION refuses()`);
  worker.sends("Desa SUKAMAJU");
  const dead = async () => {
    const [row] = await app.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM "Update" WHERE "status" = 'dead'`,
    );
    await app.forward(8_000);
    return row?.n === 1;
  };
  await expect.poll(dead).toBe(true);
  await app.rows(`DROP TRIGGER refuses ON "Answer"`);
  await worker.sees("tidak dapat diproses");
  worker.sends("Batuk.");
  await worker.sees(psychological);
  await app.rows(
    `UPDATE "Update" SET "status" = 'pending', "attempts" = 0, "error" = NULL WHERE "status" = 'dead'`,
  );
  await worker.sees("Pesan ini untuk pertanyaan yang mana?");
  expect(await answer("physical")).toBe("Batuk.");
  worker.presses("✏️ Fisik");
  await worker.sees("Fisik — Batuk.");
  expect(await answer("physical")).toBe("Batuk.\nDesa SUKAMAJU");
  expect(await answer("psychological")).toBeUndefined();
});

test("a question typed where words are wanted is asked back, and its words are kept", async () => {
  const { worker } = staff;
  worker.sends("kalau ia tidak mau diperiksa gimana?");
  await worker.sees("Ini jawaban atau pertanyaan?");
  worker.presses("✏️ Jawaban");
  await worker.sees(psychological);
  expect(await answer("physical")).toBe("kalau ia tidak mau diperiksa gimana?");
  worker.sends("boleh gak terima amplop dari keluarga klien?");
  await worker.sees("Ini jawaban atau pertanyaan?");
  worker.presses("💬 Ini pertanyaan, tolong jawab");
  await worker.sees("Hadiah");
  expect(await answer("psychological")).toBeUndefined();
});

test("a call for the bot is no answer either, and is asked back", async () => {
  const { worker } = staff;
  await standsAt("psychological");
  await worker.sees(psychological);
  worker.sends("halo? botnya mati ya");
  await worker.sees("Ini jawaban atau pertanyaan?");
  expect(await answer("psychological")).toBeUndefined();
});

test("what is sent before the summary is seen belongs to the last answer, and the summary is shown again", async () => {
  const { worker } = staff;
  await standsAt("conclusion");
  await worker.sees("fokus rencana");
  worker.sends("Ditemani di malam hari.");
  worker.sends("Makan tiga kali.");
  worker.sends("makan tiga kali");
  await worker.sees("Kesimpulan: Ditemani di malam hari.");
  await worker.sees("Saya tambahkan ke jawaban Kesimpulan");
  await worker.sees(/Kesimpulan: Ditemani di malam hari\.\s+Makan tiga kali\./);
  expect(await answer("conclusion")).toBe("Ditemani di malam hari.\nMakan tiga kali.");
  worker.sends("boleh gak terima amplop dari keluarga klien?");
  await worker.sees("Hadiah");
  expect(await answer("conclusion")).toBe("Ditemani di malam hari.\nMakan tiga kali.");
});

test("the words of buttons, typed, are the buttons, also where a list is asked on", async () => {
  const { worker } = staff;
  worker.sends("Batuk.");
  await worker.sees(psychological);
  worker.sends("kembali");
  await worker.sees("Jawaban sekarang: Batuk.");
  worker.sends("Lewati");
  await worker.sees(psychological);
  worker.sends("skip");
  await worker.sees("perlu dijawab");
  worker.sends("simpan");
  await worker.sees("menunggu tepat di pertanyaan ini");
  expect(await answer("physical")).toBe("Batuk.");
  expect(await answer("psychological")).toBeUndefined();
  await standsAt("needs");
  await worker.sees("Apa yang dibutuhkan klien?");
  worker.sends("kembali");
  await worker.sees("Ada masalah lain?");
  worker.sends("lewati");
  await worker.sees("Apa yang dibutuhkan klien?");
});

test("an answer that is too long is not cut unasked: of three parts two stay, and it is said", async () => {
  const { worker } = staff;
  for (const letter of "xyz") worker.sends(letter.repeat(4_000));
  await worker.sees(psychological);
  await worker.sees("Belum ditambahkan ke jawaban Fisik");
  expect(String(await answer("physical")).length).toBe(8_001);
});

test("a short answer that is too long leaves a draft of what fits", async () => {
  const { worker } = staff;
  await standsAt("problems.0.title");
  await worker.sees("Apa masalahnya?");
  worker.sends(`Makan sekali sehari ${"dan tidak cukup ".repeat(10)}`);
  const draft = await worker.sees("Yang muat saya simpan dulu sebagai draf");
  expect(draft.text).toContain("paling banyak 120");
  worker.presses("💾 Pakai draf ini");
  await worker.sees("Bagaimana masalah itu terjadi?");
  expect(String(await answer("problems.0.title"))).toMatch(/^Makan sekali sehari dan tidak cukup .{80,}$/);
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
