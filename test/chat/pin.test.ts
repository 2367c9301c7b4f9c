/** The PIN of a chat: locked after a while, opened by digits that do not stay, and nothing lost or in the way of danger. */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { setPinRule } from "../../src/records/due/ruleSettings.js";
import { dropPins, hashOfPin, setPin } from "../../src/records/people/pin.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { answersOf, begun, filled, sent } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp();
const boss = await app.memberOf(staff.admin);

const minute = 60_000;
const physical = "Bagaimana keadaan fisik dan kesehatannya?";

function standing({ conversation }: Person): string {
  return [...conversation.messages.values()].map(({ text }) => text ?? "").join("\n");
}

/** Sets a PIN, from the message that asks for it. */
async function choosesPin(person: Person, pin: string): Promise<void> {
  await person.sees("Pilih PIN");
  person.sends(pin);
  await person.sees("Ketik PIN yang sama sekali lagi");
  person.sends(pin);
  await person.sees("🔑 PIN terpasang. Diminta lagi");
}

/** The worker stands at a question, and their chat has locked itself since. */
async function lockedAtQuestion(): Promise<string> {
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.approach);
  const told = story.until(story.assessment, "physical");
  const roundId = await filled(app.records, ratna, caseId, "assessment", told);
  goes(staff.worker, callbacks.goOn({ roundId }));
  await staff.worker.sees(physical);
  await app.forward(16 * minute);
  return roundId;
}

/** The worker has a PIN, and their chat is open. */
async function withPin(): Promise<void> {
  const [row] = await app.rows<{ pin: string | null }>(`SELECT "pin" FROM "Member" WHERE "id" = $1`, [ratna]);
  if (row?.pin !== null) return;
  await app.records.as(ratna, async (work) => setPin(work, await hashOfPin(work, "4826")));
  staff.worker.sends("4826");
  await staff.worker.sees("🔓 Terbuka.");
}

const fact = async (roundId: string) => (await answersOf(app.records, ratna, roundId)).get("physical");

test("set in /privasi, it is kept sealed and stays in no message", async () => {
  const { worker } = staff;
  worker.sends("/privasi");
  await worker.sees("🔑 PIN");
  worker.presses("🔑 PIN");
  await worker.sees("Belum ada PIN");
  worker.presses("🔑 Pasang PIN");
  await choosesPin(worker, "4826");
  await expect.poll(() => standing(worker)).not.toContain("4826");
  const [row] = await app.rows<{ pin: string }>(`SELECT "pin" FROM "Member" WHERE "id" = $1`, [ratna]);
  expect(row?.pin).toMatch(sealedShape);
});

test("locked, nothing of a case is shown; what is typed is taken once the PIN is given", async () => {
  const { worker } = staff;
  await withPin();
  const roundId = await lockedAtQuestion();
  goes(worker, callbacks.readRound({ roundId }));
  await worker.sees("🔒 Percakapan ini terkunci");
  worker.sends("/bantuan");
  await worker.sees("Ketik PIN Anda; pesannya langsung dihapus");
  worker.sends("Kurus, batuk dua minggu.");
  await worker.sees("Yang Anda kirim tidak hilang");
  expect(await fact(roundId)).toBeUndefined();
  worker.sends("1111");
  await worker.sees("PIN-nya belum cocok");
  worker.sends("4826");
  await worker.sees("🔓 Terbuka. 1 pesan yang Anda kirim tadi saya kerjakan sekarang.");
  await worker.sees("Bagaimana perasaan dan pikirannya?");
  expect(await fact(roundId)).toBe("Kurus, batuk dua minggu.");
  await expect.poll(() => standing(worker)).not.toMatch(/4826|1111/);
  // Each act counts the minutes anew.
  for (const [words, next] of [
    ["Tenang.", "hubungannya dengan keluarga"],
    ["Rukun.", "keadaan ekonominya"],
  ] as const) {
    await app.forward(10 * minute);
    worker.sends(words);
    await worker.sees(next);
  }
  expect(worker.seen()).not.toContain("terkunci");
  goes(worker, callbacks.ownPin());
  await worker.sees("setelah 15 menit tanpa kegiatan");
  expect(worker.seen()).toContain("[Hapus PIN]");
  worker.presses("5 menit");
  await worker.sees("setelah 5 menit tanpa kegiatan");
});

test("danger never waits for it, and notices come all the same", async () => {
  const { worker, admin } = staff;
  await lockedAtQuestion();
  goes(worker, callbacks.emergency());
  await worker.sees("🚨");
  expect(worker.seen()).not.toContain("terkunci");
  await app.records.as(boss, (work) => setPinRule(work, 30));
  goes(admin, callbacks.menu());
  await admin.sees("Lembaga Anda meminta PIN");
  await app.records.as(boss, (work) => setPinRule(work, null));
  worker.sends("4826");
  await worker.sees("🔓 Terbuka.");
});

test("after five wrong ones none is tried for an hour; the supervisor resets it, and what was held is taken", async () => {
  const { worker, supervisor } = staff;
  const roundId = await lockedAtQuestion();
  worker.sends("Kurus.");
  await worker.sees("Yang Anda kirim tidak hilang");
  for (let tries = 0; tries < 4; tries += 1) {
    worker.looksAway();
    worker.sends("0000");
    await worker.sees("PIN-nya belum cocok");
  }
  // One more was wrong before.
  worker.looksAway();
  worker.sends("0000");
  await worker.sees(/belum cocok|Terlalu banyak PIN yang salah/);
  worker.sends("4826");
  await worker.sees("Terlalu banyak PIN yang salah");
  supervisor.looksAway();
  worker.presses("Lupa PIN");
  await worker.sees("Yang dapat menyetel ulang PIN Anda sudah diberi tahu");
  await supervisor.sees("Bu Ratna lupa PIN-nya");
  supervisor.presses("🔑 Setel ulang PIN");
  await supervisor.sees("PIN Bu Ratna dihapus");
  await worker.sees("Pak Dedi menghapus PIN Anda");
  await expect.poll(() => fact(roundId)).toBe("Kurus.");
});

test("required by the institution, it is set before anything else; what was typed before is taken then", async () => {
  const { worker, admin } = staff;
  const roundId = await lockedAtQuestion();
  goes(admin, callbacks.rules());
  await admin.sees("PIN: tidak diwajibkan");
  admin.presses("🔑 PIN");
  await admin.sees("Wajibkan PIN untuk semua anggota?");
  admin.presses("15 menit");
  await admin.sees("PIN: wajib, diminta setelah 15 menit");
  worker.sends("Batuk.");
  await worker.sees("Lembaga Anda meminta PIN");
  worker.presses("🔑 Pasang PIN");
  await choosesPin(worker, "135790");
  await expect.poll(() => fact(roundId)).toBe("Batuk.");
  const { text } = await worker.pressesData(callbacks.removePin()).answer();
  expect(text).toMatch(/berubah|sudah/);
});

test("the operator removes a PIN that nobody in the bot can reset", async () => {
  const drops = () => app.records.as(boss, async (work) => dropPins(await work.tx(), work, staff.worker.id));
  expect(await drops()).toBe(1);
  expect(await drops()).toBe(0);
  expect(await app.rows(`SELECT "pin" FROM "Member" WHERE "id" = $1`, [ratna])).toEqual([{ pin: null }]);
});

test("each button was drawn", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
