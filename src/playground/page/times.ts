/** Times as the page shows them, in the zone of the sample organisation. */
import type { PageLocale } from "./words.js";

const tags: Readonly<Record<PageLocale, string>> = { id: "id-ID", en: "en-GB" };
const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than using it a thousand times. */
function format(locale: PageLocale, zone: string, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${zone} ${name}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(tags[locale], { timeZone: zone, ...options });
  formats.set(key, made);
  return made;
}

type Place = { readonly locale: PageLocale; readonly zone: string };

/** 07.30 */
export const timeOf = (at: Date, { locale, zone }: Place): string =>
  format(locale, zone, "time", { hour: "2-digit", minute: "2-digit" }).format(at);

/** Senin, 23 November 2026 */
export const longDay = (at: Date, { locale, zone }: Place): string =>
  format(locale, zone, "day", { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(at);

/** Sen, 23 Nov 2026 */
export const shortDayOf = (at: Date, { locale, zone }: Place): string =>
  format(locale, zone, "short", { weekday: "short", day: "numeric", month: "short", year: "numeric" }).format(
    at,
  );

/** A day as a key that compares. */
export const dayKey = (at: Date, { zone }: Place): string =>
  format("en", zone, "key", { day: "2-digit", month: "2-digit", year: "numeric" }).format(at);

/** In a list: the time today, else the day. */
export function briefly(at: Date, now: Date, place: Place): string {
  if (dayKey(at, place) === dayKey(now, place)) return timeOf(at, place);
  return format(place.locale, place.zone, "brief", { day: "numeric", month: "short" }).format(at);
}
