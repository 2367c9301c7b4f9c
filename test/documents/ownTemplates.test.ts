/** What an institution sends makes its papers, and can neither run code nor read a file nor hold anything up. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { confinementOf } from "../../src/documents/own/confinement.js";
import { docxFields, fieldsOf } from "../../src/documents/own/docxFields.js";
import { FaultyFile, type FileFault } from "../../src/documents/own/faults.js";
import { unzipped, zipped } from "../../src/documents/own/zip.js";
import { type Paper, paperJson, scannable } from "../../src/documents/paper.js";
import { shippedTemplates } from "../../src/documents/typesetter.js";
import { docxOf, relationsOf } from "../support/docx.js";
import { bundleTypesetting } from "../support/typesetting.js";

const folder = "node_modules/.cache/own-templates";
const program = pathToFileURL(resolve(folder, "confined.mjs"));
const confinement = confinementOf(program);
beforeAll(() => bundleTypesetting(folder));
afterAll(() => confinement.rest());

const at = new Date("2026-11-25T03:00:00Z");
const link = "https://t.me/pendamping_bot?start=v_AAAAAAAAAAAAAAAAAAAAAA";
const print = { check: { picture: scannable(link), link, words: "Kode periksa" }, copy: "Salinan ke-1" };

const paper: Paper = {
  kind: "contract",
  language: "id",
  title: "Kontrak layanan",
  code: "K-2026-0042",
  draft: false,
  institution: { name: "LKS Kasih", address: "Jl. Melati 4, Serang", contacts: "Telp. (0252) 123456" },
  words: { draft: "DRAF", confidential: "RAHASIA", page: "Halaman", of: "dari", copies: "Tembusan" },
  facts: [
    { key: "number", label: "Nomor", text: "057/LKS/XI/2026" },
    { key: "client", label: "Nama klien", text: "Bu Iyah {#bagian} {nomor} <w:p>" },
  ],
  parts: [
    { key: "aim", title: "Tujuan", blocks: [{ kind: "text", text: "Sekolah lagi\ndan tetap sekolah" }] },
    {
      key: "worker-duties",
      title: "Pekerja sosial",
      blocks: [{ kind: "list", items: ["Berkunjung", "Mengantar"] }],
    },
  ],
  date: "25 November 2026",
  signatures: [
    { role: "Klien", name: "", note: "Bu Iyah" },
    { role: "Pekerja sosial", name: "Bu Ratna", note: "" },
  ],
  below: [],
  copies: ["Arsip"],
};
const data = paperJson(paper, print);

const typ = (source: string) => ({ format: "typ", file: Buffer.from(source) }) as const;
const tries = (source: string) =>
  confinement.run({ kind: "try", template: typ(source), samples: [data], logo: undefined, at });
const fills = (docx: Buffer, logo?: { png: Uint8Array; words: string }) =>
  confinement.run({ kind: "make", template: { format: "docx", file: docx }, data, logo, at });

/** The faults that are found; none where it is taken. */
async function faultsOf(done: Promise<unknown>): Promise<readonly FileFault[]> {
  try {
    await done;
    return [];
  } catch (error) {
    if (error instanceof FaultyFile) return error.faults;
    throw error;
  }
}

const { "letter.typ": letter = "", "report.typ": report = "" } = shippedTemplates();

const partOf = (docx: Uint8Array, name: string) =>
  unzipped(Buffer.from(docx))
    .find((entry) => entry.name === name)
    ?.bytes.toString() ?? "";

test("every shipped template may be sent back as an own one, and makes the paper with a picture of it", async () => {
  for (const source of [letter, report]) {
    const { picture, pages, accessible } = await tries(source);
    expect(Buffer.from(picture).subarray(1, 4).toString()).toBe("PNG");
    expect([pages, accessible]).toEqual([1, true]);
  }
});

test("the picture shows the first page too where there are more", async () => {
  const [black, blank] = [
    await tries("#rect(width: 100%, height: 50%, fill: black)#pagebreak()2"),
    await tries("#pagebreak()2"),
  ];
  expect([black.pages, blank.pages]).toEqual([2, 2]);
  expect(Buffer.from(black.picture).equals(Buffer.from(blank.picture))).toBe(false);
});

