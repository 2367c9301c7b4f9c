import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentNumber, FluentResource, FluentType, type FluentVariable } from "@fluent/bundle";
import type { Messages } from "./generated/messages.js";

/** The languages of the chat. Indonesian is always complete, and used where another text is missing. */
export const locales = ["id", "en"] as const;

/** A language of the chat. */
export type Locale = (typeof locales)[number];

/** The language for what Telegram says a person's app speaks; unknown languages get Indonesian. */
export function localeOf(languageCode: string | null | undefined): Locale {
  return languageCode?.toLowerCase().split("-")[0] === "en" ? "en" : "id";
}

declare const isHtml: unique symbol;
/** Text in Telegram's HTML, safe to send with `parse_mode: "HTML"`. */
export type Html = string & { readonly [isHtml]: true };

/** HTML inside another text: `t(locale, "card", { body: html(t(locale, "body")) })`. */
export class Markup extends FluentType<string> {
  override toString(): string {
    return this.value;
  }
}

/**
 * Marks a text as HTML. The caller guarantees that it consists of texts and escaped values. Anything a person wrote
 * is passed as a plain string, which is escaped.
 */
export function html(markup: string): Markup {
  return new Markup(markup);
}

/** What a text may be given. Numbers are written plainly, years and codes among them: 2026, not 2.026. */
export type TextArg = string | number | Markup;

/** Keys of `locales/`, typed by `npm run texts`: `id`, or `id.attribute`. */
export type MessageKey = keyof Messages;

/** The variables any text of these keys asks for, and those of them that must be numbers. */
type Variable<K extends MessageKey> = K extends MessageKey ? keyof Messages[K] : never;
type Counted<K extends MessageKey> = K extends MessageKey
  ? { [V in keyof Messages[K]]: Messages[K][V] extends number ? V : never }[keyof Messages[K]]
  : never;

/**
 * What all the texts of these keys ask for together: a number where any of them needs one. An intersection of what each asks
 * for says the same, and where the compiler looks at all keys at once it took a third of the time of all type checks.
 */
type Asked<K extends MessageKey> = { readonly [V in Variable<K>]: V extends Counted<K> ? number : TextArg };

/**
 * The variables a text asks for: none, or an object with all of them. A key put together from a vocabulary,
 * `outcome-${outcome}`, is several keys to the compiler: each must exist, and gets what any of them asks for.
 */
export type TextArgs<K extends MessageKey> = keyof Asked<K> extends never ? [] : [args: Asked<K>];

/** A text that is missing, or was not given a variable it asks for. Names the key, never a value. */
export class TextError extends Error {
  override readonly name = "TextError";

  constructor(locale: Locale, key: string, problem: string) {
    super(`text ${key} (${locale}): ${problem}`);
  }
}

/** All texts, by language and key. */
export type Texts = {
  /** Telegram HTML: the text may hold tags, strings put into it are escaped. */
  t<K extends MessageKey>(locale: Locale, key: K, ...args: TextArgs<K>): Html;
  /** Plain text, nothing escaped: the face of a button, the answer to a button press, a document. */
  plain<K extends MessageKey>(locale: Locale, key: K, ...args: TextArgs<K>): string;
  /** Like {@link Texts.t}, for a key put together at run time, as the forms' are. Ask `has` where it may be missing. */
  dynamic(locale: Locale, key: string, args?: Readonly<Record<string, TextArg>>): Html;
  dynamicPlain(locale: Locale, key: string, args?: Readonly<Record<string, TextArg>>): string;
  has(locale: Locale, key: string): boolean;
};

/** PostgreSQL and Telegram refuse NUL, UTF-8 has no half of a surrogate pair; both can be typed. */
function wellFormed(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, "\uFFFD");
}

/** Makes plain text safe inside Telegram HTML, also inside an attribute. */
export function escapeHtml(text: string): Html {
  return wellFormed(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;") as Html;
}

/**
 * Reads `<dir>/<locale>/**.ftl`.
 *
 * The build proves that no text is missing and no variable forgotten (test/texts.test.ts), except for keys made
 * at run time. For those: the fault is told to `onFault`, which throws by default. Where it returns instead (it
 * logs, in production), a person gets the Indonesian text, with … for a variable nobody gave. Only a key that
 * exists in no language is thrown in any case: there is nothing to say.
 */
export function createTexts(
  dir: string,
  onFault: (fault: TextError) => void = (fault) => {
    throw fault;
  },
): Texts {
  const bundles = { id: bundleOf(dir, "id"), en: bundleOf(dir, "en") };
  /** Texts that are given no variable are put together once: they are most of what is said. */
  const constants: Readonly<Record<Locale, Map<string, string>>> = { id: new Map(), en: new Map() };

  function render(
    locale: Locale,
    key: string,
    args: Readonly<Record<string, TextArg>> | undefined,
    clean: (text: string) => string,
  ): string {
    const constant = args === undefined ? constants[locale].get(key) : undefined;
    if (constant !== undefined) return constant;
    const values: Record<string, FluentVariable> = {};
    for (const [name, value] of Object.entries(args ?? {})) {
      if (typeof value === "string") values[name] = clean(value);
      else values[name] = typeof value === "number" ? new FluentNumber(value, { useGrouping: false }) : value;
    }
    const asked = format(bundles[locale], key, values);
    if (asked?.problem === undefined && asked !== undefined) {
      if (args === undefined) constants[locale].set(key, asked.text);
      return asked.text;
    }
    const fault = new TextError(locale, key, asked?.problem ?? "there is no such text");
    onFault(fault);
    const indonesian = locale === "id" ? asked : format(bundles.id, key, values);
    const best = indonesian ?? asked;
    if (best === undefined) throw fault;
    // Fluent leaves this in place of a missing variable.
    return best.text.replace(/\{\$[\w-]+\}/g, "…");
  }

  return {
    t: (locale, key, ...args) => render(locale, key, args[0], escapeHtml) as Html,
    plain: (locale, key, ...args) => render(locale, key, args[0], wellFormed),
    dynamic: (locale, key, args) => render(locale, key, args, escapeHtml) as Html,
    dynamicPlain: (locale, key, args) => render(locale, key, args, wellFormed),
    has: (locale, key) => patternOf(bundles[locale], key) !== null,
  };
}

function bundleOf(dir: string, locale: Locale): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const file of readdirSync(join(dir, locale), { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ftl")) continue;
    const [fault] = bundle.addResource(new FluentResource(readFileSync(join(dir, locale, file), "utf8")));
    if (fault !== undefined) throw new Error(`${join(dir, locale, file)}: ${fault.message}`);
  }
  return bundle;
}

function patternOf(bundle: FluentBundle, key: string) {
  const dot = key.indexOf(".");
  if (dot < 0) return bundle.getMessage(key)?.value ?? null;
  return bundle.getMessage(key.slice(0, dot))?.attributes[key.slice(dot + 1)] ?? null;
}

function format(
  bundle: FluentBundle,
  key: string,
  values: Record<string, FluentVariable>,
): { text: string; problem: string | undefined } | undefined {
  const pattern = patternOf(bundle, key);
  if (pattern === null) return undefined;
  const errors: Error[] = [];
  return { text: bundle.formatPattern(pattern, values, errors), problem: errors[0]?.message };
}
