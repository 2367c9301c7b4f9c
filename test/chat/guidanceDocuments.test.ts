import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tesseract } from "../../src/documents/reading/tesseract.js";
import { docxOf } from "../support/docx.js";
import { notDrawn } from "../support/drawn.js";
import { scanOf, writtenPdf } from "../support/scans.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff } = await staffedApp();

const sop = `# SOP Rumah Singgah

## Jam malam penghuni

Pintu rumah singgah dikunci pukul 21.30 WIB; penghuni yang pulang lewat jam itu menelepon petugas piket.

## Kendaraan dinas

Mobil operasional dipinjam lewat buku merah di meja satpam, paling lama delapan jam.

## Amplop dari keluarga klien

Amplop dari keluarga klien ditolak, dan dicatat di buku tamu.
`;

test("an admin adds a document, and answers quote it word for word", async () => {
  const { admin, worker } = staff;
  sends("SOP singgah.md", Buffer.from(sop));
  await admin.sees("Tambahkan SOP singgah.md sebagai dokumen lembaga?");
  admin.presses("📚 Ya, tambahkan");
  await admin.sees("sedang dibaca");
  await admin.sees("SOP singgah.md tersimpan");
  worker.sends("jam malam penghuni rumah singgah dikunci pukul berapa?");
  const { text = "" } = await worker.sees(/Dokumen lembaga|📚/);
  if (!text.includes("21.30")) worker.presses(/^📚 .*Jam malam/);
  const quoted = text.includes("21.30") ? text : ((await worker.sees("21.30")).text ?? "");
  expect(quoted).toContain("Pintu rumah singgah dikunci pukul 21.30 WIB");
  expect(quoted).toContain("SOP singgah.md, Jam malam penghuni");
  expect(quoted).toContain("dokumen lembaga");
  const kept = await app.rows(
    `SELECT "name", "contents", "words", "terms" FROM "GuidanceDocument" JOIN "GuidanceSegment" ON "documentId" = "id"`,
  );
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toMatch(/singgah/i);
});

test("what no document says is not quoted from any", async () => {
  const { worker } = staff;
  worker.sends("resep rendang padang yang enak");
  const { text = "" } = await worker.sees("di luar yang saya ketahui");
  expect(text).not.toContain("SOP singgah");
});

test("the same name takes the place of the old one", async () => {
  const { admin, worker } = staff;
  sends("SOP singgah.md", Buffer.from(sop.replace("21.30", "22.45")));
  await admin.sees("sudah ada. Ganti");
  admin.presses("🔁 Ya, ganti");
  await admin.sees("SOP singgah.md tersimpan");
  worker.sends("jam malam penghuni rumah singgah dikunci pukul berapa?");
  const { text = "" } = await worker.sees(/Dokumen lembaga|📚/);
  if (!text.includes("22.45")) {
    worker.presses(/^📚 .*Jam malam/);
    await worker.sees("22.45");
  }
  expect(await app.rows(`SELECT 1 FROM "GuidanceDocument" WHERE "removedAt" IS NULL`)).toHaveLength(1);
  // Beside an answer of what ships it is a button.
  worker.sends("boleh gak terima amplop dari keluarga klien?");
  await worker.sees("#hadiah");
  worker.presses(/^📚 SOP singgah/);
  await worker.sees("dicatat di buku tamu");
});

test("members see the list, and read a document through, from its contents and by ◀ ▶", async () => {
  const { worker } = staff;
  worker.presses("📑 Daftar isi");
  const { text: card = "" } = await worker.sees("Pilih bagian yang hendak dibaca");
  expect(card).toContain("3 bagian");
  expect(worker.seen()).not.toContain("🗑 Hapus");
  worker.presses("Kendaraan dinas");
  await worker.sees("Mobil operasional dipinjam lewat buku merah");
  worker.presses("◀️ 1/3");
  await worker.sees("Pintu rumah singgah dikunci pukul 22.45 WIB");
  worker.presses("2/3 ▶️");
  await worker.sees("paling lama delapan jam");
  worker.sends("/etika");
  await worker.sees("⬅️ Semua topik");
  worker.presses("⬅️ Semua topik");
  await worker.sees("📚 Dokumen lembaga");
  worker.presses("📚 Dokumen lembaga");
  const { text: list = "" } = await worker.sees("Dokumen lembaga · 1");
  expect(list).not.toContain("Kirim berkas");
  worker.presses("📄 SOP singgah.md");
  await worker.sees("📖 Baca dari awal");
  worker.presses("📖 Baca dari awal");
  await worker.sees("Pintu rumah singgah");
  worker.sends("/dokumen buku merah di meja satpam");
  await worker.sees("Mobil operasional dipinjam lewat buku merah");
  worker.sends("/dokumen zzzz qqqq");
  await worker.sees("Tidak ada yang cocok");
});

