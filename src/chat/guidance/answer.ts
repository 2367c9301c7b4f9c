import { type FurtherPart, furtherParts, type GuidanceEntry, type Source } from "../../guidance/entry.js";
import type { LocalNumbers } from "../../records/people/rules.js";
import { escapeHtml } from "../../texts.js";
import { emergencyHead } from "../danger/emergency.js";
import type { AnswerLead } from "../telegram/callbacks/guidance.js";
import { shortDate } from "../telegram/dates.js";
import { fitted, textLimits } from "../telegram/fit.js";
import { joinLines } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";

/**
 * The text is shortened to this length (characters) at least, so that sources, date and hashtag always fit below it.
 */
const leastBody = 1_500;

/** How an answer is shown: which parts are unfolded below the short answer, and what stands above it. */
export type AnswerView = { readonly open: readonly FurtherPart[]; readonly lead: AnswerLead };

/** The parts that are text, all of which make the whole answer. */
export const textParts: readonly FurtherPart[] = furtherParts.filter((part) => part !== "related");

/** An answer as it is shown first: short. Where life is in danger nobody has to press for the steps. */
export function shortView(entry: GuidanceEntry, lead: AnswerLead = "none"): AnswerView {
  return { open: entry.emergency === undefined ? [] : ["steps"], lead };
}

/** An answer with everything it says. */
export const wholeView: AnswerView = { open: textParts, lead: "none" };

/**
 * An entry as one message: emergency numbers where life is in danger, then the short answer, the parts that are unfolded,
 * the day of its review and its hashtag. `local` are the organisation's own emergency numbers; empty for somebody who is
 * no member. Telegram HTML of at most 4096 characters.
 */
export function answerHtml(
  say: Wording,
  entry: GuidanceEntry,
  local: LocalNumbers,
  view: AnswerView,
): string {
  const part = (name: FurtherPart, text: () => string | undefined) =>
    view.open.includes(name) ? text() : undefined;
  const body = joinLines(
    [
      leadHtml(say, entry, view.lead),
      entry.emergency === undefined ? undefined : emergencyHead(say, entry.emergency, local),
      `<b>${escapeHtml(entry.title)}</b>\n${markup(entry.answer)}`,
      part("steps", () => `<b>${say.html("guidance-steps")}</b>\n${stepsHtml(entry)}`),
      part("toSay", () =>
        entry.toSay === undefined
          ? undefined
          : `<b>${say.html("guidance-to-say")}</b>\n<i>${markup(entry.toSay)}</i>`,
      ),
      part("limits", () => `<b>${say.html("guidance-limits")}</b>\n${markup(entry.limits)}`),
      part("supervisor", () => `<b>${say.html("guidance-when-supervisor")}</b>\n${markup(entry.supervisor)}`),
    ],
    "\n\n",
  );
  const foot = joinLines(
    [
      part(
        "sources",
        () =>
          `<b>${say.html("guidance-sources")}</b>\n${sourcesHtml(say, entry.sources, view.open.length > 1)}`,
      ),
      `${say.html("guidance-reviewed", { date: shortDate(entry.reviewed, say.locale) })} · ${hashtagOf(entry.topic)}`,
    ],
    "\n\n",
  );
  const room = Math.max(leastBody, textLimits.text - foot.length - 2);
  return fitted(`${fitted(body, room)}\n\n${foot}`, textLimits.text);
}

function leadHtml(say: Wording, { title }: GuidanceEntry, lead: AnswerLead): string | undefined {
  if (lead === "none") return undefined;
  return lead === "still" ? say.html("guidance-still", { title }) : say.html(`premise-${lead}`);
}

/** What to do, step by step. */
export function stepsHtml({ steps }: GuidanceEntry): string {
  return steps.map((step, at) => `${at + 1}. ${markup(step)}`).join("\n");
}

/** `#batas_kerahasiaan`: a hashtag by which Telegram's search finds the answer. */
function hashtagOf(topic: string): string {
  return `#${topic.replaceAll("-", "_")}`;
}

/** The sources. Among other parts they are folded: the first of them are seen, all of them on a tap. */
function sourcesHtml(say: Wording, sources: readonly Source[], folded: boolean): string {
  const lines = sources.map((source) => sourceLine(say, source)).join("\n");
  return folded ? `<blockquote expandable>${lines}</blockquote>` : lines;
}

/** "• UU 14/2019 Pasal 45 ayat (2) — note (resmi)". */
export function sourceLine(say: Wording, { work, article, standing, note }: Source): string {
  const place = escapeHtml(article === undefined ? work : `${work} ${article}`);
  const about = note === undefined ? "" : ` — ${escapeHtml(note)}`;
  return `• ${place}${about} (${say.html(`standing-${standing}`)})`;
}

/** Converts the Markdown of entries, which uses bold and italics only, to Telegram HTML. */
export function markup(text: string): string {
  return escapeHtml(text)
    .replace(/\*\*(.+?)\*\*/g, "<b>$1</b>")
    .replace(/\*(\S.*?)\*/g, "<i>$1</i>");
}
