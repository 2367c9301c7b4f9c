/** Rules for questions that resemble ours and are not, and for questions with a false premise. */
import type { NearMiss, NearMissRule, PremiseRule } from "./material.js";
import type { Token } from "./normalise.js";

/** The reason of the first rule that says a question is a near miss; undefined where none does. */
export function nearMissOf(rules: readonly NearMissRule[], tokens: readonly Token[]): NearMiss | undefined {
  const words = new Set(tokens.flatMap(({ term, surface }) => [term, surface, ...term.split("_")]));
  const hasAny = (list: ReadonlySet<string>) => [...list].some((word) => words.has(word));
  return rules.find((rule) => rule.with.every(hasAny) && !hasAny(rule.without))?.reason;
}

/** The first premise of a question that is not so; undefined where none is known. */
export function premiseOf(premises: readonly PremiseRule[], question: string): PremiseRule | undefined {
  const plain = question
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return premises.find(({ pattern }) => pattern.test(plain));
}
