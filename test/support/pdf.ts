import { getDocumentProxy } from "unpdf";
import { type FileText, fileText } from "../../src/documents/reading/fileText.js";

/** The words of a PDF, as the bot reads those it is sent; nothing here reads pictures. */
export function readPdf(bytes: Buffer): Promise<FileText> {
  return fileText(bytes, { reader: async () => "absent", tell: () => {} });
}

/**
 * The margins of a page (points): 3 cm at the left, 2 cm at the right, where a comma or a hyphen hangs out a little, and what a
 * printer cannot reach above and below.
 */
export const margins = [85, 53, 20] as const;

/** Words on a page: where they begin (points, from the lower left), how wide they are, and what they say. */
export type PlacedText = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly words: string;
};

/** A page of a PDF: its size (points), its words, and how often each tag of its structure stands in it. */
export type PdfPage = {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly tags: ReadonlyMap<string, number>;
};

/** The pages of a PDF as a reader opens it. */
export async function pagesOf(pdf: Uint8Array): Promise<readonly PdfPage[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item): PlacedText[] => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const transform = item.transform as readonly number[];
      // What is turned, such as DRAF across the page, is not part of its lines.
      if ((transform[1] ?? 0) !== 0) return [];
      return [{ x: transform[4] ?? 0, y: transform[5] ?? 0, width: item.width, words: item.str }];
    });
    const tags = new Map<string, number>();
    count(await page.getStructTree(), tags);
    pages.push({ width, height, texts, tags });
  }
  await document.destroy();
  return pages;
}

/** How often a tag stands in all pages. */
export function tagCount(pages: readonly PdfPage[], tag: string): number {
  return pages.reduce((sum, { tags }) => sum + (tags.get(tag) ?? 0), 0);
}

/** Words outside of the margins of their page (points at the left, the right, and above and below). */
export function outside(
  pages: readonly PdfPage[],
  [left, right, edge]: readonly [number, number, number],
): string[] {
  return pages.flatMap(({ width, height, texts }, index) =>
    texts.flatMap(({ x, y, width: wide, words }) => {
      const isIn = x >= left && x + wide <= width - right && y >= edge && y <= height - edge;
      return isIn
        ? []
        : [
            `page ${index + 1}: ${words.slice(0, 40)} at ${x.toFixed(0)} to ${(x + wide).toFixed(1)}, ${y.toFixed(0)}`,
          ];
    }),
  );
}

function count(node: unknown, tags: Map<string, number>): void {
  if (typeof node !== "object" || node === null) return;
  if ("role" in node && typeof node.role === "string") tags.set(node.role, (tags.get(node.role) ?? 0) + 1);
  if ("children" in node && Array.isArray(node.children))
    for (const child of node.children) count(child, tags);
}
