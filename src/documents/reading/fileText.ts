/** The words of a file that an institution sends: Markdown, plain text, a document of Word, or a PDF. */
import { docxText } from "./docxText.js";
import { pdfText } from "./pdfText.js";
import type { PageReader } from "./tesseract.js";

/** Why nothing can be quoted from a file. Texts: `document-refused-<one>`. */
export const refusals = [
  /** It is empty, or holds no word. */
  "empty",
  /** It is damaged. */
  "unreadable",
  /** It is of a kind that is not read: a picture, a sheet, RTF. */
  "type",
  /** A document of Word before 2007. */
  "old-word",
  /** It asks for a password. */
  "locked",
  /** It has more pages or words than are read. */
  "large",
  /** It takes more time or memory than there is for one. */
  "heavy",
  /** Its pages are pictures, and no program is here that reads them. */
  "scan",
  /** The program is here, but does not know Indonesian. */
  "scan-language",
  /** Its pages are pictures in which nothing could be made out. */
  "illegible",
] as const;

/** One of these. */
export type FileRefusal = (typeof refusals)[number];

/** What was read of the pages that are pictures: how many were, and which could not be made out. */
export type ScannedPages = { readonly read: number; readonly unread: readonly number[] };

/** What was found in a file, or why nothing can be quoted from it. */
export type FileText =
  | {
      readonly kind: "text";
      /** Pages stand between form feeds; headings as in Markdown. */
      readonly text: string;
      /** Absent where the file has none. */
      readonly pages?: number;
      readonly scanned: ScannedPages;
    }
  | { readonly kind: "refused"; readonly reason: FileRefusal };

/** How far the reading of pictures has come. */
export type PageSign = { readonly page: number; readonly of: number };

/** What reads pictures of pages, and who is told how far it has come. */
export type PictureReading = {
  readonly reader: () => Promise<PageReader | "absent" | "no-language">;
  readonly tell: (sign: PageSign) => void;
};

/** Characters that are read of one file: about 10,000 passages. */
const most = 12_000_000;

/** Reads the bytes of a file. What it is shows in its first bytes, whatever its name says. Never throws for a bad file. */
export async function fileText(bytes: Buffer, reading: PictureReading): Promise<FileText> {
  const found = await textOf(bytes, reading);
  if (found.kind === "refused") return found;
  if (!/\p{Letter}/u.test(found.text)) return { kind: "refused", reason: "empty" };
  return found.text.length > most ? { kind: "refused", reason: "large" } : found;
}

async function textOf(bytes: Buffer, reading: PictureReading): Promise<FileText> {
  if (bytes.subarray(0, 1_024).includes("%PDF-")) return pdfText(bytes, reading);
  const first = bytes.toString("latin1", 0, 8);
  if (first.startsWith("PK")) return docxText(bytes);
  if (first.startsWith("\xd0\xcf\x11\xe0")) return { kind: "refused", reason: ofCompound(bytes) };
  if (first.startsWith("{\\rtf")) return { kind: "refused", reason: "type" };
  return plainText(bytes);
}

/** A compound file of Microsoft: a document with a password, one of the older kind, or something else. */
function ofCompound(bytes: Buffer): FileRefusal {
  const holds = (name: string) => bytes.includes(Buffer.from(name, "utf16le"));
  if (holds("EncryptedPackage")) return "locked";
  return holds("WordDocument") ? "old-word" : "type";
}

function plainText(bytes: Buffer): FileText {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // An older editor on Windows; its letters are one byte each.
    text = new TextDecoder("windows-1252").decode(bytes);
  }
  if (isBinary(text)) return { kind: "refused", reason: "type" };
  return { kind: "text", text, scanned: { read: 0, unread: [] } };
}

/** Whether there are control characters that no text has: pictures and office files are full of them. */
function isBinary(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 9) return true;
  return false;
}
