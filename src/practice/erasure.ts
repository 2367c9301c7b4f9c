/** Why a client's data is erased or destroyed, and what forbids it. */

/** On which ground, and the articles of UU 27/2022 it stands in. */
export const erasureGrounds = {
  /** The client asks for it. */
  request: "Pasal 43 ayat (1) huruf c, Pasal 44 ayat (1) huruf b",
  /** The client took their consent back. */
  withdrawal: "Pasal 43 ayat (1) huruf b",
  /** Kept for as long as the organisation keeps cases, and marked to be destroyed. */
  retention: "Pasal 43 ayat (1) huruf a, Pasal 44 ayat (1) huruf a",
  /** Got or used against the law. */
  unlawful: "Pasal 43 ayat (1) huruf d, Pasal 44 ayat (1) huruf d",
} as const;

/** A ground for erasing a case. */
export type ErasureGround = keyof typeof erasureGrounds;

/** Why a case is not erased now. */
export type ErasureBar =
  /** A court or an investigator needs it (Pasal 15 ayat (1) huruf b, 44 ayat (1) huruf c). */
  | "preserved"
  /** A danger in it is open: somebody has to look after that first. */
  | "danger"
  /** There is nothing in it any more. */
  | "erased";
