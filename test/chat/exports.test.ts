/** Files over many cases: the recap, figures for an assessor, exports of data, lembar, a case in disguise. */
import { mkdirSync, writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { shippedDefinition } from "../../src/documents/definitions.js";
import type { Person } from "../../src/playground/people.js";
import { importedByPrimero } from "../../src/practice/exports/primeroImport.js";
import { notDrawn } from "../support/drawn.js";
import { readPdf } from "../support/pdf.js";
import { agreed, begun, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import { standing } from "../support/standing.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();
const { admin, supervisor, worker } = staff;

let [caseId, code] = ["", ""];
beforeAll(async () => {
  const one = await begun(app.records, ratna);
  [caseId, code] = [one.caseId, one.code];
  await sent(app.records, ratna, caseId, "approach", story.approach);
  await sent(app.records, ratna, caseId, "assessment", story.assessment);
  await agreed(app.records, dedi, await sent(app.records, ratna, caseId, "plan", story.plan));
  await sent(app.records, ratna, caseId, "session", story.session);
  // Its client was not asked yet.
  await begun(app.records, ratna);
});

/** A person goes to a screen. A button stands below a text: a file has none. */
function goes(person: Person, data: string) {
  person.looksAway();
  const texts = [...person.conversation.messages.values()].filter((message) => message.text !== undefined);
  return person.pressesData(data, texts.at(-1)?.message_id);
}

const facesIn = (person: Person) =>
  [...person.conversation.messages.values()].flatMap(
    ({ reply_markup: markup }) => markup?.inline_keyboard.flat().map(({ text }) => text) ?? [],
  );

const filesOf = (person: Person) =>
  [...person.conversation.messages.values()].filter((message) => message.document !== undefined);

/** The file that comes after something was pressed. */
async function comes(person: Person, act: () => void | Promise<void>) {
  const before = filesOf(person).length;
  await act();
  await expect.poll(() => filesOf(person).length).toBe(before + 1);
  const message = filesOf(person).at(-1);
  const content = app.telegram.file(message?.document?.file_id ?? "")?.content;
  if (message === undefined || !(content instanceof Uint8Array)) throw new Error("no file came");
  const folder = process.env.LOOK_AT;
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${filesOf(person).length}-${message.document?.file_name}`, content);
  }
  return { message, content };
}

/** The sheets of a workbook: the texts of each, row by row. */
function sheetsOf(workbook: Uint8Array): Readonly<Partial<Record<string, string[][]>>> {
  const files = unzipSync(workbook);
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const plain = (xml: string) =>
    xml
      .replace(/<[^>]*>/g, "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&");
  const texts = [...part("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = ""]) =>
    plain(si),
  );
  const names = [...part("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name = ""]) => name,
  );
  return Object.fromEntries(
    names.map((name, at) => {
      const rows = [...part(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/<row [^>]*>(.*?)<\/row>/gs)];
      const cells = rows.map(([, row = ""]) =>
        [...row.matchAll(/<c r="[A-Z]+\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
          ([, kind = "", inner = ""]) => {
            const value = /<v>(.*?)<\/v>/.exec(inner)?.[1] ?? "";
            return kind.includes('t="s"') ? (texts[Number(value)] ?? "") : value;
          },
        ),
      );
      return [name, cells];
    }),
  );
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const read = await readPdf(Buffer.from(pdf));
  if (read.kind !== "text") throw new Error(`the paper is ${read.reason}`);
  return read.text.replace(/\s+/g, " ");
}

const recapOf = { length: "month", before: 0, whom: "served", masked: true } as const;

test("the recap: columns set by the institution, as a workbook and as a paper, small numbers masked", async () => {
  goes(admin, callbacks.exports());
  await admin.sees("Rekap dan ekspor");
  admin.presses("📊 Rekap PPKS");
  await admin.sees("1 Oktober 2026 – 31 Oktober 2026");
  admin.presses("▶️");
  await admin.sees("1 November 2026 – 30 November 2026");
  const xlsx = await comes(admin, () => void admin.presses("Excel (XLSX)"));
  expect(xlsx.message.document?.file_name).toBe("2026-11-24 Rekap PPKS.xlsx");
  expect(xlsx.message.has_protected_content).toBeUndefined();
  const sheets = sheetsOf(xlsx.content);
  expect(Object.keys(sheets)).toEqual(["Rekap PPKS", "Keterangan"]);
  const table = sheets["Rekap PPKS"] ?? [];
  expect(table[0]).toHaveLength(14);
  expect(table).toHaveLength(28);
  const row = table.find(([kind]) => kind?.startsWith("Lanjut usia"));
  expect(row?.filter((cell) => cell !== "0").slice(1)).toEqual(["<5", "<5"]);
  expect(sheets.Keterangan?.flat().join(" ")).toContain("ditulis <5");

  goes(admin, callbacks.recapColumns());
  await admin.sees("0–5 th · 6–12 th · 13–17 th · 18–59 th · 60+ th");
  admin.presses("✏️ Ganti kelompok umur");
  await admin.sees("awal tiap kelompok");
  admin.sends("anak, dewasa");
  await admin.sees("Misalnya: 0, 6, 13, 18, 60");
  admin.sends("0 18 60");
  await admin.sees("Tersimpan");
  goes(admin, callbacks.setRecapColumn({ what: "bySex", on: false }));
  goes(admin, callbacks.setRecapColumn({ what: "emptyRows", on: false }));
  await admin.sees("0–17 th · 18–59 th · 60+ th");
  const pdf = await comes(
    admin,
    () => void goes(admin, callbacks.makeRecap({ ...recapOf, masked: false, format: "pdf" })),
  );
  const text = await textOf(pdf.content);
  for (const words of [
    "REKAP PPKS",
    "60+ th",
    "Hanya untuk dalam lembaga",
    "Lanjut usia telantar",
    "Bukan formulir resmi",
  ])
    expect(text).toContain(words);
  await comes(admin, () => void goes(admin, callbacks.makeRecap({ ...recapOf, format: "pdf" })));
});

test("figures for an assessor: counts and no name, names of the staff for a reason the other admins hear of", async () => {
  const page = { length: "year", before: 0 } as const;
  goes(admin, callbacks.accreditation(page));
  await admin.sees("bukan formulir resmi");
  const plain = await comes(admin, () => void admin.presses("Excel (XLSX)"));
  const sheets = sheetsOf(plain.content);
  expect(Object.keys(sheets)).toEqual([
    "Klien menurut jenis dan keadaan",
    "Staf",
    "Pelayanan per bulan",
    "Hasil pelayanan",
    "Keterangan",
  ]);
  expect(sheets.Staf?.[1]?.[0]).toMatch(/^PS-/);
  expect(sheets["Pelayanan per bulan"]?.[11]).toEqual(["November 2026", "1", "0", "1", "1", "0", "0", "0"]);
  expect(JSON.stringify(sheets)).not.toContain("Bu Ratna");
  await comes(
    admin,
    () => void goes(admin, callbacks.makeAccreditation({ ...page, format: "pdf", named: false })),
  );
  goes(admin, callbacks.makeAccreditation({ ...page, format: "xlsx", named: true }));
  await admin.sees("Untuk apa nama staf diperlukan");
  const named = await comes(admin, () => void admin.sends("Asesor BALKS datang besok"));
  expect(JSON.stringify(sheetsOf(named.content))).toContain("Bu Ratna");
});

test("an export of data: pseudonyms that stay the same, dates as dates, cases without consent left out", async () => {
  goes(admin, callbacks.exportData());
  await admin.sees("Ekspor data kasus");
  for (const subject of ["Sesi", "Tujuan", "Keluarga", "Tenggat"]) {
    admin.presses(`▫️ ${subject}`);
    await expect.poll(() => facesIn(admin)).toContain(`☑️ ${subject}`);
  }
  const first = await comes(admin, () => void admin.presses("📤 Buat ekspor"));
  const sheets = sheetsOf(first.content);
  expect(Object.keys(sheets)).toEqual(["Kasus", "Sesi", "Tujuan", "Keluarga", "Tenggat", "Keterangan"]);
  const client = sheets.Kasus?.[1]?.[0];
  expect(client).toMatch(/^KL-/);
  expect(sheets.Kasus).toHaveLength(2);
  for (const name of ["Sesi", "Tujuan", "Keluarga", "Tenggat"]) expect(sheets[name]?.[1]?.[0]).toBe(client);
  const all = JSON.stringify(sheets);
  for (const hidden of ["Iyah", "Ratna", "Cibeber", code]) expect(all).not.toContain(hidden);
  expect(all).toContain("1 yang persetujuannya belum ditanyakan");
  // The next one begins with what was chosen before, and calls everybody the same.
  goes(admin, callbacks.exportData());
  await admin.sees("Ekspor data kasus");
  admin.presses("Ganti ke CSV");
  await admin.sees("Berkas: CSV");
  const csv = await comes(admin, () => void admin.presses("📤 Buat ekspor"));
  expect(csv.message.document?.file_name).toMatch(/\.zip$/);
  const files = unzipSync(csv.content);
  expect(Object.keys(files)).toEqual([
    "kasus.csv",
    "sesi.csv",
    "tujuan.csv",
    "keluarga.csv",
    "tenggat.csv",
    "keterangan.csv",
  ]);
  const text = Buffer.from(files["kasus.csv"] as Uint8Array).toString("utf8");
  expect(text.startsWith("\ufeffKlien,")).toBe(true);
  expect(text).toContain(client);
});

test("names need a reason and a second person's yes, who reads the reason; who asked cannot agree", async () => {
  goes(admin, callbacks.exportData());
  await admin.sees("Ekspor data kasus");
  admin.presses("15 kolom");
  await admin.sees("Kolom bertanda *");
  admin.presses("▫️ Kode kasus *");
  await expect.poll(() => facesIn(admin)).toContain("☑️ Kode kasus *");
  admin.presses("⬅️ Kembali");
  await admin.sees("perlu menyetujui");
  admin.presses("Dengan nama");
  await admin.sees("Orang disebut dengan namanya");
  admin.presses("📤 Buat ekspor");
  await admin.sees("siapa yang akan memegangnya");
  admin.sends("Pindah ke sistem lembaga yang baru");
  await admin.sees("Berkas dibuat setelah satu dari mereka setuju");
  await supervisor.sees("Bu Sari meminta ekspor");
  supervisor.presses("Lihat permintaan");
  await supervisor.sees("Pindah ke sistem lembaga yang baru");
  supervisor.presses("Tidak setuju");
  await admin.sees("Pak Dedi tidak menyetujui ekspor Anda");
  const [declined] = await app.rows<{ id: string }>(`SELECT "id" FROM "Export" WHERE "status" = 'declined'`);
  await app.rows(`UPDATE "Export" SET "status" = 'asked' WHERE "id" = $1`, [declined?.id]);
  goes(admin, callbacks.openExport({ exportId: declined?.id ?? "" }));
  await admin.sees("Menunggu keputusan");
  admin.presses("Tarik permintaan");
  await admin.sees("Ditarik kembali");

  goes(admin, callbacks.exportData());
  await admin.sees("Orang disebut dengan namanya");
  admin.presses("📤 Buat ekspor");
  await admin.sees("siapa yang akan memegangnya");
  admin.sends("Pindah ke sistem lembaga yang baru");
  await supervisor.sees("Bu Sari meminta ekspor");
  const [row] = await app.rows<{ id: string }>(`SELECT "id" FROM "Export" WHERE "status" = 'asked'`);
  const exportId = row?.id ?? "";
  for (const press of [callbacks.agreeToExport({ exportId }), callbacks.openExport({ exportId })]) {
    const refused = await goes(worker, press).answer();
    expect(refused.text).toContain("bukan untuk Anda");
  }
  expect((await goes(admin, callbacks.agreeToExport({ exportId })).answer()).text).toContain(
    "bukan untuk Anda",
  );
  const file = await comes(admin, () => {
    goes(supervisor, callbacks.agreeToExport({ exportId }));
  });
  const sheets = JSON.stringify(Object.values(unzipSync(file.content)).map((one) => strFromU8(one)));
  for (const name of ["Iyah", "Bu Ratna"]) expect(sheets).toContain(name);
  await supervisor.sees("sedang dibuat");
  const [kept] = await app.rows<{ reason: string }>(`SELECT "reason" FROM "Export" WHERE "id" = $1`, [
    exportId,
  ]);
  expect(kept?.reason).not.toContain("Pindah");
  const told = await app.rows<{ action: string }>(
    `SELECT "action" FROM "AuditEvent" WHERE "detail"->>'export' = $1 ORDER BY "at"`,
    [exportId],
  );
  expect(told.map(({ action }) => action)).toEqual(["export.asked", "export.agreed", "export.made"]);
  await app.forward(25 * 3_600_000);
  await expect
    .poll(() => app.rows(`SELECT 1 FROM "Export" WHERE "status" = 'made' AND "removedAt" IS NULL`))
    .toEqual([]);
});

test("a file for Primero, by a mapping the institution may replace, that its importer takes", async () => {
  goes(admin, callbacks.changePrimero());
  await admin.sees("Tempel pemetaannya");
  admin.sends("columns:\n  - { primero: name, path: approach.nama }");
  await admin.sees("path approach.nama tidak ada di rekaman");
  admin.sends(
    "columns:\n  - { primero: name, path: approach.name }\n  - { primero: sex, path: approach.sex, format: raw }",
  );
  await admin.sees("Tersimpan: 2 kolom");
  goes(admin, callbacks.readPrimero());
  await admin.sees("primero: sex");
  goes(admin, callbacks.primero());
  await admin.sees("Pemetaannya milik lembaga");
  admin.presses("Kembali ke pemetaan bawaan");
  await admin.sees("Pemetaannya bawaan");
  admin.presses("📤 Buat berkas");
  await admin.sees("siapa yang akan memegangnya");
  admin.sends("Diminta UNICEF");
  await supervisor.sees("Bu Sari meminta ekspor");
  supervisor.presses("Lihat permintaan");
  await supervisor.sees("Berkas untuk Primero");
  const { content } = await comes(admin, () => void supervisor.presses("Setuju"));
  const { records, errors } = importedByPrimero(strFromU8(content));
  expect(errors).toEqual([]);
  expect(records).toHaveLength(1);
  expect(records[0]?.data).toMatchObject({ module_id: "primeromodule-cp", sex: "female", status: "open" });
  expect(records[0]?.data.name).toContain("Iyah");
});

test("a lembar: every field of another system, to be copied one by one and as a paper, for who reads the case", async () => {
  goes(admin, callbacks.addLembar());
  await admin.sees("Tempel definisi lembarnya");
  admin.sends("name: SIMFONI\nfields:\n  - { label: Umur, path: approach.umur }");
  await admin.sees("Umur: path approach.umur tidak ada di rekaman");
  admin.sends(
    "name: Sistem dinas\nfields:\n  - { label: Nama, path: approach.name, format: upper }\n  - { label: JK, path: approach.sex, translate: { female: P } }\n  - { label: Telepon, path: approach.phone }",
  );
  await admin.sees("Tersimpan: Sistem dinas, 3 kolom");
  admin.presses("📋 Lembar salin");
  await admin.sees("Sistem dinas: 3 kolom");
  goes(admin, callbacks.lembarExample());
  await admin.sees("CONTOH lembar");
  expect(standing(admin)).toContain("Contoh lembar");
  goes(worker, callbacks.casePapers({ caseId, page: 0 }));
  await worker.sees("dokumen. Tekan");
  worker.presses("📋 Lembar salin");
  await worker.sees("Lembar mana");
  worker.presses("Sistem dinas");
  await worker.sees("IYAH BINTI SARTA");
  const copies =
    [...worker.conversation.messages.values()].at(-1)?.reply_markup?.inline_keyboard?.flat() ?? [];
  expect(copies.flatMap((button) => ("copy_text" in button ? [button.copy_text.text] : []))).toContain("P");
  const paper = await comes(worker, () => void worker.presses("🖨 PDF"));
  expect(await textOf(paper.content)).toContain("IYAH BINTI SARTA");
  await comes(worker, () => void goes(worker, callbacks.printLembar({ caseId, lembarId: null })));
  expect((await goes(admin, callbacks.caseLembar({ caseId })).answer()).text).toContain("bukan untuk Anda");
  expect(shippedDefinition("lembar-contoh")).toContain("bukan formulir resmi");
});

test("a case in disguise: no name, place or number is left, on each page it is said; for the supervisor only", async () => {
  expect((await goes(worker, callbacks.orderReview({ caseId })).answer()).text).toContain("bukan untuk Anda");
  goes(supervisor, callbacks.casePapers({ caseId, page: 0 }));
  await supervisor.sees("dokumen. Tekan");
  const { message, content } = await comes(
    supervisor,
    () => void supervisor.presses("🎭 PDF tersamar untuk telaah mutu"),
  );
  expect(message.document?.file_name).toBe("Kasus tersamar untuk telaah mutu.pdf");
  expect(message.caption).not.toContain(code);
  const text = await textOf(content);
  for (const hidden of ["Iyah", "Cibeber", "Ratna", "Dedi", code]) expect(text).not.toContain(hidden);
  expect(text).toMatch(/KL-[2-9A-Z]{8}/);
  const pages = Number(/Halaman 1 dari (\d+)/.exec(text)?.[1]);
  expect(text.split("Tersamar: nama, tempat, dan nomor diganti")).toHaveLength(pages + 1);
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
