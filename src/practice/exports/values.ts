/** What a field of the record holds, before it is put into words. */
import type { LocalDate } from "../form.js";

/** Words that are not choices of a form, by the set they belong to. */
export type TermSet = "stage" | "outcome" | "level" | "form" | "status" | "deadline" | "due";

/** Whom a pseudonym stands for. */
export type PseudonymOf = "client" | "member" | "relative";

/** The value of a field. */
export type FieldValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "date"; readonly date: LocalDate }
  | { readonly kind: "moment"; readonly at: Date }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "yesNo"; readonly value: boolean }
  /** Choices of a question, by the set of its texts. */
  | { readonly kind: "choices"; readonly set: string; readonly keys: readonly string[] }
  | { readonly kind: "term"; readonly set: TermSet; readonly key: string }
  /** A person, who is called by a pseudonym unless the export was allowed to name them. */
  | { readonly kind: "person"; readonly of: PseudonymOf; readonly id: string }
  /** What the institution knows of itself. */
  | { readonly kind: "institution" };

/**
 * What a field tells: `plain` neither who somebody is nor a story; `identity` who or where somebody is; `narrative` what
 * was written in free words, which may name anybody.
 */
export type FieldNature = "plain" | "identity" | "narrative";
