import { escapeHtml, type Html, html, type Markup } from "../../texts.js";

/** What stands open; of longer words the app shows the first lines, and the rest on a tap. */
const unfolded = { characters: 160, lines: 3 } as const;

/**
 * What somebody wrote, whole: as it is where it is short, folded into a quotation that opens on a tap where it is long.
 * For a text of ours, so that it is not escaped once more.
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
