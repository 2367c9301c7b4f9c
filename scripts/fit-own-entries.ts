/**
 * Fits how far an entry of an institution's own is trusted to answer a question: `npm run fit:own-entries`. It writes
 * `locales/id/learning/own-entries-fit.json`. Run it after `npm run fit:guidance`, whose confidence is one of its signs.
 *
 * The table is of questions left out: fitted on four fifths of the questions the guidance learns from, judged on the other;
 * then of those of `test/guidance`, which nothing is fitted to.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "../src/guidance/ask.js";
import { openGuidance } from "../src/guidance/guidance.js";
import { loadLearningTexts } from "../src/guidance/material.js";
import {
  type OwnWeights,
  ownFitPath,
  ownProbability,
  ownSigns,
  ownWeights,
  placeAmong,
} from "../src/guidance/ownEntries.js";
import { fitLogistic, rounded } from "./guidance/fitting.js";
import { type OwnCase, ownCases } from "./guidance/ownCases.js";
import { loadQuestions } from "./guidance/questionSets.js";

const folds = 5;
const guidance = openGuidance("locales", "node_modules/.cache/pendamping/guidance.model");
const texts = loadLearningTexts("locales");
// What is asked here must not have been learned.
const tuning = ownCases(guidance, { ...texts, asked: [] }, texts.asked);
const counts = new Map<string, number>();
for (let fold = 0; fold < folds; fold += 1) {
  const fitted = weightsOf(tuning.filter((_, at) => at % folds !== fold));
  for (const one of tuning.filter((_, at) => at % folds === fold)) count("left out", fitted, one);
}
const fitted = weightsOf(tuning);
for (const one of ownCases(guidance, texts, loadQuestions())) count("measured", fitted, one);
for (const [name, number] of [...counts].sort()) {
  const whole = counts.get(name.split(": ")[0] ?? "") ?? number;
  console.log(`${name.padEnd(48)}${String(number).padStart(6)}  ${(number / whole).toFixed(3)}`);
}
writeFileSync(join("locales", ownFitPath), `${JSON.stringify(fitted, undefined, 2)}\n`);

function weightsOf(some: readonly OwnCase[]): OwnWeights {
  const rows: number[][] = [];
  const targets: number[] = [];
  for (const { question, index, answered } of some) {
    const nearest = index.nearest(question.text);
    if (nearest === undefined) continue;
    rows.push([1, ...ownSigns.map((name) => nearest.signs[name])]);
    targets.push(nearest.id === answered ? 1 : 0);
  }
  const [bias = 0, ...others] = fitLogistic(rows, targets);
  return ownWeights.parse({
    bias: rounded(bias),
    ...Object.fromEntries(ownSigns.map((name, at) => [name, rounded(others[at] ?? 0)])),
  });
}

/** What became of a question: of an own entry, of a shipped one, or of neither. */
function count(part: string, weights: OwnWeights, one: OwnCase): void {
  const { question, index, answered } = one;
  const nearest = index.nearest(question.text);
  const chance = nearest === undefined ? 0 : ownProbability(weights, nearest.signs);
  const shipped = ask(one.guidance, question.text, { limit: 3 });
  const place = placeAmong(shipped, chance, guidance.material.fit);
  const whose = answered !== undefined ? "own" : question.expected === "topic" ? "shipped" : "neither";
  const isRight = nearest?.id === answered ? "right" : "wrong";
  const said = place === "none" ? `none (${shipped.kind})` : `${place} ${isRight}`;
  const add = (name: string) => void counts.set(name, (counts.get(name) ?? 0) + 1);
  add(`${part} ${whose}`);
  add(`${part} ${whose}: ${said}`);
}
