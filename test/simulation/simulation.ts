import { pino } from "pino";
import { createTexts } from "../../src/texts.js";
import { chanceOf } from "../support/chance.js";
import { sharedKnowledge } from "../support/learned.js";
import type { Cluster } from "./database.js";
import { answersIn, openWork, remindedTwice } from "./kept.js";
import { everybody, SimulatedPerson } from "./people.js";
import { calmPlan, type Event, type Plan } from "./plan.js";
import { type BotProcess, killProcess, type Surroundings, startProcess } from "./process.js";
import { type Expected, Promises } from "./promises.js";
import { Scheduler, type Simulated, type Step } from "./scheduler.js";
import { simulatedTelegram, webhookOf } from "./telegram.js";

/** Tuesday 24 November 2026, 10.15 in Jakarta. */
export const opening = new Date("2026-11-24T03:15:00Z");

/** What must come out of every simulation: what people see, and which answers are kept. */
export type Reference = { readonly seen: Expected; readonly answers: readonly string[] };

/** What became of a simulation. */
export type Outcome = {
  readonly seed: number;
  /** What was not as it must be; none where all is well. */
  readonly faults: string[];
  /** What was done, one line a step, and what two runs are compared by. */
  readonly trace: readonly string[];
  readonly hash: string;
  readonly steps: number;
  /** Messages that came twice, as a crash allows. */
  readonly repeats: number;
  /** What went wrong, as far as it came to it. */
  readonly events: readonly string[];
};

/** Steps after which somebody who still waits counts as stuck. */
const longest = 12_000;
/** How often (steps) it is asked whether all is done. */
const look = 40;
/** How long (ms) after a connection was lost a process may not know what others have taken over from it. */
const shaky = 12_000;
/** How long (ms) everything may take to notice that it is late: loops look every second. */
const calm = 3_000;
/** How far (ms) the nights go that pass once everybody has said what they had to say. */
const nights = [22 * 3_600_000, 26 * 3_600_000, 4 * 86_400_000];

const texts = createTexts("locales");
const silent = pino({ level: process.env.SIMULATION_LOG ?? "silent" });

/** Runs everybody where nothing goes wrong: what they see then is what they must see. */
export async function referenceOf(cluster: Cluster): Promise<Reference> {
  const { seen, answers, faults } = await run(cluster, 0, calmPlan, undefined);
  if (faults.length > 0) throw new Error(`fails where nothing goes wrong: ${faults.join("; ")}`);
  return { seen, answers };
}

/** Runs the simulation of a seed, in which what is planned goes wrong. */
export async function simulate(
  cluster: Cluster,
  seed: number,
  plan: Plan,
  reference: Reference,
): Promise<Outcome> {
  return run(cluster, seed, plan, reference);
}

async function run(cluster: Cluster, seed: number, plan: Plan, reference: Reference | undefined) {
  await cluster.resets();
  const simulation = new Simulation(cluster, seed, plan, reference);
  try {
    await simulation.runs();
    return await simulation.outcome();
  } finally {
    await simulation.ends();
  }
}

class Simulation {
  readonly #cluster: Cluster;
  readonly #seed: number;
  readonly #scheduler: Scheduler;
  readonly #promises: Promises;
  readonly #reference: Reference | undefined;
  readonly #around: Surroundings;
  readonly #processes: BotProcess[] = [];
  readonly #events: { readonly at: number; readonly what: Event }[];
  readonly #happened: string[] = [];
  readonly #plan: Plan;
  readonly #webhook;
  readonly #chance: () => number;
  readonly #shakyUntil = new Map<Simulated, number>();
  readonly #waiting = new Map<string, SimulatedPerson>();
  #born = 0;
  #steps = 0;
  #skew = 0;

  constructor(cluster: Cluster, seed: number, plan: Plan, reference: Reference | undefined) {
    this.#cluster = cluster;
    this.#seed = seed;
    this.#plan = plan;
    this.#reference = reference;
    this.#events = [...plan.events];
    this.#chance = chanceOf(seed + 1);
    const scheduler = new Scheduler(seed);
    this.#scheduler = scheduler;
    const telegram = simulatedTelegram(scheduler, opening, (id) => this.#promises.excusesMessage(id));
    this.#promises = new Promises(reference?.seen);
    telegram.world.on("message", ({ message, isFromBot }) => {
      const by = telegram.caller();
      if (!isFromBot || by === undefined) return;
      this.#promises.hears(
        message,
        by,
        scheduler.elapsed,
        (this.#shakyUntil.get(by) ?? 0) > scheduler.elapsed,
      );
    });
    this.#around = {
      scheduler,
      telegram,
      server: cluster.server,
      databaseUrl: cluster.url,
      clock: () => new Date(opening.getTime() + scheduler.elapsed + this.#skew),
      texts,
      knowledge: sharedKnowledge(),
      isPolling: plan.isPolling,
      log: silent,
    };
    const network: Simulated = { name: "network", isDead: false, isStarting: false };
    this.#webhook = webhookOf(telegram, scheduler, network, () =>
      this.#processes.map(({ owner, takes }) => ({ owner, takes })),
    );
  }

