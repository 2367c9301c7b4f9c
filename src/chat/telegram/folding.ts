import { escapeHtml, type Html, html, type Markup } from "../../texts.js";

/** The most characters shown unfolded. Of a longer text the app shows the first lines, and the rest on a tap. */
const unfolded = { characters: 160, lines: 3 } as const;

/**
 * A person's text as Telegram HTML inside one of our texts: unchanged where it is short, folded into an expandable
 * quotation where it is long. Not escaped again.
 */
export function foldable(text: string): Markup {
  return html(foldableHtml(text));
}

/** The same as Telegram HTML. */
export function foldableHtml(text: string): Html {
  const words = escapeHtml(text);
  return isShort(text) ? words : (`\n<blockquote expandable>${words}</blockquote>` as Html);
}

function isShort(text: string): boolean {
  return [...text].length <= unfolded.characters && text.split("\n").length <= unfolded.lines;
}
