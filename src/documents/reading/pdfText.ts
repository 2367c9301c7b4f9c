/** The words of a PDF, page by page; of pages that are pictures, where a program is here that reads them. */
import { getDocumentProxy } from "unpdf";
import type { FileRefusal, FileText, PictureReading } from "./fileText.js";
import { type PdfPage, pictureOf } from "./pagePicture.js";
import type { PageReader } from "./tesseract.js";

/** A page that was written, not scanned, has more characters than this. */
const leastOnPage = 40;
/** Pages of one file: of all kinds, and those that are pictures, each of which takes seconds. */
const mostPages = { written: 3_000, scanned: 200 } as const;

/** Reads a PDF. Never throws for a bad one. */
export async function pdfText(bytes: Uint8Array, reading: PictureReading): Promise<FileText> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    if (pdf.numPages > mostPages.written) return refused("large");
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.map(wordsOf).join("").replaceAll("\0", ""));
      page.cleanup();
    }
    return await withPictures(pages, reading, (number) => pdf.getPage(number));
  } catch (error) {
    return refused(error instanceof Error && error.name === "PasswordException" ? "locked" : "unreadable");
  }
}

function refused(reason: FileRefusal): FileText {
  return { kind: "refused", reason };
}

/** A run of text on a page, with the end of its line; marks of structure have no words. */
function wordsOf(item: object): string {
  if (!("str" in item) || typeof item.str !== "string") return "";
  return "hasEOL" in item && item.hasEOL === true ? `${item.str}\n` : item.str;
}

/** Reads the pages without words that hold a picture, and puts all of them together. */
async function withPictures(
  written: readonly string[],
  reading: PictureReading,
  pageAt: (number: number) => Promise<PdfPage>,
): Promise<FileText> {
  const isWritten = (text: string) => text.replace(/\s+/g, "").length >= leastOnPage;
  const bare = written.flatMap((text, at) => (isWritten(text) ? [] : [at + 1]));
  const isScan = bare.length === written.length;
  if (bare.length === 0) return together(written, []);
  const reader = await reading.reader();
  if (typeof reader === "string") {
    const pictured = await withPicture(bare, pageAt);
    if (!isScan) return together(written, pictured);
    if (pictured.length === 0) return refused("empty");
    return refused(reader === "absent" ? "scan" : "scan-language");
  }
  if (bare.length > mostPages.scanned) return refused("large");
  const pages = [...written];
  const unread: number[] = [];
  let read = 0;
  for (const number of bare) {
    reading.tell({ page: number, of: written.length });
    const words = await wordsIn(await pageAt(number), reader);
    if (words === undefined) continue;
    if (words === "") unread.push(number);
    else {
      pages[number - 1] = words;
      read += 1;
    }
  }
  if (isScan && read === 0) return refused(unread.length > 0 ? "illegible" : "empty");
  return together(pages, unread, read);
}

/** Those that are more than a blank page. */
async function withPicture(
  numbers: readonly number[],
  pageAt: (number: number) => Promise<PdfPage>,
): Promise<number[]> {
  const found: number[] = [];
  for (const number of numbers) {
    const page = await pageAt(number);
    if ((await pictureOf(page)) !== undefined) found.push(number);
    page.cleanup();
  }
  return found;
}

/** What a picture of a page says: undefined where there is no picture, "" where nothing can be made out. */
async function wordsIn(page: PdfPage, reader: PageReader): Promise<string | undefined> {
  const picture = await pictureOf(page);
  page.cleanup();
  return picture === undefined ? undefined : reader(picture);
}

function together(pages: readonly string[], unread: readonly number[], read = 0): FileText {
  return { kind: "text", text: pages.join("\n\f\n"), pages: pages.length, scanned: { read, unread } };
}
