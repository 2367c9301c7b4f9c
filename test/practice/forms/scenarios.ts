/**
 * Made-up cases, told as a worker would: at each question what is typed or pressed. The golden files beside
 * show what was asked and what the summary says.
 */
import type { AttachmentRef, FormContext, FormId } from "../../../src/practice/form.js";

/**
 * What is done at a question: typed words, a choice by its key, ticks, yes or no, a scale's number, something
 * sent, or null for "skip".
 */
export type Told = string | number | boolean | null | readonly string[] | AttachmentRef;

export type Scenario = {
  readonly form: FormId;
  readonly name: string;
  /** One line: what the scenario shows. */
  readonly shows: string;
  readonly facts?: FormContext["facts"];
  readonly sources?: FormContext["sources"];
  /** By path, in the order asked. */
  readonly told: Readonly<Record<string, Told>>;
};

export const photo: AttachmentRef = { kind: "photo", attachmentId: "att0000000000001" };
export const voice: AttachmentRef = { kind: "voice", attachmentId: "att0000000000002" };
export const paper: AttachmentRef = { kind: "document", attachmentId: "att0000000000003" };

/** The list an organisation may ask to be ticked. */
export const requirements = [
  { id: "ktp", label: "KTP atau surat domisili" },
  { id: "sktm", label: "Surat keterangan tidak mampu" },
] as const;

/** What the assessment of Mak Iyah found, as later forms see it. */
export const problems = [
  { id: "problems.0", label: "Makan hanya sekali sehari" },
  { id: "problems.1", label: "Sendirian di malam hari, pernah jatuh" },
] as const;
export const strengths = [
  { id: "strengths.0", label: "Pandai menganyam" },
  { id: "strengths.1", label: "Tetangga peduli" },
] as const;

/** What her plan aims at. */
export const goals = [
  { id: "goals.0", label: "Mak Iyah makan tiga kali sehari" },
  { id: "goals.1", label: "Mak Iyah ditemani setiap malam" },
] as const;

/** What a community found together, and its goal. */
export const sharedProblems = [{ id: "problems.0", label: "Air bersih hanya dua hari seminggu" }] as const;
export const sharedStrengths = [{ id: "strengths.0", label: "Gotong royong kuat" }] as const;
export const sharedGoals = [{ id: "goals.0", label: "Iuran air diurus pengurus sendiri" }] as const;
