/**
 * The context of a cue: whether it is denied, past, a general question or a figure of speech, and whom it concerns.
 */
import type { Cue } from "./match.js";
import { whomOf } from "./whom.js";
import { has, type Word } from "./words.js";

/** The context of one cue. */
export type Circumstances = {
  /** `tidak ada keinginan bunuh diri`. */
  readonly denied: boolean;
  /** Told as over: long ago, or the person is safe now. */
  readonly over: boolean;
  /** Told as usual: `sering dipukul`. */
  readonly usual: boolean;
  /** Asked about in general: `SOP bila klien mau bunuh diri`. */
  readonly general: boolean;
  /** A manner of speaking: `mau mati rasanya ngerjain laporan`. */
  readonly figure: boolean;
  /** A word of now or a call for help stands by it. */
  readonly now: boolean;
  /** The writer is only said to have done it, and tells of nothing else: `saya dituduh melecehkan klien padahal tidak`. */
  readonly alleged: boolean;
  /** Undefined where nothing says whose danger it is. */
  readonly whom: "worker" | "client" | undefined;
};

/** What is true of a whole message, gathered once so that each cue costs the same however long the message is. */
export class Setting {
  readonly #words: readonly Word[];
  /** By sentence: the first and last position. */
  readonly #sentences: { from: number; to: number }[] = [];
  /** By sentence: whether what is told there is told as past, also by a sentence before it. */
  readonly #past: boolean[] = [];

  constructor(words: readonly Word[]) {
    this.#words = words;
    let past = false;
    for (let from = 0; from < words.length; ) {
      let to = from;
      while (words[to + 1]?.sentence === words[from]?.sentence) to += 1;
      const span = words.slice(from, to + 1);
      const saysPast = span.some((_, at) => isPast(span, at));
      if (saysPast) past = true;
      else if (span.some((word) => has(word, "now"))) past = false;
      this.#sentences.push({ from, to });
      this.#past.push(past);
      for (let at = from; at <= to; at += 1) this.#sentenceOf.push(this.#past.length - 1);
      from = to + 1;
    }
  }

  readonly #sentenceOf: number[] = [];

