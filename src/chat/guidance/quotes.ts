import { escapeHtml } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { splitHtml } from "../telegram/fit.js";
import type { Wording } from "../telegram/wording.js";
import type { Quote } from "./documentLibrary.js";

/** The longest part of a passage in one message, in characters: headings and source still fit. */
const longestPassage = 3_200;

/** A passage word for word, marked as the organisation's own, with its file and position. */
export function quoteHtml(say: Wording, quote: Quote): string {
  const place = quote.place === "" ? quote.file : `${quote.file}, ${quote.place}`;
  const [words = "", ...more] = splitHtml(escapeHtml(quote.text.trim()), longestPassage);
  return [
    say.html("quote-title", { place }),
    `<blockquote>${words}${more.length > 0 ? " …" : ""}</blockquote>`,
    say.html("quote-standing"),
  ].join("\n\n");
}

/** A button for each passage. */
export function quoteButtons(say: Wording, quotes: readonly Quote[]): Button[][] {
  return quotes.map((quote) => {
    const file = clipped(quote.file, 24);
    const where = quote.place === "" ? file : `${file} · ${quote.place}`;
    return [
      {
        text: clipped(say.plain("button-quote", { where }), 60),
        data: callbacks.quote({ documentId: quote.documentId, passage: quote.at }),
      },
    ];
  });
}
