import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { type CaseFilePaper, filePictures } from "../../src/documents/caseFile.js";
import { genogramOf } from "../../src/documents/genogram/genogram.js";
import { type LegendKey, legendKeys } from "../../src/documents/genogram/legend.js";
import { type Paper, paperJson, scannable, templateOf } from "../../src/documents/paper.js";
import { TypesetError } from "../../src/documents/typesetError.js";
import { fontFiles } from "../../src/documents/typesetter.js";
import { typesettingOf } from "../../src/documents/typesetting.js";
import { paperKinds } from "../../src/practice/papers.js";
import { margins, outside, pagesOf, tagCount } from "../support/pdf.js";

const { resolve } = createRequire(import.meta.url);
const folder = "src/documents/templates";
const shipped = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]),
);
const material = { fonts: fontFiles.map((file) => readFileSync(resolve(file))), templates: shipped };
const { pdf: typeset } = typesettingOf(material);
const at = new Date("2026-11-25T03:00:00Z");

/** What a phone can type, and what tries to be markup. */
const hostile =
  '#import "@preview/cetz:0.2.0": * $x$ *tebal* @ref <label> #read("/etc/passwd") 😀 ✓ \u0000\u0007\u200b';

const paper: Paper = {
  kind: "plan",
  language: "id",
  title: "Rencana intervensi",
  code: "K-2026-0042",
  draft: false,
  institution: { name: "LKS Kasih & <b>", address: null, contacts: "Telp. (0252) 123456" },
  words: { draft: "DRAF", confidential: "RAHASIA", page: "Halaman", of: "dari", copies: "Tembusan" },
  facts: [{ label: "Kode kasus", text: "K-2026-0042" }],
  parts: [],
  date: "25 November 2026",
  signatures: [],
  below: [],
  copies: [],
};

const link = "https://t.me/pendamping_bot?start=v_AAAAAAAAAAAAAAAAAAAAAA";
const print = { check: { picture: scannable(link), link, words: "Kode periksa" }, copy: "Salinan ke-1" };

const set = (given: Partial<Paper>) => {
  const whole = { ...paper, ...given };
  return typeset({ template: templateOf(whole.kind), data: paperJson(whole, print), files: {}, at });
};

/** How often a tag of the structure stands in a file; what is compressed is not looked into. */
const has = (pdf: Uint8Array, mark: string) => Buffer.from(pdf).includes(mark);

/** A picture of a family of two. */
const picture = {
  ...genogramOf(
    {
      client: "a",
      people: [
        { id: "a", name: hostile, sex: "female", life: "alive", household: true },
        { id: "b", name: "Ibu", sex: "female", life: "died", household: false },
      ],
      unions: [{ partners: ["b"], state: "married", children: [{ id: "a", as: "born" }] }],
      ties: [],
    },
    {
      legend: Object.fromEntries(legendKeys.map((key) => [key, key])) as Record<LegendKey, string>,
      foot: "",
    },
  ),
  kind: "picture" as const,
  caption: "Genogram",
  words: "Ibu, anak: Klien",
};

/** A paper with every kind of block, as long as papers get. */
const large: Partial<Paper> = {
  draft: true,
  parts: [
    { title: "Teks", blocks: [{ kind: "text", text: `${hostile} ${"Panjang sekali. ".repeat(625)}` }] },
    { title: "", blocks: [{ kind: "list", items: [hostile, "a".repeat(300)] }] },
    {
      title: "Gambar",
      blocks: [picture, { ...picture, width: 1_400 }, { ...picture, width: 3_000 }],
    },
    {
      title: "Tabel",
      blocks: [
        {
          kind: "table",
          caption: "Empat puluh tujuan",
          head: ["", "Masalah", "U"],
          columns: ["auto", "wide", "auto"],
          rows: Array.from({ length: 40 }, (_, n) => [String(n), hostile, "5"]),
        },
      ],
    },
    {
      title: "Tujuan",
      blocks: Array.from({ length: 40 }, (_, n) => ({
        kind: "goal" as const,
        title: `Tujuan ${n}`,
        lines: [{ label: "Pernyataan", text: hostile }],
        head: ["Skor", "Keadaan"] as const,
        levels: ["+2", "+1", "0", "−1", "−2"].map((score) => ({ score, text: hostile })),
      })),
    },
    {
      title: "Keluarga",
      blocks: Array.from({ length: 12 }, (_, n) => ({
        kind: "item" as const,
        list: "members",
        title: `Anggota ${n}`,
        lines: [{ label: "Nama", text: "N".repeat(60) }],
      })),
    },
    {
      title: "",
      blocks: [{ kind: "table", caption: "", head: ["Nama"], columns: ["wide"], rows: [["N".repeat(60)]] }],
    },
    { title: "Jawaban", blocks: [{ kind: "answers", lines: [{ label: "Label", text: "dua\nbaris" }] }] },
  ],
  signatures: [
    { role: "Klien", name: "", note: "Mak I" },
    { role: "Pekerja sosial", name: "Bu Ratna", note: "" },
    { role: "Supervisor", name: "Pak Dedi", note: "" },
  ],
  below: [{ title: "Tanda terima", blocks: [{ kind: "text", text: hostile }] }],
  copies: [hostile, "Arsip"],
};

test.each(paperKinds)("a paper of the kind %s is PDF/UA, whatever was typed, and however much", (kind) => {
  const { pdf, pages, accessible } = set({ ...large, kind });
  expect(accessible).toBe(true);
  expect(pages).toBeGreaterThan(5);
  expect(has(pdf, "%PDF-1.7")).toBe(true);
});

