/**
 * What a template of a paper is given, as JSON: words and values, all of them plain text. `templates/` holds
 * the templates, and `layout.typ`, which sets the blocks.
 */
import { renderSVG } from "uqr";
import type { BreachLetter } from "../practice/breach.js";
import type { CopyKind, FilePaperKind, PaperKind, ReportPaperKind } from "../practice/papers.js";
import type { StandardPaper } from "../practice/standards/papers.js";

/** A label and what belongs to it. `key` names it for templates, whatever the language. */
export type PaperLine = { readonly label: string; readonly text: string; readonly key?: string };

/** A goal with what each of its levels means, best first. */
export type GoalBlock = {
  readonly kind: "goal";
  readonly title: string;
  readonly lines: readonly PaperLine[];
  /** The heads of the two columns. */
  readonly head: readonly [string, string];
  readonly levels: readonly { readonly score: string; readonly text: string }[];
};

/** A table; its caption may be empty. A column is as wide as its words need, or takes what is left. */
export type TableBlock = {
  readonly kind: "table";
  readonly caption: string;
  readonly head: readonly string[];
  readonly columns: readonly ("auto" | "wide")[];
  readonly rows: readonly (readonly string[])[];
};

/** A picture (SVG), its size in units, what stands below it, and what it shows in words. */
export type PictureBlock = {
  readonly kind: "picture";
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  readonly words: string;
};

/** Stored photos, two beside each other: the id each is laid under, what stands below it, and what it is in words. */
export type PhotosBlock = {
  readonly kind: "photos";
  readonly photos: readonly { readonly file: string; readonly caption: string; readonly words: string }[];
  /** What stands in the place of a photo that is not shown. */
  readonly missing: string;
};

/** A piece of a paper. */
export type PaperBlock =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "answers"; readonly lines: readonly PaperLine[] }
  /** One of the list `list`, under its own name. */
  | {
      readonly kind: "item";
      readonly list: string;
      readonly title: string;
      readonly lines: readonly PaperLine[];
    }
  | GoalBlock
  | PhotosBlock
  | PictureBlock
  | TableBlock;

/** A part of a paper under its heading. `key` names it for templates, whatever the language. */
export type PaperPart = {
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
  readonly key?: string;
};

/** A place to sign. An empty name leaves a line to write on. */
export type Signature = { readonly role: string; readonly name: string; readonly note: string };

/** Tables over many cases. They are made as exports. */
export type CountsPaper = "recap" | "accreditation";

/** What a template is given. */
export type Paper = {
  readonly kind:
    | PaperKind
    | CopyKind
    | FilePaperKind
    | BreachLetter
    | StandardPaper
    | ReportPaperKind
    | CountsPaper;
  readonly language: string;
  readonly title: string;
  /** The code of the case, or of what else it is about. */
  readonly code: string;
  /** It is not approved: DRAF stands across every page. */
  readonly draft: boolean;
  readonly institution: {
    readonly name: string;
    readonly address: string | null;
    readonly contacts: string | null;
  };
  readonly words: {
    readonly draft: string;
    readonly confidential: string;
    readonly page: string;
    readonly of: string;
    readonly copies: string;
  };
  /** Who, what and when, above everything else. */
  readonly facts: readonly PaperLine[];
  readonly parts: readonly PaperPart[];
  /** The day of the signatures, written. */
  readonly date: string;
  readonly signatures: readonly Signature[];
  /** What stands below the signatures of a letter, such as the receipt; empty for other papers. */
  readonly below: readonly PaperPart[];
  /** Who gets a copy of a letter ("Tembusan"); empty for other papers. */
  readonly copies: readonly string[];
};

/** What is added to a paper when it is printed, and what the code on it does not stand for. */
export type Print = {
  /** The code to check it by: a picture (SVG), where it leads, and what it is. */
  readonly check: { readonly picture: string; readonly link: string; readonly words: string };
  /** "Salinan ke-2"; null of a paper whose copies are not counted. */
  readonly copy: string | null;
};

/** The template of a kind of paper, a file of `templates/`. */
export function templateOf(kind: Paper["kind"]): string {
  if (kind === "case-file") return "casefile.typ";
  if (kind === "recap" || kind === "accreditation") return "counts.typ";
  const letters: readonly string[] = ["referral", "social", "breach-subject", "breach-authority"];
  return letters.includes(kind) ? "letter.typ" : "report.typ";
}

/** The picture (SVG) of a code to scan. */
export function scannable(link: string): string {
  return renderSVG(link, { ecc: "M", border: 0 });
}

/**
 * A paper as the JSON its template reads. Characters that print nothing are left out, except the ends of lines: the
 * fonts have no sign for them.
 */
export function paperJson(paper: Paper, print?: Print): string {
  return JSON.stringify({ ...paper, ...print }, (_key, value: unknown) =>
    typeof value === "string" ? value.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, unprinted) : value,
  );
}

function unprinted(character: string): string {
  return character === "\n" ? "\n" : character === "\t" ? " " : "";
}
