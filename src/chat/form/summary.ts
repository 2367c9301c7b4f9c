import { isComplete } from "../../practice/caseFacts.js";
import type { AttachmentRef, Path } from "../../practice/form.js";
import { isMended } from "../../practice/remarks.js";
import { type SummaryLine, summary } from "../../practice/summary.js";
import { next } from "../../practice/walk.js";
import { type AnswerFile, answerFiles } from "../../records/case/attachments.js";
import { isWritable, type OpenRound } from "../../records/case/openRound.js";
import type { Rounds } from "../../records/case/rounds.js";
import { unstartedOf } from "../../records/case/unstarted.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import { escapeHtml } from "../../texts.js";
import { answerText, readable } from "../telegram/answerText.js";
import { type Button, keyboard, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { splitHtml } from "../telegram/fit.js";
import { foldableHtml } from "../telegram/folding.js";
import { pageRow } from "../telegram/screen.js";
import { measureLines } from "./measures.js";
import { paperButtons } from "./paperButtons.js";
import { clipped } from "./prompt.js";
import { isOwn, roundButtons } from "./roundButtons.js";

/** How a summary is shown. */
export type SummaryOptions = {
  /** Replaces the pressed message, where the summary fits into one message. */
  readonly edit?: boolean;
  /** Which page of a long one; the first unless said otherwise. */
  readonly page?: number;
};

/** All answers of a round, whole and in pages, names hidden, and what can be done with them. */
export async function showSummary(
  ctx: Ctx,
  rounds: Rounds,
  round: OpenRound,
  { edit = false, page = 0 }: SummaryOptions = {},
): Promise<void> {
  const pages = splitHtml(await summaryText(ctx, rounds, round));
  // An answer that was changed makes a text longer or shorter: the page may be gone.
  const shown = Math.min(page, pages.length - 1);
  const turned = (other: number) => callbacks.turnSummary({ roundId: round.id, page: other });
  const rows = [pageRow(shown, pages.length, 1, turned), ...(await summaryRows(ctx, rounds, round))];
  const markup = { reply_markup: keyboard(rows) };
  if (edit) await ctx.editMessageText(pages[shown] ?? "", markup);
  else await ctx.reply(pages[shown] ?? "", markup);
}

async function summaryRows(ctx: Ctx, rounds: Rounds, round: OpenRound): Promise<Button[][]> {
  const { say } = ctx;
  const rows: Button[][] = [];
  const lines = linesOf(ctx, rounds, round);
  const hides = lines.some(({ identity, value }) => identity && value !== null);
  if (hides) {
    rows.push([{ text: say.plain("button-show-name"), data: callbacks.showNames({ roundId: round.id }) }]);
  }
  rows.push(...(await fileRows(ctx, round, lines)));
  rows.push(...roundButtons(ctx, rounds, round), ...paperButtons(round, say));
  rows.push([{ text: say.plain("button-to-case"), data: callbacks.openCase({ caseId: round.case.id }) }]);
  return rows;
}

/** A button for each file that came with an answer: pressed, it comes back into the chat for a while. */
async function fileRows(ctx: Ctx, round: OpenRound, lines: readonly SummaryLine[]): Promise<Button[][]> {
  const { say, work } = ctx;
  if (unstartedOf(round.id) !== undefined) return [];
  const files = await answerFiles(work, round.id);
  const buttons = lines.flatMap((line): Button[] =>
    shownFiles(line, files).map(({ id, kind }) => ({
      text: clipped(say.plain(`button-see-${kind}`, { what: lineLabel(ctx, round, line) }), 40),
      data: callbacks.sendFile({ attachmentId: id }),
    })),
  );
  return layOutButtons(buttons, 40, 2);
}

/** Of an answer that is a file, that one and the rest of its album, not those it replaced; of any other, all. */
function shownFiles({ path, question, value }: SummaryLine, files: readonly AnswerFile[]) {
  const here = files.filter((file) => file.path === path);
  if (question.type !== "attachment") return here;
  const answer = value as AttachmentRef | null;
  if (answer === null || answer.kind === "location") return [];
  const first = here.find(({ id }) => id === answer.attachmentId);
  const album = first?.albumId ?? null;
  return here.filter((file) => file === first || (album !== null && file.albumId === album));
}

async function summaryText(ctx: Ctx, rounds: Rounds, round: OpenRound): Promise<string> {
  const { say } = ctx;
  const form = say.plain(`form-${round.form.id}`);
  const { code } = round.case;
  const lines: string[] = [
    round.sequence > 1
      ? say.html("summary-title-again", { form, code, number: round.sequence })
      : say.html("summary-title", { form, code }),
    stateLine(ctx, rounds, round),
    ...(await remarkLines(ctx, rounds, round)),
    ...answerLines(ctx, rounds, round, "all"),
    ...(hasOrigin(round) ? ["", say.html("summary-origin")] : []),
  ];
  const measures = await measureLines(ctx.work, round, say);
  if (measures.length > 0) lines.push("", ...measures);
  return lines.join("\n");
}

/** The status of a round, and of a draft how much is answered. */
function stateLine(ctx: Ctx, rounds: Rounds, round: OpenRound): string {
  const { say } = ctx;
  if (round.status !== "draft") return say.html(`summary-${round.status}`);
  const step = next(round.form, round.answers, rounds.context(ctx.work, round));
  const part =
    step.kind === "complete"
      ? say.html("summary-draft-whole")
      : say.html("summary-draft-part", { answered: step.number - 1, of: step.of });
  if (round.case.restrictedAt !== null) return `${part} ${say.html("declined-restricted")}`;
  if (!isWritable(round)) return `${part} ${say.html("summary-draft-closed")}`;
  if (round.isCorrected) return say.html("summary-correcting");
  if (isComplete({ status: round.status, decidedAt: round.decidedAt })) return say.html("summary-amended");
  return step.kind === "complete" && isOwn(ctx, round) ? say.html("summary-draft") : part;
}

/** What the form was last returned for, as far as it is not about an answer that stands below. */
async function remarkLines(ctx: Ctx, rounds: Rounds, round: OpenRound): Promise<string[]> {
  const { say, work } = ctx;
  const [first] = round.remarks;
  if (first === undefined) return [];
  const name =
    first.memberId === actorOf(work).memberId ? say.plain("remark-you") : await nameOf(work, first.memberId);
  const places = new Set(linesOf(ctx, rounds, round).flatMap(({ path, group }) => [path, itemPath(group)]));
  const above = round.remarks.filter(({ part }) => part === null || !places.has(part));
  const lines = above.map(({ part, text }) => {
    const about = part === null ? "" : `${partName(ctx, round, part)}: `;
    return `💬 ${escapeHtml(about)}${foldableHtml(readable(text, say))}`;
  });
  return [say.html("summary-remarks", { name, count: round.remarks.length }), ...lines];
}

/** The remarks on one answer or item; a mended one is ticked. */
function remarksOnPart({ say }: Ctx, round: OpenRound, part: Path): string[] {
  return round.remarks
    .filter((remark) => remark.part === part)
    .map((remark) => {
      const mark = isMended(remark, round.revisions) ? "💬 ✓" : "💬";
      return `${mark} ${foldableHtml(readable(remark.text, say))}`;
    });
}

function itemPath(group: SummaryLine["group"]): Path {
  return group === undefined ? "" : `${group.key}.${group.index}`;
}

/** What a path of a round stands for: "Tujuan 2 · Target"; an item goes by its own words where it has some. */
export function partName({ say }: Pick<Ctx, "say">, round: OpenRound, path: Path): string {
  const [key, index, inner] = path.split(".");
  const group = round.form.questions.find((question) => question.key === key);
  const over = group?.type === "group" ? group.over : undefined;
  const own = over === undefined ? undefined : round.carried.sources[over]?.[Number(index)]?.label;
  const name = say.form.part(round.form.id, path);
  if (own === undefined || index === undefined) return name;
  const item = clipped(own, 60);
  return inner === undefined ? item : `${item} · ${say.form.label(round.form.id, inner, key)}`;
}

/**
 * One line for each answer, each item under its name: all of them with names hidden, or only those that say who
 * somebody is.
 */
export function answerLines(ctx: Ctx, rounds: Rounds, round: OpenRound, which: "all" | "names"): string[] {
  const { say } = ctx;
  const context = rounds.context(ctx.work, round);
  const lines: string[] = [];
  let group = "";
  for (const line of linesOf(ctx, rounds, round)) {
    if (which === "names" && !(line.identity && line.value !== null)) continue;
    const here = itemPath(line.group);
    if (here !== group || lines.length === 0) {
      lines.push("");
      if (line.group !== undefined) lines.push(`<b>${escapeHtml(itemName(ctx, round, line.group))}</b>`);
      if (which === "all" && here !== "") lines.push(...remarksOnPart(ctx, round, here));
    }
    group = here;
    const place = { kind: "ask", path: line.path, question: line.question } as const;
    const hole = round.unreadable.get(line.path);
    const hidden = line.identity && which === "all" && line.value !== null;
    const answer =
      hole !== undefined
        ? readable({ unreadable: hole }, say)
        : hidden
          ? say.plain("answer-hidden")
          : answerText(place, line.value, context, say);
    const mark = originMark(round, line.path);
    lines.push(`<i>${escapeHtml(lineLabel(ctx, round, line))}</i>: ${mark}${foldableHtml(answer)}`);
    if (which === "all") lines.push(...remarksOnPart(ctx, round, line.path));
  }
  return lines;
}

/** The sign of an answer that an outside service had first. */
function originMark(round: OpenRound, path: string): string {
  const origin = round.revisions.get(path)?.origin ?? null;
  return origin === null ? "" : origin === "transcribed" ? "🎤 " : "✨ ";
}

function hasOrigin(round: OpenRound): boolean {
  return [...round.answers.keys()].some((path) => originMark(round, path) !== "");
}

/** The answers of a round that apply now. An unreadable answer is listed without a value. */
export function linesOf(ctx: Ctx, rounds: Rounds, round: OpenRound): readonly SummaryLine[] {
  const answers = new Map(round.answers);
  for (const path of round.unreadable.keys()) answers.set(path, null);
  return summary(round.form, answers, rounds.context(ctx.work, round));
}

/** The label of an answer, in a word or two. */
export function lineLabel(ctx: Pick<Ctx, "say">, round: OpenRound, line: SummaryLine): string {
  return ctx.say.form.label(round.form.id, line.question.key, line.group?.key);
}

/** "Masalah 2", or the words of the item a group is about. */
export function itemName(
  ctx: Pick<Ctx, "say">,
  round: OpenRound,
  group: { readonly key: string; readonly index: number; readonly label?: string },
): string {
  return group.label ?? ctx.say.form.item(round.form.id, group.key, group.index);
}
