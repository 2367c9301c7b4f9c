import type { GuidanceEntry, Source } from "../../guidance/entry.js";
import type { LocalNumbers } from "../../records/people/rules.js";
import { escapeHtml } from "../../texts.js";
import { emergencyHead } from "../danger/emergency.js";
import { shortDate } from "../telegram/dates.js";
import { fitted, textLimits } from "../telegram/fit.js";
import { joinLines } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";

/**
 * The text is shortened to this length (characters) at least, so that sources, date and hashtag always fit below it.
 */
const leastBody = 1_500;

/**
 * An entry as one message: emergency steps where life is in danger, then the answer, what to do, words for the client,
 * its limits, when to tell the supervisor, and its sources. `local` are the organisation's own emergency numbers; empty for somebody who
 * is no member. Telegram HTML of at most 4096 characters.
 */
export function answerHtml(say: Wording, entry: GuidanceEntry, local: LocalNumbers, lead?: string): string {
  const body = joinLines(
    [
      lead,
      entry.emergency === undefined ? undefined : emergencyHead(say, entry.emergency, local),
      `<b>${escapeHtml(entry.title)}</b>\n${markup(entry.answer)}`,
      `<b>${say.html("guidance-steps")}</b>\n${entry.steps.map((step, at) => `${at + 1}. ${markup(step)}`).join("\n")}`,
      entry.toSay === undefined
        ? undefined
        : `<b>${say.html("guidance-to-say")}</b>\n<i>${markup(entry.toSay)}</i>`,
      `<b>${say.html("guidance-limits")}</b>\n${markup(entry.limits)}`,
      `<b>${say.html("guidance-when-supervisor")}</b>\n${markup(entry.supervisor)}`,
    ],
    "\n\n",
  );
  const foot = joinLines(
    [
      `<b>${say.html("guidance-sources")}</b>\n${sourcesHtml(say, entry.sources)}`,
      `${say.html("guidance-reviewed", { date: shortDate(entry.reviewed, say.locale) })} · ${hashtagOf(entry.topic)}`,
    ],
    "\n\n",
  );
  const room = Math.max(leastBody, textLimits.text - foot.length - 2);
  return fitted(`${fitted(body, room)}\n\n${foot}`, textLimits.text);
}

/** `#batas_kerahasiaan`: a hashtag by which Telegram's search finds the answer. */
function hashtagOf(topic: string): string {
  return `#${topic.replaceAll("-", "_")}`;
}

/** The sources, folded: the first of them are seen, all of them on a tap. */
export function sourcesHtml(say: Wording, sources: readonly Source[]): string {
  const lines = sources.map((source) => sourceLine(say, source));
  return `<blockquote expandable>${lines.join("\n")}</blockquote>`;
}

/** "• UU 14/2019 Pasal 45 ayat (2) — note (resmi)". */
export function sourceLine(say: Wording, { work, article, standing, note }: Source): string {
  const place = escapeHtml(article === undefined ? work : `${work} ${article}`);
  const about = note === undefined ? "" : ` — ${escapeHtml(note)}`;
  return `• ${place}${about} (${say.html(`standing-${standing}`)})`;
}

/** Converts the Markdown of entries, which uses bold only, to Telegram HTML. */
export function markup(text: string): string {
  return escapeHtml(text).replace(/\*\*(.+?)\*\*/g, "<b>$1</b>");
}
