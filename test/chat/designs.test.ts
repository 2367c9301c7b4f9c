/** An institution gives its papers a form of its own: a logo, templates with versions, a way back; and nothing stops for them. */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { docxFields } from "../../src/documents/own/docxFields.js";
import { unzipped } from "../../src/documents/own/zip.js";
import { designKinds } from "../../src/records/papers/designs.js";
import { docxOf } from "../support/docx.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { readPdf } from "../support/pdf.js";
import { solidPng } from "../support/pictures.js";
import { begun, filled } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna } = await staffedApp({ errors: [/a template of an institution cannot make/] });
const { admin, worker } = staff;
const { caseId } = await begun(app.records, ratna);
const roundId = await filled(app.records, ratna, caseId, "approach", story.approach);

const filesOf = (person: typeof admin) =>
  [...person.conversation.messages.values()].filter(
    (one) => one.document !== undefined || one.photo !== undefined,
  );
const bytesOf = (fileId: string | undefined) => {
  const content = app.telegram.file(fileId ?? "")?.content;
  if (!(content instanceof Uint8Array)) throw new Error("no file came");
  return Buffer.from(content);
};

/** Prints the contract. */
async function prints(): Promise<{ readonly name: string; readonly bytes: Buffer; readonly text: string }> {
  const before = filesOf(worker).length;
  await goes(worker, callbacks.orderPaper({ roundId, kind: "contract" })).answer();
  await app.forward(1);
  await expect.poll(() => filesOf(worker).length).toBe(before + 1);
  const document = filesOf(worker).at(-1)?.document;
  const bytes = bytesOf(document?.file_id);
  const name = document?.file_name ?? "";
  const read = name.endsWith(".pdf") ? await readPdf(bytes) : undefined;
  return { name, bytes, text: read?.kind === "text" ? read.text.replace(/\s+/g, " ") : "" };
}

/** Sends a template of the contract. */
async function sends(name: string, content: Buffer) {
  goes(admin, callbacks.sendDesign({ kind: "contract" }));
  await admin.sees("Kirim templat Kontrak layanan");
  // As Telegram's apps do, which know no type for it.
  admin.sendsDocument(name, name.endsWith(".typ") ? "application/octet-stream" : docxType, content);
  await admin.sees("sedang dicoba");
  await app.forward(1);
}

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const own = `#import "/layout.typ": *
#let d = json("/data.json")
#show: paper.with(d)
= Perjanjian #d.title
#facts(d.facts)
#blocks(d.parts)
#signatures(d)
#check(d)`;

const current = async () =>
  (
    await app.rows<{ version: number }>(
      `SELECT "version" FROM "PaperDesign" WHERE "isCurrent" AND "kind" = 'contract'`,
    )
  ).map(({ version }) => version);

test("a logo is looked at, kept sealed and stands in the letterhead; what is no picture is refused; it goes again", async () => {
  goes(admin, callbacks.letters());
  await admin.sees("Logo: belum ada");
  admin.presses("🖼 Logo");
  await admin.sees("Kirim logo lembaga");
  admin.sends("logo kami bagus");
  await admin.sees("Yang bisa dipakai");
  admin.sendsDocument("logo.svg", "image/svg+xml", Buffer.from("<svg/>"));
  await admin.sees("Yang bisa dipakai");
  admin.sendsDocument("logo.png", "image/png", Buffer.from("bukan gambar"));
  await admin.sees("sedang disiapkan");
  await app.forward(1);
  await admin.sees("Gambarnya tidak bisa dibaca");
  const plain = await prints();
  goes(admin, callbacks.letterLogo());
  await admin.sees("Kirim logo lembaga");
  admin.sendsDocument("logo.png", "image/png", solidPng(300, 200, "#1a6"));
  await admin.sees("sedang disiapkan");
  await app.forward(1);
  await admin.sees("kop setiap surat dan dokumen seperti ini");
  expect(bytesOf(filesOf(admin).at(-1)?.photo?.at(-1)?.file_id).subarray(1, 4).toString()).toBe("PNG");
  const withLogo = await prints();
  expect(withLogo.bytes.includes("/Subtype/Image") || withLogo.bytes.length > plain.bytes.length + 300).toBe(
    true,
  );
  const [kept] = await app.rows<{ id: string; fileId: string | null }>(`SELECT * FROM "PaperDesign"`);
  expect(kept).toMatchObject({ kind: "logo", status: "kept", isCurrent: true, fileId: null });
  await admin.presses("🗑 Hapus logo");
  await admin.sees("Logo: belum ada");
  expect(await app.rows(`SELECT 1 FROM "PaperDesign"`)).toEqual([]);
  expect(await app.rows(`SELECT 1 FROM "ErasedFile" WHERE "id" = $1`, [kept?.id])).toHaveLength(1);
});

