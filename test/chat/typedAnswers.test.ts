/** Answers that are typed: said back where they were understood, no keyboard left alive, ticks kept over a detour. */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { goes } from "../support/going.js";
import { begun, fillRound } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();

/** The worker stands at a question of a new approach. */
async function standsAt(path: string): Promise<string> {
  const { roundId } = await begun(app.records, ratna);
  await fillRound(app.records, ratna, roundId, story.until(story.approach, path));
  goes(staff.worker, callbacks.goOn({ roundId }));
  return roundId;
}

test("a choice by a word or a number is said back in its question, whose buttons go", async () => {
  const { worker } = staff;
  await standsAt("source");
  const asked = await worker.sees("Bagaimana klien sampai ke Anda?");
  worker.sends("jangkau");
  await worker.sees("Kapan kontak pertama?");
  const said = await worker.sees("Bagaimana klien sampai ke Anda? — Penjangkauan ✓");
  expect(said.message_id).toBe(asked.message_id);
  expect(said.reply_markup).toBeUndefined();
});

test("the buttons below a question answered in words are gone once the next one is out", async () => {
  const { worker } = staff;
  await standsAt("village");
  const asked = await worker.sees("desa");
  worker.sends("Sukamaju");
  await worker.sees("ecamatan");
  const left = () => worker.conversation.messages.get(asked.message_id)?.reply_markup;
  await expect.poll(left, { timeout: 20_000 }).toBeUndefined();
});

test("of a question and what repeats its answer, only the newest has buttons; a typed *ya* takes them and says it back", async () => {
  const { worker } = staff;
  await standsAt("contactDate");
  const asked = await worker.sees("Kapan kontak pertama?");
  worker.sends("kamis lalu");
  const first = await worker.sees("Betul?");
  worker.sends("rabu lalu");
  const second = await worker.sees(/Rabu, .*Betul\?/);
  worker.sends("ya");
  const said = await worker.sees(/Kapan kontak pertama\? — Rabu/);
  expect(said.message_id).toBe(second.message_id);
  const left = (messageId: number) => worker.conversation.messages.get(messageId)?.reply_markup;
  for (const { message_id: messageId } of [asked, first, second]) {
    await expect.poll(() => left(messageId), { timeout: 20_000 }).toBeUndefined();
  }
});

test("*bukan* shows the question again, and the answer is said back there", async () => {
  const { worker } = staff;
  await standsAt("contactDate");
  await worker.sees("Kapan kontak pertama?");
  worker.sends("kamis lalu");
  const repeated = await worker.sees("Betul?");
  worker.looksAway();
  worker.sends("bukan");
  const again = await worker.sees("Kapan kontak pertama?");
  worker.presses("Kemarin");
  const said = await worker.sees(/Kapan kontak pertama\? — Senin/);
  expect(said.message_id).toBe(again.message_id);
  const left = () => worker.conversation.messages.get(repeated.message_id)?.reply_markup;
  await expect.poll(left, { timeout: 20_000 }).toBeUndefined();
});

test("'kekerasan' at the legal situation shows every kind; ticks survive help, a question and another case", async () => {
  const { worker } = staff;
  const roundId = await standsAt("legal");
  await worker.sees("hukum");
  worker.sends("kekerasan");
  const offered = await worker.sees("Kekerasan dalam rumah tangga");
  const faces = (offered.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  expect(faces.filter((face) => face.startsWith("▫️"))).toHaveLength(3);
  worker.presses(/Kekerasan dalam rumah tangga/);
  await worker.sees("☑️ Kekerasan dalam rumah tangga");
  worker.sends("/bantuan");
  await worker.sees("↩️ Kembali ke pertanyaan");
  worker.presses("↩️ Kembali ke pertanyaan");
  await worker.sees("☑️ Kekerasan dalam rumah tangga");
  await standsAt("source");
  await worker.sees("Bagaimana klien sampai ke Anda?");
  await app.deploy();
  goes(staff.worker, callbacks.goOn({ roundId }));
  await worker.sees("☑️ Kekerasan dalam rumah tangga");
  worker.presses(/Selesai \(1\)/);
  await worker.sees("Kekerasan dalam rumah tangga ✓");
  expect(await app.rows(`SELECT 1 FROM "Dialogue" WHERE "ticks" IS NOT NULL`)).toEqual([]);
});
