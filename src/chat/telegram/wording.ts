import type { Form, Path } from "../../practice/form.js";
import type { Another, Ask } from "../../practice/walk.js";
import type { Html, Locale, MessageKey, TextArgs, Texts } from "../../texts.js";

/** The texts in one person's language. */
export type Wording = {
  readonly locale: Locale;
  /** Telegram HTML, values escaped. */
  readonly html: <K extends MessageKey>(key: K, ...args: TextArgs<K>) => Html;
  /** Plain text, for the face of a button. */
  readonly plain: <K extends MessageKey>(key: K, ...args: TextArgs<K>) => string;
  /** A text whose key is put together at run time, as the forms' are. Throws where there is none. */
  readonly of: (key: string, args?: Record<string, string | number>) => string;
  readonly has: (key: string) => boolean;
};

export function wordingOf(texts: Texts, locale: Locale): Wording {
  return {
    locale,
    html: (key, ...args) => texts.t(locale, key, ...args),
    plain: (key, ...args) => texts.plain(locale, key, ...args),
    of: (key, args) => texts.dynamicPlain(locale, key, args),
    has: (key) => texts.has(locale, key),
  };
}

/** Where the words of a question stand in `locales/<locale>/forms/<form>.ftl`. */
export function keyOf(form: Form, place: Ask | Another): string {
  if (place.kind === "another") return `${form.id}-${place.group.key}`;
  return place.item === undefined
    ? `${form.id}-${place.question.key}`
    : `${form.id}-${place.item.group.key}-${place.question.key}`;
}

/** The index of a group's item in a path such as `problems.2.title`, counted from 0. */
export function indexOf(path: Path): number | undefined {
  const index = path.split(".")[1];
  return index === undefined ? undefined : Number(index);
}
