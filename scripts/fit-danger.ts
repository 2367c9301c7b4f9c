/**
 * How messages of a stranger are read: `npm run fit:danger`. Leaves out one writer of the shipped phrases at a time, learns from
 * the others and reads what is left out: the share of danger that is heard and of ordinary phrases taken for danger, by how
 * far every threshold is moved. Thresholds, features and weights are chosen by these figures, never by the messages of
 * test/guidance. The phrases are harder than everyday messages.
 */
import { learnDanger } from "../src/guidance/danger/learned.js";
import { guidanceAuthor, loadPhrases } from "../src/guidance/danger/phrases.js";
import { dangerReaderOf } from "../src/guidance/danger/reader.js";
import { openRules } from "../src/guidance/danger/ruling.js";
import { loadLibrary } from "../src/guidance/load.js";

const moves = [-0.2, -0.1, 0, 0.1, 0.2, 0.3];
const rules = openRules("locales");
const phrases = loadPhrases("locales", loadLibrary("locales"));
const writers = [...new Set(phrases.map(({ by }) => by))].filter((by) => by !== guidanceAuthor);
const cell = (text: string) => text.padStart(14);

console.log(`${"left out".padEnd(12)}${moves.map((move) => cell(`${move > 0 ? "+" : ""}${move}`)).join("")}`);
for (const writer of writers) {
  const model = learnDanger(
    rules,
    phrases.filter(({ by }) => by !== writer),
  );
  const left = phrases.filter(({ by }) => by === writer);
  const shares = moves.map((move) => {
    const reader = dangerReaderOf(rules, model, move);
    const share = (among: readonly (typeof left)[number][]) => {
      const alarms = among.filter(({ text, at }) =>
        ["danger", "unsure"].includes(reader.read(text, at).kind),
      );
      return among.length === 0 ? "-" : (alarms.length / among.length).toFixed(3);
    };
    return `${share(left.filter(({ danger }) => danger))}/${share(left.filter(({ danger }) => !danger))}`;
  });
  console.log(`${writer.padEnd(12)}${shares.map(cell).join("")}`);
}
