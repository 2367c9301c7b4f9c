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

/** Units of a distance in time, the largest first, with their length in ms. */
const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How far a moment is away, in the largest unit it fills: "2 jam lagi", "3 hari yang lalu". */
function distance(at: number, now: number, locale: PageLocale): string {
  const away = at - now;
  const [unit, length] = units.find(([, ms]) => Math.abs(away) >= ms) ?? units[2];
  return new Intl.RelativeTimeFormat(tags[locale], { numeric: "auto" }).format(
    Math.trunc(away / length),
    unit,
  );
}

/**
 * A moment as Telegram's `date_time` shows it: `r` is its distance from now; else w the weekday, d and D the short and the long
 * day, t and T the short and the long time.
 *
 * @param at ms since 1970, UTC
 */
export function momentShown(at: number, wanted: string, now: Date, { locale, zone }: Place): string {
  if (wanted === "r") return distance(at, now.getTime(), locale);
  const options: Intl.DateTimeFormatOptions = {
    ...(wanted.includes("w") ? { weekday: "long" } : {}),
    ...(wanted.includes("d") ? { day: "2-digit", month: "2-digit", year: "numeric" } : {}),
    ...(wanted.includes("D") ? { day: "numeric", month: "long", year: "numeric" } : {}),
    ...(/[tT]/.test(wanted) ? { hour: "2-digit", minute: "2-digit" } : {}),
    ...(wanted.includes("T") ? { second: "2-digit" } : {}),
  };
  return format(locale, zone, `moment ${wanted}`, options).format(at);
}
