import { chanceOf } from "../support/chance.js";

/** What goes wrong in simulations, beside the disturbances of single steps. */
export const events = [
  "a process is killed before",
  "a process is killed after",
  "the connection is lost before",
  "the connection is lost after",
  "the call is lost before",
  "the answer is lost",
  "429",
  "a process stands still",
  "a step is late",
  "the clock is set",
  "the database restarts",
  "the database dies",
  "an update comes again",
] as const;

/**
 * Something that goes wrong. A database that restarts has written down all that it said was committed; one that dies has not
 * where it was told that it need not.
 */
export type Event = (typeof events)[number];

/** What goes wrong in a simulation, and from which step on: it happens to the first step that it can happen to. */
export type PlannedEvent = {
  readonly index: number;
  readonly at: number;
  readonly what: Event;
  /** The label of the steps that it waits for; absent where any will do. */
  readonly to?: string;
};

/** Steps by which something is decided that others do not know yet: half of what goes wrong happens to one of these. */
const statements: readonly string[] = [
  "sql COMMIT",
  "sql writeWork",
  "sql readArrived",
  "sql storeUpdates",
  "sql claimMessages",
  "sql settleMessages",
];
const calls: readonly string[] = ["sendMessage"];
const answers: readonly string[] = ["sendMessage answers"];
const decisive: Readonly<Record<Event, readonly string[]>> = {
  "a process is killed before": [...statements, ...calls, ...answers],
  "a process is killed after": [...statements, ...calls, ...answers],
  "the connection is lost before": statements,
  "the connection is lost after": statements,
  "the call is lost before": calls,
  "the answer is lost": answers,
  "429": calls,
  "a process stands still": [...statements, ...calls, ...answers],
  "a step is late": [...statements, ...calls, ...answers],
  "the clock is set": [],
  "the database restarts": statements,
  "the database dies": statements,
  "an update comes again": statements,
};

/** How a simulation is set up. */
export type Plan = {
  readonly isPolling: boolean;
  readonly processes: number;
  readonly events: readonly PlannedEvent[];
  /** After so many steps it is left, without a word on what is missing then; absent: at its end. */
  readonly steps?: number;
};

/** How many events a plan has, and within which steps. */
const fewest = 6;
const most = 16;
const lastStep = 3_600;

/** The plan of a seed. */
export function planOf(seed: number): Plan {
  const chance = chanceOf(seed * 7_919 + 1);
  const pick = (count: number) => Math.floor(chance() * count);
  const isPolling = chance() < 0.5;
  const processes = 2 + pick(2);
  // Telegram repeats by itself what is polled and not confirmed.
  const drawn = events.filter((event) => !isPolling || event !== "an update comes again");
  const planned = Array.from({ length: fewest + pick(most - fewest + 1) }, () => {
    const what = drawn[pick(drawn.length)] ?? "429";
    const to = decisive[what][pick(2 * decisive[what].length)];
    return { at: pick(lastStep), what, ...(to === undefined ? {} : { to }) };
  });
  const inOrder = planned.sort((a, b) => a.at - b.at);
  return { isPolling, processes, events: inOrder.map((event, index) => ({ ...event, index })) };
}

/** Nothing goes wrong: what people see then is what they must see. */
export const calmPlan: Plan = { isPolling: true, processes: 1, events: [] };
