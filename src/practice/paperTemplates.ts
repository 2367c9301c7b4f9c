/** Which papers an institution may give a form of its own, and in which formats. */
import { type BreachLetter, breachLetters } from "./breach.js";
import { type CopyKind, type FilePaperKind, type PaperKind, paperKinds } from "./papers.js";

/** A paper with a template. A whole file has none of its own: its chapters and photos are set by what is shipped. */
export type TemplatedKind =
  | PaperKind
  | Extract<FilePaperKind, "supervision">
  | Extract<CopyKind, "data-copy">
  | BreachLetter;

/** Every paper with a template, in the order they are listed. */
export const templatedKinds: readonly TemplatedKind[] = [
  ...paperKinds,
  "supervision",
  "data-copy",
  ...breachLetters,
];

/** The formats of a template: for Typst, which makes a PDF, and a document of Word, which stays one. */
export const templateFormats = ["typ", "docx"] as const;

/** A format of a template. */
export type TemplateFormat = (typeof templateFormats)[number];

/** The formats a paper may have: those that an office goes on editing may be documents of Word. */
export function formatsOf(kind: TemplatedKind): readonly TemplateFormat[] {
  return kind === "referral" || kind === "contract" ? templateFormats : ["typ"];
}

/** The largest files (bytes) an institution may send. */
export const largestDesign = { typ: 256 * 1024, docx: 2 * 1024 * 1024, logo: 5 * 1024 * 1024 } as const;
