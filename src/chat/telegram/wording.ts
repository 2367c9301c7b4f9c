import type { Html, Locale, MessageKey, TextArgs, Texts } from "../../texts.js";
import { type FormWording, formWordingOf } from "./formWording.js";

/** The texts in one person's language. */
export type Wording = {
  readonly locale: Locale;
  /** Telegram HTML, values escaped. */
  readonly html: <K extends MessageKey>(key: K, ...args: TextArgs<K>) => Html;
  /** Plain text, for the label of a button. */
  readonly plain: <K extends MessageKey>(key: K, ...args: TextArgs<K>) => string;
  /** The texts of the forms, plain. */
  readonly form: FormWording;
};

/** The texts in a language. */
export function wordingOf(texts: Texts, locale: Locale): Wording {
  return {
    locale,
    html: (key, ...args) => texts.t(locale, key, ...args),
    plain: (key, ...args) => texts.plain(locale, key, ...args),
    form: formWordingOf(texts, locale),
  };
}
