import type { GuidanceEntry } from "../../guidance/entry.js";
import { type Dilemma, dilemmaSteps } from "../../records/questions/dilemmas.js";
import { escapeHtml } from "../../texts.js";
import type { Ctx } from "../telegram/context.js";
import { dayText, joinLines } from "../telegram/screen.js";
import { markup, sourceLine } from "./answer.js";
import type { GuidanceIndex } from "./guidanceIndex.js";

/** The most duties that are looked up. More are rarely told apart. */
const mostDuties = 5;

/** A duty as it was written, and the entry about it. */
export type DutyGuidance = { readonly duty: string; readonly entry: GuidanceEntry | undefined };

/** The entry about each duty. Duties are one a line, or separated by semicolons. */
export function dutyGuidanceOf(ctx: Ctx, index: GuidanceIndex, duties: string): readonly DutyGuidance[] {
  const parts = duties
    .split(/[\n;]+/)
    .map((part) => part.replace(/^\s*(?:[-•*]|\d+[.)])\s*/, "").trim())
    .filter((part) => part !== "");
  return parts.slice(0, mostDuties).map((duty) => {
    const asked = index.ask(duty, 1);
    const topic = "hits" in asked ? asked.hits[0]?.topic : undefined;
    return { duty, entry: topic === undefined ? undefined : index.entry(ctx.locale, topic) };
  });
}

/** What the guidance says about each duty: its answer in short, and the law with its standing. */
export function dutyGuidanceHtml(ctx: Ctx, bearings: readonly DutyGuidance[]): string {
  const { say } = ctx;
  const parts = bearings.map(({ duty, entry }) => {
    const title = `<b>${escapeHtml(duty)}</b>`;
    if (entry === undefined) return `${title}\n${say.html("dilemma-no-entry")}`;
    const fixed = entry.sources.filter(({ standing }) => standing === "official");
    return joinLines([
      title,
      `→ ${escapeHtml(entry.title)}: ${markup(entry.answer)}`,
      ...fixed.map((source) => sourceLine(say, source)),
    ]);
  });
  return joinLines([say.html("dilemma-bearings"), ...parts], "\n\n");
}

/** The whole note: Telegram HTML, every step with its heading. */
export function noteHtml(ctx: Ctx, note: Dilemma): string {
  const { say } = ctx;
  const day = dayText(ctx, note.createdAt);
  const title =
    note.code === null
      ? say.html("dilemma-note", { day })
      : say.html("dilemma-note-case", { day, code: note.code });
  const parts = dilemmaSteps.flatMap((step) => {
    const text = note.content[step];
    return text === undefined ? [] : [`<b>${say.html(`dilemma-head-${step}`)}</b>\n${escapeHtml(text)}`];
  });
  return joinLines([title, ...parts, say.html("dilemma-yours")], "\n\n");
}

/** The whole note as plain text, for the supervisor. */
export function noteText(ctx: Ctx, note: Dilemma): string {
  const parts = dilemmaSteps.flatMap((step) => {
    const text = note.content[step];
    return text === undefined ? [] : [`${ctx.say.plain(`dilemma-head-${step}`)}\n${text}`];
  });
  return parts.join("\n\n");
}
