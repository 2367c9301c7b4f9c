/** What of the bench is wanted, from the command line. */
import { parseArgs } from "node:util";
import { type BotName, botNames } from "./contestants.js";
import { type WayName, wayNames } from "./ways.js";

/** How a bench runs: which bots, how often, and under which loads. */
export type BenchOptions = {
  readonly bots: readonly BotName[];
  readonly ways: readonly WayName[];
  readonly people: readonly number[];
  /** Of the Bot API, there and back, in milliseconds. */
  readonly latencies: readonly number[];
  /** How often all bots take their turn, one after another; the table has the medians. */
  readonly rounds: number;
  /** How long one load is measured at most, in milliseconds. */
  readonly limit: number;
  /** People who walk the script before anything is measured. */
  readonly warming: number;
  /** SIGKILLs of the part with kills; 0 leaves it out. */
  readonly kills: number;
};

/** What the flags are called, for somebody who got one wrong. */
export const usage = `npm run bench -- [flags], all of them optional:
  --bots ours,runner         of ${botNames.join(", ")}
  --ways answers,approach    of ${wayNames.join(", ")} (long: one person, 200 answers); "" for none
  --people 1,50,500          people at once
  --latency 0,60             of the Bot API, there and back, in ms
  --rounds 3                 every bot takes its turn so often; the table has medians
  --seconds 6                how long one load is measured at most
  --warm 20                  people who walk the form before anything is measured
  --kills 6                  SIGKILLs of the part with kills; 0 leaves it out
  --full                     all ways, with 1, 50 and 500 people, three times, 20 kills: an hour`;

/** Reads the flags. @throws {Error} that says which one cannot be, and what there is */
export function optionsOf(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      bots: { type: "string" },
      ways: { type: "string" },
      people: { type: "string" },
      latency: { type: "string" },
      rounds: { type: "string" },
      seconds: { type: "string" },
      warm: { type: "string" },
      kills: { type: "string" },
      full: { type: "boolean", default: false },
    },
  });
  const { full } = values;
  return {
    bots: words("bots", values.bots ?? botNames.join(","), botNames),
    ways: words("ways", values.ways ?? (full ? wayNames.join(",") : "answers,approach,long"), wayNames),
    people: numbers("people", values.people ?? (full ? "1,50,500" : "50"), 1),
    latencies: numbers("latency", values.latency ?? "0,60", 0),
    rounds: number("rounds", values.rounds ?? (full ? "3" : "1"), 1),
    limit: number("seconds", values.seconds ?? (full ? "20" : "6"), 1) * 1000,
    warming: number("warm", values.warm ?? "20", 0),
    kills: number("kills", values.kills ?? (full ? "20" : "6"), 0),
  };
}

function words<Word extends string>(flag: string, text: string, known: readonly Word[]): Word[] {
  if (text === "") return [];
  return text.split(",").map((word) => {
    const found = known.find((one) => one === word);
    if (found === undefined) throw new Error(`--${flag} knows no ${word}, only ${known.join(", ")}`);
    return found;
  });
}

function numbers(flag: string, text: string, least: number): number[] {
  return text.split(",").map((one) => number(flag, one, least));
}

function number(flag: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${flag} takes whole numbers from ${least} on, not ${text}`);
  return value;
}