const wasm = "(0, 97, 115, 109, 1, 0, 0, 0)";
test.each<[string, string, FileFault]>([
  ["a package", '#import "@preview/cetz:0.2.0": *', { what: "import", line: 1 }],
  ["a package in other signs", 'a\n#import "\\u{40}preview/cetz:0.2.0": *', { what: "import", line: 2 }],
  [
    "a package by a name it makes",
    '#let p = "@" + "local/x:0.1.0"\n#import p: *',
    { what: "import", line: 2 },
  ],
  ["another template", '#include "/report.typ"', { what: "word", line: 1, about: "include" }],
  ["WebAssembly", `#plugin(bytes(${wasm}))`, { what: "word", line: 1, about: "plugin" }],
  ["WebAssembly by words", `#eval("plug" + "in(bytes(${wasm}))")`, { what: "word", line: 1, about: "eval" }],
  ["WebAssembly by its place", `#dictionary(std).at("plug" + "in")`, { what: "word", line: 1, about: "std" }],
  ["WebAssembly behind a sign", `#(1-eval("2"))`, { what: "word", line: 1, about: "eval" }],
])("a template that reaches for %s is refused by its words", async (_, source, fault) => {
  expect(await faultsOf(tries(source))).toEqual([fault]);
});

test.each([
  ["the disk", '#read("/etc/passwd")', "Not a directory"],
  ["the disk above its place", '#read("../../../etc/passwd")', "access denied"],
  ["a picture of the disk", '#image("/etc/hostname.png")', "Not a directory"],
  [
    "a picture inside of a picture",
    `#image(bytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='/etc/x.png' width='9' height='9'/></svg>"))`,
    "absolute paths are not allowed",
  ],
  ["another template that is shipped", '#read("/letter.typ")', "Not a directory"],
  ["another paper's data", '#json("/data2.json")', "Not a directory"],
  ["a package as a picture", '#image("@preview/cetz:0.2.0/x.png")', "Not a directory"],
  ["itself without an end", "#let x = 1\n#while x > 0 { x += 1 }", "infinite"],
  ["itself deeper and deeper", "#let f(x) = f(x); #f(1)", "maximum function call depth"],
  ["a word the data have not", '\n\n#json("/data.json").tidakada', "tidakada"],
])("a template that reads %s is refused with line and reason", async (_, source, reason) => {
  const [fault] = await faultsOf(tries(source));
  expect(fault?.what).toBe("compiler");
  expect(fault?.about).toContain(reason);
  expect(fault?.line).toBe(source.split("\n").length);
});

test("too many pages, all the memory or time without end: refused, and the next paper is made", async () => {
  expect(await faultsOf(tries("#for _ in range(301) { pagebreak() }"))).toEqual([
    { what: "pages", about: "302" },
  ]);
  expect(await faultsOf(tries("#let x = range(2000000000)"))).toEqual([{ what: "memory" }]);
  const endless = "#let x = 0\n#for a in range(900000) { for b in range(900000) { x += 1 } }";
  const hasty = confinementOf(program, { patience: 500 });
  const job = { kind: "try", template: typ(endless), samples: [data], logo: undefined, at } as const;
  expect(await faultsOf(hasty.run(job))).toEqual([{ what: "time" }]);
  await hasty.rest();
  // The process that ran out of memory is begun again.
  const { file } = await confinement.run({
    kind: "make",
    template: typ(report),
    data,
    logo: undefined,
    at,
  });
  expect(Buffer.from(file).subarray(0, 4).toString()).toBe("%PDF");
});

