import type { LocalDate } from "../../practice/form.js";
import type { Locale } from "../../texts.js";

/** The language of dates for `Intl`. English ones are British: the day comes before the month, as in Indonesian. */
export const dateLanguage: Readonly<Record<Locale, string>> = { id: "id-ID", en: "en-GB" };

const styles = {
  written: { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
  dated: { dateStyle: "long", timeZone: "UTC" },
  short: { dateStyle: "medium", timeZone: "UTC" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day in full, with its weekday: "Senin, 16 November 2026". */
export function writtenDay(date: LocalDate, locale: Locale): string {
  return formatOf("written", locale).format(noonOf(date));
}

/** "24 November 2026", as letters are dated. */
export function letterDate(date: LocalDate, locale: Locale): string {
  return formatOf("dated", locale).format(noonOf(date));
}

/** "24 Nov 2026". */
export function shortDate(date: LocalDate, locale: Locale): string {
  return formatOf("short", locale).format(noonOf(date));
}

function noonOf(date: LocalDate): Date {
  return new Date(`${date}T12:00:00Z`);
}

/** Making a format costs a hundred times as much as using it. */
function formatOf(style: keyof typeof styles, locale: Locale): Intl.DateTimeFormat {
  const key = `${style} ${locale}`;
  const kept = formats.get(key);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat(dateLanguage[locale], styles[style]);
  formats.set(key, made);
  return made;
}
