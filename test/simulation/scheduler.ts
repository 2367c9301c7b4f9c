import { createHash } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import type { Timers } from "../../src/delivery/timers.js";
import { chanceOf } from "../support/chance.js";

/** What can go wrong at a step: how it then ends. */
export type Disturbances<T> = Readonly<Record<string, () => T | Promise<T>>>;

/** Whoever takes steps. What it began and has not ended is forgotten once it is dead. */
export type Simulated = {
  readonly name: string;
  isDead: boolean;
  /** While it starts, what it does is done at once, and everything else waits. */
  isStarting: boolean;
  /** It stands still until then (ms of {@link Timers.elapsed}), and its connections stay as they are. */
  stillUntil: number;
};

/** Somebody who takes part from now on. */
export function simulated(name: string): Simulated {
  return { name, isDead: false, isStarting: false, stillUntil: 0 };
}

/** Something that waits for its turn: a statement, a call, an answer, a timer, a person. */
export type Step = {
  readonly owner: Simulated;
  readonly label: string;
  /** Does it. Where it comes to no end while others hold what it needs, it is left in flight. */
  readonly act: () => unknown;
  /** Steps of one lane are done one after another. */
  readonly lane: object;
  /** Whether its turn may come now; always by default. */
  readonly isReady: () => boolean;
  /** From when on (ms of {@link Timers.elapsed}) it is ready in any case. */
  readonly due: number;
  /** Not before then (ms) in any case. */
  from: number;
  /** Of a step that may wait for another one; none does by default. */
  readonly blocking: Blocking | undefined;
  readonly disturbances: Disturbances<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

/** How a step under way waits for another one, such as a statement for a lock. */
export type Blocking = {
  /** Whether it does now. */
  readonly isBlocked: () => Promise<boolean>;
  /** How long (ms of the scheduler) it waits at most. */
  readonly patience: number;
  /** Gives up: the step ends with an error then. */
  readonly givesUp: () => Promise<void>;
  /** Stays where it is, also once it could go on. */
  readonly stops: () => void;
  readonly goesOn: () => void;
};

type Outcome = { readonly value: unknown } | { readonly error: unknown };
type Flying = {
  readonly step: Step;
  /** From when on (ms) it waits no longer. */
  readonly until: number;
  outcome: Outcome | undefined;
  ended: Promise<void>;
};

/** What a step may say of itself; see {@link Step}. */
export type StepOptions<T> = {
  readonly lane?: object;
  readonly isReady?: () => boolean;
  readonly due?: number;
  readonly blocking?: Blocking;
  readonly disturbances?: Disturbances<T>;
};

/** Turns of the event loop without anything new, after which every continuation of a step has run. */
const calmTurns = 4;
/** Milliseconds that a statement is waited for before PostgreSQL is asked whether it waits for a lock. */
const unasked = 5;

/**
 * Runs everything that happens in a simulation one step at a time, in an order drawn from a seed. Time is virtual: it
 * passes a little with each step, and jumps to the next timer where nothing else can be done.
 */
export class Scheduler {
  readonly chance: () => number;
  /** What was done, one line a step. */
  readonly trace: string[] = [];
  #steps: Step[] = [];
  #flying: Flying[] = [];
  #elapsed = 0;
  #changes = 0;
  #underway = 0;
  readonly #setTimeout = globalThis.setTimeout;

  constructor(seed: number) {
    this.chance = chanceOf(seed);
    // A dialogue of grammY waits for a timer of 0 ms at every question. It comes with the next turn of the event loop,
    // where it is waited for: the time of the machine plays no part in a simulation.
    globalThis.setTimeout = ((act: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
      if (ms > 0) return this.#setTimeout(act, ms, ...args);
      this.#underway += 1;
      return setImmediate(() => {
        this.#underway -= 1;
        this.#changes += 1;
        act(...args);
      });
    }) as typeof globalThis.setTimeout;
  }

  /** Gives the process its own timers back. */
  ends(): void {
    globalThis.setTimeout = this.#setTimeout;
  }

  get elapsed(): number {
    return this.#elapsed;
  }

  /** Lets time pass in which nothing is done. */
  passes(ms: number): void {
    this.#elapsed += ms;
  }

  /** A number from 0 up to, and not including, `count`. */
  pick(count: number): number {
    return Math.floor(this.chance() * count);
  }

  /** Writes a line of the trace. */
  note(line: string): void {
    this.trace.push(line);
  }

  /** Of everything that was done, for two runs to be compared by. */
  get hash(): string {
    return createHash("sha256").update(this.trace.join("\n")).digest("hex").slice(0, 16);
  }

  /** The timers of a process. */
  timersOf(owner: Simulated): Timers {
    return {
      elapsed: () => this.#elapsed,
      after: (ms, act) => {
        let isCancelled = false;
        // Its lane tells its step from the others. A process that is dead or just starting has none.
        const lane = {};
        const timer = this.waits(owner, "timer", async () => {}, {
          lane,
          due: this.#elapsed + ms,
          isReady: () => false,
        });
        void timer.then(() => {
          if (!isCancelled) act();
        });
        return () => {
          isCancelled = true;
          this.#steps = this.#steps.filter((step) => step.lane !== lane);
        };
      },
    };
  }

  /** Waits for its turn, does `act`, and comes to what it comes to. What a dead process waits for never comes. */
  waits<T>(
    owner: Simulated,
    label: string,
    act: () => T | Promise<T>,
    { lane = {}, isReady = () => true, due = Number.POSITIVE_INFINITY, ...options }: StepOptions<T> = {},
  ): Promise<T> {
    if (owner.isStarting) return (async () => act())();
    this.#changes += 1;
    return new Promise<T>((resolve, reject) => {
      if (owner.isDead) return;
      this.#steps.push({
        owner,
        label,
        act,
        lane,
        isReady,
        due,
        from: 0,
        blocking: options.blocking,
        disturbances: options.disturbances ?? {},
        resolve: resolve as (value: unknown) => void,
        reject,
      });
    });
  }

  /** Something real is under way that the next step waits for, such as the end of a connection. */
  async settles(work: Promise<unknown>): Promise<void> {
    this.#underway += 1;
    await work.catch(() => {});
    this.#underway -= 1;
    this.#changes += 1;
  }

  /** Forgets what a process waits for. */
  forget(owner: Simulated): void {
    this.#steps = this.#steps.filter((step) => step.owner !== owner);
    this.#flying = this.#flying.filter(({ step }) => step.owner !== owner);
  }

  /** Chooses what is done next, and lets time pass until it can be; undefined where nothing ever can. */
  async next(): Promise<Step | undefined> {
    await this.#quiet();
    await this.#land();
    this.#elapsed += this.pick(4);
    const ready = this.#ready();
    if (ready.length === 0) {
      const due = Math.min(
        ...this.#steps.map((step) => this.#turnOf(step)),
        ...this.#flying.map(({ until }) => until),
      );
      if (!Number.isFinite(due)) return undefined;
      this.#elapsed = Math.max(this.#elapsed, due);
      return this.next();
    }
    return ready[this.pick(ready.length)];
  }

  /**
   * Does a step; `how` instead of what it would do. Its end is told to whoever waits for it, unless `isLost`.
   * Returns whether it has ended.
   */
  async does(step: Step, how: () => unknown = step.act, isLost = false): Promise<boolean> {
    this.#steps = this.#steps.filter((one) => one !== step);
    const { blocking } = step;
    const until = this.#elapsed + (blocking?.patience ?? 0);
    const flying: Flying = { step, until, outcome: undefined, ended: Promise.resolve() };
    const work = (async () => how())();
    flying.ended = work.then(
      (value) => {
        flying.outcome = { value };
      },
      (error: unknown) => {
        flying.outcome = { error };
      },
    );
    await (blocking === undefined ? flying.ended : this.#endsWithin(flying, unasked));
    if (flying.outcome === undefined) await this.#endsOrBlocks(flying);
    if (isLost) return flying.outcome !== undefined;
    if (flying.outcome === undefined) {
      this.note("  waits for another");
      blocking?.stops();
      this.#flying.push(flying);
    } else this.#tell(flying);
    return flying.outcome !== undefined;
  }

  /** Lets the turn of a step, and of those behind it in its lane, come so many milliseconds later. */
  delays(step: Step, ms: number): void {
    step.from = this.#elapsed + ms;
  }

  #ready(): Step[] {
    const seen = new Set<object>(this.#flying.map(({ step }) => step.lane));
    return this.#steps.filter((step) => {
      const isFirst = !seen.has(step.lane);
      seen.add(step.lane);
      return isFirst && this.#turnOf(step) <= this.#elapsed;
    });
  }

  /** From when on (ms) a step may be taken. */
  #turnOf({ owner, due, from, isReady }: Step): number {
    return Math.max(owner.stillUntil, from, isReady() ? this.#elapsed : due);
  }

  #tell({ step, outcome }: Flying): void {
    this.#changes += 1;
    if (outcome === undefined) return;
    if ("value" in outcome) step.resolve(outcome.value);
    else {
      const { code, name } = outcome.error as { code?: string; name?: string };
      this.note(`  fails: ${code ?? name}`);
      step.reject(outcome.error);
    }
  }

  /** Waits until a step has ended, or waits for another one. */
  async #endsOrBlocks(flying: Flying): Promise<void> {
    const { blocking } = flying.step;
    while (flying.outcome === undefined && (await blocking?.isBlocked()) !== true)
      await this.#endsWithin(flying, unasked);
  }

  /** Tells the ends of steps in flight that are no longer blocked, in the order they began. */
  async #land(): Promise<void> {
    for (const flying of [...this.#flying]) {
      const { blocking } = flying.step;
      const isLate = flying.until <= this.#elapsed;
      if (flying.outcome === undefined && !isLate && (await blocking?.isBlocked()) === true) continue;
      blocking?.goesOn();
      await this.#endsOrBlocks(flying);
      if (flying.outcome === undefined && isLate) {
        await blocking?.givesUp();
        await flying.ended;
      }
      if (flying.outcome === undefined) blocking?.stops();
      if (flying.outcome === undefined || !this.#flying.includes(flying)) continue;
      this.#flying = this.#flying.filter((one) => one !== flying);
      this.note(`${flying.step.owner.name} goes on with ${flying.step.label}`);
      this.#tell(flying);
      await this.#quiet();
    }
  }

  /** Waits until every continuation has run and waits for a step of its own. */
  async #quiet(): Promise<void> {
    let seen = this.#changes;
    for (let calm = 0; calm < calmTurns; ) {
      await turn();
      calm = this.#underway === 0 && this.#changes === seen ? calm + 1 : 0;
      seen = this.#changes;
    }
  }

  /** Waits for the end of a step for so many milliseconds of the machine at most. */
  async #endsWithin(flying: Flying, ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = this.#setTimeout(resolve, ms);
    });
    await Promise.race([flying.ended, late]);
    clearTimeout(timer);
  }
}
