/** What an institution sends to be quoted from: which words are read, and why something is not. */
import { describe, expect, test } from "vitest";
import { zipped } from "../../src/documents/own/zip.js";
import { type FileText, fileText, type PageSign } from "../../src/documents/reading/fileText.js";
import type { PagePicture } from "../../src/documents/reading/pagePicture.js";
import { type PageReader, tesseract } from "../../src/documents/reading/tesseract.js";
import { passagesOf } from "../../src/guidance/passages.js";
import { docxOf } from "../support/docx.js";
import { scannedInForm, scannedPdf, scanOf, writtenPdf } from "../support/scans.js";

const read = (bytes: Buffer, reader: PageReader | "absent" | "no-language" = "absent") =>
  fileText(bytes, { reader: async () => reader, tell: () => {} });

const wordsOf = (found: FileText) => (found.kind === "text" ? found.text : found.reason);

describe("a document of Word", () => {
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const paragraph = (text: string, properties = "") =>
    `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const inList = (list: number, depth: number) =>
    `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;
  const document = (body: string, parts: Readonly<Record<string, string>> = {}) =>
    docxOf([], {
      "word/document.xml": `<w:document ${word}><w:body>${body}</w:body></w:document>`,
      ...parts,
    });

  test("is read with its headings, the marks of its lists, its tables and footnotes", async () => {
    const level = (at: number, format: string, pattern: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const docx = document(
      [
        paragraph("Tata tertib", '<w:pStyle w:val="Judul"/>'),
        paragraph("Pintu dikunci pukul 21.30.", inList(1, 0)),
        paragraph("penghuni menelepon;", inList(1, 1)),
        paragraph("petugas mencatat.", inList(1, 1)),
        `<w:p><w:r><w:t>Mobil dipinjam</w:t></w:r><w:del><w:r><w:t> diam-diam</w:t></w:r></w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
        paragraph("Kunjungan dicatat.", inList(1, 0)),
        paragraph("dengan paraf.", inList(1, 1)),
        `<w:tbl><w:tr>${cell("Hari")}${cell("Petugas")}</w:tr><w:tr>${cell("Senin")}${cell("Ani")}</w:tr></w:tbl>`,
      ].join(""),
      {
        "word/styles.xml": `<w:styles ${word}><w:style w:styleId="Judul"><w:name w:val="heading 2"/></w:style></w:styles>`,
        "word/numbering.xml": `<w:numbering ${word}><w:abstractNum w:abstractNumId="7">${level(0, "decimal", "Pasal %1")}${level(1, "lowerLetter", "%2.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
        "word/footnotes.xml": `<w:footnotes ${word}><w:footnote w:id="2">${paragraph("lewat buku merah")}</w:footnote></w:footnotes>`,
      },
    );
    expect(wordsOf(await read(docx))).toBe(
      [
        "## Tata tertib",
        "Pasal 1 Pintu dikunci pukul 21.30.",
        "a. penghuni menelepon;",
        "b. petugas mencatat.",
        "Mobil dipinjam[2]",
        "Pasal 2 Kunjungan dicatat.",
        "a. dengan paraf.",
        "Hari | Petugas",
        "Senin | Ani",
        "[2] lewat buku merah",
      ].join("\n\n"),
    );
  });

  test("that declares entities, swells, or is something else is not read", async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document ${word}><w:body/></w:document>`;
    expect(wordsOf(await read(docxOf([], { "word/document.xml": bomb })))).toBe("unreadable");
    const swollen = document(paragraph(" ".repeat(26_000_000)));
    expect(swollen.length).toBeLessThan(1_000_000);
    expect(wordsOf(await read(swollen))).toBe("large");
    expect(wordsOf(await read(zipped([{ name: "isi.xml", bytes: Buffer.from("<x/>") }])))).toBe("type");
    expect(wordsOf(await read(document("").subarray(0, 200)))).toBe("unreadable");
    expect(wordsOf(await read(document("")))).toBe("empty");
  });

  test("whose lists count further or deeper than Word does costs no more than others", async () => {
    const level = (at: number, format: string, start: number) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1."/></w:lvl>`;
    const deep = 300_000_000;
    const docx = document(paragraph("Satu", inList(1, 0)) + paragraph("Dua", inList(1, deep)), {
      "word/numbering.xml": `<w:numbering ${word}><w:abstractNum w:abstractNumId="7">${level(0, "upperLetter", 2_000_000_000)}${level(deep, "decimal", 1)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
    });
    expect(wordsOf(await read(docx))).toBe("2000000000. Satu\n\nDua");
  });
});

test.each([
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), "type"],
  ["RTF", Buffer.from("{\\rtf1 Halo}"), "type"],
  ["Word of before 2007", compound("WordDocument"), "old-word"],
  ["a document with a password", compound("EncryptedPackage"), "locked"],
  ["white space", Buffer.from(" \n "), "empty"],
  ["a PDF that is cut off", Buffer.from("%PDF-1.7\nhalo"), "unreadable"],
])("%s is refused with the reason", async (_, bytes, reason) => {
  expect(wordsOf(await read(bytes))).toBe(reason);
});

function compound(name: string): Buffer {
  return Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from(name, "utf16le")]);
}

describe("a scanned page", () => {
  /** Two rows of two pixels: black, grey; white, black. */
  const pixels = Uint8Array.from([0, 128, 255, 0]);
  const grey = { width: 2, height: 2, pixels, as: "/ColorSpace /DeviceGray /BitsPerComponent 8" };
  /** The shade in the middle of each quarter: upper left, upper right, lower left, lower right. */
  const quarters = ({ width, height, grey: shades }: PagePicture) =>
    [1, 3].flatMap((y) =>
      [1, 3].map((x) => shades[Math.floor((height * y) / 4) * width + Math.floor((width * x) / 4)]),
    );
  const seen = async (pdf: Buffer) => {
    let shades: unknown;
    await read(pdf, async (picture) => {
      shades = quarters(picture);
      return "kata";
    });
    return shades;
  };

  test("looks as its pictures were painted: whole, in strips, upside down, in a form, as a stencil", async () => {
    const whole = "612 0 0 792 0 0 cm /I0 Do";
    expect(await seen(scannedPdf(whole, [grey]))).toEqual([0, 128, 255, 0]);
    expect(await seen(scannedPdf(whole, [grey], "/Rotate 180"))).toEqual([0, 255, 128, 0]);
    expect(await seen(scannedInForm("2 0 0 2 0 0", "306 0 0 396 0 0 cm /I0 Do", grey))).toEqual([
      0, 128, 255, 0,
    ]);
    const strips = [0, 1].map((row) => ({ ...grey, height: 1, pixels: pixels.slice(row * 2, row * 2 + 2) }));
    const painted = "q 612 0 0 396 0 396 cm /I0 Do Q q 612 0 0 396 0 0 cm /I1 Do Q";
    expect(await seen(scannedPdf(painted, strips))).toEqual([0, 128, 255, 0]);
    const stencil = {
      ...grey,
      pixels: Uint8Array.from([0x40, 0x80]),
      as: "/ImageMask true /BitsPerComponent 1",
    };
    expect(await seen(scannedPdf(`0.2 g ${whole}`, [stencil]))).toEqual([51, 255, 255, 51]);
  });

  test("is read picture by picture; what cannot be made out is named, and a logo is no page", async () => {
    const signs: PageSign[] = [];
    const reader = async () => async () => "Jam malam penghuni";
    const scan = await fileText(scannedPdf("612 0 0 792 0 0 cm /I0 Do", [grey]), {
      reader,
      tell: (sign) => signs.push(sign),
    });
    expect(scan).toMatchObject({ text: "Jam malam penghuni", pages: 1, scanned: { read: 1, unread: [] } });
    expect(signs).toEqual([{ page: 1, of: 1 }]);
    expect(wordsOf(await read(scanOf(["x"]), async () => ""))).toBe("illegible");
    expect(wordsOf(await read(scannedPdf("40 0 0 40 0 0 cm /I0 Do", [grey])))).toBe("empty");
  });

  test("is refused where nothing is here that reads it, or nothing that knows Indonesian", async () => {
    const scan = scanOf(["Jam malam"]);
    expect(wordsOf(await read(scan, "absent"))).toBe("scan");
    expect(wordsOf(await read(scan, "no-language"))).toBe("scan-language");
    expect(
      wordsOf(await read(writtenPdf("Pasal 7 Seragam dipakai setiap Selasa oleh semua pendamping"))),
    ).toContain("Seragam dipakai");
  });

  test("is read by tesseract where that is installed with Indonesian", async () => {
    const program = await tesseract();
    const found = await read(
      scanOf(["Pintu rumah singgah dikunci pukul 21.30", "oleh petugas piket."]),
      program,
    );
    if (typeof program === "string") expect(found).toMatchObject({ kind: "refused" });
    else expect(wordsOf(found)).toMatch(/Pintu rumah singgah dikunci pukul 21\.30\s+oleh petugas piket/);
  });
});

test("a passage says on which page it begins, and joins what a page parts", () => {
  const text = "PEMBUKA\n\nSatu.\n\f\nDua masih pembuka.\n\f\nBAB II\n\nTiga.";
  expect(passagesOf(text)).toEqual([
    { place: "PEMBUKA", level: 2, page: 1, text: "Satu.\nDua masih pembuka." },
    { place: "BAB II", level: 2, page: 3, text: "Tiga." },
  ]);
});
