/** Yes and no as people type them. */
import { explained } from "../reasons.js";
import { accepted, type InputOutcome } from "./outcome.js";
import { folded } from "./text.js";

const yes = new Set(
  "ya y iya iyah ia yaa yup yoi ok oke okay betul benar sudah udah ada setuju tentu bisa yes yep yeah true".split(
    " ",
  ),
);
const no = new Set(
  "tidak t tdk tak enggak engga nggak ngga gak ga g kagak ndak bukan belum jangan no n nope false".split(" "),
);
const noPhrases = /^(?:tidak|tdk|nggak|enggak|gak|ga|belum) (?:ada|setuju|bisa|pernah|sudah)$/;

/** "ya", "y", "iya", "enggak", "tidak ada", "yes", "no". */
export function acceptYesNo(text: string): InputOutcome {
  const word = folded(text);
  if (yes.has(word)) return accepted(true);
  if (no.has(word) || noPhrases.test(word)) return accepted(false);
  return explained("yes-no-unclear", {});
}
