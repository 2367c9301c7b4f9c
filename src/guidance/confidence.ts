/**
 * How far a ranking is to be trusted: small logistic models over the signs of a question. Their weights and thresholds stand in
 * `locales/id/learning/guidance-fit.json` and are fitted by `npm run fit:guidance`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Signs, signNames } from "./signs.js";

/** What is told of a question, each as a probability. */
export const judgements = ["right", "among", "ours", "field"] as const;

/** `right`: the first topic is right. `among`: one of the first three is. `ours`: an entry answers it. `field`: of the field, if none does. */
export type Judgement = (typeof judgements)[number];

/** The fitted numbers of one judgement: a bias, and a weight for each sign. */
export const weights = z.record(z.enum(["bias", ...signNames]), z.number());

/** A bias, and a weight for each sign. */
export type Weights = Readonly<z.infer<typeof weights>>;

const fitFile = z.strictObject({
  /** From this probability of `right` on one answer is shown: there it is right nine times in ten. */
  answer: z.number(),
  /** From this probability of `among` on the first three are shown. */
  ask: z.number(),
  right: weights,
  among: weights,
  ours: weights,
  field: weights,
});

/** The fitted weights and thresholds. */
export type Fit = Readonly<Record<Judgement, Weights>> & { readonly answer: number; readonly ask: number };

/** The name of the file of fitted numbers, below the folder of locales. */
export const fitPath = join("id", "learning", "guidance-fit.json");

/** Reads the fitted numbers. Throws where the file is not of their shape. */
export function loadFit(dir: string): Fit {
  return fitFile.parse(JSON.parse(readFileSync(join(dir, fitPath), "utf8")));
}

/** The probability that fitted weights give. */
export function probability(fitted: Weights, signs: Signs): number {
  let sum = fitted.bias;
  for (const name of signNames) sum += fitted[name] * signs[name];
  return 1 / (1 + Math.exp(-sum));
}
