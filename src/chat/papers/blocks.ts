import type { GoalBlock, PaperBlock, PaperLine, PaperPart } from "../../documents/paper.js";
import type { Path } from "../../practice/form.js";
import type { SummaryLine } from "../../practice/summary.js";
import type { OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { progressAt } from "../form/sections.js";
import { itemName, lineLabel, linesOf } from "../form/summary.js";
import { answerText, readable } from "../telegram/answerText.js";
import type { Ctx } from "../telegram/context.js";
import { withoutSign } from "./plainText.js";

/** The levels of a goal, best first, and the questions of the plan that hold them. */
const goalLevels = [
  ["+2", "gasMuchMore"],
  ["+1", "gasMore"],
  ["0", "gasExpected"],
  ["−1", "gasLess"],
  ["−2", "gasMuchLess"],
] as const;

/** An answer of a round with its words. */
export type Worded = { readonly line: SummaryLine; readonly label: string; readonly text: string };

/** The answers of a round as its papers say them, names included; a skipped question is left out. */
export function wordedAnswers(ctx: Ctx, rounds: Rounds, round: OpenRound): readonly Worded[] {
  const context = rounds.context(ctx.work, round);
  return linesOf(ctx, rounds, round).flatMap((line) => {
    const hole = round.unreadable.get(line.path);
    if (hole === undefined && line.value === null) return [];
    const place = { kind: "ask", path: line.path, question: line.question } as const;
    const text =
      hole === undefined
        ? withoutSign(answerText(place, line.value, context, ctx.say))
        : readable({ unreadable: hole }, ctx.say);
    return [{ line, label: lineLabel(ctx, round, line), text }];
  });
}

/** The words of one answer; undefined where it was not given. */
export function answerWords(answers: readonly Worded[], path: Path): string | undefined {
  return answers.find(({ line }) => line.path === path)?.text;
}

/** Some answers as lines, in the order they are named here. */
export function linesFor(answers: readonly Worded[], keys: readonly string[]): readonly PaperLine[] {
  return keys.flatMap((key) =>
    answers.filter(({ line }) => line.path === key).map(({ label, text }) => ({ label, text })),
  );
}

/** All answers of a round by the sections of its form; those of a group under the name of their item. */
export function paperParts(
  ctx: Ctx,
  round: OpenRound,
  answers: readonly Worded[],
  without: readonly string[] = [],
): readonly PaperPart[] {
  const parts: { title: string; blocks: PaperBlock[] }[] = [];
  let here = "";
  for (const answer of answers) {
    const { line } = answer;
    const [top = ""] = line.path.split(".");
    if (without.includes(top)) continue;
    const title = ctx.say.plain(progressAt(round.form, line).title);
    let part = parts.at(-1);
    if (part?.title !== title) {
      part = { title, blocks: [] };
      parts.push(part);
      here = "";
    }
    const item = line.group === undefined ? "answers" : `${line.group.key}.${line.group.index}`;
    if (item !== here) part.blocks.push(blockFor(ctx, round, line));
    here = item;
    addTo(part.blocks, answer);
  }
  return parts.map(({ title, blocks }) => ({ title, blocks: tabled(blocks) }));
}

/**
 * Items a table can hold: at least so many of one list, with so many questions at most and answers so short. A line of
 * all its columns has room for so many letters, so that a long word does not leave its column.
 */
const table = { items: 2, columns: 6, characters: 40, line: 84 } as const;

/** Short items of one list, such as the members of a household, stand in one table. */
function tabled(blocks: readonly PaperBlock[]): readonly PaperBlock[] {
  const lists: PaperBlock[][] = [];
  for (const block of blocks) {
    const list = lists.at(-1);
    const before = list?.at(-1);
    const goesOn = block.kind === "item" && before?.kind === "item" && block.list === before.list;
    if (list !== undefined && goesOn) list.push(block);
    else lists.push([block]);
  }
  return lists.flatMap((list): readonly PaperBlock[] => {
    const items = list.flatMap((block) => (block.kind === "item" ? [block] : []));
    const labels = [...new Set(items.flatMap(({ lines }) => lines.map(({ label }) => label)))];
    const room = table.line / labels.length - 2;
    const fits = (text: string) =>
      text.length <= table.characters && text.split(/\s+/).every((word) => word.length <= room);
    const isShort = items.every(({ lines }) => lines.every(({ text }) => fits(text))) && labels.every(fits);
    if (items.length < table.items || labels.length > table.columns || !isShort) return list;
    const rows = items.map(({ lines }) =>
      labels.map((label) => lines.find((line) => line.label === label)?.text ?? "–"),
    );
    const columns = labels.map((): "wide" => "wide");
    return [{ kind: "table", caption: "", head: labels, columns, rows }];
  });
}

function blockFor(ctx: Ctx, round: OpenRound, { group }: SummaryLine): PaperBlock {
  if (group === undefined) return { kind: "answers", lines: [] };
  const title = itemName(ctx, round, group);
  if (round.form.id !== "plan" || group.key !== "goals")
    return { kind: "item", list: group.key, title, lines: [] };
  const head = [ctx.say.plain("paper-score"), ctx.say.plain("paper-level")] as const;
  return { kind: "goal", title, lines: [], head, levels: [] };
}

/** Adds an answer to the last block: a level of a goal to its levels, anything else to its lines. */
function addTo(blocks: PaperBlock[], { line, label, text }: Worded): void {
  const block = blocks.pop();
  if (block === undefined || !("lines" in block)) throw new Error("an answer without a block");
  const level = goalLevels.find(([, key]) => key === line.question.key);
  if (block.kind === "goal" && level !== undefined) blocks.push(withLevel(block, level[0], text));
  else blocks.push({ ...block, lines: [...block.lines, { label, text }] });
}

function withLevel(block: GoalBlock, score: string, text: string): GoalBlock {
  const order = (one: string) => goalLevels.findIndex(([known]) => known === one);
  const levels = [...block.levels, { score, text }].sort((a, b) => order(a.score) - order(b.score));
  return { ...block, levels };
}
