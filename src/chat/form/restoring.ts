import { isGiven } from "../../practice/edit.js";
import type { FormContext, Path, Value } from "../../practice/form.js";
import { askedBefore, fillIn } from "../../practice/restore.js";
import { locate } from "../../practice/walk.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { restorableIn } from "../../records/case/restoring.js";
import type { Rounds } from "../../records/case/rounds.js";
import { escapeHtml, html } from "../../texts.js";
import { answerText } from "../telegram/answerText.js";
import { keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { foldableHtml } from "../telegram/folding.js";
import { type FormPosition, keepPosition, nextQuestion, type QuestionOutcome } from "./position.js";
import { itemName } from "./summary.js";
import type { QuestionView } from "./view.js";

/**
 * After an answer that undid an earlier change: offers the answers which that change had retracted. Undefined where
 * there are none.
 */
export async function offerBack(
  ctx: Ctx,
  at: FormPosition,
  view: QuestionView,
  round: OpenRound,
): Promise<QuestionOutcome | undefined> {
  const edited = { before: at.round.answers, after: round.answers, known: round.revisions };
  const asked = askedBefore(round.form, edited, at.context);
  if (asked === undefined) return undefined;
  const values = await restorableIn(ctx.work, round, at.context, (path) => !asked.has(path));
  const count = countOf(values);
  if (count === 0) return undefined;
  keepPosition(ctx, round, null);
  await ctx.reply(
    ctx.say.html("restore-offer", { answers: html(readOutOf(ctx, round, at.context, values)) }),
    {
      reply_markup: keyboard([
        [
          {
            text: ctx.say.plain("button-restore", { count }),
            data: callbacks.restoreAnswers({ nonce: view.nonce }),
          },
        ],
        [{ text: ctx.say.plain("button-ask-anew"), data: callbacks.keepAnswer({ nonce: view.nonce }) }],
      ]),
    },
  );
  const revision = round.revisions.get(view.path)?.number ?? 0;
  const { pending: _, disputed: __, ...plain } = view;
  return { kind: "stays", view: { ...plain, revision, offered: [...values.keys()] } };
}

/** Restores the offered answers that still fit, in one change. */
export async function restore(
  ctx: Ctx,
  rounds: Rounds,
  { round, context }: FormPosition,
  offered: readonly Path[],
): Promise<QuestionOutcome> {
  const values = await restorableIn(ctx.work, round, context, (path) => offered.includes(path));
  const filled =
    values.size === 0 ? round : await rounds.change(ctx.work, round, fillIn(round.answers, values));
  await ctx.editMessageText(ctx.say.html("restored", { count: countOf(values) }));
  return nextQuestion(ctx, filled);
}

function countOf(values: ReadonlyMap<Path, Value>): number {
  return [...values].filter(([path, value]) => isGiven(path, value)).length;
}

/** The answers as lines. Identities stay hidden, as in a summary. */
function readOutOf(
  ctx: Ctx,
  round: OpenRound,
  context: FormContext,
  values: ReadonlyMap<Path, Value>,
): string {
  const { say } = ctx;
  const lines: string[] = [];
  for (const [path, value] of values) {
    const place = locate(round.form, path);
    if (place?.kind !== "ask" || !isGiven(path, value)) continue;
    const { question, item } = place;
    const group = item && { key: item.group.key, index: item.index };
    const label = say.form.label(round.form.id, question.key, group?.key);
    const name = group === undefined ? label : `${itemName(ctx, round, group)} · ${label}`;
    const answer =
      question.identity === true ? say.plain("answer-hidden") : answerText(place, value, context, say);
    lines.push(`• ${escapeHtml(name)}: ${foldableHtml(answer)}`);
  }
  return lines.join("\n");
}
