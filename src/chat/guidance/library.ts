import { Composer } from "grammy";
import { Conflict } from "../../records/people/actor.js";
import { hasCases } from "../../records/people/rights.js";
import {
  acceptDocument,
  declineDocument,
  listDocuments,
  offerDocument,
  removeDocument,
} from "../../records/questions/library.js";
import { clipped } from "../form/prompt.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { incomingMessageOf } from "../telegram/incomingMessage.js";
import { dayText, showPage } from "../telegram/screen.js";
import { replyTo } from "./replies.js";

/** The most documents listed, by name. More are rare. */
const mostListed = 30;

/** The organisation's own documents: sent by an admin, listed, replaced, removed. */
export function libraryFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.chatType("private").on("message:document", async (ctx, next) => {
    const incoming = incomingMessageOf(ctx);
    if (incoming?.kind !== "file" || !ctx.work.actor?.roles.includes("admin")) return next();
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
    await acceptDocument(ctx.work, documentId);
    await showPage(ctx, ctx.say.html("document-coming"), [
      [{ text: ctx.say.plain("button-documents"), data: callbacks.documents() }],
    ]);
  });
  handle(composer, callbacks.declineDocument, async (ctx, { documentId }) => {
    await declineDocument(ctx.work, documentId);
    await showPage(ctx, ctx.say.html("document-declined"), []);
  });

  handle(composer, callbacks.documents, showDocuments);
  handle(composer, callbacks.document, async (ctx, { documentId }) => {
    const id = documentId;
    const found = (await listDocuments(ctx.work)).find((one) => one.id === id);
    if (found === undefined) throw new Conflict("the document is gone");
    const { name, addedAt } = found;
    await showPage(ctx, ctx.say.html("document-card", { name, day: dayText(ctx, addedAt) }), [
      [{ text: ctx.say.plain("button-document-remove"), data: callbacks.removeDocument({ documentId: id }) }],
      [{ text: ctx.say.plain("button-back"), data: callbacks.documents() }],
    ]);
  });
  handle(composer, callbacks.removeDocument, async (ctx, { documentId }) => {
    await removeDocument(ctx.work, documentId);
    await showDocuments(ctx);
  });
  return composer;
}

async function showDocuments(ctx: Ctx): Promise<void> {
  const all = await listDocuments(ctx.work);
  const { say } = ctx;
  await showPage(
    ctx,
    all.length === 0 ? say.html("documents-none") : say.html("documents-title", { count: all.length }),
    [
      ...all.slice(0, mostListed).map(({ id, name, waiting }) => [
        {
          text: clipped(`${waiting ? "⏳ " : "📄 "}${name}`, 58),
          data: callbacks.document({ documentId: id }),
        },
      ]),
      [{ text: say.plain("button-back"), data: callbacks.organization() }],
    ],
  );
}

/** Whether a file is Markdown, text or PDF: by its name where Telegram tells no type. */
function isText(name: string, mime: string | null): boolean {
  return (
    /\.(md|markdown|txt|pdf)$/i.test(name) || /^(text\/(plain|markdown)|application\/pdf)$/.test(mime ?? "")
  );
}
