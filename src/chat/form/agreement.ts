import { type Edit, edit } from "../../practice/edit.js";
import type { FormContext, Path, Value } from "../../practice/form.js";
import { type SummaryLine, shownWith } from "../../practice/summary.js";
import { type Ask, locate } from "../../practice/walk.js";
import { agreedBefore } from "../../records/case/agreement.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { escapeHtml } from "../../texts.js";
import { answerText } from "../telegram/answerText.js";
import type { Ctx } from "../telegram/context.js";
import { foldable, foldableHtml } from "../telegram/folding.js";
import type { FormPosition } from "./position.js";
import { itemName, lineLabel } from "./summary.js";

/**
 * What the client agrees to at this question, for reading out: goals with their dates, activities. If something else
 * was agreed to before, the changes too. Telegram HTML; undefined where the question shows nothing.
 */
export async function agreedText(ctx: Ctx, at: FormPosition): Promise<string | undefined> {
  const { round, step, context } = at;
  if (step.kind !== "ask" || step.question.shows === undefined) return undefined;
  const shown = shownWith(step.question, round.form, round.answers, context);
  const before = await agreedBefore(ctx.work, round, step.path);
  const then = before === undefined ? undefined : shownWith(step.question, round.form, before, context);
  const changes = then === undefined ? [] : changesIn(ctx, at, then, shown);
  return [...partsOf(ctx, at, shown), ...(changes.length === 0 ? [] : ["", ...changes])].join("\n");
}

/** What an answer would retract: the names of agreements, and the number of other answers. */
export type AnswerLoss = { readonly lapsed: readonly string[]; readonly lost: number };

/**
 * What an answer would retract, where the person must be warned: always for agreements, for other answers only where
 * they are many. Undefined otherwise.
 */
export function answerLossOf(
  ctx: Ctx,
  round: OpenRound,
  path: Path,
  value: Value,
  context: FormContext,
): AnswerLoss | undefined {
  const changed = edit(round.form, round.answers, context, path, value);
  const lapsed = lapsedNames(ctx, round, changed);
  if (lapsed.length === 0 && changed.lost <= fewAnswers) return undefined;
  return { lapsed, lost: changed.lost };
}

/** The names of the agreements that a change retracts: what was agreed to is not what stands any more. */
export function lapsedNames(ctx: Ctx, round: OpenRound, { lapsed }: Pick<Edit, "lapsed">): readonly string[] {
  return [...new Set(lapsed.flatMap((one) => agreementName(ctx, round, one)))];
}

/** So many answers may be retracted without a warning: they are asked again at once. */
const fewAnswers = 2;

function agreementName(ctx: Ctx, { form }: OpenRound, path: Path): string[] {
  const place = locate(form, path);
  if (place?.kind !== "ask" || place.question.type === "attachment") return [];
  return [ctx.say.form.label(form.id, place.question.key, place.item?.group.key)];
}

/** One line for each item with its dates. Answers outside of a list are named by their question. */
function partsOf(ctx: Ctx, at: FormPosition, shown: readonly SummaryLine[]): string[] {
  const items = new Map<string, string[]>();
  for (const line of shown) {
    const said = foldableHtml(textOf(ctx, at, line));
    if (line.group === undefined) {
      items.set(line.path, [`• ${escapeHtml(lineLabel(ctx, at.round, line))}: ${said}`]);
      continue;
    }
    const item = `${line.group.key}.${line.group.index}`;
    const known = items.get(item);
    if (known === undefined) {
      items.set(item, [`<b>${escapeHtml(itemName(ctx, at.round, line.group))}</b>: ${said}`]);
    } else if (line.question.type === "date") {
      known.push(`${escapeHtml(lineLabel(ctx, at.round, line))} ${said}`);
    }
  }
  return [...items.values()].map((parts) => parts.join(" · "));
}

function changesIn(
  ctx: Ctx,
  at: FormPosition,
  then: readonly SummaryLine[],
  now: readonly SummaryLine[],
): string[] {
  const [was, is] = [then, now].map((all) => new Map(all.map((line) => [line.path, line])));
  const paths = [...new Set([...now, ...then].map(({ path }) => path))];
  const changed = paths.flatMap((path) => {
    const [before, after] = [was?.get(path), is?.get(path)];
    const line = after ?? before;
    if (line === undefined || JSON.stringify(before?.value) === JSON.stringify(after?.value)) return [];
    const item = line.group === undefined ? "" : `${itemName(ctx, at.round, line.group)} · `;
    const value = (one: SummaryLine | undefined) =>
      one === undefined ? ctx.say.plain("agreed-none") : foldable(textOf(ctx, at, one));
    const about = `${item}${lineLabel(ctx, at.round, line)}`;
    return [ctx.say.html("agreed-change", { about, before: value(before), after: value(after) })];
  });
  return changed.length === 0 ? [] : [ctx.say.html("agreed-changed"), ...changed];
}

function textOf(ctx: Ctx, { context }: FormPosition, { path, question, value }: SummaryLine): string {
  const place: Ask = { kind: "ask", path, question };
  return answerText(place, value, context, ctx.say);
}
