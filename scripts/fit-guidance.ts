/**
 * Fits how far the guidance trusts its ranking: `npm run fit:guidance`. Five times it learns from all but a fifth of what the
 * entries are asked and of the learning questions, and ranks what was left out; to that it fits the weights and thresholds of
 * `locales/id/learning/guidance-fit.json`. Takes one to three minutes. Run it after entries or learning texts changed;
 * `npm run eval:guidance` shows what became of it.
 *
 * The table it prints is of questions left out, of the index and of the fitting: whatever is chosen is chosen by it. `--dry`
 * writes nothing.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Fit, fitPath, probability } from "../src/guidance/confidence.js";
import { openGuidance } from "../src/guidance/guidance.js";
import { loadLearningTexts } from "../src/guidance/material.js";
import { learn } from "../src/guidance/model.js";
import { Reader } from "../src/guidance/normalise.js";
import { scoresOf, signsOf } from "../src/guidance/signs.js";
import { hitsOf } from "../src/guidance/topics.js";
import { fitAll, type Judged } from "./guidance/fitting.js";
import { type LeftOut, leaveOut, parts } from "./guidance/leftOut.js";

type Case = Judged & { readonly from: LeftOut["from"]; readonly part: number };

/** What the entries' own questions and fragments count beside what was asked: they are many, and harder than what people ask. */
const otherWeight = 0.1;

const { library, names, material } = openGuidance("locales", "node_modules/.cache/pendamping/guidance.model");
const texts = loadLearningTexts("locales");
const cases: Case[] = [];
for (let part = 0; part < parts; part += 1) {
  const cut = leaveOut(library, texts, part);
  const model = learn(cut.library, material.words, cut.texts);
  const reader = new Reader(material.words, model.vocabulary);
  for (const { text, from, expected, topics } of cut.out) {
    if (names.named(text) !== undefined) continue;
    const tokens = reader.read(text);
    const scored = scoresOf(reader, model, tokens);
    const rank = hitsOf(model, scored.scores).findIndex(({ topic }) => topics.includes(topic)) + 1;
    const signs = signsOf(reader, model, tokens, scored);
    cases.push({ signs, expected, rank, weight: from === "asked" ? 1 : otherWeight, from, part });
  }
}

const counts = new Map<string, number>();
const count = (name: string) => void counts.set(name, (counts.get(name) ?? 0) + 1);
for (let part = 0; part < parts; part += 1) {
  const fitted = fitOf(cases.filter((one) => one.part !== part));
  for (const one of cases.filter((other) => other.part === part)) {
    count(`${one.from} ${one.expected}`);
    count(`${one.from} ${one.expected}: ${verdictOf(fitted, one)}`);
  }
}
for (const [name, number] of [...counts].sort()) {
  const whole = counts.get(name.split(":")[0] ?? "") ?? 1;
  console.log(`${name.padEnd(36)}${String(number).padStart(5)}  ${(number / whole).toFixed(3)}`);
}
const fit = fitOf(cases);
if (!process.argv.includes("--dry"))
  writeFileSync(join("locales", fitPath), `${JSON.stringify(fit, undefined, 2)}\n`);
console.log(`\n${cases.length} texts; one answer from ${fit.answer}, three to choose from ${fit.ask}`);

/** The weights learn from everything, the thresholds from what was asked. */
function fitOf(some: readonly Case[]): Fit {
  return fitAll(some, ({ from }) => from === "asked");
}

function verdictOf(fitted: Fit, { signs, rank }: Judged): string {
  if (probability(fitted.right, signs) >= fitted.answer)
    return rank === 1 ? "answered right" : "answered wrong";
  if (probability(fitted.among, signs) >= fitted.ask)
    return rank >= 1 && rank <= 3 ? "asked, among" : "asked, not among";
  return probability(fitted.field, signs) >= 0.5 ? "told: no entry" : "told: outside";
}
