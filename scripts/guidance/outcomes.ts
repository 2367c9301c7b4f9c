/** What became of the project's own questions: answered, asked back, or told that no entry answers. */
import { ask } from "../../src/guidance/ask.js";
import { followUpOf } from "../../src/guidance/followUp.js";
import type { Guidance } from "../../src/guidance/guidance.js";
import type { Outcome } from "./figures.js";
import type { FollowUpQuestion, OwnQuestion } from "./questionSets.js";

/** How a question ended. `named` is a choice among topics that are called by what was typed. */
export const endings = [
  "answered right",
  "answered wrong",
  "asked, right among three",
  "asked, right not among",
  "told: no entry yet",
  "told: outside",
] as const;

/** One ending. */
export type Ending = (typeof endings)[number];

/** A question with how it ended, and where the right topic stood. */
export type Ended = {
  readonly question: OwnQuestion;
  readonly ending: Ending;
  readonly outcome: Outcome;
  /** In milliseconds of the processor: other programs do not count. */
  readonly took: number;
};

/** Asks a question, and compares. */
export function endedOf(guidance: Guidance, question: OwnQuestion): Ended {
  const start = process.cpuUsage();
  const answer = ask(guidance, question.text, { limit: guidance.library.id.size });
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  const hits = "hits" in answer ? answer.hits : [];
  const rank = hits.findIndex(({ topic }) => question.topics.includes(topic)) + 1;
  const [right] = question.topics;
  return {
    question,
    ending: endingOf(answer.kind, rank),
    took,
    outcome: {
      question: question.text,
      topic: right,
      group:
        right === undefined ? question.expected : (guidance.library.id.get(right)?.group ?? "unknown topic"),
      style: question.style,
      rank,
      kind: answer.kind,
      first: hits[0]?.topic,
    },
  };
}

function endingOf(kind: Outcome["kind"], rank: number): Ending {
  switch (kind) {
    case "answer":
      return rank === 1 ? "answered right" : "answered wrong";
    case "unsure":
      return rank >= 1 && rank <= 3 ? "asked, right among three" : "asked, right not among";
    case "field":
      return "told: no entry yet";
    case "outside":
      return "told: outside";
  }
}

/** How many ended in each way, and the share of all. */
export function endingsTable(ended: readonly Ended[]): string {
  const lines = endings.map((ending) => {
    const count = ended.filter((one) => one.ending === ending).length;
    return `  ${ending.padEnd(26)}${String(count).padStart(5)}  ${share(count, ended.length)}`;
  });
  return lines.join("\n");
}

/** The share of questions with an entry of which the right answer is on the screen, at once or as one of three openings. */
export function shownShare(ended: readonly Ended[]): number {
  const shown = ended.filter(
    ({ ending }) => ending === "answered right" || ending === "asked, right among three",
  );
  return shown.length / Math.max(1, ended.length);
}

/** Whether a question after another was read as it was meant: its part, its topic first or among the choice, or as a new question. */
export function isUnderstood(
  guidance: Guidance,
  { before, text, topics, part, isNew }: FollowUpQuestion,
): boolean {
  const followUp = followUpOf(guidance, text, before);
  if (part !== undefined)
    return followUp?.kind === "part" && followUp.part === part && topics.includes(followUp.topic);
  if (followUp?.kind === "part") return false;
  if (isNew && followUp !== undefined) return false;
  const answer = followUp === undefined ? ask(guidance, text, { limit: 3 }) : undefined;
  const hits = followUp?.hits ?? (answer !== undefined && "hits" in answer ? answer.hits : []);
  if (topics.length === 0) return hits.length === 0;
  const isSure = followUp?.sure ?? answer?.kind === "answer";
  return (isSure ? hits.slice(0, 1) : hits).some(({ topic }) => topics.includes(topic));
}

/** A share with three decimals. */
export function share(part: number, whole: number): string {
  return (part / Math.max(1, whole)).toFixed(3);
}
