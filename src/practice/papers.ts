/** The papers that come out of the forms: which form yields which, and at which question a paper is needed. */
import type { ClientLevel, FormId, Path } from "./form.js";

/** Every paper there is. */
export const paperKinds = [
  "consent",
  "contract",
  "assessment",
  "social",
  "plan",
  "session",
  "evaluation",
  "referral",
  "termination",
  "aftercare",
] as const;

/** A kind of paper. */
export type PaperKind = (typeof paperKinds)[number];

/** What a client gets who asks for a copy of their data: to be read, and to be read by a machine. */
export const copyKinds = ["data-copy", "data-json"] as const;

/** A kind of copy of a client's data. */
export type CopyKind = (typeof copyKinds)[number];

/**
 * Papers that come out of no single form: a note of supervision, everything a case holds, what another system wants typed of
 * it, and the case in disguise for a review of quality.
 */
export const filePaperKinds = ["supervision", "case-file", "lembar", "review"] as const;

/** A kind of paper that comes out of no single form. */
export type FilePaperKind = (typeof filePaperKinds)[number];

/** What a report is told in: two pictures, a PDF with every number, and what may leave the institution. */
export const reportPaperKinds = [
  "report-picture",
  "report-people",
  "report-pdf",
  "report-pdf-outside",
  "report-xlsx",
] as const;

/** A paper or a picture of a report. */
export type ReportPaperKind = (typeof reportPaperKinds)[number];

/** Whether it is of a report. */
export function isOfReport(kind: string): kind is ReportPaperKind {
  return reportPaperKinds.some((one) => one === kind);
}

/** The pictures that come out of forms: the family, the systems around it, and what the work came to. */
export const drawingKinds = ["genogram", "ecomap", "outcome"] as const;

/** A kind of picture. */
export type DrawingKind = (typeof drawingKinds)[number];

/** The pictures of a form; a group and a community have no genogram. */
export function drawingsOf(form: FormId, level: ClientLevel | undefined): readonly DrawingKind[] {
  if (form === "evaluation" || form === "aftercare") return ["outcome"];
  if (form !== "assessment") return [];
  return level === "group" || level === "community" ? ["ecomap"] : ["genogram", "ecomap"];
}

/** Whether a kind of paper is a picture. */
export function isDrawing(kind: string): kind is DrawingKind {
  return drawingKinds.some((one) => one === kind);
}

/** The picture that a list of members or of systems adds to; undefined at every other question. */
export function drawingGrownAt(form: FormId, path: Path): DrawingKind | undefined {
  if (form !== "assessment") return undefined;
  if (/^(family|familyTies)\.[1-9]\d*$/.test(path)) return "genogram";
  return /^systems\.[1-9]\d*$/.test(path) ? "ecomap" : undefined;
}

const byForm: { readonly [form in FormId]: readonly PaperKind[] } = {
  approach: ["consent", "contract"],
  assessment: ["assessment", "social"],
  plan: ["plan"],
  session: ["session"],
  evaluation: ["evaluation"],
  referral: ["referral"],
  termination: ["termination"],
  aftercare: ["aftercare"],
};

/**
 * The papers of a form, in the order they are needed. `legal` is the legal situation of the case: a laporan sosial is
 * written of a child who is victim or witness (UU 11/2012 Pasal 27 ayat (3)).
 */
export function papersOf(form: FormId, legal: readonly string[]): readonly PaperKind[] {
  return byForm[form].filter((kind) => kind !== "social" || legal.includes("child-victim"));
}

/** Where a form asks for a paper that was signed or sent: it is printed before that. */
const wanted: { readonly [form in FormId]?: Readonly<Record<Path, PaperKind>> } = {
  approach: {
    dataConsentHow: "consent",
    dataConsentProof: "consent",
    consentHow: "consent",
    consentProof: "consent",
    signedOn: "contract",
    signedPage: "contract",
  },
  referral: { sentOn: "referral", letter: "referral" },
};

/** The paper to print at a question; undefined at most of them. */
export function paperWantedAt(form: FormId, path: Path): PaperKind | undefined {
  return wanted[form]?.[path];
}

/**
 * Whether people sign the paper or take it along. Such a paper may leave the chat, since who signs it needs it in
 * print; every other one is shown protected against forwarding and saving.
 */
export function isPrinted(kind: PaperKind | CopyKind | FilePaperKind): boolean {
  const taken = ["data-copy", "data-json", "consent", "lembar", "review"];
  return taken.includes(kind) || isNumbered(kind);
}

/** Whether a paper leaves the institution as a letter: it has a number of the register and the date of that number. */
export function isNumbered(kind: PaperKind | CopyKind | FilePaperKind): boolean {
  return kind === "contract" || kind === "social" || kind === "referral" || kind === "termination";
}
