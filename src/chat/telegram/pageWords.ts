import type { Paper } from "../../documents/paper.js";
import type { Wording } from "./wording.js";

/** The words on every page of a paper. */
export function pageWords(say: Wording): Paper["words"] {
  return {
    draft: say.plain("paper-draft"),
    confidential: say.plain("paper-confidential"),
    page: say.plain("paper-page"),
    of: say.plain("paper-of"),
    copies: say.plain("paper-copies"),
  };
}
