import type { GroupQuestion } from "../../practice/form.js";
import { itemCount, mostItems, steps } from "../../practice/walk.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { answerText, readable } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { pageRow } from "../telegram/screen.js";
import { clipped } from "./prompt.js";
import { itemName, lineLabel, linesOf } from "./summary.js";

/** Answers on one page; a phone shows about so many without scrolling. */
const perPage = 8;

/** The answers of a round as buttons, in pages: press one and it is asked again. */
export async function showEditing(ctx: Ctx, rounds: Rounds, round: OpenRound, page: number): Promise<void> {
  const faces = [...answerButtons(ctx, rounds, round), ...itemButtons(ctx, rounds, round)];
  const pages = Math.max(1, Math.ceil(faces.length / perPage));
  const at = Math.min(page, pages - 1);
  const rows: Button[][] = faces.slice(at * perPage, (at + 1) * perPage).map((face) => [face]);
  rows.push(
    pageRow(at, faces.length, perPage, (to) => callbacks.editAnswers({ roundId: round.id, page: to })),
  );
  rows.push([
    { text: ctx.say.plain("button-to-summary"), data: callbacks.readRoundHere({ roundId: round.id }) },
  ]);
  await ctx.editMessageText(ctx.say.html("edit-which", { code: round.case.code }), {
    reply_markup: keyboard(rows),
  });
}

function answerButtons(ctx: Ctx, rounds: Rounds, round: OpenRound): Button[] {
  const context = rounds.context(ctx.work, round);
  return linesOf(ctx, rounds, round).map((line) => {
    const place = { kind: "ask", path: line.path, question: line.question } as const;
    const item = line.group === undefined ? "" : `${clipped(itemName(ctx, round, line.group), 24)} · `;
    const hole = round.unreadable.get(line.path);
    const answer =
      hole !== undefined
        ? readable({ unreadable: hole }, ctx.say)
        : line.identity && line.value !== null
          ? ctx.say.plain("answer-hidden")
          : clipped(answerText(place, line.value, context, ctx.say), 32);
    const text = `${item}${lineLabel(ctx, round, line)}: ${answer}`;
    return { text, data: callbacks.editAnswer({ roundId: round.id, path: line.path }) };
  });
}

/** For each list of the form: one more item, and each item to take out. */
function itemButtons(ctx: Ctx, rounds: Rounds, round: OpenRound): Button[] {
  const context = rounds.context(ctx.work, round);
  const groups = new Set<GroupQuestion>();
  for (const step of steps(round.form, round.answers, context)) {
    if (step.kind === "another") groups.add(step.group);
  }
  return [...groups].flatMap((group) => {
    const count = itemCount(group, round.answers, context);
    const label = ctx.say.form.label(round.form.id, group.key);
    const more = {
      text: ctx.say.plain("button-add-item", { list: label }),
      data: callbacks.editAnswer({ roundId: round.id, path: `${group.key}.${count}` }),
    };
    const less = Array.from({ length: count }, (_, index) => ({
      text: ctx.say.plain("button-remove-item", { item: itemName(ctx, round, { key: group.key, index }) }),
      data: callbacks.removeItem({ roundId: round.id, group: group.key, index, version: round.version }),
    }));
    return [...(count < mostItems(group) ? [more] : []), ...less];
  });
}
