/**
 * Fits how far the guidance trusts its ranking: `npm run fit:guidance`. Learns from the entries as they are, ranks the questions
 * kept for tuning (never the final third), fits the weights and thresholds of `locales/id/learning/guidance-fit.json`, and writes
 * them. Run it after entries or learning material changed; `npm run eval:guidance` shows what became of it.
 *
 * The table it prints is of questions left out: fitted on four fifths, judged on the other.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Fit, fitPath, probability } from "../src/guidance/confidence.js";
import { openGuidance } from "../src/guidance/guidance.js";
import { scoresOf, signsOf } from "../src/guidance/signs.js";
import { hitsOf } from "../src/guidance/topics.js";
import { fitAll, type Judged } from "./guidance/fitting.js";
import { loadQuestions } from "./guidance/questionSets.js";

const folds = 5;
const { library, model, reader, names } = openGuidance(
  "locales",
  "node_modules/.cache/pendamping/guidance.model",
);
const cases = loadQuestions()
  .filter(
    ({ final, text, topics }) =>
      !final && names.named(text) === undefined && topics.every((topic) => library.id.has(topic)),
  )
  .map(({ text, expected, topics }): Judged => {
    const tokens = reader.read(text);
    const scored = scoresOf(reader, model, tokens);
    const rank = hitsOf(model, scored.scores).findIndex(({ topic }) => topics.includes(topic)) + 1;
    return { signs: signsOf(reader, model, tokens, scored), expected, rank };
  });

const outcomes = cases.map((one, at) => ({ one, at })).flatMap(({ one, at }) => [{ one, fold: at % folds }]);
const counts = new Map<string, number>();
const count = (name: string) => void counts.set(name, (counts.get(name) ?? 0) + 1);
for (let fold = 0; fold < folds; fold += 1) {
  const fitted = fitAll(outcomes.filter((case_) => case_.fold !== fold).map(({ one }) => one));
  for (const { one } of outcomes.filter((case_) => case_.fold === fold)) {
    count(one.expected);
    count(`${one.expected} ${verdictOf(fitted, one)}`);
  }
}
for (const [name, number] of [...counts].sort()) {
  const whole = counts.get(name.split(" ")[0] ?? "") ?? 1;
  console.log(`${name.padEnd(28)}${String(number).padStart(5)}  ${(number / whole).toFixed(3)}`);
}
const fit = fitAll(cases);
writeFileSync(join("locales", fitPath), `${JSON.stringify(fit, undefined, 2)}\n`);
console.log(`\n${cases.length} questions; one answer from ${fit.answer}, three to choose from ${fit.ask}`);

function verdictOf(fitted: Fit, { signs, rank }: Judged): string {
  if (probability(fitted.right, signs) >= fitted.answer)
    return rank === 1 ? "answered right" : "answered wrong";
  if (probability(fitted.among, signs) >= fitted.ask)
    return rank >= 1 && rank <= 3 ? "asked, among" : "asked, not among";
  return probability(fitted.field, signs) >= 0.5 ? "no entry" : "outside";
}