test("a process that ended between two jobs is begun again, and no file is blamed", async () => {
  const source = `process.once("message", () => {
    process.on("message", () => process.send({ kind: "done", result: process.pid }, () => process.exit()));
    process.send({ kind: "ready" });
  });`;
  writeFileSync(resolve(folder, "mortal.mjs"), source);
  const mortal = confinementOf(pathToFileURL(resolve(folder, "mortal.mjs")));
  const job = { kind: "make", template: typ(""), data, logo: undefined, at } as const;
  const first = Number(await mortal.run(job));
  await expect.poll(() => isRunning(first)).toBe(false);
  expect(Number(await mortal.run(job))).not.toBe(first);
  await mortal.rest();
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("what is no text is no template", async () => {
  const file = Buffer.from([0xff, 0xfe, 0x00]);
  const job = {
    kind: "try",
    template: { format: "typ", file },
    samples: [data],
    logo: undefined,
    at,
  } as const;
  expect(await faultsOf(confinement.run(job))).toEqual([{ what: "not-text" }]);
});

test("a document of Word is filled: words, lists, conditions; what people wrote stays words", async () => {
  const docx = docxOf([
    "{nama_lembaga} {nomor} {draf} {rahasia}",
    "{nama_klien}: {tujuan}",
    "{kewajiban_pekerja_sosial}",
    "{#tanda_tangan}[{peran} {nama} {kode_kasus}]{/tanda_tangan}",
    "{#draf}BELUM SAH{/draf}{#tembusan}{penerima}{/}",
  ]);
  const { file } = await fills(docx);
  const body = partOf(file, "word/document.xml")
    .replace(/<w:br\/>|<\/w:p>/g, "\n")
    .replace(/<[^>]+>/g, "");
  for (const words of [
    "LKS Kasih 057/LKS/XI/2026  RAHASIA",
    "Bu Iyah {#bagian} {nomor} &lt;w:p&gt;",
    "dan tetap sekolah",
    "• Mengantar",
    "[Pekerja sosial Bu Ratna K-2026-0042]",
    "Arsip",
  ]) {
    expect(body).toContain(words);
  }
  expect(body).not.toContain("BELUM SAH");
});

test("logo and code become pictures in the document", async () => {
  const square =
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40"/></svg>';
  const png = new Resvg(square).render().asPng();
  const { file } = await fills(docxOf(["{logo} {qr_periksa}"]), { png, words: "Lambang LKS" });
  expect(unzipped(Buffer.from(file)).filter(({ name }) => name.startsWith("word/media/"))).toHaveLength(2);
  expect(partOf(file, "word/document.xml")).toContain("Lambang LKS");
});

test("each unknown field is named, and what is not closed", async () => {
  const unknown = docxOf([
    "{nama_klien} {alamat_klien} {penerima}",
    "{#bagian}{isi_bagian}{isi}{/bagian} {bagian}",
  ]);
  expect(await faultsOf(fills(unknown))).toEqual([
    { what: "unknown-field", about: "{alamat_klien}" },
    { what: "unknown-field", about: "{penerima}" },
    { what: "unknown-field", about: "{isi}" },
    { what: "open-list", about: "{bagian}" },
  ]);
  expect(await faultsOf(fills(docxOf(["Nomor {nomor"])))).toMatchObject([{ what: "open-field" }]);
  expect(await faultsOf(fills(docxOf(["Nomor nomor}"])))).toMatchObject([{ what: "stray-brace" }]);
  expect(await faultsOf(fills(docxOf(["{#bagian}{isi_bagian}"])))).toEqual([
    { what: "open-list", about: "{#bagian}" },
  ]);
  expect(await faultsOf(fills(docxOf(["{/bagian}"])))).toEqual([{ what: "stray-end", about: "{/bagian}" }]);
});

const rels = "word/_rels/document.xml.rels";
const types = (extra: string) =>
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${extra}"/></Types>`;
const body = (inner: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${inner}</w:p></w:body></w:document>`;

test.each<[string, Readonly<Record<string, string | Buffer>>, string]>([
  ["macros", { "word/vbaProject.bin": "x" }, "macros"],
  [
    "the type of a document with macros",
    { "[Content_Types].xml": types("application/vnd.ms-word.document.macroEnabled.main+xml") },
    "macros",
  ],
  ["another kind of document", { "[Content_Types].xml": types("application/xhtml+xml") }, "not-docx"],
  [
    "a template fetched from elsewhere",
    { [rels]: relationsOf([["attachedTemplate", "https://x.example/a.dotm"]]) },
    "embedded",
  ],
  [
    "a picture fetched from elsewhere",
    { [rels]: relationsOf([["image", "https://x.example/a.png"]]) },
    "outside",
  ],
  [
    "a picture of the disk, its mode in other signs",
    { [rels]: relationsOf([["image", "file:///etc/passwd", "Ex&#116;ernal"]]) },
    "outside",
  ],
  ["a link that runs something", { [rels]: relationsOf([["hyperlink", "javascript:alert(1)"]]) }, "outside"],
  ["another document", { [rels]: relationsOf([["aFChunk", "part.xml", "Internal"]]) }, "embedded"],
  ["a program", { "word/embeddings/a.exe": "MZ" }, "embedded"],
  [
    "an entity",
    { "word/document.xml": `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${body("&a;")}` },
    "entity",
  ],
  [
    "an entity in other bytes",
    { "word/document.xml": Buffer.from(`<!DOCTYPE x>${body("")}`, "utf16le") },
    "malformed",
  ],
  [
    "a field that reads",
    {
      "word/document.xml": body(
        "<w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT a</w:instrText></w:r>",
      ),
    },
    "field-code",
  ],
  [
    "a field that starts something",
    { "word/document.xml": body('<w:fldSimple w:instr=" DDEAUTO c:\\x "/>') },
    "field-code",
  ],
  [
    "a field in other letters",
    {
      "word/document.xml": body("<w:r><w:instrText><![CDATA[INCLUDE]]>TEXT a</w:instrText></w:r>"),
    },
    "field-code",
  ],
  [
    "a field with a remark inside",
    { "word/document.xml": body("<w:r><w:instrText>DD<!-- -->E a</w:instrText></w:r>") },
    "field-code",
  ],
  ["no XML", { "word/document.xml": "halo" }, "malformed"],
])("a document of Word that holds %s is refused", async (_, parts, what) => {
  const [fault] = await faultsOf(fills(docxOf(["{nomor}"], parts)));
  expect(fault?.what).toBe(what);
});

test("a link to press is no danger", async () => {
  const docx = docxOf(["{nomor}"], { [rels]: relationsOf([["hyperlink", "mailto:surat@lks.or.id"]]) });
  expect(await faultsOf(fills(docx))).toEqual([]);
});

test("a bomb is not inflated, whatever it says of its size; what is no ZIP is refused", async () => {
  const bomb = zipped([{ name: "word/document.xml", bytes: Buffer.alloc(30 * 1024 * 1024) }]);
  expect(bomb.length).toBeLessThan(200_000);
  const lying = Buffer.from(bomb);
  // The sizes that the two heads announce.
  for (const mark of [0x04034b50, 0x02014b50]) {
    const place = lying.indexOf(
      Buffer.from([mark & 0xff, (mark >> 8) & 0xff, (mark >> 16) & 0xff, mark >>> 24]),
    );
    lying.writeUInt32LE(10, place + (mark === 0x04034b50 ? 22 : 24));
  }
  for (const file of [bomb, lying]) expect(await faultsOf(fills(file))).toEqual([{ what: "large" }]);
  for (const file of [Buffer.from("PK"), Buffer.alloc(0), bomb.subarray(0, 5_000)]) {
    expect(await faultsOf(fills(file))).toEqual([{ what: "not-docx" }]);
  }
  const above = zipped([{ name: "../../etc/passwd", bytes: Buffer.from("x") }]);
  expect(await faultsOf(fills(above))).toEqual([{ what: "not-docx" }]);
});

test("a logo is taken by its bytes, made small and made anew; anything else is refused", async () => {
  const drawing = (width: number, height: number) =>
    new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><circle cx="50%" cy="50%" r="${height / 2}" fill="#1a6"/></svg>`,
    )
      .render()
      .asPng();
  const sends = (picture: Uint8Array) =>
    confinement.run({ kind: "logo", picture, data, logo: { png: Buffer.alloc(0), words: "Lambang" }, at });
  const { png } = await sends(drawing(1_500, 1_000));
  expect([Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)]).toEqual([600, 400]);
  const small = await sends(drawing(90, 90));
  expect(Buffer.from(small.png).readUInt32BE(16)).toBe(90);
  const broken = Buffer.from(drawing(90, 90));
  broken.fill(7, 40);
  const huge = Buffer.from(drawing(90, 90));
  huge.writeUInt32BE(60_000, 16);
  for (const [sent, what] of [
    [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "not-picture"],
    [Buffer.from("GIF89a"), "not-picture"],
    [broken, "not-picture"],
    [huge, "too-many-pixels"],
  ] as const) {
    expect(await faultsOf(sends(sent)), what).toEqual([{ what }]);
  }
});

test("every field of a document of Word has a value of its kind", () => {
  const { code, logo } = { code: undefined, logo: undefined };
  const values = fieldsOf(JSON.parse(data), { code, logo });
  expect(new Set(Object.keys(values))).toEqual(new Set(Object.keys(docxFields)));
  for (const [name, inner] of Object.entries(docxFields)) {
    const value = values[name];
    if (inner.length === 0) expect(typeof value, name).toBe("string");
    else for (const item of value as object[]) expect(Object.keys(item), name).toEqual(inner);
  }
});
