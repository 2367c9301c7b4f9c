import { Composer } from "grammy";
import { caseFor } from "../../records/case/case.js";
import { listCases } from "../../records/case/caseLists.js";
import { keepNote } from "../../records/case/notes.js";
import { drop, fileInto, unfiledOf } from "../../records/case/unfiled.js";
import { Conflict } from "../../records/people/actor.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { type EntryCall, entries } from "../telegram/entries.js";
import { type Entry, type EntryEnd, type EntryHandler, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { readMessage, whenSent } from "../telegram/incomingMessage.js";
import { answerGone, inReplyTo, messageAskedAbout } from "../telegram/screen.js";
import { caseButton, contentOf, type Fileable, nameOfSent, offerFiling } from "./offer.js";
import { offerOnNote, ownNoteButtons, toCase } from "./ownNotes.js";

/** Files whatever is sent outside of a question in the case its sender names. */
export function filingFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer
    .chatType("private")
    .on(
      ["message:photo", "message:voice", "message:audio", "message:document", "message:location"],
      async (ctx, next) => {
        const { message, work } = ctx;
        const incoming = readMessage(message);
        if (work.actor === undefined || !isFileable(incoming)) return next();
        if (incoming.kind === "file" && incoming.refused !== undefined) {
          await ctx.reply(ctx.say.html(incoming.refused));
        } else if (!(await offerFiling(ctx, incoming, message))) await next();
      },
    );

  // Used under an answer to a text that was no question, and under a document offered to the library.
  handle(composer, callbacks.layBy, async (ctx) => {
    const message = messageAskedAbout(ctx);
    const incoming = message === undefined ? undefined : readMessage(message);
    if (message === undefined || incoming === undefined || !isFileable(incoming)) return answerGone(ctx);
    await ctx.answerCallbackQuery();
    if (!(await offerFiling(ctx, incoming, message))) await ctx.reply(ctx.say.html("filing-no-case"));
  });

  handle(composer, callbacks.fileInto, async (ctx, { unfiledId, caseId }) => {
    const { code, contents, noteId } = await fileInto(ctx.work, unfiledId, caseId);
    await ctx.answerCallbackQuery();
    await ctx.editMessageText(ctx.say.html("filing-kept", { code, count: contents.length }), {
      reply_markup: keyboard([[toCase(ctx, caseId)], ownNoteButtons(ctx, noteId)]),
    });
    await offerOnNote(ctx, noteId);
  });
  handle(composer, callbacks.dropUnfiled, async (ctx, { unfiledId }) => {
    await drop(ctx.work, unfiledId);
    await ctx.answerCallbackQuery();
    await ctx.editMessageText(ctx.say.html("filing-dropped"));
  });
  handle(composer, callbacks.searchInto, async (ctx, { unfiledId }) => {
    await unfiledOf(ctx.work, unfiledId);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.filingSearch({ unfiledId });
  });

  // Nobody types a note first to hear then that the case is read-only.
  handle(composer, callbacks.attachToCase, async (ctx, { caseId }) => {
    await caseFor(ctx.work, caseId, "write");
    await begin(ctx, entries.caseAttachment({ caseId }));
  });
  handle(composer, callbacks.noteInCase, async (ctx, { caseId }) => {
    await caseFor(ctx.work, caseId, "write");
    await begin(ctx, entries.caseNote({ caseId }));
  });
  return composer;
}

/** The search for the case of a waiting message, and what is added to a case from its card. */
export const filingEntries: readonly Entry[] = [
  handleEntry(entries.filingSearch, {
    ask: async (ctx, { unfiledId }) => ({
      text: ctx.say.html("cases-search"),
      cancel: callbacks.dropUnfiled({ unfiledId }),
    }),
    take: typedOnly(async (ctx, search, { unfiledId }) => {
      const { messageId } = await unfiledOf(ctx.work, unfiledId);
      const mine = await listCases(ctx.work, { whose: "mine", search }, 0);
      const team = await listCases(ctx.work, { whose: "team", search }, 0);
      const found = [...mine.lines, ...team.lines];
      const rows: Button[][] = found.map((one) => [
        caseButton(ctx, one, callbacks.fileInto({ unfiledId, caseId: one.id })),
      ]);
      rows.push([
        { text: ctx.say.plain("button-find"), data: callbacks.searchInto({ unfiledId }) },
        { text: ctx.say.plain("button-not-filed"), data: callbacks.dropUnfiled({ unfiledId }) },
      ]);
      const text = found.length === 0 ? ctx.say.html("cases-not-found") : ctx.say.html("filing-found");
      await ctx.reply(text, {
        reply_markup: keyboard(rows),
        ...inReplyTo(messageId),
      });
      return { kind: "done" };
    }),
  }),
  handleEntry(entries.caseAttachment, addition("case-attachment-ask")),
  handleEntry(entries.caseNote, addition("case-note-ask")),
];

/** An addition to a case from its card: any text, file or place. */
function addition(ask: "case-attachment-ask" | "case-note-ask"): EntryHandler<{ readonly caseId: string }> {
  return {
    ask: async (ctx, { caseId }) => ({ text: ctx.say.html(ask), cancel: callbacks.openCase({ caseId }) }),
    take: typedOnly((ctx, _, { caseId }) => keep(ctx, caseId)),
    takeFile: (ctx, _, { caseId }) => keep(ctx, caseId),
    takePlace: (ctx, { caseId }) => keep(ctx, caseId),
  };
}

async function keep(ctx: Ctx, caseId: string): Promise<EntryEnd> {
  const { message } = ctx;
  const incoming = message === undefined ? undefined : readMessage(message);
  if (message === undefined || incoming === undefined || !isFileable(incoming)) {
    throw new Conflict("there is nothing to keep");
  }
  const { words, place, file } = contentOf(incoming);
  const { code, noteId } = await keepNote(ctx.work, caseId, {
    words,
    place,
    sentAt: whenSent(message, ctx.work.now),
    files: file === null ? [] : [file],
  });
  await ctx.reply(ctx.say.html("case-added", { code, what: nameOfSent(ctx, incoming) }), {
    reply_markup: keyboard([[toCase(ctx, caseId)], ownNoteButtons(ctx, noteId)]),
  });
  await offerOnNote(ctx, noteId);
  return { kind: "done" };
}

async function begin(ctx: Ctx, addition: EntryCall): Promise<void> {
  await ctx.answerCallbackQuery();
  ctx.onward = addition;
}

function isFileable(incoming: ReturnType<typeof readMessage>): incoming is Fileable {
  return incoming.kind === "text" || incoming.kind === "file" || incoming.kind === "location";
}
