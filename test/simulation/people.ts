import type { Message } from "@grammyjs/types";
import { Person } from "../../src/playground/people.js";
import type { Wanted } from "../../src/playground/waiting.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { fills, questionAt } from "../support/filling.js";
import * as story from "../support/story.js";
import { asks } from "./promises.js";
import type { Scheduler, Simulated } from "./scheduler.js";
import type { SimulatedTelegram } from "./telegram.js";

/** Longer than any simulation, in milliseconds of the machine. */
const patience = 2 ** 31 - 1;

/** A person whose every look at the chat takes a step of its own. */
export class SimulatedPerson extends Person {
  readonly #scheduler: Scheduler;
  readonly #self: Simulated;

  constructor({ world, bot }: SimulatedTelegram, scheduler: Scheduler, firstName: string, id: number) {
    const user = world.addPerson({ first_name: firstName, language_code: "id" }, id);
    super(world, user, bot, world.privateChat(bot, user));
    this.#scheduler = scheduler;
    this.#self = { name: firstName, isDead: false, isStarting: false };
  }

  /** As anybody sees it, after a while. Asked to which question their words belong, people say to the one they saw. */
  override async sees(wanted: Wanted): Promise<Message> {
    const wantedOrAsked = new RegExp(
      `${asks.source}|${typeof wanted === "string" ? escaped(wanted) : wanted.source}`,
      "i",
    );
    for (;;) {
      const seen = await super.sees(wantedOrAsked, { within: patience });
      await this.waits(0);
      if (!asks.test(seen.text ?? "")) return seen;
      // Of the questions it offers the last one is the one that stands in the chat.
      const offered = seen.reply_markup?.inline_keyboard.flat().filter(({ text }) => text.startsWith("✏️"));
      const button = offered?.at(-1);
      if (button !== undefined && "callback_data" in button)
        this.pressesData(button.callback_data, seen.message_id);
    }
  }

  /** Does nothing for so many milliseconds at least. */
  async waits(ms: number): Promise<void> {
    await this.#scheduler.waits(this.#self, `${this.user.first_name} looks`, async () => {}, {
      due: this.#scheduler.elapsed + ms,
      isReady: () => false,
    });
  }
}

/** Who is simulated, as the records and Telegram know them. */
export type Role = {
  readonly id: string;
  readonly accountId: number;
  readonly name: string;
  readonly role: "worker" | "supervisor" | "admin";
  readonly does: (person: SimulatedPerson, scheduler: Scheduler) => Promise<void>;
};

const menu = "Apa yang ingin Anda lakukan";

/** Opens a case and fills in the whole first form, one question after another. */
async function fillsForm(person: SimulatedPerson): Promise<void> {
  person.sends("/mulai");
  await person.sees(menu);
  person.presses("➕ Kasus baru");
  await fills(person, current("approach"), story.approach);
}

/** Begins a form, about somebody else, and leaves it in the middle. */
async function beginsForm(person: SimulatedPerson): Promise<void> {
  person.sends("/mulai");
  await person.sees(menu);
  person.presses("➕ Kasus baru");
  const form = current("approach");
  const told = story.until({ ...story.approach, name: "Karta bin Oyo" }, "village");
  await fills(person, form, told, { last: questionAt(form, "village") });
}

/** Sends several commands at once, and looks up only when as many answers have come. */
async function isHasty(person: SimulatedPerson, scheduler: Scheduler): Promise<void> {
  const commands = ["/mulai", "/privasi", "/bantuan", "/tugas", "/kasus", "/bahasa", "/sop", "/str"];
  for (let from = 0; from < commands.length; ) {
    const some = commands.slice(from, from + 2 + scheduler.pick(3));
    for (const command of some) {
      person.sends(command);
      await person.waits(scheduler.pick(30));
    }
    for (const _ of some) await person.sees(/./);
    from += some.length;
  }
}

/** Asks, blocks the bot for a while, and asks again. */
async function blocksForAWhile(person: SimulatedPerson): Promise<void> {
  person.sends("/mulai");
  await person.sees(menu);
  person.blocks();
  await person.waits(2_000);
  person.unblocks();
  await person.waits(500);
  person.sends("/bantuan");
  await person.sees(/bantuan/i);
}

/** Only looks on: reminders and notices come by themselves. */
async function looksOn(person: SimulatedPerson): Promise<void> {
  person.sends("/mulai");
  await person.sees(menu);
}

/** Everybody of a simulation. */
export const everybody: readonly Role[] = [
  { id: "sari", accountId: 6_100_000_001, name: "Bu Sari", role: "admin", does: blocksForAWhile },
  { id: "dedi", accountId: 6_100_000_002, name: "Pak Dedi", role: "supervisor", does: looksOn },
  { id: "ratna", accountId: 6_100_000_003, name: "Bu Ratna", role: "worker", does: fillsForm },
  { id: "yanto", accountId: 6_100_000_004, name: "Pak Yanto", role: "worker", does: beginsForm },
  { id: "wati", accountId: 6_100_000_005, name: "Bu Wati", role: "worker", does: isHasty },
  { id: "joko", accountId: 6_100_000_006, name: "Pak Joko", role: "worker", does: isHasty },
];

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
