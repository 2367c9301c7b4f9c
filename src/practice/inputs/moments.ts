/** A day with a time: "kemarin jam 10 pagi", "16-11-2026 10.15", "baru saja". Kept as an instant in UTC. */
import { addDays, instantOf } from "../calendar.js";
import type { FormContext } from "../form.js";
import { type Explained, explained } from "../reasons.js";
import { type NoSuchDate, type Range, type ReadDate, readDate } from "./dateReading.js";
import { dayMonthYear, explainDate } from "./dates.js";
import { accepted, type InputOutcome } from "./outcome.js";

type Clock = Pick<FormContext, "now" | "today">;
type TimeOfDay = { readonly hour: number; readonly minute: number; readonly sure: boolean };

/** Indonesia's zones by the letters people write after a time. */
const zones: Readonly<Record<string, string>> = {
  wib: "Asia/Jakarta",
  wita: "Asia/Makassar",
  wit: "Asia/Jayapura",
};

const nowWords = /^(?:sekarang|barusan|baru saja|tadi barusan|saat ini|now|just now)$/;
const minutesAgo = /^(\d{1,3}) ?(menit|mnt|jam|minutes?|hours?) (?:yang |yg )?(?:lalu|ago)$/;
const lead = "(?:(?:jam|pukul|pkl|pk|at)\\.? ?)?";
const named = "(?:jam|pukul|pkl|pk|at)\\.? ?";
const part = "(?<part>dini hari|pagi|subuh|siang|sore|petang|malam|am|pm)";
const zone = "(?<zone>wib|wita|wit)";
/** The ways a time is written; each gives hour, minute, part of the day. */
const times = [
  `${lead}(?<hour>\\d{1,2})[.:](?<minute>\\d{2})(?:[.:]\\d{2})?(?: ?${part})?`,
  `${lead}setengah (?<half>\\d{1,2})(?: ?${part})?`,
  `${named}(?<hour>\\d{1,2})(?: ?${part})?`,
  `(?<hour>\\d{1,2}) ?${part}`,
].map((time) => ({
  atEnd: new RegExp(`^(?:(?<day>.+?)[, ]+)?${time}(?: ?${zone})?$`),
  atStart: new RegExp(`^${time}(?: ?${zone})?[, ]+(?<day>.+)$`),
}));

/** A day and time in words or digits, within its range. The zone is the organisation's where none is written. */
export function acceptMoment(text: string, context: FormContext, range: Range): InputOutcome {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Format}/gu, "")
    .replace(/(?<=\d)t(?=\d{2}:)/, " ")
    .replace(/\s+/g, " ")
    .replace(/[.!?\s]+$/, "")
    .trim();
  const example = `${dayMonthYear(context.today)} 10.15`;
  if (words.length === 0 || words.length > 80) return explained("time-missing", { example });
  const relative = readRelative(words, context.now);
  if (relative) return within(relative, false, context, range);

  for (const time of times) {
    const match = time.atEnd.exec(words) ?? time.atStart.exec(words);
    if (!match) continue;
    const found = match.groups?.day?.replace(/[, ]+$/, "");
    const read = readDay(found, context, range);
    // "12.3.2026" ends like a time; it is one only if what stands before it is a day.
    if (!read) continue;
    if (read.kind !== "day") return explainDate(read, context.today);
    const clock = readTime(match);
    if (!clock) return explained("time-impossible", { example });
    const { zone: letters = "" } = match.groups ?? {};
    const instant = instantOf(zones[letters] ?? context.zone, read.date, clock.hour, clock.minute);
    return within(instant, read.sure && clock.sure, context, range);
  }
  const dayOnly = readDate(words, context.today, range);
  if (dayOnly && dayOnly.kind !== "day") return explainDate(dayOnly, context.today);
  return explained("time-missing", {
    example: dayOnly ? `${dayMonthYear(dayOnly.date)} 10.15` : example,
  });
}

/** An instant that needs no reading, such as one put together from buttons. */
export function checkMoment(value: string, context: FormContext, range: Range): InputOutcome {
  const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z$/.test(value);
  const instant = new Date(value);
  if (!iso || Number.isNaN(instant.getTime())) return explained("button-gone", {});
  return within(instant, true, context, range);
}

function readDay(day: string | undefined, { today }: Clock, range: Range): ReadDate | NoSuchDate | undefined {
  // A time alone is meant for today; shown back, since yesterday is as near at night.
  return day === undefined ? { kind: "day", date: today, sure: false } : readDate(day, today, range);
}

function readRelative(words: string, now: Date): Date | undefined {
  if (nowWords.test(words)) return wholeMinute(now);
  const [, count, unit = ""] = minutesAgo.exec(words) ?? [];
  if (count === undefined) return undefined;
  const minutes = /^(?:jam|hour)/.test(unit) ? 60 : 1;
  return wholeMinute(new Date(now.getTime() - Number(count) * minutes * 60_000));
}

/** The time of day a match means, the part of the day taken into account; undefined for one no clock shows. */
function readTime(match: RegExpExecArray): TimeOfDay | undefined {
  const { hour: written, minute: minutes, half, part: dayPart } = match.groups ?? {};
  // "Setengah delapan" is half an hour before eight.
  const hour = half === undefined ? Number(written) : Number(half) - 1;
  const minute = half === undefined ? Number(minutes ?? 0) : 30;
  if (hour < 0 || hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  if (dayPart === undefined) {
    const exact = minutes !== undefined && half === undefined;
    return hour === 24 ? undefined : { hour, minute, sure: exact };
  }
  const placed = inPartOfDay(hour, dayPart);
  return placed === undefined ? undefined : { hour: placed, minute, sure: false };
}

function inPartOfDay(hour: number, dayPart: string): number | undefined {
  if (hour > 12) return hour === 24 ? undefined : hour;
  switch (dayPart) {
    case "pagi":
    case "subuh":
    case "dini hari":
    case "am":
      return hour % 12;
    case "siang":
      return hour >= 9 ? hour : hour + 12;
    case "malam":
      // "Jam 2 malam" is after midnight; "jam 12 malam" midnight itself, where the day begins.
      return hour >= 6 && hour < 12 ? hour + 12 : hour % 12;
    default:
      return (hour % 12) + 12;
  }
}

function within(instant: Date, sure: boolean, context: FormContext, range: Range): InputOutcome {
  return outOfRange(instant, context, range) ?? accepted(instant.toISOString(), sure);
}

/** The running minute is past and future both: people write down what is happening. */
function outOfRange(instant: Date, { now, today }: Clock, range: Range): Explained | undefined {
  if (range === "past" && instant.getTime() >= wholeMinute(now).getTime() + 60_000) {
    return explained("moment-future", { example: `${dayMonthYear(today)} 08.00` });
  }
  if (range === "future" && instant.getTime() < wholeMinute(now).getTime()) {
    return explained("moment-past", { example: `${dayMonthYear(addDays(today, 1))} 09.00` });
  }
  return undefined;
}

function wholeMinute(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 60_000) * 60_000);
}
