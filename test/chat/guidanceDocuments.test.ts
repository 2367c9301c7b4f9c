import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notDrawn } from "../support/drawn.js";
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
  await sends("SOP singgah.md", "text/markdown", Buffer.from(sop));
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
  const kept = await app.rows(`SELECT "name", "text" FROM "GuidanceDocument"`);
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
  await sends("SOP singgah.md", "text/markdown", Buffer.from(sop.replace("21.30", "22.45")));
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

test("a PDF with text is read; a scan is refused with the reason", async () => {
  const { admin } = staff;
  await sends(
    "aturan.pdf",
    "application/pdf",
    pdf("Pasal 7 Seragam dipakai setiap Selasa oleh semua pendamping di kantor"),
  );
  await admin.sees("Tambahkan aturan.pdf");
  admin.presses("📚 Ya, tambahkan");
  await admin.sees("aturan.pdf tersimpan");
  await sends("pindaian.pdf", "application/pdf", pdf(""));
  await admin.sees("Tambahkan pindaian.pdf");
  admin.presses("📚 Ya, tambahkan");
  await admin.sees("hasil pindai");
});

test("what is no text, and what is declined, is not kept", async () => {
  const { admin, worker } = staff;
  await sends(
    "daftar.docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Buffer.from("PK"),
  );
  await admin.sees("Yang bisa menjadi dokumen lembaga");
  await sends("catatan.txt", "text/plain", Buffer.from("halo"));
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
  await admin.sees("Dokumen lembaga · 2");
  admin.presses("📄 aturan.pdf");
  await admin.sees("ditambahkan");
  admin.presses("🗑 Hapus");
  await admin.sees("Dokumen lembaga · 1");
  const audits = await app.rows<{ action: string }>(
    `SELECT "action" FROM "AuditEvent" WHERE "subject" = 'document' ORDER BY "at"`,
  );
  expect(audits.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["document.accepted", "document.kept", "document.refused", "document.removed"]),
  );
});

test("Markdown in the folder is quoted too", async () => {
  const { worker } = staff;
  await mkdir(join(app.dataDir, "guidance"), { recursive: true });
  await writeFile(
    join(app.dataDir, "guidance", "Piket.md"),
    "## Piket hari Minggu\n\nPiket Minggu dimulai pukul 06.15 di pos depan.\n",
  );
  await app.forward(2_000);
  worker.sends("piket hari minggu dimulai pukul berapa di pos depan?");
  const { text = "" } = await worker.sees(/Piket\.md/);
  if (!text.includes("06.15")) {
    worker.presses(/^📚 Piket/);
    await worker.sees("06.15");
  }
});

async function sends(name: string, mime: string, bytes: Buffer): Promise<void> {
  staff.admin.sendsDocument(name, mime, bytes);
}

/** A PDF of one page with one line of text; none for "". */
function pdf(text: string): Buffer {
  const content = text === "" ? "0 0 100 100 re f" : `BT /F1 12 Tf 40 700 Td (${text}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = body.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, "latin1");
}

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
