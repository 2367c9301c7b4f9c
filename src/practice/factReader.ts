/** Reads facts from a round's answers under listed keys, each with its type. */
import { isBirth } from "./conditions.js";
import type { Answers, Birth, Form, Key } from "./form.js";

/** The keys of a form's top-level questions, as a type. */
export type KeyOf<F extends Form> = F["questions"][number]["key"];

/** The facts of one form: the top-level answers they are read from, and how. */
export type FactReader<Facts> = {
  /** Every key that is read. Changing any other answer changes no fact. */
  readonly reads: readonly Key[];
  readonly read: (answers: Answers) => Facts;
};

/**
 * A reader that reads under the keys it lists and no others: the compiler refuses a key that is not listed, and
 * with `K` a key that the form does not have.
 */
export function factReader<K extends Key>() {
  return <const R extends K, Facts>(
    reads: readonly R[],
    read: (answered: Answered<R>) => Facts,
  ): FactReader<Facts> => ({ reads, read: (answers) => read(new Answered(answers)) });
}

/** Answers as facts under their own keys. A fact is absent where its question is unanswered or has another type. */
export class Answered<K extends Key> {
  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  /** A day, or an instant; both are kept as text. */
  day<const T extends K>(key: T): { readonly [key in T]?: string } {
    const value = this.#answers.get(key);
    return typeof value === "string" ? only(key, value) : {};
  }

  yesNo<const T extends K>(key: T): { readonly [key in T]?: boolean } {
    const value = this.#answers.get(key);
    return typeof value === "boolean" ? only(key, value) : {};
  }

  birth<const T extends K>(key: T): { readonly [key in T]?: Birth } {
    const value = this.#answers.get(key);
    return isBirth(value) ? only(key, value) : {};
  }

  oneOf<const T extends K, const C extends string>(
    key: T,
    choices: readonly C[],
  ): { readonly [key in T]?: C } {
    const value = choices.find((choice) => choice === this.#answers.get(key));
    return value === undefined ? {} : only(key, value);
  }

  /** What was ticked; empty where nothing was. */
  list(key: K): readonly string[] {
    const value = this.#answers.get(key);
    return Array.isArray(value) ? value : [];
  }

  /** Whether something was given: answered, and not skipped. */
  has(key: K): boolean {
    return (this.#answers.get(key) ?? null) !== null;
  }
}

function only<K extends Key, V>(key: K, value: V): { readonly [key in K]?: V } {
  const one: { [key in K]?: V } = {};
  one[key] = value;
  return one;
}
