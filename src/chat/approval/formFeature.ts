import { Composer } from "grammy";
import { type Edit, removeItem } from "../../practice/edit.js";
import type { GroupQuestion } from "../../practice/form.js";
import { nextRemarked } from "../../practice/remarks.js";
import { locate } from "../../practice/walk.js";
import { draftsOf } from "../../records/case/caseLists.js";
import { isAddable, isWritable, type OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { submitRound } from "../../records/case/submission.js";
import { Conflict } from "../../records/people/actor.js";
import type { Texts } from "../../texts.js";
import { lapsedNames } from "../form/agreement.js";
import { showEditing } from "../form/editing.js";
import { leaveForm, openQuestion } from "../form/position.js";
import { isOwn } from "../form/roundButtons.js";
import { showSummary } from "../form/summary.js";
import { readable } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { foldable } from "../telegram/folding.js";
import { handle } from "../telegram/handle.js";
import { joinLines } from "../telegram/screen.js";
import { showSent } from "./sent.js";

/** Going on with a form, looking at its answers, changing and sending them. */
export function formFeature(rounds: Rounds, texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.command("lanjut", (ctx) => chooseDraft(ctx, rounds));
  // The button under "saved" and under a warning leads back to the same question.
  handle(composer, callbacks.resume, async (ctx) => {
    await ctx.answerCallbackQuery();
    const { roundId, path } = ctx.work.dialogue;
    if (roundId === null) return chooseDraft(ctx, rounds);
    openQuestion(ctx, roundId, path);
  });
  handle(composer, callbacks.goOn, async (ctx, { roundId }) => {
    const round = await rounds.open(ctx.work, roundId);
    if (!isOwn(ctx, round)) return read(ctx, roundId, false);
    await ctx.answerCallbackQuery();
    await goOn(ctx, rounds, roundId);
  });

  const read = async (ctx: Ctx, roundId: string, edit: boolean) => {
    const round = await rounds.open(ctx.work, roundId);
    await ctx.answerCallbackQuery();
    await showSummary(ctx, rounds, round, { edit });
  };
  handle(composer, callbacks.readRound, (ctx, { roundId }) => read(ctx, roundId, false));
  handle(composer, callbacks.readRoundHere, (ctx, { roundId }) => read(ctx, roundId, true));
  handle(composer, callbacks.turnSummary, async (ctx, { roundId, page }) => {
    const round = await rounds.open(ctx.work, roundId);
    await ctx.answerCallbackQuery();
    await showSummary(ctx, rounds, round, { edit: true, page });
  });

  handle(composer, callbacks.editAnswers, async (ctx, { roundId, page }) => {
    const round = await writable(ctx, rounds, roundId);
    await ctx.answerCallbackQuery();
    await showEditing(ctx, rounds, round, page);
  });
  handle(composer, callbacks.editAnswer, async (ctx, { roundId, path }) => {
    const round = await rounds.open(ctx.work, roundId);
    if (!isWritable(round) && !isAddable(round, path)) throw new Conflict("the round is closed");
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    openQuestion(ctx, round.id, path);
  });
  handle(composer, callbacks.removeItem, async (ctx, item) => {
    const { round, group } = await listWith(ctx, rounds, item);
    await ctx.answerCallbackQuery();
    await askRemoval(ctx, item, lapsedNames(ctx, round, removalOf(ctx, rounds, round, group, item.index)));
  });
  handle(composer, callbacks.removeItemSurely, async (ctx, item) => {
    const { round, group } = await listWith(ctx, rounds, item);
    await ctx.answerCallbackQuery();
    await rounds.change(ctx.work, round, removalOf(ctx, rounds, round, group, item.index));
    await ctx.editMessageReplyMarkup();
    openQuestion(ctx, round.id);
  });

  handle(composer, callbacks.sendRound, async (ctx, { roundId }) => {
    const sent = await submitRound(ctx.work, rounds, roundId);
    if (sent.kind === "incomplete") {
      // Another device changed or reopened something: ask the open question.
      await ctx.answerCallbackQuery(ctx.say.plain("not-complete"));
      await ctx.editMessageReplyMarkup();
      return openQuestion(ctx, roundId);
    }
    if (sent.kind === "workers-own") {
      await ctx.answerCallbackQuery({ text: ctx.say.plain("worker-sends"), show_alert: true });
      return;
    }
    await ctx.answerCallbackQuery();
    await ctx.editMessageReplyMarkup();
    await leaveForm(ctx);
    await showSent(ctx, texts, rounds, sent);
  });
  return composer;
}

async function writable(ctx: Ctx, rounds: Rounds, roundId: string) {
  const round = await rounds.open(ctx.work, roundId);
  if (!isWritable(round)) throw new Conflict("the round is closed");
  return round;
}

/** An item of a list in a round, as a button points at it. */
type Item = {
  readonly roundId: string;
  readonly group: string;
  readonly index: number;
  /** The version of the round the button was drawn for. */
  readonly version: number;
};

/** The list an item is to be taken from. */
async function listWith(ctx: Ctx, rounds: Rounds, { roundId, group, index, version }: Item) {
  const round = await writable(ctx, rounds, roundId);
  const place = locate(round.form, `${group}.${index}`) ?? locate(round.form, `${group}.${index + 1}`);
  // Removing an item renumbers the others. A button drawn before that may mean another item.
  if (version !== round.version || place?.kind !== "another") throw new Conflict("the list has changed");
  return { round, group: place.group };
}

/**
 * Continues at the exact question the person left, or at the first open one of another round: in a returned form the
 * first with a remark that is not mended. Remarks on the whole form are said before.
 */
async function goOn(ctx: Ctx, rounds: Rounds, roundId: string): Promise<void> {
  const { dialogue } = ctx.work;
  const left = dialogue.roundId === roundId ? dialogue.path : null;
  if (left !== null) return openQuestion(ctx, roundId, left);
  const round = await rounds.open(ctx.work, roundId);
  const { form, answers, status } = round;
  const context = rounds.context(ctx.work, round);
  const remarked = status === "returned" ? nextRemarked(form, answers, context, round) : undefined;
  for (const { part, text } of remarked === undefined ? [] : round.remarks) {
    if (part === null)
      await ctx.reply(ctx.say.html("question-remark", { text: foldable(readable(text, ctx.say)) }));
  }
  openQuestion(ctx, roundId, remarked ?? null);
}

/** Resumes the only open form, or asks which of several. */
async function chooseDraft(ctx: Ctx, rounds: Rounds): Promise<void> {
  const drafts = await draftsOf(ctx.work);
  const { roundId } = ctx.work.dialogue;
  const [only] = drafts;
  // A supervisor may be helping with a form that is not among their own.
  if (only === undefined && roundId !== null) return goOn(ctx, rounds, roundId);
  if (only === undefined) {
    const rows = [[{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }]];
    await ctx.reply(ctx.say.html("nothing-open"), { reply_markup: keyboard(rows) });
    return;
  }
  if (drafts.length === 1) return goOn(ctx, rounds, only.roundId);
  const rows: Button[][] = drafts.map((draft) => {
    const here = draft.roundId === roundId ? "▶️ " : "";
    const state = draft.returned ? ` · ${ctx.say.plain("round-returned")}` : "";
    const alias = draft.alias === null ? "" : ` · ${readable(draft.alias, ctx.say)}`;
    const text = `${here}${draft.code} · ${ctx.say.plain(`form-${draft.form}`)}${alias}${state}`;
    return [{ text, data: callbacks.goOn({ roundId: draft.roundId }) }];
  });
  await ctx.reply(ctx.say.html("which-draft", { count: drafts.length }), { reply_markup: keyboard(rows) });
}

/** What removing an item of a list does to the answers of its round. */
function removalOf(ctx: Ctx, rounds: Rounds, round: OpenRound, group: GroupQuestion, index: number): Edit {
  return removeItem(round.form, round.answers, rounds.context(ctx.work, round), group, index);
}

/** Asks before an item is removed, and says beforehand which agreements do not hold without it. */
async function askRemoval(ctx: Ctx, item: Item, lapsed: readonly string[]): Promise<void> {
  const text = joinLines([
    ctx.say.html("remove-sure"),
    lapsed.length === 0 ? undefined : ctx.say.html("remove-lapses", { agreements: lapsed.join(", ") }),
  ]);
  await ctx.editMessageText(text, {
    reply_markup: keyboard([
      [{ text: ctx.say.plain("button-remove"), data: callbacks.removeItemSurely(item) }],
      [{ text: ctx.say.plain("button-cancel"), data: callbacks.readRoundHere({ roundId: item.roundId }) }],
    ]),
  });
}