  around(cue: Cue): Circumstances {
    const index = this.#sentenceOf[cue.from] ?? 0;
    const { from, to } = this.#sentences[index] ?? { from: 0, to: 0 };
    const sentence = this.#words.slice(Math.max(from, cue.from - reach), Math.min(to, cue.to + reach) + 1);
    const cueAt = cue.from - Math.max(from, cue.from - reach);
    const clause = sentence.filter(
      (word) =>
        word.clause >= (this.#words[cue.from]?.clause ?? 0) &&
        word.clause <= (this.#words[cue.to]?.clause ?? 0),
    );
    const nowInClause = clause.some((word) => has(word, "now"));
    const now = sentence.some((word) => has(word, "now", "plea"));
    const next = this.#words.slice(cue.to + 1, cue.to + 1 + reach);
    const isSafe = (word: Word) =>
      has(word, "safe") ||
      (cue.danger === "violence-ongoing" && has(word, "caught")) ||
      (cue.danger === "abandoned-child" && has(word, "cared"));
    const safeAfter = [...sentence.slice(cueAt), ...next].some(
      (word, at, all) => isSafe(word) && !has(all[at - 1], "neg"),
    );
    const safeBefore = sentence
      .slice(0, cueAt)
      .some((word, at, all) => isSafe(word) && !has(all[at - 1], "neg"));
    const dead =
      sentence.slice(Math.max(0, cueAt - 2), cueAt).some((word) => has(word, "killed")) ||
      (!now && sentence.some((word) => has(word, "killed")));
    const past = this.#past[index] === true && !(nowInClause && !clause.some((_, at) => isPast(clause, at)));
    return {
      denied: this.#denied(cue, from),
      over: past || dead || safeAfter || (safeBefore && !now),
      usual: sentence.some((word) => has(word, "habit")) && !nowInClause,
      general: isGeneral(sentence, cueAt),
      figure: this.#figure(cue, sentence, cueAt),
      now,
      alleged: this.#alleged(cue, from),
      whom: whomOf(this.#words, cue, from, to),
    };
  }

  #denied(cue: Cue, from: number): boolean {
    for (let at = cue.from - 1; at >= Math.max(from, cue.from - 5); at -= 1) {
      const word = this.#words[at];
      if (has(word, "neg")) return word?.clause === this.#words[cue.from]?.clause;
      if (!has(word, "light")) return false;
    }
    return false;
  }

  /**
   * `saya dituduh` opens the clause, nobody suffers it by the verb, and what follows denies it or asks, and tells of nobody:
   * those who accuse may stand at the door.
   */
  #alleged(cue: Cue, from: number): boolean {
    if (cue.danger !== "violence-ongoing") return false;
    const said = this.#words.slice(cue.from, cue.to + 1);
    if (said.some(({ classes }) => classes.some((name) => name.endsWith(".p")))) return false;
    const rest = this.#words.slice(cue.to + 1);
    if (rest.length > 0 && !rest.some((word) => has(word, "neg", "ask-what"))) return false;
    if (rest.some((word) => has(word, "other", "client", "child", "now", "plea", "fear", "hide", "stuck")))
      return false;
    for (let at = cue.from - 1; at > Math.max(from, cue.from - 3); at -= 1) {
      const word = this.#words[at];
      if (word === undefined || word.clause !== said[0]?.clause) return false;
      if (!accusing.has(word.text)) continue;
      const isFirst = at - 1 === from || this.#words[at - 2]?.clause !== word.clause;
      return isFirst && has(this.#words[at - 1], "first");
    }
    return false;
  }

  #figure(cue: Cue, sentence: readonly Word[], cueAt: number): boolean {
    if (cue.danger === "abandoned-child") return false;
    const length = cue.to - cue.from + 1;
    const by = sentence[cueAt + length];
    const asIf = sentence.some((word) => has(word, "as-if"));
    const work = sentence.some((word) => has(word, "work"));
    const nearBefore = sentence.slice(Math.max(0, cueAt - 2), cueAt);
    if (has(by, "work") || has(sentence[cueAt - 1], "as-if") || nearBefore.some((word) => has(word, "work")))
      return true;
    return asIf && (work || !sentence.some((word) => has(word, "client", "now", "plea")));
  }
}

/** By these somebody is said to have done what they tell of. */
const accusing: ReadonlySet<string> = new Set(["dituduh", "difitnah", "dituding"]);

/** How many words around a cue are looked at. */
const reach = 14;

function isPast(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (has(word, "past")) return true;
  if (/^(19[3-9]\d|20[0-4]\d)$/.test(word?.text ?? "")) return true;
  // Javanese: `tau dipasung`, has been; Indonesian `tau` is to know.
  if (word?.text === "tau" && words[at + 1]?.classes.some((name) => name.endsWith(".p"))) return true;
  return has(word, "year-unit") && has(words[at + 1], "past", "deceased");
}

function isGeneral(sentence: readonly Word[], cueAt: number): boolean {
  const concrete = sentence.some((word) => has(word, "now", "concrete"));
  const asks = sentence.some((word) => has(word, "ask-what"));
  if (asks && !concrete && sentence.slice(Math.max(0, cueAt - 2), cueAt).some(({ text }) => text === "orang"))
    return true;
  const supposes = sentence.slice(0, cueAt).some((word) => has(word, "if"));
  if (sentence.some((word) => has(word, "ask-definition")))
    return !sentence.some((word) => has(word, "now") || (!supposes && has(word, "mine-client")));
  if (asks && supposes) return !concrete;
  return has(sentence[0], "ask-what") && !concrete && !sentence.some((word) => has(word, "plea", "first"));
}
