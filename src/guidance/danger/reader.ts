/** Detects danger in what a person types. */
import { loadLibrary } from "../load.js";
import { type DangerModel, learnDanger, type Weighing, weigh } from "./learned.js";
import { dangerFingerprint, openDangerModel, saveDangerModel } from "./modelFile.js";
import { loadPhrases } from "./phrases.js";
import { type DangerReading, type DangerRules, openRules, rule } from "./ruling.js";
import { has, type Word } from "./words.js";

export type { DangerReading } from "./ruling.js";

/**
 * Where a text was typed: outside any question, as the answer to a form's question, or as the answer to one that asks for a
 * name, a place or a number, where a few words that call for nothing are just that.
 */
export type Where = "idle" | "answer" | "name";

/** Reads danger. */
export type DangerReader = { read(text: string, at?: Where): DangerReading };

/**
 * Opens the words of danger and the classifier below `localesDir` once. What was learned is taken from `cache` where it is of
 * these very files; else it is learned (seconds) and the copy is written. Throws `GuidanceError` with file and line where the
 * words are malformed.
 */
export function openDangerReader(localesDir: string, cache?: string): DangerReader {
  const rules = openRules(localesDir);
  const fingerprint = dangerFingerprint(localesDir);
  const kept = cache === undefined ? undefined : openDangerModel(cache, fingerprint);
  const model = kept ?? learnDanger(rules, loadPhrases(localesDir, loadLibrary(localesDir)));
  if (kept === undefined && cache !== undefined) saveDangerModel(cache, fingerprint, model);
  return dangerReaderOf(rules, model);
}

/** Reads with a model; `stricter` moves every threshold, for measuring. */
export function dangerReaderOf(rules: DangerRules, model: DangerModel, stricter = 0): DangerReader {
  return {
    read(text, where = "idle") {
      const at = where === "idle" ? "idle" : "answer";
      const { words, reading, evidence, afterAccusation: rest } = rule(rules, text, at);
      if (rest !== undefined && weigh(rules.lexicon, model, rest, []).score < thresholds.none.ask)
        return { kind: "none" };
      if (where === "name" && isBareName(words)) return { kind: "none" };
      if (reading.kind === "none" && isBareCall(words))
        return { kind: "unsure", whom: "worker", dangers: ["violence-ongoing"] };
      if (at === "answer" && reading.kind === "none" && isName(text)) return reading;
      const weighing = weigh(rules.lexicon, model, words, evidence);
      return together(reading, { ...weighing, score: weighing.score - stricter }, at);
    },
  };
}

/**
 * From which score of the classifier a person is asked, and from which it is danger, by what the rules say; the score has
 * weighed what they found already. Chosen by `npm run fit:danger`.
 */
const thresholds = {
  danger: { ask: -0.3, sure: -0.1 },
  unsure: { ask: -0.1, sure: 0.7 },
  none: { ask: 0.05, sure: 0.7 },
  past: { ask: 0.1, sure: 1.2 },
} as const;

/** The additional score an answer to a form's question needs, since it mostly tells of the past. */
const answerNeeds = 0.1;

/** Combines the rules' reading with the classifier's score. */
function together(
  reading: DangerReading,
  { score, kind, whom }: Weighing,
  at: "idle" | "answer",
): DangerReading {
  const { ask, sure } = thresholds[reading.kind];
  const found = score - (at === "answer" ? answerNeeds : 0);
  if (found < ask) return reading.kind === "past" ? reading : { kind: "none" };
  const told = reading.kind === "danger" || reading.kind === "unsure" ? reading : { whom, dangers: [kind] };
  return { ...told, kind: found < sure ? "unsure" : "danger" };
}

/** A few words, each with a capital, or numbers: `Pantai Kejang, Lombok`. Names are no sentences to learn from. */
function isName(text: string): boolean {
  const words = text.trim().split(/[\s,.]+/);
  return words.length < 6 && words.every((word) => /^[\p{Lu}\d]/u.test(word)) && /\s/.test(text.trim());
}

/** What a question for a name is answered with: few words, none of them a call, a person, a denial or a word of now. */
function isBareName(words: readonly Word[]): boolean {
  return (
    words.length <= longestName &&
    !words.some((word) => has(word, "call", "plea", "now", "first", "client", "neg"))
  );
}

/** `Desa Sukamati RT 3` is a name; what is longer may be a sentence. */
const longestName = 4;

/** `tolong`, `help`, `sos`, and no more: asked about also where it is an answer. */
function isBareCall(words: readonly Word[]): boolean {
  return (
    words.length > 0 &&
    words.length < 4 &&
    words.every((word) => has(word, "call", "first", "plea")) &&
    words.some((word) => has(word, "call"))
  );
}
