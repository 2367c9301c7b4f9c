import type { Value } from "../form.js";
import type { Explained } from "../reasons.js";

/** An answer fit to be stored. */
export type Accepted = { readonly kind: "accepted"; readonly value: Value };

/** An answer read out of loose words; shown back, and stored when the person says yes. */
export type Confirm = { readonly kind: "confirm"; readonly value: Value };

/** What becomes of something a person sent. */
export type InputOutcome = Accepted | Confirm | Explained;

/** Takes an answer; with `sure` false the person is asked first whether it was understood. */
export function accepted(value: Value, sure = true): Accepted | Confirm {
  return { kind: sure ? "accepted" : "confirm", value };
}
