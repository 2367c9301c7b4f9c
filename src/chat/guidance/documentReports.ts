import type { FileRefusal } from "../../documents/reading/fileText.js";
import type { Work } from "../../records/people/work.js";
import type { ReadDocument } from "../../records/questions/documentReading.js";
import type { Texts } from "../../texts.js";
import { callbacks } from "../telegram/callbacks.js";
import { recipientLocale } from "../telegram/notices.js";
import { queueCall, queueMessage } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";
import { type Wording, wordingOf } from "../telegram/wording.js";

/** What became of a document: how much was read, or why nothing was. */
export type DocumentOutcome =
  | {
      readonly kind: "read";
      readonly file: {
        readonly passages: number;
        readonly pages: number | null;
        readonly scannedPages: number;
      };
      readonly unread: readonly number[];
    }
  | { readonly kind: "refused"; readonly reason: FileRefusal | "gone" | "failed" };

/** The most pages that are named. */
const mostNamed = 20;

/** Tells who sent a document what became of it. */
export function tellOfDocument(
  work: Work,
  texts: Texts,
  { accountId, id, name, organizationId, locale }: ReadDocument,
  outcome: DocumentOutcome,
): void {
  const language = recipientLocale(locale);
  const say = wordingOf(texts, language);
  queueMessage(work, {
    chatId: accountId,
    organizationId,
    kind: "notice",
    text:
      outcome.kind === "refused"
        ? say.html(`document-refused-${outcome.reason}`, { name })
        : keptHtml(say, name, outcome),
    rows:
      outcome.kind === "refused"
        ? []
        : [[{ text: say.plain("button-document-open"), data: callbacks.document({ documentId: id }) }]],
  });
}

function keptHtml(
  say: Wording,
  name: string,
  { file, unread }: Extract<DocumentOutcome, { kind: "read" }>,
): string {
  const { passages, pages, scannedPages } = file;
  return joinLines([
    pages === null
      ? say.html("document-kept", { name, passages })
      : say.html("document-kept-pages", { name, passages, pages }),
    scannedPages > 0 ? say.html("document-kept-scanned", { count: scannedPages }) : undefined,
    unread.length > 0 ? say.html("document-kept-unread", { numbers: numbersOf(unread) }) : undefined,
  ]);
}

function numbersOf(pages: readonly number[]): string {
  const named = pages.slice(0, mostNamed).join(", ");
  return pages.length > mostNamed ? `${named} …` : named;
}

/** Shows in the message that said the document is being read which page it is at. */
export function showReadingPage(
  work: Work,
  texts: Texts,
  { accountId, name, organizationId, locale, messageId }: ReadDocument,
  { page, of }: { readonly page: number; readonly of: number },
): void {
  if (messageId === null) return;
  const text = texts.t(recipientLocale(locale), "document-reading", { name, page, of });
  const edit = { chat_id: accountId, message_id: messageId, text };
  queueCall(work, "editMessageText", edit, "notice", organizationId);
}
