/** The information for clients: its words and their version, how a worker gives it, and what is kept of that. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { informationVersion, keepInformationGiven } from "../../src/records/case/information.js";
import { goes } from "../support/going.js";
import { begun, fillRound, sent } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

/** The words of each version, in both languages, as a hash: who changes a word adds a line here and raises the version. */
const wordings: Readonly<Record<number, string>> = {
  1: "c60f06c4137de55d",
  2: "28b38f6411ad072c",
};

test("a change of the words is a new version", () => {
  const files = ["id", "en"].map((locale) => `locales/${locale}/chat/case/clientInformation.ftl`);
  const words = createHash("sha256");
  for (const file of files) words.update(readFileSync(file, "utf8").replaceAll("\r\n", "\n"));
  expect(words.digest("hex").slice(0, 16)).toBe(wordings[informationVersion]);
  expect(Math.max(...Object.keys(wordings).map(Number))).toBe(informationVersion);
});

const { app, staff, ratna } = await staffedApp();
const { worker, admin } = staff;

const rows = (caseId: string) =>
  app.rows<{ version: number; text: string }>(
    `SELECT "version", "text" FROM "InformationGiven" WHERE "caseId" = $1`,
    [caseId],
  );

test("beside the question of consent it is read out, kept as proof, and stands on the card", async () => {
  const { caseId, roundId } = await begun(app.records, ratna);
  await fillRound(app.records, ratna, roundId, story.until(story.approach, "dataConsent"));
  goes(worker, callbacks.goOn({ roundId }));
  await worker.sees("Apakah pencatatan data pribadi diizinkan?");
  worker.presses("📖 Bacakan ke klien");
  const { text = "" } = await worker.sees("Informasi tentang data Anda");
  for (const said of [
    "LKS Harapan Kasih",
    "server Telegram, di luar Indonesia",
    "3 × 24 jam",
    "pimpinan lembaga",
  ]) {
    expect(text).toContain(said);
  }
  // Meanwhile the institution names a contact: what was read out is not what holds now.
  goes(admin, callbacks.changeOrganization({ what: "contact" }));
  await admin.sees("Siapa yang dihubungi klien");
  admin.sends("Bu Wulan, 0812 0000 1111");
  await admin.sees("Tersimpan");
  worker.presses("✅ Sudah disampaikan");
  await worker.sees("Informasinya berubah sejak dibuka");
  expect(await rows(caseId)).toEqual([]);
  worker.presses("✅ Sudah disampaikan");
  await worker.sees(`informasi data versi ${informationVersion} disampaikan`);
  const [kept] = await rows(caseId);
  expect(kept).toEqual({ version: informationVersion, text: expect.stringMatching(sealedShape) });

  await sent(app.records, ratna, caseId, "approach", story.approach);
  goes(worker, callbacks.openCase({ caseId }));
  await worker.sees("📖 Informasi data: disampaikan Selasa, 24 November 2026");
  goes(worker, callbacks.caseHistory({ caseId, only: "all", page: 0 }));
  await worker.sees(`Bu Ratna · 📖 informasi data versi ${informationVersion} disampaikan kepada klien`);
  // The wording of a year ago is not the one in force.
  const change = `UPDATE "InformationGiven" SET "version" = 0 WHERE "caseId" = $1`;
  await expect(app.rows(change, [caseId])).rejects.toThrow("never changed or removed");
  await app.forward(1_000);
  await app.records.as(ratna, (work) => keepInformationGiven(work, caseId, { version: 0, text: "" }));
  goes(worker, callbacks.openCase({ caseId }));
  await worker.sees("Sudah ada versi baru");
});

test("a community hears its own words, and a consent without the information is seen as such", async () => {
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.told("approach", "community"));
  goes(worker, callbacks.openCase({ caseId }));
  await worker.sees("📖 Informasi data: belum disampaikan");
  worker.presses("📖 Informasi untuk klien");
  const { text = "" } = await worker.sees("Informasi tentang data kelompok dan warga");
  expect(text).toContain("Bu Wulan, 0812 0000 1111");
  worker.presses("📂 Ke kasus");
  await worker.sees("📖 Informasi data: belum disampaikan");
});

test("how long cases are kept is set by the admin in whole years, and read out", async () => {
  goes(admin, callbacks.dataSettings());
  await admin.sees("Masa simpan: belum ditetapkan");
  admin.presses("🗓 Masa simpan");
  await admin.sees("Berapa tahun kasus disimpan");
  admin.sends("selamanya");
  await admin.sees("Tulis jumlah tahun, 1 sampai 100");
  admin.sends("10 tahun");
  await admin.sees("Tersimpan");
  const { caseId } = await begun(app.records, ratna);
  goes(worker, callbacks.readInformation({ caseId }));
  await worker.sees("Data disimpan 10 tahun sesudah layanan selesai");
  goes(admin, callbacks.changeOrganization({ what: "retention" }));
  await admin.sees("Berapa tahun kasus disimpan");
  admin.presses("Tidak ditetapkan");
  await admin.sees("Tersimpan");
  goes(admin, callbacks.dataSettings());
  await admin.sees("Masa simpan: belum ditetapkan");
});
