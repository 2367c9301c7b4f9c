/**
 * Questions that meet entries of an institution's own, with what should come of them. Shipped topics play the entries: a third of
 * them is hidden from what is learned, and some of the hidden ones are written down by an institution, each with one or two ways
 * to ask. Everything else is a question that none of these entries answers.
 */
import type { Guidance } from "../../src/guidance/guidance.js";
import { type Example, examplesOf } from "../../src/guidance/lessons.js";
import type { LearningTexts } from "../../src/guidance/material.js";
import { learnFrom } from "../../src/guidance/model.js";
import { OwnEntryIndex } from "../../src/guidance/ownEntries.js";
import type { OwnQuestion } from "./questionSets.js";

/** A question, whoever asked it. */
type AskedText = Pick<OwnQuestion, "text" | "topics" | "expected">;

/** A question, the institution's entries beside what ships, and the entry that answers; undefined where none of them does. */
export type OwnCase = {
  readonly question: AskedText;
  readonly guidance: Guidance;
  readonly index: OwnEntryIndex;
  readonly answered: string | undefined;
};

const folds = 3;
/** So many entries an institution has. */
const entries = 16;

/** The cases of all institutions. Learns three times: about half a minute. */
export function ownCases(
  guidance: Guidance,
  texts: LearningTexts,
  questions: readonly AskedText[],
): OwnCase[] {
  const { library, reader, model } = guidance;
  const topics = [...library.id.keys()].sort();
  const examples = examplesOf(library, texts);
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const hidden = topics.filter((__, at) => at % folds === fold);
    const known = topics.filter((topic) => !hidden.includes(topic));
    const kept = examples.filter(({ topic }: Example) => topic === undefined || !hidden.includes(topic));
    const without = { ...guidance, model: learnFrom(kept, known, reader, model.vocabulary) };
    const institutions = hidden.length / entries;
    return Array.from({ length: Math.ceil(institutions) }, (__, which) =>
      hidden.slice(which * entries, (which + 1) * entries),
    ).flatMap((own, which) => {
      const index = new OwnEntryIndex(without);
      own.forEach((topic, at) => {
        const entry = library.id.get(topic);
        if (entry === undefined) return;
        const asked = entry.questions.filter(({ style }) => style === "formal" || style === "informal");
        // As a supervisor has it: the question that was asked, at times a second one.
        const some = [asked[at % asked.length], ...(at % 2 === 0 ? [asked.at(-1)] : [])];
        const texts = some.flatMap((one) => one?.text ?? []);
        index.add({ id: topic, questions: texts, body: [entry.answer, ...entry.steps].join("\n") });
      });
      return questions
        .filter((question, at) => {
          const isOwn = question.topics.some((topic) => own.includes(topic));
          // Each other question once, by one of the institutions.
          return isOwn || at % Math.ceil(institutions) === which;
        })
        .map((question) => ({
          question,
          guidance: without,
          index,
          answered: question.topics.find((topic) => own.includes(topic)),
        }));
    });
  });
}
