/** Figures of a retrieval, from where the right topic stood among the hits. */

/** One question's outcome. `rank` is the place of the first right topic from 1, 0 where it is not among the hits. */
export type Outcome = {
  readonly question: string;
  readonly topic: string | undefined;
  readonly group: string;
  readonly style: string;
  readonly rank: number;
  readonly kind: "answer" | "unsure" | "field" | "outside";
  readonly first: string | undefined;
};

/** The figures of a retrieval; shares are between 0 and 1. */
export type Figures = {
  readonly questions: number;
  readonly hit1: number;
  readonly hit3: number;
  readonly mrr: number;
  readonly ndcg10: number;
  /** The share of questions of ours that were told no entry answers. */
  readonly refused: number;
  /** The share that were asked back on instead of answered. */
  readonly unsure: number;
};

/** Figures over questions of ours. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const share = (worth: (outcome: Outcome) => number) =>
    outcomes.reduce((sum, outcome) => sum + worth(outcome), 0) / Math.max(1, outcomes.length);
  return {
    questions: outcomes.length,
    hit1: share(({ rank }) => (rank === 1 ? 1 : 0)),
    hit3: share(({ rank }) => (rank >= 1 && rank <= 3 ? 1 : 0)),
    mrr: share(({ rank }) => (rank === 0 ? 0 : 1 / rank)),
    ndcg10: share(({ rank }) => (rank === 0 || rank > 10 ? 0 : 1 / Math.log2(rank + 1))),
    refused: share(({ kind }) => (kind === "outside" || kind === "field" ? 1 : 0)),
    unsure: share(({ kind }) => (kind === "unsure" ? 1 : 0)),
  };
}

/** A table of figures for each value that `by` finds, and for all. */
export function table(outcomes: readonly Outcome[], by: (outcome: Outcome) => string): string {
  const parts = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const part = parts.get(by(outcome));
    if (part === undefined) parts.set(by(outcome), [outcome]);
    else part.push(outcome);
  }
  const rows = [...parts].map(([name, part]) => rowOf(name, figuresOf(part)));
  return [
    "              questions  Hit@1  Hit@3    MRR  nDCG@10  refused  unsure",
    ...rows,
    rowOf("all", figuresOf(outcomes)),
  ].join("\n");
}

function rowOf(name: string, figures: Figures): string {
  const { questions, hit1, hit3, mrr, ndcg10, refused, unsure } = figures;
  const numbers = [hit1, hit3, mrr, ndcg10, refused, unsure].map((share) => share.toFixed(3).padStart(7));
  return `${name.padEnd(14)}${String(questions).padStart(9)}${numbers.join("")}`;
}

/** The most frequent confusions: the right topic, what came first instead, how often. */
export function confusions(outcomes: readonly Outcome[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const { topic, first, rank } of outcomes) {
    if (topic === undefined || rank === 1 || first === undefined) continue;
    const pair = `${topic} → ${first}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([pair, count]) => `${count}× ${pair}`);
}

/** The value below which a share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
