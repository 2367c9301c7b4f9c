/**
 * The fields of a document of Word, filled from a paper. Their names are Indonesian as the people are who write them
 * into their documents: `docs/templat-dokumen.md` lists them, and a test compares the two.
 */
import type { ImageContent, TemplateData } from "easy-template-x";
import type { Paper, PaperBlock, PaperLine, PaperPart, Print } from "../paper.js";
import type { Logo } from "../typesetting.js";

/** A paper as its template reads it. */
export type PrintedPaper = Paper & Partial<Print>;

/** What a list holds for each of its items. */
const lists = {
  keterangan: ["label", "isi"],
  bagian: ["judul_bagian", "isi_bagian"],
  tanda_tangan: ["peran", "nama", "catatan"],
  tembusan: ["penerima"],
  tanda_terima: ["label", "isi"],
} as const;

/** The fields that are words, each of a paper's own. */
const words = [
  "nama_lembaga",
  "alamat_lembaga",
  "kontak_lembaga",
  "judul",
  "kode_kasus",
  "tanggal",
  "draf",
  "rahasia",
  "salinan",
  "keterangan_periksa",
  "tautan_periksa",
  "nomor",
  "sifat",
  "lampiran",
  "hal",
  "yth",
  "nama_klien",
  "pekerja_sosial",
] as const;

const pictures = ["logo", "qr_periksa"] as const;

/** Parts of a contract and of a referral letter that stand alone, by their keys. */
const named: Readonly<Record<string, string>> = {
  opening: "pembuka",
  aim: "tujuan",
  until: "berlaku_sampai",
  "worker-duties": "kewajiban_pekerja_sosial",
  "client-duties": "kewajiban_klien",
  terms: "kesepakatan_lain",
  rights: "hak_klien",
  reason: "alasan",
  shared: "yang_dibagikan",
  closing: "penutup",
};

/** The first lines of a paper that stand alone, by their keys. */
const namedFacts: Readonly<Record<string, (typeof words)[number]>> = {
  number: "nomor",
  nature: "sifat",
  enclosed: "lampiran",
  subject: "hal",
  addressee: "yth",
  client: "nama_klien",
  worker: "pekerja_sosial",
};

/** Every field by its name: the names inside of a list; empty of a field that is none. */
export const docxFields: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries([...words, ...pictures, ...Object.values(named)].map((name) => [name, []])),
  ...lists,
};

/** Units of Word for a picture of a letterhead, and of a code to scan: pixels. */
const pictureHeight = { logo: 80, code: 90 } as const;

/** The fields of a paper with their values. `code` is the picture of the code to check it by, as PNG. */
export function fieldsOf(
  paper: PrintedPaper,
  pictures: { readonly logo: Logo | undefined; readonly code: Uint8Array | undefined },
): TemplateData {
  const { institution, check, draft } = paper;
  const single: Record<(typeof words)[number], string> = {
    nama_lembaga: institution.name,
    alamat_lembaga: institution.address ?? "",
    kontak_lembaga: institution.contacts ?? "",
    judul: paper.title,
    kode_kasus: paper.code,
    tanggal: paper.date,
    draf: draft ? paper.words.draft : "",
    rahasia: paper.words.confidential,
    salinan: paper.copy ?? "",
    keterangan_periksa: check?.words ?? "",
    tautan_periksa: check?.link ?? "",
    nomor: "",
    sifat: "",
    lampiran: "",
    hal: "",
    yth: "",
    nama_klien: "",
    pekerja_sosial: "",
  };
  for (const { key, text } of paper.facts) {
    const field = namedFacts[key ?? ""];
    if (field !== undefined) single[field] = text;
  }
  return {
    ...single,
    ...namedParts(paper.parts),
    logo: pictureOf(pictures.logo?.png, pictures.logo?.words ?? "", pictureHeight.logo),
    qr_periksa: pictureOf(pictures.code, check?.words ?? "", pictureHeight.code),
    keterangan: paper.facts.map(pairOf),
    bagian: paper.parts.map((part) => ({ judul_bagian: part.title, isi_bagian: wordsOf(part.blocks) })),
    tanda_tangan: paper.signatures.map(({ role, name, note }) => ({
      peran: role,
      nama: name,
      catatan: note,
    })),
    tembusan: paper.copies.map((penerima) => ({ penerima })),
    tanda_terima: paper.below.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "answers" ? block.lines.map(pairOf) : [])),
    ),
  };
}

function pairOf({ label, text }: PaperLine) {
  return { label, isi: text };
}

/** The parts that have a key, each as one text; several of one key stand below one another under their titles. */
function namedParts(parts: readonly PaperPart[]): Record<string, string> {
  const texts = Object.fromEntries(Object.values(named).map((name) => [name, ""]));
  for (const { key, title, blocks } of parts) {
    const field = named[key ?? ""];
    if (field === undefined) continue;
    const text = key === "shared" && title !== "" ? `${title}\n${wordsOf(blocks)}` : wordsOf(blocks);
    texts[field] = texts[field] ? `${texts[field]}\n\n${text}` : text;
  }
  return texts;
}

/** Blocks in words, line by line: a document of Word sets them as it sets any text. */
function wordsOf(blocks: readonly PaperBlock[]): string {
  return blocks.map((block) => linesOf(block).join("\n")).join("\n");
}

function linesOf(block: PaperBlock): readonly string[] {
  const pairs = (lines: readonly PaperLine[]) => lines.map(({ label, text }) => `${label}: ${text}`);
  switch (block.kind) {
    case "text":
      return [block.text];
    case "photos":
      return block.photos.map(({ words }) => words);
    case "list":
      return block.items.map((item) => `• ${item}`);
    case "answers":
      return pairs(block.lines);
    case "item":
      return [block.title, ...pairs(block.lines)];
    case "goal":
      return [
        block.title,
        ...pairs(block.lines),
        ...block.levels.map(({ score, text }) => `${score}: ${text}`),
      ];
    case "picture":
      return [block.caption, block.words];
    case "table":
      return [block.caption, block.head.join(" · "), ...block.rows.map((row) => row.join(" · "))].filter(
        (line) => line !== "",
      );
  }
}

/** A picture of this height with its own proportions; no words where there is none. */
function pictureOf(png: Uint8Array | undefined, altText: string, height: number): ImageContent | string {
  if (png === undefined) return "";
  const bytes = Buffer.from(png);
  const width = Math.max(
    1,
    Math.round((height * bytes.readUInt32BE(16)) / Math.max(1, bytes.readUInt32BE(20))),
  );
  return { _type: "image", source: bytes, format: "image/png", width, height, altText };
}
