import { Composer } from "grammy";
import { type DrawingKind, drawingsOf } from "../../practice/papers.js";
import { noteNamesSeen } from "../../records/case/cases.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { unstartedOf } from "../../records/case/unstarted.js";
import { type EndedPaper, orderPaper } from "../../records/papers/papers.js";
import { Conflict } from "../../records/people/actor.js";
import type { Work } from "../../records/people/work.js";
import { escapeHtml, type Texts } from "../../texts.js";
import { sendNames } from "../form/names.js";
import { levelOf } from "../form/paperButtons.js";
import { stayText } from "../telegram/answerText.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { recipientLocale } from "../telegram/notices.js";
import { queueUpload } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";
import { wordingOf } from "../telegram/wording.js";
import { drawingOf } from "./drawings.js";

/** A picture wider than this (units) would be made too small as a photo: it is sent as a file to zoom into. */
const widestPhoto = 1_280;

/** Draws the pictures of a form, such as the genogram of an assessment: in the background, as papers are made, and in words at once. */
export function drawingFeature(rounds: Rounds): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.orderDrawing, async (ctx, { roundId, kind }) => {
    const { work, say } = ctx;
    const round = await drawable(ctx, rounds, roundId, kind);
    const drawing = await drawingOf(ctx, rounds, round, kind);
    if (drawing === undefined) {
      await ctx.answerCallbackQuery(say.plain(`drawing-nothing-${kind}`));
      return;
    }
    const { svg, width } = drawing.picture;
    await orderPaper(work, round, {
      kind,
      chatId: chatIdOf(ctx),
      code: null,
      isDraft: round.status !== "approved",
      letterId: null,
      svg,
      width,
    });
    await ctx.answerCallbackQuery(say.plain("drawing-ordered"));
  });
  handle(composer, callbacks.readDrawing, async (ctx, { roundId, kind }) => {
    const { work, say } = ctx;
    const round = await drawable(ctx, rounds, roundId, kind);
    const drawing = await drawingOf(ctx, rounds, round, kind);
    await ctx.answerCallbackQuery();
    noteNamesSeen(work, round.case.id);
    sendNames(ctx, [
      say.html("reading-title", { drawing: say.plain(`paper-${kind}`), code: round.case.code }),
      ...(drawing?.words ?? [say.plain(`drawing-nothing-${kind}`)]).map(escapeHtml),
    ]);
  });
  return composer;
}

/** The round a picture is drawn from. Throws `Conflict` for one that has no such picture. */
async function drawable(ctx: Ctx, rounds: Rounds, roundId: string, kind: DrawingKind): Promise<OpenRound> {
  const round = await rounds.open(ctx.work, roundId);
  if (unstartedOf(round.id) !== undefined) throw new Conflict("the form was not begun");
  if (!drawingsOf(round.form.id, levelOf(round)).includes(kind))
    throw new Conflict("the form has no such picture");
  return round;
}

/** Sends a picture that was drawn, with a button to have it in words. */
export function sendDrawing(
  work: Work,
  texts: Texts,
  drawing: EndedPaper & { readonly kind: DrawingKind; readonly width: number | null },
): void {
  const { id, kind, code, chatId, locale, roundId, stays, width } = drawing;
  if (roundId === null) throw new Error("a drawing of no form");
  const say = wordingOf(texts, recipientLocale(locale));
  const name = say.plain(`paper-${kind}`);
  const isPhoto = width !== null && width <= widestPhoto;
  queueUpload(work, isPhoto ? "sendPhoto" : "sendDocument", {
    chatId,
    field: isPhoto ? "photo" : "document",
    attachmentId: id,
    name: `${code} ${name}.png`,
    stays,
    caption: joinLines([
      say.html(`drawing-caption-${kind}`, { code }),
      say.html("shown-stays", { stay: stayText(stays, say) }),
    ]),
    rows: [[{ text: say.plain("button-in-words"), data: callbacks.readDrawing({ roundId, kind }) }]],
  });
}
