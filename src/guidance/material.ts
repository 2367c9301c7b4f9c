/** What the index learns from besides the entries: word tables, situations, and what lies outside. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Locale } from "../texts.js";
import { type Fit, loadFit } from "./confidence.js";
import { loadSmallTalk, type SmallTalkWords } from "./smallTalk.js";
import { makeWords, readWordLists, type WordLists, type WordTables } from "./words.js";

/** What looks like ours and is somebody else's, whom we can name: `outside-<referral>` says who. */
export const referrals = [
  "other-profession-registration",
  "vehicle-papers",
  "health-insurance",
  "other-profession-ethics",
  "family-court",
  "tax",
  "immigration",
  "civil-service",
] as const;

/** What looks like ours and is not. */
export const nearMisses = [...referrals, "cooking", "online-loan", "sport", "weather"] as const;

/** A near miss: a question that resembles ours. */
export type NearMiss = (typeof nearMisses)[number];

/** What a question may take for granted and is not so: `premise-<premise>` puts it right. */
export const premises = [
  "kodepeksos-article",
  "wrong-practice-standard",
  "no-fee-found",
  "no-credit-points-found",
  "no-processing-time-found",
  "not-lifelong",
] as const;

/** A false premise of a question. */
export type Premise = (typeof premises)[number];

/** A question of this kind looks like ours and is not: it has a word of every list in `with`, and none in `without`. */
export type NearMissRule = {
  readonly reason: NearMiss;
  readonly with: readonly ReadonlySet<string>[];
  readonly without: ReadonlySet<string>;
};

/** A question that takes something for granted that is not so; `topic` is the entry that goes with the correction. */
export type PremiseRule = { readonly premise: Premise; readonly topic: string; readonly pattern: RegExp };

/** What a question is read with besides what was learned. */
export type Material = {
  readonly words: WordTables;
  /** How far a ranking is to be trusted. */
  readonly fit: Fit;
  readonly rules: readonly NearMissRule[];
  readonly premises: readonly PremiseRule[];
  readonly smallTalk: SmallTalkWords;
};

/** A question that was asked: `topics` answer it, the first best; none where it is `field` or `outside`. */
export type LearnedQuestion = {
  readonly text: string;
  readonly locale: Locale;
  readonly expected: "topic" | "field" | "outside";
  readonly topics: readonly string[];
};

/** The texts that the index learns from besides the entries. */
export type LearningTexts = {
  /** Fragments of situations for each topic, in each language of the entries. */
  readonly situations: Readonly<Record<Locale, ReadonlyMap<string, readonly string[]>>>;
  /** Questions that were asked, with what they came to. */
  readonly asked: readonly LearnedQuestion[];
  /** Questions of the field that no entry answers, by what they are about. */
  readonly field: ReadonlyMap<string, readonly string[]>;
  /** Questions that are none of ours, by what they are about. */
  readonly outside: ReadonlyMap<string, readonly string[]>;
};

const fragments = z.string().transform((text) =>
  text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const words = z
  .string()
  .default("")
  .transform((text) => new Set(text.split(/\s+/).filter((word) => word !== "")));

const byKey = z.record(z.string(), fragments);
const byTopics = z.record(z.string(), z.array(z.string()));
const rulesFile = z.strictObject({
  ours: words,
  rules: z.array(z.strictObject({ reason: z.enum(nearMisses), with: z.array(words), without: words })),
  premises: z.array(
    z.strictObject({
      premise: z.enum(premises),
      topic: z.string(),
      pattern: z.string().transform((text) => new RegExp(text)),
    }),
  ),
});

function read(dir: string, locale: Locale, name: string): unknown {
  return parse(readFileSync(join(dir, locale, "learning", `guidance-${name}.yaml`), "utf8"));
}

/** Reads the lists of words below the folder of locales. Throws where the file is not of their shape. */
export function loadWordLists(dir: string): WordLists {
  return readWordLists(join(dir, "id", "learning", "guidance-words.yaml"));
}

/** Reads what a question is read with, but for the words. Throws where a file is not of its shape. */
export function loadMaterial(dir: string, lists: WordLists): Material {
  const { ours, rules, premises: wrong } = rulesFile.parse(read(dir, "id", "rules"));
  return {
    words: makeWords(lists),
    fit: loadFit(dir),
    rules: rules.map((rule) => ({ ...rule, without: new Set([...rule.without, ...ours]) })),
    premises: wrong,
    smallTalk: loadSmallTalk(dir),
  };
}

/** Reads the texts to learn from. Throws where a file is not of its shape. */
export function loadLearningTexts(dir: string): LearningTexts {
  const texts = (locale: Locale, name: string) =>
    new Map(Object.entries(byKey.parse(read(dir, locale, name))));
  return {
    situations: { id: texts("id", "situations"), en: texts("en", "situations") },
    asked: [...askedIn(dir, "id"), ...askedIn(dir, "en")],
    field: texts("id", "field"),
    outside: texts("id", "outside"),
  };
}

/** The questions asked in one language; a key names the topics that answer those below it. */
function askedIn(dir: string, locale: Locale): LearnedQuestion[] {
  return Object.entries(byTopics.parse(read(dir, locale, "asked"))).flatMap(([key, questions]) => {
    const expected = key === "field" || key === "outside" ? key : "topic";
    const topics = expected === "topic" ? key.split(" ") : [];
    return questions.map((text): LearnedQuestion => ({ text, locale, expected, topics }));
  });
}
