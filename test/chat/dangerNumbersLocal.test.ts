/** Nomor setempat: filled in by the admin, first in every emergency text, tried again after six months. */
import { expect, test } from "vitest";
import type { Person } from "../../src/playground/people.js";
import { notesDanger } from "../support/danger.js";
import { notDrawn } from "../support/drawn.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff } = await staffedApp();

async function opens(): Promise<void> {
  const { admin } = staff;
  admin.looksAway();
  admin.sends("/mulai");
  await admin.sees("🏢 Lembaga");
  admin.presses("🏢 Lembaga");
  await admin.sees("☎️ Nomor darurat setempat");
  admin.presses("☎️ Nomor darurat setempat");
  await admin.sees("Nomor setempat");
}

/** What the buttons of the last message copy. */
function copied(person: Person): string[] {
  const buttons = person.lastMessage()?.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.flatMap((button) => ("copy_text" in button ? [button.copy_text.text] : []));
}

test("the admin fills numbers in, each with the day it was tried", async () => {
  const { admin } = staff;
  await opens();
  expect(admin.seen()).toContain("• rumah aman: belum diisi");
  admin.presses("➕ polisi");
  await admin.sees("Nomor polisi setempat?");
  admin.sends("polsek aja");
  await admin.sees("Nomornya belum terbaca");
  admin.sends("(0263) 261-110 Polsek Cibeber");
  await admin.sees("kapan terakhir dicoba");
  admin.sends("besok");
  await admin.sees(/depan|lewat|belum/);
  admin.presses("Hari ini");
  await admin.sees("polisi: (0263) 261-110 (Polsek Cibeber), dicoba 24 Nov 2026");
  await opens();
  admin.presses("➕ rumah sakit");
  await admin.sees("Nomor rumah sakit setempat?");
  admin.sends("0263 261026");
  await admin.sees("kapan terakhir dicoba");
  admin.sends("1-11-2026");
  await admin.sees("rumah sakit: 0263 261026 (–), dicoba 1 Nov 2026");
});

test("they come first where they fit, in a form, in /darurat and above an answer", async () => {
  const { worker } = staff;
  await notesDanger(app, worker, "violence-ongoing");
  const { text = "" } = await worker.sees("Utamakan keselamatan dulu");
  const numbers = text.slice(text.indexOf("☎️"));
  expect(numbers.split("\n")[1]).toBe("• (0263) 261-110: Polsek Cibeber (setempat, dicoba 24 Nov 2026)");
  expect(numbers).not.toContain("0263 261026");
  expect(copied(worker)).toEqual(["(0263) 261-110", "110", "129", "08111-129-129", "112"]);
  worker.looksAway();
  worker.sends("/darurat");
  await worker.sees("Apa yang terjadi?");
  worker.presses("Gawat medis");
  const medical = await worker.sees("Hubungi ambulans sekarang");
  expect(medical.text).toContain("☎️ Nomor yang sesuai\n• 0263 261026: rumah sakit");
  expect(copied(worker)).toEqual(["0263 261026", "119", "112"]);
  worker.presses("Klien gawat secara medis");
  const entry = await worker.sees("#gawat_medis");
  expect(entry.text).toContain("• 0263 261026: rumah sakit (setempat");
});

test("after six months the admin is asked to try them again, until they are", async () => {
  const { admin } = staff;
  admin.looksAway();
  const [due] = await app.rows<{ dueAt: Date }>(
    `SELECT "dueAt" FROM "Deadline" WHERE "key" = 'local-numbers' AND "doneAt" IS NULL`,
  );
  expect(due?.dueAt.toISOString()).toBe("2027-05-01T16:59:59.000Z");
  await app.forward(new Date("2027-05-01T00:31:00Z").getTime() - new Date("2026-11-24T03:15:00Z").getTime());
  await admin.sees("coba lagi nomor darurat setempat");
  admin.presses("☎️ Nomor setempat");
  await admin.sees("Nomor setempat");
  admin.presses("☎️ rumah sakit");
  await admin.sees("✅ Dicoba hari ini");
  admin.presses("✅ Dicoba hari ini");
  await admin.sees("rumah sakit: 0263 261026 (–), dicoba 1 Mei 2027");
  const [next] = await app.rows<{ dueAt: Date }>(
    `SELECT "dueAt" FROM "Deadline" WHERE "key" = 'local-numbers' AND "doneAt" IS NULL`,
  );
  expect(next?.dueAt.toISOString()).toBe("2027-05-24T16:59:59.000Z");
  admin.presses("☎️ polisi");
  await admin.sees("🗑 Hapus nomor");
  admin.presses("🗑 Hapus nomor");
  await admin.sees("• polisi: belum diisi");
});

test("only an admin fills them in", async () => {
  const { worker } = staff;
  const press = worker.pressesData("local:police:drop");
  expect(await press.answer()).toMatchObject({ text: expect.stringContaining("bukan untuk Anda") });
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
