import type { Work } from "../people/work.js";
import type { CellAddress } from "../storage/seal.js";

/** The type of the document that earlier versions made of questions and replies, which is no file. */
export const answersMime = "application/x-pendamping-answers";

/** The columns of a removed document: only that it existed. */
export function removedFields(now: Date) {
  return { removedAt: now, text: null, fileId: null, contents: null };
}

/** The cell of a document. */
export function documentCell(column: "name" | "fileId" | "text" | "contents", row: string): CellAddress {
  return { table: "GuidanceDocument", column, row };
}

/** The cell of a run of its passages. */
export function segmentCell(column: "words" | "terms", documentId: string, number: number): CellAddress {
  return { table: "GuidanceSegment", column, row: `${documentId}.${number}` };
}

/** The name of a document; "…" where it does not open, which raises the alarm: the others are listed all the same. */
export function nameOfDocument(
  { sealer }: Work,
  { id, name }: { readonly id: string; readonly name: string },
) {
  const opened = sealer.read(name, documentCell("name", id));
  return typeof opened === "string" ? opened : "…";
}
