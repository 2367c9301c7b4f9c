/** `npm run eval:laws`: prints how often the search over the laws finds the Pasal that answers a question, and how fast. */
import { openGuidance } from "../src/guidance/guidance.js";
import { lawFigures, lawQuestions } from "./guidance/lawFigures.js";

const { lawIndex } = openGuidance("locales", "node_modules/.cache/pendamping/guidance.model");
const sets = lawQuestions("test/guidance/lawQuestions.yaml");
for (const [name, questions] of Object.entries(sets)) {
  const begun = performance.now();
  const { named, all, questions: count } = lawFigures(lawIndex, questions);
  const each = (performance.now() - begun) / (2 * count);
  const text = (share: number) => share.toFixed(3);
  console.log(
    `${name}, ${count} questions: in the named law first ${text(named.first)}, among three ${text(named.three)}; ` +
      `over all laws first ${text(all.first)}, among three ${text(all.three)}; ${each.toFixed(2)} ms each`,
  );
}