test("name, address and contacts are set on the same screen", async () => {
  goes(admin, callbacks.changeLetters({ part: "address" }));
  await admin.sees("Apa alamat lembaganya");
  admin.sends("Jl. Melati 4, Serang");
  await admin.sees("Jl. Melati 4, Serang");
  goes(admin, callbacks.changeLetters({ part: "name" }));
  await admin.sees("Apa nama lembaganya");
  admin.sends("LKS Kasih Bunda");
  await admin.sees("Kop dan nomor surat");
  expect((await prints()).text).toContain("LKS KASIH BUNDA Jl. Melati 4, Serang");
});

test("what is wrong with a template is said with its line, in words; nothing of it is kept", async () => {
  for (const [source, said] of [
    ['= Halo\n#import "@preview/cetz:0.2.0": *', "Baris 2: Yang boleh diimpor hanya"],
    ['#let d = json("/data.json")\n#d.nomor', "Baris 2: data tidak memuat “nomor”."],
    // Fine with everything there is, and not with almost nothing.
    ['#json("/data.json").facts.first().text', "Baris 1: array is empty"],
  ] as const) {
    await sends("kontrak.typ", Buffer.from(source));
    const { text = "" } = await admin.sees("berkasnya belum bisa dipakai");
    expect(text).toContain(said);
  }
  goes(admin, callbacks.sendDesign({ kind: "contract" }));
  await admin.sees("Kirim templat Kontrak layanan");
  admin.sendsDocument("kontrak.pdf", "application/pdf", Buffer.from("x"));
  await admin.sees("Untuk dokumen ini kirim berkas .typ / .docx");
  expect(await app.rows(`SELECT 1 FROM "PaperDesign"`)).toEqual([]);
});

test("a template is shown as a picture, used, followed by another, gone back to; papers say which made them", async () => {
  await sends("kontrak.typ", Buffer.from(own));
  await admin.sees("Dipakai mulai sekarang?");
  expect(await current()).toEqual([]);
  await admin.presses("Batal");
  await admin.sees("Templatnya tidak disimpan");
  await sends("kontrak.typ", Buffer.from(own));
  await admin.sees("Dipakai mulai sekarang?");
  await admin.presses("✅ Pakai");
  await admin.sees("kini dibuat dengan templat versi 1");
  const first = await prints();
  expect(first.text).toContain("PERJANJIAN KONTRAK LAYANAN");
  await sends("kontrak.typ", Buffer.from(own.replace("Perjanjian", "Kesepakatan")));
  await admin.sees("Dipakai mulai sekarang?");
  await admin.presses("✅ Pakai");
  await admin.sees("kini dibuat dengan templat versi 2");
  expect((await prints()).text).toContain("KESEPAKATAN KONTRAK LAYANAN");
  expect(await current()).toEqual([2]);
  await admin.presses(/^Versi 1/);
  await admin.sees("Tidak sedang dipakai");
  const before = filesOf(admin).length;
  await admin.presses("👁 Lihat hasilnya").answer();
  await app.forward(1);
  await expect.poll(() => filesOf(admin).length).toBe(before + 1);
  goes(admin, callbacks.useDesign({ designId: await idOf(1) }));
  await admin.sees("kini dibuat dengan templat versi 1");
  expect(await current()).toEqual([1]);
  await admin.presses("↩️ Pakai bawaan lagi");
  await admin.sees("Dibuat dengan templat bawaan");
  expect((await prints()).text).not.toContain("PERJANJIAN");
  const made = await app.rows<{ version: number | null }>(
    `SELECT d."version" FROM "Paper" p LEFT JOIN "PaperDesign" d ON d."id" = p."designId" ORDER BY p."createdAt", p."id"`,
  );
  expect(made.slice(-3).map(({ version }) => version)).toEqual([1, 2, null]);
});

const idOf = async (version: number) =>
  (await app.rows<{ id: string }>(`SELECT "id" FROM "PaperDesign" WHERE "version" = $1`, [version]))[0]?.id ??
  "";

test("a template that fails with what stands on a paper: the paper is made all the same, the admin hears of it once", async () => {
  const fails = `#let d = json("/data.json")\n#if d.facts.len() > 0 and d.facts.last().text != "Contoh Pekerja Sosial" { panic(d.facts) }\nHalo`;
  await sends("kontrak.typ", Buffer.from(fails));
  await admin.sees("Dipakai mulai sekarang?");
  await admin.presses("✅ Pakai");
  await admin.sees("kini dibuat dengan templat versi 3");
  for (const _ of [1, 2]) expect((await prints()).text).toContain("KONTRAK LAYANAN");
  await admin.sees("tidak bisa membuat satu dokumen");
  const told = [...admin.conversation.messages.values()].filter(({ text }) =>
    text?.includes("tidak bisa membuat satu"),
  );
  expect(told).toHaveLength(1);
  expect(await app.rows(`SELECT 1 FROM "AuditEvent" WHERE "action" = 'design.failed'`)).toHaveLength(1);
  const logged = app.errors.filter((line) => line.includes("cannot make"));
  expect(logged).toHaveLength(2);
  // Where it failed is logged; whom the paper names is not.
  for (const line of logged) {
    expect(line).toContain("compiler (line 2)");
    expect(line).not.toContain("Iyah");
  }
  const [last] = await app.rows(
    `SELECT "designId" FROM "Paper" ORDER BY "createdAt" DESC, "id" DESC LIMIT 1`,
  );
  expect(last).toEqual({ designId: null });
});