test("photos stand beside each other with their words; one that is not there says so, and the paper is PDF/UA", () => {
  const dot = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR4nGP4jwYYRrYAAID5/wEokJxdAAAAAElFTkSuQmCC",
    "base64",
  );
  const photos = ["a", "b", "c"].map((file) => ({ file, caption: `Foto ${file}`, words: `Papan ${file}` }));
  const parts = [
    { title: "Bukti", blocks: [{ kind: "photos", photos, missing: "(tidak dicetak)" }] },
  ] as const;
  const data = paperJson({ ...paper, kind: "standard-audit", parts });
  const files = filePictures(
    new Map([
      ["a", dot],
      ["b", dot],
      ["c", Buffer.from("no picture")],
    ]),
  );
  const { pdf, accessible } = typeset({ template: templateOf("standard-audit"), data, files, at });
  expect(accessible).toBe(true);
  expect(pdf.length).toBeGreaterThan(1_000);
});

/** A photo: PNG, 16 pixels wide. */
const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR4nGP4jwYYRrYAAID5/wEokJxdAAAAAElFTkSuQmCC",
  "base64",
);

test("nothing leaves the pages of a report or of a letter, however much was typed", async () => {
  for (const kind of ["plan", "referral"] as const) {
    const pages = await pagesOf(set({ ...large, kind }).pdf);
    expect(outside(pages, margins), kind).toEqual([]);
    expect(tagCount(pages, "Figure")).toBeGreaterThan(3);
    // Forty goals with five levels each, and a table of forty problems.
    expect(tagCount(pages, "TD")).toBeGreaterThan(40 * 5 * 2 + 40 * 3 - 1);
  }
});

test("a whole file has its contents with pages, a chapter for each form, and its photos; one that is missing is named", async () => {
  const whole: CaseFilePaper = {
    ...paper,
    kind: "case-file",
    title: "Berkas lengkap",
    chapters: ["Asesmen 1", "Evaluasi 2"].map((title) => ({
      title,
      apart: true,
      parts: large.parts ?? [],
    })),
    photos: ["here", "gone"].map((file) => ({ file, caption: `${file} ${hostile}` })),
    fileWords: { contents: "Daftar isi", photos: "Foto", unshown: "Tidak dapat dicetak" },
  };
  const data = paperJson(whole, print);
  const files = filePictures(new Map([["here", photo]]));
  const { pdf, accessible } = typeset({ template: templateOf("case-file"), data, files, at });
  expect(accessible).toBe(true);
  expect(has(pdf, "/Subtype /Image")).toBe(true);
  const pages = await pagesOf(pdf);
  expect(outside(pages, margins)).toEqual([]);
  expect(tagCount(pages, "TOCI")).toBe(3);
  const words = pages.flatMap(({ texts }) => texts.map((one) => one.words)).join(" ");
  expect(words).toContain("Tidak dapat dicetak");
});

test("photos that cannot be set are left out: what is no picture, and what is too large to send with the others", () => {
  const large = Buffer.concat([photo, Buffer.alloc(1_000_000)]);
  const files = filePictures(
    new Map([
      ["a", photo],
      ["b", Buffer.from("no picture")],
      ["c", large],
    ]),
  );
  expect(Object.keys(files)).toEqual(["a", "photos.json"]);
  expect(files["photos.json"]).toBe('["a"]');
});

test("the same data give the same bytes; other data do not", () => {
  const [once, again, other] = [set(large), set(large), set({ ...large, code: "K-2026-0043" })];
  expect(Buffer.from(once.pdf).equals(Buffer.from(again.pdf))).toBe(true);
  expect(Buffer.from(once.pdf).equals(Buffer.from(other.pdf))).toBe(false);
});

test("a sign that no font has is left blank: the paper is made, without the promise of PDF/UA", () => {
  const { pdf, accessible } = set({ facts: [{ label: "Nama", text: "ꦲꦤꦕꦫꦏ 漢字" }] });
  expect(accessible).toBe(false);
  expect(pdf.length).toBeGreaterThan(1_000);
});

test("what prints nothing is taken out of the data, except the ends of lines", () => {
  const text = "a\u0000b\u0007c\u200bd\ne\tf";
  expect(JSON.parse(paperJson({ ...paper, date: text })).date).toBe("abcd\ne f");
});

test.each([
  ["the disk", '#read("/etc/passwd")', "Not a directory"],
  ["the disk above its place", '#read("../../../etc/passwd")', "access denied"],
  ["a picture of the disk", '#image("/etc/hostname.png")', "Not a directory"],
  ["another paper's data", '#read("/data2.json")', "Not a directory"],
  ["itself without an end", "#while true {}", "condition is always true"],
  ["itself deeper and deeper", "#let f(x) = f(x)\n#f(1)", "maximum function call depth"],
  ["a word the data have not", '#json("/data.json").tidakada', 'does not contain key "tidakada"'],
])("a template that reads %s is refused with the reason", (_, source, reason) => {
  const { pdf: own } = typesettingOf({ ...material, templates: { "own.typ": source } });
  const job = { template: "own.typ", data: paperJson(paper), files: {}, at };
  expect(() => own(job)).toThrow(TypesetError);
  expect(() => own(job)).toThrow(reason);
});

test("a template that fetches a package is refused before anything is fetched", () => {
  const templates = { "own.typ": '#import "@preview/cetz:0.2.0": *' };
  expect(() => typesettingOf({ ...material, templates })).toThrow("own.typ: a template imports no packages");
});

test("nothing of one paper is there for the next", () => {
  const { pdf: own } = typesettingOf({
    ...material,
    templates: { "first.typ": '#image("/own.svg")', "second.typ": '#image("/own.svg")' },
  });
  const files = { "own.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' };
  expect(own({ template: "first.typ", data: "{}", files, at }).pages).toBe(1);
  expect(() => own({ template: "second.typ", data: "{}", files: {}, at })).toThrow("Not a directory");
});
