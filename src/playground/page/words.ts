/** The page's own words, in the language of the browser or the one that was chosen. */
import en from "../../../locales/en/playground.json";
import id from "../../../locales/id/playground.json";
import type { Language } from "../serving/contract.js";

export type PageLocale = Language;
type Words = typeof id;
const all: Readonly<Record<PageLocale, Words>> = { id, en };

/** The language to begin with: the one chosen here before, else the browser's, else Indonesian. */
export function firstLocale(): PageLocale {
  const chosen = localStorage.getItem("locale") ?? navigator.language;
  return chosen.startsWith("en") ? "en" : "id";
}

/** The words of a language. */
export const wordsOf = (locale: PageLocale): Words => all[locale];
export type { Words };

/** Puts values in the place of `{name}`. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
