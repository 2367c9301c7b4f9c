/** What the index learns from besides the entries: word tables, situations, and what lies outside. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { loadWords, type WordTables } from "./words.js";

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

/** Everything besides the entries that the index learns from. */
export type Material = {
  readonly words: WordTables;
  /** Fragments of situations for each topic. */
  readonly situations: ReadonlyMap<string, readonly string[]>;
  readonly rules: readonly NearMissRule[];
  readonly premises: readonly PremiseRule[];
  /** Questions that are none of ours. */
  readonly outside: readonly string[];
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

const situationsFile = z.record(z.string(), fragments);
const outsideFile = z.strictObject({
  ours: words,
  rules: z.array(z.strictObject({ reason: z.enum(nearMisses), with: z.array(words), without: words })),
  premises: z.array(
    z.strictObject({
      premise: z.enum(premises),
      topic: z.string(),
      pattern: z.string().transform((text) => new RegExp(text)),
    }),
  ),
  questions: z.record(z.string(), fragments),
});

/** Reads the three files of `<dir>/id/learning`. Throws where one is not of its shape. */
export function loadMaterial(dir: string): Material {
  const read = (name: string): unknown => parse(readFileSync(join(dir, "id", "learning", name), "utf8"));
  const { ours, rules, premises: wrong, questions } = outsideFile.parse(read("guidance-outside.yaml"));
  return {
    words: loadWords(join(dir, "id", "learning", "guidance-words.yaml")),
    situations: new Map(Object.entries(situationsFile.parse(read("guidance-situations.yaml")))),
    rules: rules.map((rule) => ({ ...rule, without: new Set([...rule.without, ...ours]) })),
    premises: wrong,
    outside: Object.values(questions).flat(),
  };
}
