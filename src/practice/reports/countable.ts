/** Which cases a report, a recap or an export may count and tell of. */
import type { CaseFacts } from "../caseFacts.js";
import { dataStanding } from "../dataGround.js";

/** Why a case is left out of every report. */
export type LeftOut = "no-consent" | "not-asked" | "restricted" | "erased";

/**
 * Why a case may not be counted; undefined where it may. Its client agreed to the processing of their data, or the law
 * gives another ground (UU 27/2022 Pasal 20 ayat (2)); without both, while it is read-only for its client (Pasal 41), and
 * after an erasure it takes part in nothing. The forms have no question about reports of their own: whoever agrees to the
 * data agrees to be one of a number.
 */
export function leftOut(
  facts: CaseFacts,
  { restrictedAt, erasedAt }: { readonly restrictedAt: Date | null; readonly erasedAt: Date | null },
): LeftOut | undefined {
  if (erasedAt !== null) return "erased";
  if (restrictedAt !== null) return "restricted";
  const { kind } = dataStanding(facts);
  if (kind === "missing") return "no-consent";
  return kind === "open" ? "not-asked" : undefined;
}
