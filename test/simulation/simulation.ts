import { pino } from "pino";
import { createTexts } from "../../src/texts.js";
import { chanceOf } from "../support/chance.js";
import { sharedKnowledge } from "../support/learned.js";
import type { Cluster } from "./database.js";
import { doneIn, glance, type Kept, KeptAnswers, openWork, remindedTwice } from "./kept.js";
import { everybody, SimulatedPerson } from "./people.js";
import { calmPlan, type Event, type Plan, type PlannedEvent } from "./plan.js";
import { type BotProcess, killProcess, type Surroundings, startProcess } from "./process.js";
import { type Expected, type MessageId, Promises } from "./promises.js";
import { Scheduler, type Simulated, type Step, simulated } from "./scheduler.js";
import { simulatedTelegram, webhookOf } from "./telegram.js";

/** Tuesday 24 November 2026, 10.15 in Jakarta. */
export const opening = new Date("2026-11-24T03:15:00Z");

/** What must come out of every simulation: what people see, which answers are kept, and what is done. */
export type Reference = { readonly seen: Expected; readonly answers: Kept; readonly done: readonly string[] };

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
/** How long (ms) a process stands still at most: longer than its session lives without it. */
const longestStill = 30_000;
/** How late (ms) a step comes at most: sooner than an instance gives up what it was not told of. */
const latest = 6_000;
/** How long (ms) everything may take to notice that it is late: loops look every second. */
const calm = 3_000;
/** How far (ms) the nights go that pass once everybody has said what they had to say. */
const nights = [22 * 3_600_000, 26 * 3_600_000, 4 * 86_400_000];

const texts = createTexts("locales");
const silent = pino({ level: process.env.SIMULATION_LOG ?? "silent" });

/** Runs everybody where nothing goes wrong: what they see then is what they must see. */
export async function referenceOf(cluster: Cluster): Promise<Reference> {
  const { faults, ...reference } = await run(cluster, 0, calmPlan, undefined);
  if (faults.length > 0) throw new Error(`fails where nothing goes wrong: ${faults.join("; ")}`);
  return reference;
}

/** Runs the simulation of a seed, in which what is planned goes wrong. `plants` puts a fault into statements on their way. */
export async function simulate(
  cluster: Cluster,
  seed: number,
  plan: Plan,
  reference: Reference,
  plants?: (sql: string) => string,
): Promise<Outcome> {
  return run(cluster, seed, plan, reference, plants);
}

async function run(
  cluster: Cluster,
  seed: number,
  plan: Plan,
  reference: Reference | undefined,
  plants?: (sql: string) => string,
) {
  await cluster.resets();
  cluster.server.plants = plants;
  const mayDie = plan.events.some(({ what }) => what === "the database dies");
  if (mayDie) await cluster.mortal?.holdsBack();
  const simulation = new Simulation(cluster, seed, plan, reference);
  try {
    await simulation.runs();
    return await simulation.outcome();
  } finally {
    await simulation.ends();
    cluster.mortal?.letsGo();
  }
}

class Simulation {
  readonly #cluster: Cluster;
  readonly #seed: number;
  readonly #scheduler: Scheduler;
  readonly #promises: Promises;
  readonly #answers: KeptAnswers;
  readonly #reference: Reference | undefined;
  readonly #around: Surroundings;
  readonly #processes: BotProcess[] = [];
  readonly #killed: BotProcess[] = [];
  readonly #events: PlannedEvent[];
  readonly #happened: string[] = [];
  readonly #plan: Plan;
  readonly #webhook;
  readonly #network = simulated("network");
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
    const telegram = simulatedTelegram(scheduler, opening, {
      isUnheard: (id) => this.#promises.excusesMessage(id),
      isBeside: (chatId, ...both) => {
        if (!both.some((one) => this.#isShaky(one)))
          this.#promises.faults.push(
            `${chatId} is sent two messages at once: ${both.map(({ name }) => name)}`,
          );
      },
    });
    this.#promises = new Promises(reference?.seen);
    this.#answers = new KeptAnswers(cluster.rows, reference?.answers);
    telegram.world.on("message", ({ message, isFromBot }) => {
      const by = telegram.caller();
      if (!isFromBot || by === undefined) return;
      this.#promises.hears(message, by, scheduler.elapsed, this.#isShaky(by));
    });
    telegram.world.on("press", ({ user, button }) => this.#promises.presses(user.first_name, button));
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
    this.#webhook = webhookOf(telegram, scheduler, this.#network, () =>
      this.#processes.map(({ owner, takes }) => ({ owner, takes })),
    );
  }

