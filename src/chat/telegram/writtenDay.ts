import type { LocalDate } from "../../practice/form.js";
import type { Locale } from "../../texts.js";

const formats = new Map<Locale, Intl.DateTimeFormat>();

/** A day in full, with its weekday: "Senin, 16 November 2026". */
export function writtenDay(date: LocalDate, locale: Locale): string {
  return formatOf(locale).format(new Date(`${date}T12:00:00Z`));
}

/** Making a format costs a hundred times as much as using it. */
function formatOf(locale: Locale): Intl.DateTimeFormat {
  const kept = formats.get(locale);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat(locale === "id" ? "id-ID" : "en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  formats.set(locale, made);
  return made;
}
