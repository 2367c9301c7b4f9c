/** How well the search over the laws finds the Pasal that answers a question. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { FoundPasal, LawIndex } from "../../src/guidance/laws/lawIndex.js";

const setsFile = z.strictObject({ tuning: z.array(z.string()), unseen: z.array(z.string()) });

/** A question, the law it is about, and the Pasal any of which answers it. */
export type LawQuestion = {
  readonly question: string;
  readonly law: string;
  readonly pasals: readonly string[];
};

/** The share of questions whose Pasal is first, or among the first three: in the law that is named, and over all laws. */
export type LawFigures = {
  readonly questions: number;
  readonly named: { readonly first: number; readonly three: number };
  readonly all: { readonly first: number; readonly three: number };
};

/** The questions of a file: those to tune on, and those that are only measured. */
export function lawQuestions(file: string): Record<"tuning" | "unseen", LawQuestion[]> {
  const { tuning, unseen } = setsFile.parse(parse(readFileSync(file, "utf8")));
  const read = (line: string): LawQuestion => {
    const [question = "", law = "", pasals = ""] = line.split("|").map((part) => part.trim());
    return { question, law, pasals: pasals.split(/, */) };
  };
  return { tuning: tuning.map(read), unseen: unseen.map(read) };
}

/** Measures an index on questions. */
export function lawFigures(index: LawIndex, questions: readonly LawQuestion[]): LawFigures {
  const ranks = questions.map(({ question, law, pasals }) => {
    const isRight = (found: FoundPasal) => found.law.id === law && pasals.includes(found.pasal.number);
    return {
      named: index.search(question, { law }).findIndex(isRight),
      all: index.search(question).findIndex(isRight),
    };
  });
  const share = (isHit: (rank: { named: number; all: number }) => boolean) =>
    ranks.filter(isHit).length / Math.max(1, ranks.length);
  return {
    questions: questions.length,
    named: { first: share(({ named }) => named === 0), three: share(({ named }) => named >= 0 && named < 3) },
    all: { first: share(({ all }) => all === 0), three: share(({ all }) => all >= 0 && all < 3) },
  };
}
