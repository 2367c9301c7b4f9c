/** The grounds on which personal data may be kept without consent (UU 27/2022 Pasal 20 ayat (2)). */

/** The grounds that are not consent, and the letter each has in Pasal 20 ayat (2). */
export const groundLetters = {
  contract: "b",
  "legal-obligation": "c",
  "vital-interest": "d",
  "public-task": "e",
  "legitimate-interest": "f",
} as const;

/** A legal ground other than consent. */
export type LegalGround = keyof typeof groundLetters;

/** All legal grounds other than consent, in the order of their letters. */
export const legalGrounds = Object.keys(groundLetters) as readonly LegalGround[];

/** What was done about a case's personal data beside its forms. */
export type DataTurn =
  | { readonly kind: "withdrawn"; readonly at: Date }
  | { readonly kind: "grounded"; readonly ground: LegalGround; readonly at: Date };
