import { type DataRequestEnd, type DataRequestKind, refusalArticle } from "../../practice/dataRequests.js";
import type { Html } from "../../texts.js";
import type { Wording } from "./wording.js";

/** How a request ended: Telegram HTML. */
export function requestEndText(
  say: Wording,
  { kind }: { readonly kind: DataRequestKind },
  ending: DataRequestEnd,
): Html {
  switch (ending.kind) {
    case "handed-over":
      return say.html("data-end-handed-over", { way: say.plain(`copy-way-${ending.way}`) });
    case "corrected":
      return say.html("data-end-corrected", { changes: ending.changes });
    case "erased":
      return say.html("data-end-erased", { rows: ending.rows, files: ending.files });
    case "refused":
      return say.html("data-end-refused", {
        ground: say.plain(`refusal-ground-${ending.ground}`),
        article: refusalArticle(kind, ending.ground) ?? "",
      });
    case "restricted":
    case "grounded":
    case "stopped":
    case "consented":
      return say.html(`data-end-${ending.kind}`);
  }
}