test("what was read is kept: after a restart it is found as before, and read anew where it was read otherwise", async () => {
  const { worker } = staff;
  await app.rows(`UPDATE "GuidanceDocument" SET "readAs" = 'an older version', "notBefore" = "addedAt"`);
  await app.deploy();
  worker.sends("/dokumen jam malam penghuni");
  await worker.sees("dikunci pukul 22.45 WIB");
  const readAnew = `SELECT 1 FROM "GuidanceDocument" WHERE "readAs" <> 'an older version' AND "version" > 1`;
  await expect.poll(() => app.rows(readAnew)).toHaveLength(1);
  worker.sends("/dokumen kendaraan dinas");
  await worker.sees("Mobil operasional dipinjam");
});

test("a document of Word is read, and a PDF by its pages; a scan where a program for it is here, else it is refused", async () => {
  const { admin, worker } = staff;
  await adds(
    "Tata tertib.docx",
    docxOf(["BAB I SERAGAM", "Seragam dipakai setiap Selasa oleh semua pendamping."]),
  );
  await admin.sees("Tata tertib.docx tersimpan: 1 bagian");
  worker.sends("/dokumen seragam pendamping");
  await worker.sees("Tata tertib.docx, BAB I SERAGAM");
  await adds("aturan.pdf", writtenPdf("Pasal 7 Sepatu dinas dipakai setiap Kamis oleh semua pendamping"));
  await admin.sees("aturan.pdf tersimpan: 1 halaman, 1 bagian");
  worker.sends("/dokumen sepatu dinas");
  await worker.sees("Sepatu dinas dipakai setiap Kamis");
  const canRead = typeof (await tesseract()) !== "string";
  await adds("pindaian.pdf", scanOf(["Kunci gudang sembako disimpan", "oleh bendahara yayasan."]));
  await admin.sees(
    canRead ? "1 halaman dibaca mesin dari hasil pindai" : "bila pengelola server memasang program tesseract",
  );
  worker.sends("/dokumen kunci gudang sembako");
  await worker.sees(canRead ? "cocokkan dengan aslinya" : "Tidak ada yang cocok");
  if (!canRead) return;
  admin.presses("📖 Buka");
  await admin.sees("🗑 Hapus");
  admin.presses("🗑 Hapus");
  await admin.sees("Dokumen lembaga · 3");
});

test("what cannot be read, and what is declined, is not kept", async () => {
  const { admin, worker } = staff;
  sends("daftar.xlsx", Buffer.from("PK"));
  await admin.sees("Yang bisa menjadi dokumen lembaga");
  await adds("rusak.docx", Buffer.from("PK"));
  await admin.sees("rusak.docx tidak disimpan: berkasnya rusak");
  sends("catatan.txt", Buffer.from("halo"));
  await admin.sees("Tambahkan catatan.txt");
  admin.presses("Batal");
  await admin.sees("tidak disimpan");
  worker.sendsDocument("milik-worker.md", "text/markdown", Buffer.from(sop));
  await worker.sees("tidak ada pertanyaan yang menunggu kiriman");
});

test("documents are listed, removed and audited", async () => {
  const { admin } = staff;
  admin.sends("/mulai");
  await admin.sees("🏢 Lembaga");
  admin.presses("🏢 Lembaga");
  await admin.sees("📚 Dokumen lembaga");
  admin.presses("📚 Dokumen lembaga");
  await admin.sees("Dokumen lembaga · 3");
  admin.presses("📄 aturan.pdf");
  await admin.sees("ditambahkan");
  admin.presses("🗑 Hapus");
  await admin.sees("Dokumen lembaga · 2");
  expect(await app.rows(`SELECT DISTINCT "documentId" FROM "GuidanceSegment"`)).toHaveLength(2);
  staff.worker.sends("/dokumen sepatu dinas");
  await staff.worker.sees(/Tidak ada yang cocok|Tata tertib|SOP singgah/);
  expect(staff.worker.seen()).not.toContain("Sepatu dinas dipakai");
  const audits = await app.rows<{ action: string }>(
    `SELECT "action" FROM "AuditEvent" WHERE "subject" = 'document' ORDER BY "at"`,
  );
  expect(audits.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["document.accepted", "document.kept", "document.refused", "document.removed"]),
  );
});

test("files in the folder of the installation are listed, quoted and read too", async () => {
  const { worker } = staff;
  await mkdir(join(app.dataDir, "guidance"), { recursive: true });
  await writeFile(
    join(app.dataDir, "guidance", "Piket.md"),
    "## Piket hari Minggu\n\nPiket Minggu dimulai pukul 06.15 di pos depan.\n",
  );
  await app.forward(2_000);
  const opens = async () => {
    worker.sends("/dokumen");
    await worker.sees("Pilih satu untuk membacanya");
    return worker.seen();
  };
  await expect.poll(opens).toContain("📄 Piket.md");
  worker.presses("📄 Piket.md");
  await worker.sees("dari pengelola bot");
  worker.sends("piket hari minggu dimulai pukul berapa di pos depan?");
  await worker.sees("06.15");
});

function sends(name: string, bytes: Buffer): void {
  staff.admin.sendsDocument(name, "application/octet-stream", bytes);
}

async function adds(name: string, bytes: Buffer): Promise<void> {
  sends(name, bytes);
  await staff.admin.sees(`Tambahkan ${name}`);
  staff.admin.presses("📚 Ya, tambahkan");
  await staff.admin.sees("sedang dibaca");
}

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
