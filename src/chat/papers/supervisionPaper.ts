import { Composer } from "grammy";
import type { Paper } from "../../documents/paper.js";
import { letterheadOf, orderSupervisionPaper } from "../../records/papers/papers.js";
import { nameOf } from "../../records/people/members.js";
import { type SupervisionNote, supervisionNote } from "../../records/supervision/notes.js";
import { dayOf, readable } from "../telegram/answerText.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { paperFrame, printed } from "./frame.js";

/** Prints a note of supervision, for whoever may read it. */
export function supervisionPaperFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.orderSupervisionPaper, async (ctx, { noteId }) => {
    const note = await supervisionNote(ctx.work, noteId);
    const paper = await supervisionPaper(ctx, note);
    await orderSupervisionPaper(ctx.work, note, printed(ctx, note.id, paper));
    await ctx.answerCallbackQuery(ctx.say.plain("paper-ordered"));
  });
  return composer;
}

/** Catatan supervisi: when, who with whom, about which case, what was agreed on, when they speak again, and both sign. */
export async function supervisionPaper(
  ctx: Ctx,
  note: SupervisionNote,
): Promise<Paper & { readonly kind: "supervision" }> {
  const { say, work } = ctx;
  const [worker, supervisor] = [await nameOf(work, note.workerId), await nameOf(work, note.memberId)];
  const day = dayOf(note.heldOn, say);
  return {
    ...paperFrame(ctx, await letterheadOf(work)),
    kind: "supervision",
    title: say.plain("paper-supervision"),
    code: note.code ?? day,
    // What was agreed on needs nobody's approval.
    draft: false,
    facts: [
      { label: say.plain("paper-supervision-day"), text: day },
      {
        label: say.plain("paper-supervision-about"),
        text: note.code ?? say.plain("paper-supervision-whole"),
      },
      { label: say.plain("paper-worker"), text: worker },
      { label: say.plain("paper-signs-supervisor"), text: supervisor },
    ],
    parts: [
      {
        title: say.plain("paper-supervision-points"),
        blocks: [{ kind: "text", text: readable(note.points, say) }],
      },
      {
        title: say.plain("paper-supervision-next"),
        blocks: [
          {
            kind: "text",
            text: note.nextOn === null ? say.plain("paper-supervision-open") : dayOf(note.nextOn, say),
          },
        ],
      },
    ],
    signatures: [
      { role: say.plain("paper-signs-worker"), name: worker, note: "" },
      { role: say.plain("paper-signs-supervisor"), name: supervisor, note: "" },
    ],
  };
}
