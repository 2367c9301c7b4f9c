import type { Message } from "@grammyjs/types";
import { Person } from "../../src/playground/people.js";
import { findButton, type PressHandle } from "../../src/playground/pressing.js";
import type { Wanted } from "../../src/playground/waiting.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { ticksDanger } from "../support/danger.js";
import { fills, questionAt } from "../support/filling.js";
import { begun, filled, fillRound, type Records, sent } from "../support/records.js";
import * as story from "../support/story.js";
import { asks, takeOn } from "./promises.js";
import { type Scheduler, type Simulated, simulated } from "./scheduler.js";
import type { SimulatedTelegram } from "./telegram.js";

/** Longer than any simulation, in milliseconds of the machine. */
const patience = 2 ** 31 - 1;

/** A person whose every look at the chat takes a step of its own. */
export class SimulatedPerson extends Person {
  readonly #scheduler: Scheduler;
  readonly #self: Simulated;
  /** To which question their last words belong, they have said already. */
  #isPlaced: boolean = false;
  /** The message that they looked for last. */
  #seenId: number | undefined;

  constructor({ world, bot }: SimulatedTelegram, scheduler: Scheduler, firstName: string, id: number) {
    const user = world.addPerson({ first_name: firstName, language_code: "id" }, id);
    const chat = world.privateChat(bot, user);
    // Everybody has used the bot before: it may write first.
    chat.access = "open";
    super(world, user, bot, chat);
    this.#scheduler = scheduler;
    this.#self = simulated(firstName);
  }

  override sends(...said: Parameters<Person["sends"]>): ReturnType<Person["sends"]> {
    this.#isPlaced = false;
    return super.sends(...said);
  }

  /** The button below what they looked for, though an older question may have come again behind it meanwhile. */
  override presses(label: string | RegExp): PressHandle {
    const message = this.#seenId;
    const isThere = message !== undefined && findButton(this.conversation, label, message) !== undefined;
    return super.presses(label, isThere ? { message } : {});
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
      if (!asks.test(seen.text ?? "")) {
        this.#seenId = seen.message_id;
        return seen;
      }
      // It may be asked again, as everything may come twice.
      if (this.#isPlaced) continue;
      this.#isPlaced = true;
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
  readonly supervisorId?: string;
  /** What of a case of theirs was told before the simulation begins. */
  readonly before?: (records: Records) => Promise<unknown>;
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

/** Sends a plan that is filled in, and waits until it is decided on. */
async function sendsPlan(person: SimulatedPerson): Promise<void> {
  person.sends("/lanjut");
  await person.sees("Periksa dulu");
  person.presses("📨 Kirim");
  await person.sees("menunggu persetujuan Pak Dedi");
  await person.sees("disetujui Pak Dedi");
}

/** Waits for a plan, reads it, and agrees. */
async function approves(person: SimulatedPerson): Promise<void> {
  await person.sees("mengirim Rencana intervensi");
  person.presses("📄 Buka dan putuskan");
  await person.sees("Rencana intervensi menunggu Anda");
  person.presses("✅ Setujui");
  await person.sees("disetujui");
}

/** What the approach asks before it asks of danger. */
const beforeDanger = { source: "outreach", contactDate: "kemarin", level: "individual" };

/** Notes in a form that somebody is in danger, and goes on once somebody takes it on. */
async function notesDanger(person: SimulatedPerson): Promise<void> {
  const form = current("approach");
  person.sends("/lanjut");
  await person.sees("Ingin mengakhiri hidup");
  await ticksDanger(person, "suicide");
  const screen = await person.sees("Utamakan keselamatan dulu");
  // She may have taken it on before the screen was written: it says so itself then, and her notice stands above it.
  if (screen.text?.includes("Bu Lina menangani") !== true) await person.sees("Bu Lina menangani");
  person.sends("/lanjut");
  await person.sees(questionAt(form, "safetyStep"));
}

/** Hears of danger, and takes it on. */
async function takesOn(person: SimulatedPerson): Promise<void> {
  await person.sees("Bahaya bunuh diri");
  person.presses(takeOn);
  await person.sees("Bu Lina menangani");
}

/** Asks about the work, unfolds an answer, and asks for something that nobody has written down. */
async function asksGuidance(person: SimulatedPerson): Promise<void> {
  person.sends("boleh gak terima amplop dari keluarga klien?");
  await person.sees("Hadiah dari klien atau keluarganya");
  person.presses("▸ Langkah");
  await person.sees("1. Tolak dengan hangat");
  person.presses("▸ Topik terkait");
  await person.sees("▾ Topik terkait");
  person.presses(/^Imbalan jasa/);
  await person.sees("#imbalan_jasa");
  person.sends("klien bilang mau mati sekarang, aku harus gimana");
  await person.sees("Utamakan keselamatan dulu");
}

/** Everybody of a simulation. */
export const everybody: readonly Role[] = [
  { id: "sari", accountId: 6_100_000_001, name: "Bu Sari", role: "admin", does: blocksForAWhile },
  { id: "dedi", accountId: 6_100_000_002, name: "Pak Dedi", role: "supervisor", does: approves },
  { id: "lina", accountId: 6_100_000_007, name: "Bu Lina", role: "supervisor", does: takesOn },
  { id: "ratna", accountId: 6_100_000_003, name: "Bu Ratna", ...worker("dedi"), does: fillsForm },
  { id: "yanto", accountId: 6_100_000_004, name: "Pak Yanto", ...worker("dedi"), does: beginsForm },
  { id: "wati", accountId: 6_100_000_005, name: "Bu Wati", ...worker("dedi"), does: isHasty },
  { id: "joko", accountId: 6_100_000_006, name: "Pak Joko", ...worker("dedi"), does: isHasty },
  {
    id: "rina",
    accountId: 6_100_000_008,
    name: "Bu Rina",
    ...worker("dedi"),
    before: async (records) => {
      const { caseId } = await begun(records, "rina");
      await sent(records, "rina", caseId, "approach", story.approach);
      await sent(records, "rina", caseId, "assessment", story.assessment);
      await filled(records, "rina", caseId, "plan", story.plan);
    },
    does: sendsPlan,
  },
  {
    id: "tini",
    accountId: 6_100_000_009,
    name: "Bu Tini",
    ...worker("lina"),
    before: async (records) => {
      const { roundId } = await begun(records, "tini");
      await fillRound(records, "tini", roundId, beforeDanger);
    },
    does: notesDanger,
  },
  { id: "agus", accountId: 6_100_000_010, name: "Pak Agus", ...worker("lina"), does: asksGuidance },
];

function worker(supervisorId: string) {
  return { role: "worker" as const, supervisorId };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
