import { Composer } from "grammy";
import { Conflict } from "../../records/people/actor.js";
import { actorOf, hasCases } from "../../records/people/rights.js";
import {
  acceptDocument,
  type DocumentLine,
  declineDocument,
  listDocuments,
  offerDocument,
  removeDocument,
} from "../../records/questions/library.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { incomingMessageOf } from "../telegram/incomingMessage.js";
import { dayText, joinLines, pageRow, showPage } from "../telegram/screen.js";
import type { DocumentLibrary } from "./documentLibrary.js";
import { documentPage, passagePage, quoteButtons } from "./documentPages.js";
import { replyTo } from "./replies.js";

/** Documents on one page of their list. */
const listed = 10;

/** The organisation's own documents: sent, replaced and removed by an admin; listed and read by every member. */
export function libraryFeature(library: DocumentLibrary): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.chatType("private").on("message:document", async (ctx, next) => {
    const incoming = incomingMessageOf(ctx);
    if (incoming?.kind !== "file" || !isAdmin(ctx)) return next();
    const { file, refused } = incoming;
    if (refused === "file-too-big") {
      await ctx.reply(ctx.say.html("file-too-big"));
      return;
    }
    const name = file.name ?? "";
    if (!isText(name, file.mime)) {
      await ctx.reply(ctx.say.html("document-type"));
      return;
    }
    const { id, replaces } = await offerDocument(ctx.work, { fileId: file.fileId, name, mime: file.mime });
    const text = replaces
      ? ctx.say.html("document-replace", { name })
      : ctx.say.html("document-offer", { name });
    await replyTo(ctx, text, [
      [
        {
          text: ctx.say.plain(replaces ? "button-document-replace" : "button-document-add"),
          data: callbacks.acceptDocument({ documentId: id }),
        },
        { text: ctx.say.plain("button-cancel"), data: callbacks.declineDocument({ documentId: id }) },
      ],
      hasCases(ctx.work.actor) ? [{ text: ctx.say.plain("button-lay-by"), data: callbacks.layBy() }] : [],
    ]);
  });

  handle(composer, callbacks.acceptDocument, async (ctx, { documentId }) => {
    await acceptDocument(ctx.work, documentId, ctx.callbackQuery?.message?.message_id ?? null);
    await showPage(ctx, ctx.say.html("document-coming"), [documentsRow(ctx)]);
  });
  handle(composer, callbacks.declineDocument, async (ctx, { documentId }) => {
    await declineDocument(ctx.work, documentId);
    await showPage(ctx, ctx.say.html("document-declined"), []);
  });

  composer.command("dokumen", async (ctx) => {
    const question = ctx.match.trim();
    if (question === "") return showDocuments(ctx, library, 0);
    const [best, ...others] = await library.search(ctx.work, question);
    if (best === undefined) return replyTo(ctx, ctx.say.html("documents-no-match"), [documentsRow(ctx)]);
    const { text, rows } = passagePage(ctx.say, best);
    await replyTo(ctx, text, [...rows, ...quoteButtons(ctx.say, others)]);
  });
  handle(composer, callbacks.documents, (ctx) => showDocuments(ctx, library, 0));
  handle(composer, callbacks.documentsPage, (ctx, { page }) => showDocuments(ctx, library, page));
  handle(composer, callbacks.document, (ctx, { documentId }) => showContents(ctx, library, documentId, 0));
  handle(composer, callbacks.documentContents, (ctx, { documentId, page }) =>
    showContents(ctx, library, documentId, page),
  );
  handle(composer, callbacks.passage, async (ctx, { documentId, passage }) => {
    const quote = await library.quote(ctx.work, documentId, passage);
    if (quote === undefined) {
      await ctx.answerCallbackQuery(ctx.say.plain("quote-gone"));
      return;
    }
    const { text, rows } = passagePage(ctx.say, quote);
    await showPage(ctx, text, rows);
  });
  handle(composer, callbacks.removeDocument, async (ctx, { documentId }) => {
    await removeDocument(ctx.work, documentId);
    await showDocuments(ctx, library, 0);
  });
  return composer;
}

function isAdmin({ work }: Ctx): boolean {
  return work.actor?.roles.includes("admin") === true;
}

function documentsRow({ say }: Ctx): Button[] {
  return [{ text: say.plain("button-documents"), data: callbacks.documents() }];
}

async function showDocuments(ctx: Ctx, library: DocumentLibrary, page: number): Promise<void> {
  actorOf(ctx.work);
  const { say } = ctx;
  const all = [
    ...(await listDocuments(ctx.work)).map((line) => ({ id: line.id, text: lineText(ctx, line) })),
    ...library.shelf().map(({ id, name }) => ({ id, text: `📄 ${name}` })),
  ];
  const back = isAdmin(ctx)
    ? { text: say.plain("button-back"), data: callbacks.organization() }
    : { text: say.plain("button-topics"), data: callbacks.topicGroups() };
  await showPage(
    ctx,
    joinLines([
      all.length === 0 ? say.html("documents-none") : say.html("documents-title", { count: all.length }),
      isAdmin(ctx) ? say.html("documents-send") : undefined,
    ]),
    [
      ...all
        .slice(page * listed, (page + 1) * listed)
        .map(({ id, text }) => [{ text: clipped(text, 58), data: callbacks.document({ documentId: id }) }]),
      pageRow(page, all.length, listed, (to) => callbacks.documentsPage({ page: to })),
      [back, { text: say.plain("button-menu"), data: callbacks.menuHere() }],
    ].filter((row) => row.length > 0),
  );
}

/** A document that is still being read says which page it is at, where it has come to one. */
function lineText({ say }: Ctx, { name, waiting, readingPage, pages }: DocumentLine): string {
  if (!waiting) return `📄 ${name}`;
  return readingPage === null
    ? `⏳ ${name}`
    : `⏳ ${say.plain("document-at-page", { page: readingPage, of: pages ?? readingPage })} · ${name}`;
}

async function showContents(ctx: Ctx, library: DocumentLibrary, id: string, page: number): Promise<void> {
  const { say } = ctx;
  const remove = {
    text: say.plain("button-document-remove"),
    data: callbacks.removeDocument({ documentId: id }),
  };
  const opened = await library.document(ctx.work, id);
  if (opened !== undefined) {
    const { addedAt } = opened;
    const own =
      addedAt === undefined ? {} : { added: dayText(ctx, addedAt), further: isAdmin(ctx) ? [remove] : [] };
    const { text, rows } = documentPage(say, opened, page, own);
    return showPage(ctx, text, rows);
  }
  const line = (await listDocuments(ctx.work)).find((one) => one.id === id);
  if (line === undefined) throw new Conflict("the document is gone");
  await showPage(ctx, say.html("document-being-read", { name: line.name }), [
    isAdmin(ctx) ? [remove] : [],
    documentsRow(ctx),
  ]);
}

/** Whether a file is one that can be read: by its name where Telegram tells no type. */
function isText(name: string, mime: string | null): boolean {
  return (
    /\.(md|markdown|txt|pdf|docx|docm)$/i.test(name) ||
    /^(text\/(plain|markdown)|application\/pdf|application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document)$/.test(
      mime ?? "",
    )
  );
}
