/** Documents of Word to begin with: a contract and a letter with their fields, as plain as an office would start them. */
import { type ZipEntry, zipped } from "./zip.js";

/** A line: its words, with fields; what it looks like. */
type Line = readonly [words: string, look?: "head" | "title" | "part" | "small"];

const head: readonly Line[] = [
  ["{logo}", "head"],
  ["{nama_lembaga}", "head"],
  ["{alamat_lembaga} {kontak_lembaga}", "small"],
  ["{#draf}{draf}{/draf}", "title"],
];

const foot: readonly Line[] = [
  ["{qr_periksa}"],
  ["{keterangan_periksa} {tautan_periksa}", "small"],
  ["{rahasia} · {kode_kasus} {salinan}", "small"],
];

const contract: readonly Line[] = [
  ...head,
  ["{judul}", "title"],
  ["Nomor: {nomor}"],
  ["Nama klien: {nama_klien}"],
  ["Pekerja sosial: {pekerja_sosial}"],
  ["{pembuka}"],
  ["Tujuan", "part"],
  ["{tujuan}"],
  ["Berlaku sampai", "part"],
  ["{berlaku_sampai}"],
  ["Yang dilakukan pekerja sosial", "part"],
  ["{kewajiban_pekerja_sosial}"],
  ["Yang dilakukan klien", "part"],
  ["{kewajiban_klien}"],
  ["Kesepakatan lain", "part"],
  ["{kesepakatan_lain}"],
  ["Hak klien", "part"],
  ["{hak_klien}"],
  ["{tanggal}"],
  ["{#tanda_tangan}"],
  ["{peran}"],
  [""],
  ["{nama} {catatan}"],
  ["{/tanda_tangan}"],
  ...foot,
];

const letter: readonly Line[] = [
  ...head,
  ["{tanggal}"],
  ["Nomor: {nomor}"],
  ["Sifat: {sifat}"],
  ["Lampiran: {lampiran}"],
  ["Hal: {hal}"],
  ["Yth. {yth}"],
  ["{pembuka}"],
  ["Alasan rujukan", "part"],
  ["{alasan}"],
  ["Keterangan tentang klien", "part"],
  ["{yang_dibagikan}"],
  ["{penutup}"],
  ["{#tanda_tangan}"],
  ["{peran}"],
  [""],
  ["{nama} {catatan}"],
  ["{/tanda_tangan}"],
  ["Tembusan: {#tembusan}{penerima}; {/tembusan}", "small"],
  ["Tanda terima", "part"],
  ["{#tanda_terima}"],
  ["{label}: {isi}"],
  ["{/tanda_terima}"],
  ...foot,
];

/** Half points and alignment of each look. */
const looks = {
  head: '<w:pPr><w:jc w:val="center"/></w:pPr>|<w:b/><w:sz w:val="28"/>',
  title: '<w:pPr><w:jc w:val="center"/></w:pPr>|<w:b/><w:sz w:val="26"/>',
  part: '<w:pPr><w:keepNext/><w:spacing w:before="200"/></w:pPr>|<w:b/><w:sz w:val="22"/>',
  small: "|" + '<w:sz w:val="17"/>',
  plain: "|" + '<w:sz w:val="22"/>',
} as const;

/** A document to begin with, for the letter of referral or the contract. */
export function starterDocx(kind: "contract" | "referral"): Buffer {
  const body = (kind === "contract" ? contract : letter).map(paragraphOf).join("");
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1417" w:left="1701"/></w:sectPr>';
  return docxWith(`<w:document ${word}><w:body>${body}${page}</w:body></w:document>`);
}

function paragraphOf([words, look]: Line): string {
  const [paragraph = "", run = ""] = looks[look ?? "plain"].split("|");
  const font = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>';
  return `<w:p>${paragraph}<w:r><w:rPr>${font}${run}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
}

/** A document of Word around its main part. */
export function docxWith(document: string, more: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  const first = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const parts: Readonly<Record<string, string | Buffer>> = {
    "[Content_Types].xml":
      `${first}<Types xmlns="${packages}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      `${first}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Target="word/document.xml" ` +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    "word/document.xml": first + document,
    ...more,
  };
  return zipped(
    Object.entries(parts).map(([name, content]): ZipEntry => ({ name, bytes: Buffer.from(content) })),
  );
}
