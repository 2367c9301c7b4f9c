/** People who do what a script says, each as soon as the bot has asked for it. */
import type { Message } from "@grammyjs/types";
import type { Person } from "../src/playground/people.js";
import type { TelegramEmulator } from "../src/playground/telegram.js";
import { type Act, faceOf, likeness, type Step } from "./script.js";

/** A script to be walked by many: its steps, and what each screen is recognised by. */
export type Script = { readonly steps: readonly Step[]; readonly likenesses: readonly string[] };

/** A script out of recorded steps. */
export function scriptOf(steps: readonly Step[]): Script {
  return { steps, likenesses: steps.map(({ face }) => likeness(face)) };
}

/** One person on the way through a script. */
export class Walker {
  readonly person: Person;
  /** Milliseconds from each act to the next screen that is answered; of the last one, to any message. */
  readonly replyTimes: number[] = [];
  /** When each of these replies came, by `performance.now()`. */
  readonly repliedAt: number[] = [];
  private readonly script: Script;
  private readonly pace: (() => number) | undefined;
  private message: Message | undefined;
  /** The screen that was answered last, shown again since. */
  private again: Message | undefined;
  private state: "waiting" | "underway" = "waiting";
  private acted: number | undefined;

  /** @param pace how long (ms) this person thinks before each act; not at all where nothing is said */
  constructor(person: Person, script: Script, pace?: () => number) {
    this.person = person;
    this.script = script;
    this.pace = pace;
  }

  /** The first screen is there. */
  get isReady(): boolean {
    return this.message !== undefined;
  }

  /** How many acts had their reply. */
  get done(): number {
    return this.replyTimes.length;
  }

  get isDone(): boolean {
    return this.done === this.script.steps.length;
  }

  /** Whether nothing this person did waits for its reply. */
  get isAnswered(): boolean {
    return this.isDone || this.isReady;
  }

  /** Begins to act, on the first screen if it is there. */
  starts(): void {
    this.state = "underway";
    this.acts();
  }

  /** Acts no more, but still hears the reply to what was done last. */
  rests(): void {
    this.state = "waiting";
  }

  /** The bot said something, or edited what it had said. */
  hears(message: Message, isNew: boolean): void {
    const { steps, likenesses } = this.script;
    const next = this.acted === undefined ? 0 : this.done + 1;
    if (this.message !== undefined || this.isDone) return;
    const face = likeness(faceOf(message));
    if (this.acted !== undefined && face === likenesses[this.done]) this.again = message;
    if (next === steps.length ? !isNew : face !== likenesses[next]) return;
    if (this.acted !== undefined) {
      this.replyTimes.push(performance.now() - this.acted);
      this.repliedAt.push(performance.now());
    }
    this.message = message;
    this.again = undefined;
    if (this.state !== "underway") return;
    if (this.pace === undefined) this.acts();
    else setTimeout(() => this.acts(), this.pace());
  }

  /** Whoever is asked the same once more, and hears nothing else for so many milliseconds, answers it once more. */
  insists(silence: number): void {
    const step = this.script.steps[this.done];
    const { again, acted } = this;
    if (again === undefined || step === undefined || acted === undefined) return;
    if (performance.now() - acted < silence) return;
    this.again = undefined;
    this.acted = performance.now();
    does(this.person, step.does, again);
  }

  private acts(): void {
    const step = this.script.steps[this.done];
    if (this.state !== "underway" || this.message === undefined || step === undefined) return;
    const { message } = this;
    this.message = undefined;
    this.again = undefined;
    this.acted = performance.now();
    does(this.person, step.does, message);
  }
}

/** Lets a person do one thing, at a message. */
export function does(person: Person, act: Act, message: Message): void {
  if ("text" in act) person.sends(act.text);
  else if ("photo" in act) person.photographs(act.photo);
  else person.presses(act.press, { message });
}

/** So many new people of a Telegram, or people who are there, who walk a script once they are told to. */
export function crowdOf(
  telegram: TelegramEmulator,
  script: Script,
  people: number | readonly Person[],
  pace?: () => number,
): Walker[] {
  const persons =
    typeof people === "number"
      ? Array.from({ length: people }, (_, n) => telegram.person({ firstName: `Orang ${n + 1}` }))
      : people;
  const crowd = persons.map((person) => new Walker(person, script, pace));
  const walkers = new Map(crowd.map((walker) => [walker.person.conversation, walker]));
  telegram.on("message", ({ conversation, message, isFromBot }) => {
    if (isFromBot) walkers.get(conversation)?.hears(message, true);
  });
  telegram.on("edit", ({ conversation, message, isFromBot }) => {
    if (isFromBot) walkers.get(conversation)?.hears(message, false);
  });
  return crowd;
}

/** After how long (ms) somebody who is asked the same once more answers once more. */
const insisting = 5_000;

/** Waits until something is over, or nobody has got on for `silence` milliseconds. Whether it is over. */
export async function until(
  crowd: readonly Walker[],
  isOver: () => boolean,
  silence = Infinity,
): Promise<boolean> {
  const progress = () => crowd.reduce((sum, { done, isReady }) => sum + done + Number(isReady), 0);
  let [last, since] = [progress(), performance.now()];
  while (!isOver()) {
    if (performance.now() - since >= silence) return false;
    const now = progress();
    if (now !== last) [last, since] = [now, performance.now()];
    for (const walker of crowd) walker.insists(insisting);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