  /** Everybody does what they do; then some nights pass, in which deadlines come due. */
  async runs(): Promise<void> {
    const { telegram } = this.#around;
    for (let n = 0; n < this.#plan.processes; n += 1) await this.#starts();
    for (const { name, accountId, does } of everybody) {
      const person = new SimulatedPerson(telegram, this.#scheduler, name, accountId);
      this.#waiting.set(name, person);
      does(person, this.#scheduler).then(
        () => this.#waiting.delete(name),
        (error: unknown) => this.#promises.faults.push(`${name} is lost: ${String(error)}`),
      );
    }
    await this.#untilDone(0);
    if (this.#reference === undefined) return;
    for (const night of nights) {
      if (this.#promises.faults.length > 0) return;
      this.#scheduler.note("a night passes");
      this.#scheduler.passes(night);
      await this.#untilDone(this.#scheduler.elapsed + calm);
    }
  }

  async outcome(): Promise<Outcome & Reference> {
    const { rows } = this.#cluster;
    const { faults } = this.#promises;
    const { violations } = this.#around.telegram.world;
    const answers = await answersIn(rows);
    if (faults.length === 0) {
      const notices = await rows<{ id: number }>(
        `SELECT "telegramId" AS "id" FROM "Message" WHERE "kind" = 'notice'`,
      );
      const known = new Set(notices.map(({ id }) => id));
      this.#promises.ends((id) => known.has(id));
      faults.push(...differences(this.#reference?.answers ?? answers, answers));
      faults.push(...(await remindedTwice(rows)), ...violations.map((one) => JSON.stringify(one)));
    }
    const { trace, hash } = this.#scheduler;
    return {
      seed: this.#seed,
      faults,
      trace,
      hash,
      steps: this.#steps,
      repeats: this.#promises.repeats,
      events: this.#happened,
      seen: this.#promises.seen,
      answers,
    };
  }

  async ends(): Promise<void> {
    for (const one of this.#processes) await killProcess(one, this.#scheduler);
    this.#scheduler.ends();
  }

  /** Takes steps until nobody waits for anything, and not before a time of the scheduler. */
  async #untilDone(from: number): Promise<void> {
    for (let steps = 0; this.#promises.faults.length === 0; steps += 1) {
      if (steps % look === 0 && this.#waiting.size === 0 && this.#scheduler.elapsed >= from) {
        const left = await openWork(this.#cluster.rows, this.#around.clock());
        if (left.length === 0) return;
      }
      if (steps > longest) return this.#isStuck();
      await this.#takesStep();
    }
  }

  async #isStuck(): Promise<void> {
    const left = await openWork(this.#cluster.rows, this.#around.clock());
    const who = [...this.#waiting].map(
      ([name, person]) => `${name} waits for ever, before this:\n${person.screen(2)}`,
    );
    this.#promises.faults.push(...who, ...left.map((one) => `left for ever: ${one}`));
  }

  async #takesStep(): Promise<void> {
    if (!this.#plan.isPolling) this.#webhook.delivers();
    const step = await this.#scheduler.next();
    if (step === undefined) throw new Error("nothing is left to be done");
    this.#steps += 1;
    const event = this.#events[0];
    if (event !== undefined && event.at <= this.#steps) {
      const isDone = await this.#happens(event.what, step);
      if (isDone) {
        this.#events.shift();
        this.#happened.push(`${this.#steps}: ${event.what}, at ${step.owner.name} ${step.label}`);
        return;
      }
    }
    this.#scheduler.note(`${step.owner.name} ${step.label}`);
    await this.#scheduler.does(step);
  }

  /** Lets something go wrong at a step, if it can; the step is not taken by itself then, or comes again. */
  async #happens(what: Event, step: Step): Promise<boolean> {
    const victim = this.#processes.find(({ owner }) => owner === step.owner);
    const note = () => this.#scheduler.note(`!! ${what}: ${step.owner.name} ${step.label}`);
    switch (what) {
      case "a process is killed before":
      case "a process is killed after":
        if (victim === undefined) return false;
        note();
        if (what === "a process is killed after") await this.#scheduler.does(step, step.act, true);
        await this.#kills(victim);
        return true;
      case "the clock is set":
        note();
        this.#skew -= Math.round(this.#chance() * 3_600_000);
        return true;
      case "the database restarts":
        note();
        this.#cluster.server.awayUntil = this.#scheduler.elapsed + 300;
        for (const one of this.#processes) await this.#loses(one);
        return true;
      case "an update comes again":
        note();
        return !this.#plan.isPolling && this.#webhook.repeats();
      default: {
        const how = step.disturbances[what];
        if (how === undefined) return false;
        note();
        if (what.startsWith("the connection") && victim !== undefined) await this.#excuses(victim.owner);
        await this.#scheduler.does(step, how);
        return true;
      }
    }
  }

  async #starts(): Promise<void> {
    this.#born += 1;
    this.#processes.push(await startProcess(`p${this.#born}`, this.#around));
  }

  async #kills(victim: BotProcess): Promise<void> {
    await killProcess(victim, this.#scheduler);
    await this.#excuses(victim.owner);
    this.#processes.splice(this.#processes.indexOf(victim), 1);
    this.#webhook.lost(victim.owner);
    await this.#starts();
  }

  async #loses(victim: BotProcess): Promise<void> {
    await victim.connections.breaks();
    await this.#excuses(victim.owner);
  }

  /** What a process sent and has not written down may come again. */
  async #excuses(owner: Simulated): Promise<void> {
    const sent = await this.#cluster.rows<{ id: number }>(
      `SELECT "telegramId" AS "id" FROM "Message" WHERE "status" = 'sent'`,
    );
    const settled = new Set(sent.map(({ id }) => id));
    this.#promises.excuses(owner, (id) => settled.has(id));
    this.#shakyUntil.set(owner, this.#scheduler.elapsed + shaky);
  }
}

/** What is kept and should not be, and the other way round. */
function differences(wanted: readonly string[], kept: readonly string[]): string[] {
  const missing = wanted.filter((one) => !kept.includes(one)).map((one) => `an answer is lost: ${one}`);
  const more = kept.filter((one) => !wanted.includes(one)).map((one) => `an answer is there: ${one}`);
  return [...missing, ...more];
}
