import { dateIn, daysBetween } from "../../practice/calendar.js";
import type { Late } from "../../practice/digest.js";
import type { TaskReminder } from "../../records/due/notice.js";
import { escapeHtml } from "../../texts.js";
import { discreetName, dueName, dueWhen, type Viewpoint } from "../telegram/dueWords.js";
import { joinLines } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";

/** The most lines of a section. The rest is counted. */
const mostLines = 12;

/** A section of a digest, and what it has written out. */
export type Section = { readonly text: string; readonly written: readonly TaskReminder[] };

/** Open dangers come first: by code, never which danger. */
export function dangerSection(
  all: readonly TaskReminder[],
  { now, zone }: Viewpoint,
  say: Wording,
): string | undefined {
  if (all.length === 0) return undefined;
  return joinLines([
    say.html("digest-danger"),
    ...all.map(({ code, startsAt }) =>
      say.html("digest-danger-line", {
        code: code ?? say.plain("danger-no-case"),
        days: daysBetween(dateIn(zone, startsAt), dateIn(zone, now)),
      }),
    ),
  ]);
}

/** What stands above a section; its text. */
export type Title =
  | "digest-late-news"
  | "digest-late-still"
  | "digest-today"
  | "digest-soon"
  | "digest-waiting"
  | "digest-team-news"
  | "digest-team-still"
  | "digest-overseen";

/** "K-2026-0031 · evaluasi, terlambat 2 hari": under "today" the day goes without saying. */
export function lineOf(one: TaskReminder, title: Title, present: Viewpoint, say: Wording): string {
  const when = title === "digest-today" && !one.statutory ? "" : `, ${dueWhen(one, present, say)}`;
  const name = one.audience === "admin" ? discreetName(one, say) : dueName(one, say);
  return `${name}${when}`;
}

/** A section, and what it has written out: two that read the same are one line, the rest beyond the most is counted. */
export function section(
  title: Title,
  all: readonly TaskReminder[],
  line: (one: TaskReminder) => string,
  say: Wording,
): Section | undefined {
  if (all.length === 0) return undefined;
  const lines = new Set<string>();
  const written = all.filter((one) => {
    const text = line(one);
    if (!lines.has(text) && lines.size === mostLines) return false;
    lines.add(text);
    return true;
  });
  const rest = all.length - written.length;
  const text = joinLines([
    say.html(title),
    ...[...lines].map((one) => escapeHtml(`• ${one}`)),
    rest > 0 ? say.html("digest-rest", { count: rest }) : undefined,
  ]);
  return { text, written };
}

/** "Masih terlambat: 14". */
export function foldedLine(
  key: "digest-late-folded" | "digest-team-folded",
  { folded: count }: Late<TaskReminder>,
  say: Wording,
): Section | undefined {
  return count === 0 ? undefined : { text: say.html(key, { count }), written: [] };
}