test("a document of Word: unknown fields are named; one that is fine is shown, and comes filled", async () => {
  await sends("kontrak.docx", docxOf(["{nomor} {tanggal_lahir}", "{#bagian}{isi_bagian}"]));
  const { text = "" } = await admin.sees("berkasnya belum bisa dipakai");
  expect(text).toContain("Isian {tanggal_lahir} tidak dikenal");
  expect(text).toContain("Daftar {#bagian} harus dibuka");
  await sends(
    "kontrak.docx",
    docxOf(["Kontrak {nomor} untuk {nama_klien}", "{#draf}DRAF{/draf}", "{tujuan}"]),
  );
  await admin.sees("Dipakai mulai sekarang?");
  const [sample, picture] = filesOf(admin).slice(-2);
  expect(sample?.document?.file_name).toBe("Kontrak layanan.docx");
  expect(picture?.caption).toContain("hanya teksnya");
  await admin.presses("✅ Pakai");
  await admin.sees("kini dibuat dengan templat versi 4");
  const { name, bytes } = await prints();
  expect(name).toBe("K-2026-0001 Kontrak layanan.docx");
  const body =
    unzipped(bytes)
      .find((entry) => entry.name === "word/document.xml")
      ?.bytes.toString() ?? "";
  const words = body.replace(/<[^>]+>/g, "");
  expect(words).toMatch(/^Kontrak 001\/XI\/2026 untuk \S/);
  expect(words).not.toContain("{");
});

test("files to begin with: the shipped template, what it imports, the data it reads, a document of Word", async () => {
  const before = filesOf(admin).length;
  goes(admin, callbacks.designs());
  await admin.sees("Setiap dokumen bisa dibuat dengan bentuk lembaga sendiri");
  goes(admin, callbacks.design({ kind: "referral" }));
  await admin.sees("Dibuat dengan templat bawaan");
  await admin.presses("⬇️ Unduh contoh");
  await expect.poll(() => filesOf(admin).length).toBe(before + 4);
  const kit = filesOf(admin).slice(-4);
  expect(kit.map(({ document }) => document?.file_name)).toEqual([
    "Surat rujukan.docx",
    "Surat rujukan.typ",
    "layout.typ",
    "data.json",
  ]);
  expect(JSON.parse(bytesOf(kit[3]?.document?.file_id).toString())).toMatchObject({ kind: "referral" });
  // What is given to begin with is taken as it is.
  goes(admin, callbacks.sendDesign({ kind: "referral" }));
  await admin.sees("Kirim templat Surat rujukan");
  admin.sendsDocument("rujukan.docx", docxType, bytesOf(kit[0]?.document?.file_id));
  await admin.sees("sedang dicoba");
  await app.forward(1);
  await admin.sees("Dipakai mulai sekarang?");
  expect(Object.keys(docxFields)).toContain("yang_dibagikan");
});

test("it is the admin's, each step is audited, and nothing of a file stands in the database", async () => {
  const designId = await idOf(1);
  for (const data of [
    callbacks.designs(),
    callbacks.design({ kind: "contract" }),
    callbacks.sendDesign({ kind: "contract" }),
    callbacks.designKit({ kind: "contract" }),
    callbacks.shippedDesign({ kind: "contract" }),
    callbacks.designVersion({ designId }),
    callbacks.showDesign({ designId }),
    callbacks.useDesign({ designId }),
    callbacks.declineDesign({ designId }),
    callbacks.letterLogo(),
    callbacks.removeLogo(),
    callbacks.changeLetters({ part: "name" }),
  ]) {
    const said = await worker.pressesData(data).answer();
    expect(said.text, data).toContain("tidak");
  }
  const actions = await app.rows<{ action: string }>(
    `SELECT DISTINCT "action" FROM "AuditEvent" WHERE "subject" = 'design' ORDER BY 1`,
  );
  expect(actions.map(({ action }) => action)).toEqual(
    ["declined", "failed", "refused", "sent", "shipped", "tried", "used"].map((what) => `design.${what}`),
  );
  const [check] = await app.rows<{ sql: string }>(
    `SELECT pg_get_constraintdef("oid") AS "sql" FROM pg_constraint WHERE "conname" = 'PaperDesign_kind_check'`,
  );
  for (const kind of designKinds) expect(check?.sql).toContain(`'${kind}'`);
  expect(JSON.stringify(await app.rows(`SELECT * FROM "PaperDesign"`))).not.toMatch(/kontrak\.|Perjanjian/);
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