  /** Everybody does what they do; then some nights pass, in which deadlines come due. */
  async runs(): Promise<void> {
    const { telegram } = this.#around;
    await this.#answers.begins();
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
    if (this.#reference === undefined || this.#promises.faults.length > 0 || this.#isLeft()) return;
    this.#promises.isDay();
    this.#promises.faults.push(...this.#answers.missing());
    this.#promises.faults.push(...differences(this.#reference.done, await doneIn(this.#cluster.rows)));
    for (const night of nights) {
      if (this.#promises.faults.length > 0 || this.#isLeft()) return;
      this.#scheduler.note("a night passes");
      this.#scheduler.passes(night);
      await this.#untilDone(this.#scheduler.elapsed + calm);
    }
  }

  async outcome(): Promise<Outcome & Reference> {
    const { rows } = this.#cluster;
    const { faults } = this.#promises;
    const { violations } = this.#around.telegram.world;
    const notices = await idsOf(rows, `"kind" = 'notice' AND "method" LIKE 'send%'`);
    const isNotice = (id: MessageId) => notices.has(id);
    if (faults.length === 0 && !this.#isLeft()) {
      this.#promises.ends(isNotice);
      faults.push(...violations.map((one) => JSON.stringify(one)));
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
      seen: this.#promises.seen(isNotice),
      answers: this.#answers.kept,
      done: await doneIn(rows),
    };
  }

  async ends(): Promise<void> {
    for (const one of this.#processes) await killProcess(one, this.#scheduler);
    this.#scheduler.ends();
    // A connection that is broken never says that it has ended, so nobody waits for that.
    for (const one of [...this.#processes, ...this.#killed]) one.isForgotten().catch(() => {});
  }

  /** Takes steps until nobody waits for anything, and not before a time of the scheduler. */
  async #untilDone(from: number): Promise<void> {
    for (let steps = 0; this.#promises.faults.length === 0 && !this.#isLeft(); steps += 1) {
      if (steps % look === 0 && this.#scheduler.elapsed >= from && (await this.#isDone())) return;
      if (steps > longest) return this.#isStuck();
      await this.#takesStep();
    }
  }

  #isLeft(): boolean {
    return this.#plan.steps !== undefined && this.#steps >= this.#plan.steps;
  }

  /** Nobody waits, and neither Telegram nor the bot has anything left to be done. */
  async #isDone(): Promise<boolean> {
    if (this.#waiting.size > 0 || this.#around.telegram.bot.queue.size > 0) return false;
    // Whoever stood still in a call makes it once it wakes, which is not to be a night later.
    if (this.#processes.some(({ owner }) => owner.stillUntil > 0 && this.#isShaky(owner))) return false;
    return (await openWork(this.#cluster.rows, this.#around.clock())).length === 0;
  }

  async #isStuck(): Promise<void> {
    const left = await openWork(this.#cluster.rows, this.#around.clock());
    const { size } = this.#around.telegram.bot.queue;
    if (size > 0) left.push(`${size} updates at Telegram`);
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
    const label = `${step.owner.name} ${step.label}`;
    const isMeant = ({ at, to }: PlannedEvent) =>
      at <= this.#steps && (to === undefined || to === step.label);
    for (const event of this.#events.filter(isMeant)) {
      if (!(await this.#happens(event.what, step))) continue;
      this.#events.splice(this.#events.indexOf(event), 1);
      this.#happened.push(`${this.#steps}: ${event.what}, at ${label}`);
      return this.#holds(step);
    }
    this.#scheduler.note(label);
    await this.#scheduler.does(step);
    await this.#holds(step);
  }

  /** What must hold after a step that may have changed what is kept. */
  async #holds({ label }: Step): Promise<void> {
    if (label !== "sql COMMIT") return;
    const { rows } = this.#cluster;
    const { faults } = this.#promises;
    const { answers, isTwice } = await glance(rows);
    if (answers < this.#answers.count) faults.push("an answer that was kept is gone");
    if (answers > this.#answers.count) faults.push(...(await this.#answers.looks()));
    if (isTwice) faults.push(...(await remindedTwice(rows)));
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
      case "a process stands still":
        if (victim === undefined) return false;
        note();
        await this.#stands(victim);
        return true;
      case "a step is late":
        if (victim === undefined || Object.keys(step.disturbances).length === 0) return false;
        note();
        this.#scheduler.delays(step, 500 + Math.round(this.#chance() * (latest - 500)));
        return true;
      case "the clock is set":
        note();
        this.#skew -= Math.round(this.#chance() * 3_600_000);
        return true;
      case "the database dies":
      case "the database restarts":
        note();
        await this.#isLastOf(step);
        this.#cluster.server.awayUntil = this.#scheduler.elapsed + 300;
        for (const { connections } of this.#processes) await connections.breaks();
        if (what === "the database dies") await this.#dies();
        for (const { owner } of this.#processes) await this.#excuses(owner);
        return true;
      case "an update comes again":
        if (this.#plan.isPolling || !this.#webhook.repeats()) return false;
        note();
        return true;
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

  /** What was done last is what a database may lose, before anybody was told of it. */
  async #isLastOf(step: Step): Promise<void> {
    const how: (() => unknown) | undefined = step.disturbances["the connection is lost after"];
    if (how !== undefined) await this.#scheduler.does(step, how);
  }

  /** What was written down and need not have reached the disk is lost, also of processes that are gone. */
  async #dies(): Promise<void> {
    await this.#cluster.mortal?.dies();
    const settled = await idsOf(this.#cluster.rows, `"status" = 'sent'`);
    this.#promises.excuses("whichever", (id) => settled.has(id));
  }

  /** A process gets no time for a while, in which PostgreSQL may end what it hears nothing of. */
  async #stands({ owner, connections }: BotProcess): Promise<void> {
    const ms = 500 + Math.round(this.#chance() * longestStill);
    owner.stillUntil = this.#scheduler.elapsed + ms;
    await this.#excuses(owner);
    const silence = connections.silence();
    if (ms <= silence) return;
    const ends = async () => {
      if (!owner.isDead) await connections.isSilent();
    };
    void this.#scheduler.waits(this.#network, `${owner.name} is not heard of`, ends, {
      due: this.#scheduler.elapsed + silence,
      isReady: () => false,
    });
  }

  async #starts(): Promise<void> {
    this.#born += 1;
    this.#processes.push(await startProcess(`p${this.#born}`, this.#around));
  }

  async #kills(victim: BotProcess): Promise<void> {
    await killProcess(victim, this.#scheduler);
    await this.#excuses(victim.owner);
    this.#processes.splice(this.#processes.indexOf(victim), 1);
    this.#killed.push(victim);
    this.#webhook.lost(victim.owner);
    await this.#starts();
  }

  /** Whether a process may not know what others have taken over from it. */
  #isShaky(owner: Simulated): boolean {
    return (this.#shakyUntil.get(owner) ?? 0) > this.#scheduler.elapsed;
  }

  /** What a process sent and has not written down may come again. */
  async #excuses(owner: Simulated): Promise<void> {
    const settled = await idsOf(this.#cluster.rows, `"status" = 'sent'`);
    this.#promises.excuses(owner, (id) => settled.has(id));
    this.#shakyUntil.set(owner, Math.max(owner.stillUntil, this.#scheduler.elapsed) + shaky);
  }
}

/** The messages that the outbox knows as sent and of which `where` is true. */
async function idsOf(rows: Cluster["rows"], where: string): Promise<ReadonlySet<MessageId>> {
  const sent = await rows<{ chat: string; id: number }>(
    `SELECT "chatId" AS "chat", "telegramId" AS "id" FROM "Message" WHERE "telegramId" IS NOT NULL AND ${where}`,
  );
  return new Set(sent.map(({ chat, id }): MessageId => `${Number(chat)} ${id}`));
}

/** What was not done that should be, and the other way round. */
function differences(wanted: readonly string[], done: readonly string[]): string[] {
  const left = [...done];
  const missing = wanted.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...missing.map((one) => `not done: ${one}`),
    ...left.map((one) => `done, and should not be: ${one}`),
  ];
}
