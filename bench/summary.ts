/** Many runs told in one line each. */
import type { LoadResult } from "./load.js";

/** What a line of the table says, of one run or as the median of several. */
export type Figures = {
  readonly answersPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly botCpu: number;
  readonly postgresCpu: number;
  readonly loadCpu: number;
  /** The most the bot took, in MB. */
  readonly memory: number;
};

/** The figures of one run. */
export function figuresOf({ answersPerSecond, reply, cpu, memory }: LoadResult): Figures {
  return {
    answersPerSecond,
    ...reply,
    botCpu: cpu.bot,
    postgresCpu: cpu.postgres,
    loadCpu: cpu.load,
    memory: memory.peak / 1024 / 1024,
  };
}

/** The median of each figure over some runs. */
export function medians(runs: readonly Figures[]): Figures {
  const of = (figure: keyof Figures) => median(runs.map((run) => run[figure]));
  return {
    answersPerSecond: of("answersPerSecond"),
    p50: of("p50"),
    p95: of("p95"),
    p99: of("p99"),
    botCpu: of("botCpu"),
    postgresCpu: of("postgresCpu"),
    loadCpu: of("loadCpu"),
    memory: of("memory"),
  };
}

/**
 * How many times as many answers as another bot's, as the median of the rounds: two bots that took their turns in one
 * round met the same machine, however busy it was.
 */
export function ratio(runs: readonly Figures[], others: readonly Figures[]): number {
  return median(runs.map((run, n) => run.answersPerSecond / (others[n]?.answersPerSecond ?? Number.NaN)));
}

/** How much slower the last twenty replies of a long form are than its second to twenty-first. */
export function growth(replyByAnswer: readonly number[]): { readonly early: number; readonly late: number } {
  return { early: median(replyByAnswer.slice(1, 21)), late: median(replyByAnswer.slice(-20)) };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
