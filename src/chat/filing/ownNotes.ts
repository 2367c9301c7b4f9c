import { Composer } from "grammy";
import { stages } from "../../practice/form.js";
import { withoutNames } from "../../practice/namedPeople.js";
import { type CaseLine, likelyCases, listCases } from "../../records/case/caseLists.js";
import { peopleOf } from "../../records/case/openRound.js";
import { moveNote, ownNote, rewriteNote, takeNoteBack } from "../../records/case/ownNotes.js";
import { actorOf } from "../../records/people/rights.js";
import { momentOf } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { foldable, foldableHtml } from "../telegram/folding.js";
import { handle } from "../telegram/handle.js";
import { calledIn, isNamed, offerOnNames } from "../telegram/namesOffer.js";
import { answerGone, joinLines, showPage } from "../telegram/screen.js";
import { caseButton } from "./offer.js";

/** The most cases offered as buttons; others are found by search. */
const mostOffered = 5;

/** What was filed, for whoever filed it: moved to another case, taken back, or written without names. */
export function ownNotesFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.ownNote, async (ctx, { noteId }) => {
    const { subject, content, sentAt } = await ownNote(ctx.work, noteId);
    const when = momentOf(sentAt, actorOf(ctx.work).zone, ctx.say);
    const text = joinLines([
      ctx.say.html("own-note", { code: subject.case.code, when }),
      content.words === null ? undefined : foldableHtml(content.words),
    ]);
    await showPage(ctx, text, [
      ownNoteButtons(ctx, noteId),
      [
        {
          text: ctx.say.plain("button-back"),
          data: callbacks.caseHistory({ caseId: subject.case.id, only: "notes", page: 0 }),
        },
      ],
    ]);
  });

  handle(composer, callbacks.moveNote, async (ctx, { noteId }) => {
    const { subject } = await ownNote(ctx.work, noteId);
    const cases = await likelyCases(ctx.work, { most: mostOffered, among: stages, orTeam: true });
    const others = cases.filter(({ id }) => id !== subject.case.id);
    await showPage(ctx, ctx.say.html("own-note-where"), placeRows(ctx, noteId, others));
  });
  handle(composer, callbacks.searchForNote, async (ctx, { noteId }) => {
    await ownNote(ctx.work, noteId);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.noteSearch({ noteId });
  });
  handle(composer, callbacks.moveNoteTo, async (ctx, { noteId, caseId }) => {
    const moved = await moveNote(ctx.work, noteId, caseId);
    await ctx.answerCallbackQuery();
    await ctx.editMessageText(ctx.say.html("own-note-moved", moved), {
      reply_markup: keyboard([[toCase(ctx, caseId)], ownNoteButtons(ctx, noteId)]),
    });
  });

  handle(composer, callbacks.takeNoteBack, async (ctx, { noteId }) => {
    const { isFresh } = await ownNote(ctx.work, noteId);
    if (!isFresh) {
      await ctx.answerCallbackQuery({ text: ctx.say.plain("own-note-stays"), show_alert: true });
      return;
    }
    const { code, caseId } = await takeNoteBack(ctx.work, noteId);
    await ctx.answerCallbackQuery();
    await ctx.editMessageText(ctx.say.html("own-note-back", { code }), {
      reply_markup: keyboard([[toCase(ctx, caseId)]]),
    });
  });

  handle(composer, callbacks.takeNamesOutOfNote, async (ctx, { noteId }) => {
    const { subject, content } = await ownNote(ctx.work, noteId);
    const people = peopleOf(subject);
    const { words } = content;
    if (words === null || !isNamed(words, people)) return answerGone(ctx);
    const without = withoutNames(words, people, await calledIn(ctx, subject.case.id));
    await rewriteNote(ctx.work, noteId, without);
    await ctx.answerCallbackQuery();
    await ctx.editMessageText(ctx.say.html("own-note-without-names", { words: foldable(without) }));
  });
  return composer;
}

/** The search for the case a note is moved to. */
export const ownNoteEntries: readonly Entry[] = [
  handleEntry(entries.noteSearch, {
    ask: async (ctx, { noteId }) => ({
      text: ctx.say.html("cases-search"),
      cancel: callbacks.ownNote({ noteId }),
    }),
    take: typedOnly(async (ctx, search, { noteId }) => {
      const { subject } = await ownNote(ctx.work, noteId);
      const mine = await listCases(ctx.work, { whose: "mine", search }, 0);
      const team = await listCases(ctx.work, { whose: "team", search }, 0);
      const found = [...mine.lines, ...team.lines].filter(({ id }) => id !== subject.case.id);
      const text = found.length === 0 ? ctx.say.html("cases-not-found") : ctx.say.html("own-note-where");
      await ctx.reply(text, { reply_markup: keyboard(placeRows(ctx, noteId, found)) });
      return { kind: "done" };
    }),
  }),
];

/** What whoever filed a note can do with it. */
export function ownNoteButtons(ctx: Ctx, noteId: string): Button[] {
  return [
    { text: ctx.say.plain("button-move-note"), data: callbacks.moveNote({ noteId }) },
    { text: ctx.say.plain("button-take-note-back"), data: callbacks.takeNoteBack({ noteId }) },
  ];
}

/** Offers to take the names out of a note that was just filed. */
export async function offerOnNote(ctx: Ctx, noteId: string): Promise<void> {
  const { subject, content } = await ownNote(ctx.work, noteId);
  await offerOnNames(ctx, content.words ?? "", peopleOf(subject), {
    what: ctx.say.plain("fileable-text"),
    caseId: subject.case.id,
    out: callbacks.takeNamesOutOfNote({ noteId }),
  });
}

/** The button that leads to the card of a case. */
export function toCase(ctx: Ctx, caseId: string): Button {
  return { text: ctx.say.plain("button-to-case"), data: callbacks.openCase({ caseId }) };
}

function placeRows(ctx: Ctx, noteId: string, cases: readonly CaseLine[]): Button[][] {
  return [
    ...cases.map((one) => [caseButton(ctx, one, callbacks.moveNoteTo({ noteId, caseId: one.id }))]),
    [
      { text: ctx.say.plain("button-find"), data: callbacks.searchForNote({ noteId }) },
      { text: ctx.say.plain("button-not-filed"), data: callbacks.ownNote({ noteId }) },
    ],
  ];
}
