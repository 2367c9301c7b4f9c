import { summary } from "../practice/summary.js";
import type { OpenRound, Rounds } from "../records/rounds.js";
import { escapeHtml } from "../texts.js";
import { type Button, keyboard } from "./buttons.js";
import type { Ctx } from "./context.js";
import { answerText } from "./questions/answerText.js";
import { clipped } from "./questions/prompt.js";

/** What a summary shows of an answer; the whole of it stands where it is edited and in the document. */
const shownCharacters = 160;

/** All answers of a round in lines, names hidden unless asked for, and what can be done with them. */
export async function showSummary(
  ctx: Ctx,
  rounds: Rounds,
  round: OpenRound,
  withNames = false,
): Promise<void> {
  const text = summaryText(ctx, rounds, round, withNames);
  const writable = round.status === "draft" || round.status === "returned";
  const rows: Button[][] = [];
  if (writable) rows.push([{ text: ctx.say.plain("button-edit-answers"), data: `edit:${round.id}:0` }]);
  if (!withNames) rows.push([{ text: ctx.say.plain("button-show-names"), data: `names:${round.id}` }]);
  if (writable) rows.push([{ text: ctx.say.plain("button-send"), data: `send:${round.id}` }]);
  rows.push([{ text: ctx.say.plain("button-to-case"), data: `case:${round.case.id}` }]);
  await ctx.reply(text, { reply_markup: keyboard(rows) });
}

export function summaryText(ctx: Ctx, rounds: Rounds, round: OpenRound, withNames: boolean): string {
  const context = rounds.context(ctx.work, round);
  const lines: string[] = [
    ctx.say.html("summary-title", { form: ctx.say.of(`form-${round.form.id}`), code: round.case.code }),
  ];
  let group = "";
  for (const line of summary(round.form, round.answers, context)) {
    const prefix = line.group === undefined ? "" : `${line.group.key}-`;
    const label = ctx.say.of(`${round.form.id}-${prefix}${line.question.key}.label`);
    const here = line.group === undefined ? "" : `${line.group.key}.${line.group.index}`;
    if (here !== group && line.group !== undefined) {
      const item = ctx.say.of(`${round.form.id}-${line.group.key}.item`, { number: line.group.index + 1 });
      lines.push("", `<b>${escapeHtml(line.group.label ?? item)}</b>`);
    } else if (here !== group) lines.push("");
    group = here;
    const place = { kind: "ask", path: line.path, question: line.question } as const;
    const hidden = line.identity && !withNames && line.value !== null;
    const answer = hidden
      ? ctx.say.plain("answer-hidden")
      : clipped(answerText(place, line.value, context, ctx.say), shownCharacters);
    lines.push(`<i>${escapeHtml(label)}</i>: ${escapeHtml(answer)}`);
  }
  return lines.join("\n");
}
