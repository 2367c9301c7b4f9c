/** Who reads a case, and what is unusual about it. */

/** What is known of somebody who read a case or tried to. */
export type ReaderFacts = {
  /** Its worker, or the supervisor named for its worker, today. */
  readonly isOfCase: boolean;
  /** They opened it as a supervisor of another team (break-glass). */
  readonly brokeGlass: boolean;
  /** How often they were refused. */
  readonly refused: number;
};

/**
 * Why a reader is pointed out: they were refused, they came in by breaking the glass, or the case is not theirs any more.
 */
export type ReaderMark = "refused" | "glass" | "former";

/** What to point out of a reader, the gravest first; undefined for the people of the case. */
export function readerMark({ isOfCase, brokeGlass, refused }: ReaderFacts): ReaderMark | undefined {
  if (isOfCase) return undefined;
  if (brokeGlass) return "glass";
  return refused > 0 ? "refused" : "former";
}

/** From how many cases refused within a day on somebody is pointed out to the admins. */
export const manyRefusals = 3;

/** From how many cases opened in one day on it is looked at whether that is unusual. */
export const manyReadings = 20;

/**
 * Whether somebody opens many more cases in a day than they ever do: more than twice as many as on their busiest day of
 * the month before. `opened` and `busiest` count different cases.
 */
export function isUnusualReading(opened: number, busiest: number): boolean {
  return opened > manyReadings && opened > 2 * busiest;
}
