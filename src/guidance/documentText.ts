/** The words of a file that an institution sends: Markdown, plain text, or a PDF that holds text. */
import { setImmediate } from "node:timers/promises";

/** What was found in a file, or why nothing can be quoted from it. */
export type DocumentText =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "refused";
      /** A scan holds pictures of words; a locked one asks for a password. */
      readonly reason: "scan" | "unreadable" | "empty" | "locked";
    };

/** A page of a document that was written, not scanned, has more characters than this on average. */
const leastOnPage = 40;

/** Reads the bytes of a file. What it is shows in its first bytes, whatever its name says. Never throws for a bad file. */
export async function documentText(bytes: Uint8Array): Promise<DocumentText> {
  const isPdf = Buffer.from(bytes.subarray(0, 1_024)).includes("%PDF-");
  return isPdf ? pdfText(bytes) : plainText(bytes);
}

function plainText(bytes: Uint8Array): DocumentText {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // An older editor on Windows; its letters are one byte each.
    text = new TextDecoder("windows-1252").decode(bytes);
  }
  if (isBinary(text)) return { kind: "refused", reason: "unreadable" };
  return text.trim() === "" ? { kind: "refused", reason: "empty" } : { kind: "text", text };
}

/** A run of text on a page, with the end of its line; marks of structure have no words. */
function wordsOf(item: object): string {
  if (!("str" in item) || typeof item.str !== "string") return "";
  return "hasEOL" in item && item.hasEOL === true ? `${item.str}\n` : item.str;
}

/** Whether there are control characters that no text has: pictures and office files are full of them. */
function isBinary(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 9) return true;
  return false;
}

/** Page by page, yielding in between, so that a law of 200 pages does not block everything else. */
async function pdfText(bytes: Uint8Array): Promise<DocumentText> {
  // Large, and only needed for a PDF.
  const { getDocumentProxy } = await import("unpdf");
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.map(wordsOf).join(""));
      page.cleanup();
      await setImmediate();
    }
    await pdf.destroy();
    const text = pages.join("\n\n");
    const written = text.replace(/\s+/g, "").length;
    if (written < leastOnPage * pages.length) return { kind: "refused", reason: "scan" };
    return { kind: "text", text: text.replaceAll("\0", "") };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return { kind: "refused", reason: isLocked ? "locked" : "unreadable" };
  }
}
