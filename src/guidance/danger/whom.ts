/** Whom a cue is about: the worker who writes, or somebody they tell of. */
import type { Cue } from "./match.js";
import { has, type Word } from "./words.js";

/** How far before a cue of violence its victim stands, and after it; other words may stand between. */
const before = 3;
const after = 2;
/** How far a cue's surroundings are searched for the writer's own fear. */
const reach = 14;

/** Whether the word is the writer: `saya`, but not the one in `klien saya` or `my client`. */
function isWriter(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!has(word, "first")) return false;
  if (word?.text === "my" || word?.text === "our") return !has(words[at + 1], "client", "other", "child");
  return !has(words[at - 1], "client", "other", "child");
}

const isSomebody = (word: Word | undefined) => has(word, "client", "other", "child");

/** Whom a cue is about; undefined where nothing says so. Its sentence is the words from `from` to `to`. */
export function whomOf(
  words: readonly Word[],
  cue: Cue,
  from: number,
  to: number,
): "worker" | "client" | undefined {
  if (cue.danger === "abandoned-child") return "client";
  for (let at = cue.from; at <= cue.to && !has(words[at], "said"); at += 1)
    if (isWriter(words, at) || (words[at]?.mine === true && !isSomebody(words[at]))) return "worker";
  return cue.danger === "violence-ongoing" ? victim(words, cue, from, to) : sufferer(words, cue, from);
}

/** Who violence is done to: the nearest person before the cue or right after it, else whoever writes of their own fear. */
function victim(words: readonly Word[], cue: Cue, from: number, to: number): "worker" | "client" {
  for (let at = cue.to + 1; at <= Math.min(to, cue.to + after); at += 1)
    if (isWriter(words, at)) return "worker";
  for (let at = cue.from - 1; at >= Math.max(from, cue.from - before); at -= 1) {
    if (isWriter(words, at)) return "worker";
    if (isSomebody(words[at])) break;
  }
  for (let at = Math.max(from, cue.from - reach); at <= Math.min(to, cue.to + reach); at += 1) {
    const word = words[at];
    if (word?.mine === true && !isSomebody(word)) return "worker";
    const afraid = has(word, "fear", "hide", "stuck") && (isWriter(words, at - 1) || isWriter(words, at - 2));
    if (afraid || (has(word, "plea") && isWriter(words, at + 1))) return "worker";
  }
  return "client";
}

/** Who suffers: the nearest person before the cue, unless others are quoted; a sick person nobody names is another. */
function sufferer(words: readonly Word[], cue: Cue, from: number): "worker" | "client" | undefined {
  for (let at = cue.from - 1; at >= Math.max(from, cue.from - reach); at -= 1) {
    if (isWriter(words, at)) {
      for (let quoted = at - 1; quoted >= Math.max(from, at - reach); quoted -= 1)
        if (has(words[quoted], "said")) return "client";
      return "worker";
    }
    if (isSomebody(words[at]) || has(words[at], "said")) return "client";
  }
  if (cue.danger === "medical") return "client";
  const near = words.slice(Math.max(0, cue.from - 3 * reach), cue.to + reach);
  const tells = near.some((word, at) => {
    const place = at + Math.max(0, cue.from - 3 * reach);
    return (place < cue.from || place > cue.to) && (isSomebody(word) || has(word, "said") || isTheirs(word));
  });
  return tells ? "client" : undefined;
}

/** Ends as somebody else's: `lengannya`, `tangane`, `awakna`. */
function isTheirs(word: Word): boolean {
  return word.text.length > 5 && /(?:nya|na|ne)$/.test(word.text) && !has(word, "adverb");
}
