/**
 * Fits the thresholds of the classifier of danger: `npm run fit:danger`. Cross-validated on the shipped phrases alone, in five
 * parts: what share of the danger phrases is heard, and of the ordinary ones is taken for danger, by the rules and by a score.
 * Never on the messages of test/guidance.
 */
import { learnDanger, weigh } from "../src/guidance/danger/learned.js";
import { loadPhrases } from "../src/guidance/danger/phrases.js";
import { openRules, rulesReading } from "../src/guidance/danger/reader.js";
import { readWords } from "../src/guidance/danger/words.js";
import { loadLibrary } from "../src/guidance/load.js";

const parts = 5;
const rules = openRules("locales");
const phrases = loadPhrases("locales", loadLibrary("locales"));
const partOf = (at: number) => (at * 7 + (at >> 3)) % parts;
const weighed = phrases.map(({ text, at }) => {
  const { reading, aside } = rulesReading(rules, text, at);
  const alarm = reading.kind === "danger" || reading.kind === "unsure";
  return { ruled: { alarm, past: reading.kind === "past", aside }, score: 0 };
});
for (let part = 0; part < parts; part += 1) {
  const model = learnDanger(
    rules.lexicon,
    phrases.filter((_, at) => partOf(at) !== part),
  );
  phrases.forEach(({ text }, at) => {
    const one = weighed[at];
    if (one !== undefined && partOf(at) === part)
      one.score = weigh(rules.lexicon, model, readWords(rules.lexicon, text)).score;
  });
}

const groups = {
  danger: phrases.map(({ danger }) => danger !== undefined),
  idle: phrases.map(({ danger, at }) => danger === undefined && at === "idle"),
  answer: phrases.map(({ danger, at }) => danger === undefined && at === "answer"),
};
const share = (group: readonly boolean[], alarms: (one: (typeof weighed)[number]) => boolean) => {
  const chosen = weighed.filter((_, at) => group[at]);
  return (chosen.filter(alarms).length / chosen.length).toFixed(4);
};
console.log("score   danger heard   alarms idle   alarms answers   set aside: danger, idle");
for (let score = -0.4; score < 1.5; score += 0.1) {
  const alarms = ({ ruled, score: found }: (typeof weighed)[number]) =>
    ruled.alarm || (!ruled.past && found >= score);
  const aside = ({ ruled, score: found }: (typeof weighed)[number]) =>
    ruled.aside && !ruled.alarm && !ruled.past && found >= score;
  console.log(
    `${score.toFixed(1).padStart(5)}   ${share(groups.danger, alarms)}         ${share(groups.idle, alarms)}        ${share(groups.answer, alarms)}           ${share(groups.danger, aside)}, ${share(groups.idle, aside)}`,
  );
}
