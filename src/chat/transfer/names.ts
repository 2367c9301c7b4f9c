import type { GivenForm } from "../../records/transfer/transferRow.js";
import type { Wording } from "../telegram/wording.js";

/** "Asesmen 2": a form that goes with a case. */
export function givenName({ form, sequence }: Pick<GivenForm, "form" | "sequence">, say: Wording): string {
  const name = say.plain(`form-${form}`);
  return sequence === 1 ? name : `${name} ${sequence}`;
}
