import type { Form, FormId, Key, Path } from "../../practice/form.js";
import type { Explained } from "../../practice/reasons.js";
import type { Another, Ask } from "../../practice/walk.js";
import type { Locale, MessageKey, Texts } from "../../texts.js";
import { writtenDay } from "./dates.js";

/**
 * The texts of the forms in one person's language, plain: escape them before sending them as HTML.
 *
 * Forms are data, so the keys of their texts are built at run time: `<form>-<question>`, `choice-<set>-<choice>`.
 * Nowhere else is a key built that the compiler cannot check. test/chat/formWording.test.ts looks up every one of
 * them for every shipped version of every form, in both languages.
 */
export type FormWording = {
  /** The question itself; for a repeated group, whether there is another item. */
  readonly question: (form: Form, place: Ask | Another) => string;
  /** How to answer it. */
  readonly hint: (form: Form, place: Ask | Another) => string;
  /** Why it is asked. */
  readonly why: (form: Form, place: Ask | Another) => string;
  /** The label of a question, in a word or two. `group` for a question of a repeated group. */
  readonly label: (form: FormId, key: Key, group?: Key) => string;
  /** "Masalah 2": an item of a group, counted from 0. */
  readonly item: (form: FormId, group: Key, index: number) => string;
  /** "Masalah 2 · Pemicu": what a path stands for, a list or an item of it too. */
  readonly part: (form: FormId, path: Path) => string;
  /** A choice of a question. */
  readonly choice: (question: { readonly set: string }, choice: string) => string;
  /** Other words that people use for a choice. */
  readonly choiceWords: (question: { readonly set: string }, choice: string) => readonly string[];
  /** Why an answer was not taken, and what would be right. */
  readonly reason: (explained: Explained) => string;
};

/** The texts of the forms in a language. They throw `TextError` for a key that does not exist. */
export function formWordingOf(texts: Texts, locale: Locale): FormWording {
  const say = (key: string, args?: Explained["args"]) => texts.dynamicPlain(locale, key, args);
  return {
    question: (form, place) => {
      const key = keyOf(form, place);
      return say(place.kind === "another" && place.index === 0 ? `${key}.first` : key);
    },
    hint: (form, place) => say(`${keyOf(form, place)}.hint`),
    why: (form, place) => say(`${keyOf(form, place)}.why`),
    label: (form, key, group) => say(`${form}-${group === undefined ? "" : `${group}-`}${key}.label`),
    item: (form, group, index) => say(`${form}-${group}.item`, { number: index + 1 }),
    part: (form, path) => {
      const [key = "", index, inner] = path.split(".");
      if (index === undefined) return say(`${form}-${key}.label`);
      const item = say(`${form}-${key}.item`, { number: Number(index) + 1 });
      return inner === undefined ? item : `${item} · ${say(`${form}-${key}-${inner}.label`)}`;
    },
    choice: ({ set }, choice) => say(`choice-${set}-${choice}`),
    choiceWords: ({ set }, choice) => {
      const key = `choice-${set}-${choice}.words`;
      return texts.has(locale, key) ? say(key).split(", ") : [];
    },
    reason: ({ reason, args }) => {
      // The key is type-checked; its variables are checked in test/texts.types.test.ts.
      const key: MessageKey = `reason-${reason}`;
      return say(key, withDaysWritten(args, locale));
    },
  };
}

/** Dates from the form kernel are like `2026-11-28`. They are shown as everywhere else in the chat. */
function withDaysWritten(args: Explained["args"], locale: Locale): Explained["args"] {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? writtenDay(value, locale) : value,
    ]),
  );
}

function keyOf(form: Form, place: Ask | Another): string {
  if (place.kind === "another") return `${form.id}-${place.group.key}`;
  const group = place.item === undefined ? "" : `${place.item.group.key}-`;
  const variant = place.variant === undefined ? "" : `-${place.variant}`;
  return `${form.id}-${group}${place.question.key}${variant}`;
}
