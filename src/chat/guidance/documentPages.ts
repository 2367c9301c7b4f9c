import type { ContentsLine } from "../../guidance/readDocument.js";
import { escapeHtml } from "../../texts.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { fitted, textLimits } from "../telegram/fit.js";
import { joinLines, pageRow } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";
import type { Quote } from "./documentLibrary.js";
import type { OpenedDocument } from "./openedDocument.js";

/** A page of a document: Telegram HTML, and the buttons below it. */
export type DocumentPage = { readonly text: string; readonly rows: Button[][] };

/** Headings on one page of a table of contents. */
const headingsOnPage = 12;
/** How far each deeper heading stands in. */
const indent = "· ";

/** A passage word for word, marked as the organisation's own, with its file and place, and the way on in its document. */
export function passagePage(say: Wording, quote: Quote): DocumentPage {
  const { documentId, at, passages, scannedPages } = quote;
  const beside = (step: -1 | 1): Button[] => {
    const to = at + step;
    if (to < 0 || to >= passages) return [];
    const text = step < 0 ? `◀️ ${to + 1}/${passages}` : `${to + 1}/${passages} ▶️`;
    return [{ text, data: callbacks.passage({ documentId, passage: to }) }];
  };
  const text = joinLines(
    [
      say.html("quote-title", { place: placeOf(say, quote) }),
      `<blockquote>${escapeHtml(quote.text.trim())}</blockquote>`,
      joinLines([say.html("quote-standing"), scannedPages > 0 ? say.html("quote-scanned") : undefined]),
    ],
    "\n\n",
  );
  return {
    text: fitted(text, textLimits.text),
    rows: [
      [...beside(-1), ...beside(1)],
      [
        { text: say.plain("button-document-contents"), data: callbacks.document({ documentId }) },
        { text: say.plain("button-ask-supervisor"), data: callbacks.askSupervisor() },
      ],
    ].filter((row) => row.length > 0),
  };
}

/** "SOP.pdf, Jam malam (hlm. 3)". */
function placeOf(say: Wording, { file, place, page }: Quote): string {
  const at = place === "" ? file : `${file}, ${place}`;
  return page === undefined ? at : say.plain("quote-page", { place: at, page });
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

/** A document with its table of contents. `added` is the day it was added; `further` are buttons of who may change it. */
export function documentPage(
  say: Wording,
  { id: documentId, name, passages, pages, scannedPages, contents }: OpenedDocument,
  page: number,
  { added, further = [] }: { readonly added?: string; readonly further?: readonly Button[] },
): DocumentPage {
  const shown = contents.slice(page * headingsOnPage, (page + 1) * headingsOnPage);
  const open = (passage: number) => callbacks.passage({ documentId, passage });
  return {
    text: joinLines([
      added === undefined
        ? say.html("document-of-installation", { name })
        : say.html("document-card", { name, day: added }),
      pages === null
        ? say.html("document-size", { passages })
        : say.html("document-size-pages", { passages, pages }),
      scannedPages > 0 ? say.html("quote-scanned") : undefined,
      contents.length > 0 ? say.html("document-pick-heading") : undefined,
    ]),
    rows: [
      [{ text: say.plain("button-document-read"), data: open(0) }],
      ...shown.map((line) => [{ text: headingOf(line, contents), data: open(line.at) }]),
      pageRow(page, contents.length, headingsOnPage, (to) =>
        callbacks.documentContents({ documentId, page: to }),
      ),
      [...further],
      [{ text: say.plain("button-documents"), data: callbacks.documents() }],
    ].filter((row) => row.length > 0),
  };
}

/** A heading stands in as far as it is deeper than the highest of its document. */
function headingOf({ place, level }: ContentsLine, contents: readonly ContentsLine[]): string {
  const highest = contents.reduce((least, line) => Math.min(least, line.level), level);
  return clipped(`${indent.repeat(Math.min(3, level - highest))}${place}`, 58);
}
