import type { ContentsLine } from "../../guidance/readDocument.js";
import type { DocumentFacts } from "../../records/questions/documentWords.js";

/** A document and its table of contents. */
export type OpenedDocument = Omit<DocumentFacts, "contents" | "addedAt"> & {
  readonly contents: readonly ContentsLine[];
  /** Absent of a file in the folder of the installation. */
  readonly addedAt?: Date;
};
