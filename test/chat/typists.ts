/**
 * People who answer a form as people chat: patiently, in several messages before the next question is seen, or again
 * when nothing comes back. What they meant with each message they remember, and the record is held against it.
 */
import type { Message } from "grammy/types";
import type { Person } from "../../src/playground/people.js";
import type { TelegramEmulator } from "../../src/playground/telegram.js";

export const policies = ["patient", "eager", "impatient"] as const;
export type Policy = (typeof policies)[number];

/** A question as a typist knows it again: its words, and the label its button has. */
export type Known = { readonly path: string; readonly words: string; readonly label: string };

export type Typist = {
  readonly policy: Policy;
  readonly roundId: string;
  /** What was meant for each question, message by message. */
  readonly meant: ReadonlyMap<string, readonly string[]>;
  /** How often the bot asked whose words these are. */
  readonly asked: () => number;
  /** How many messages were the same words again, or words to nobody. */
  readonly resent: () => number;
  /** Questions about words that are not told yet. */
  readonly untold: () => number;
  /** Settles when the form asks for something the typist does not know. */
  readonly done: Promise<void>;
};

/** What is no answer, as people write it when nothing comes back. */
export const chatter = "halo? botnya mati ya";

export function typist(
  telegram: TelegramEmulator,
  person: Person,
  roundId: string,
  { policy, known, random }: { policy: Policy; known: readonly Known[]; random: () => number },
): Typist {
  const meant = new Map<string, string[]>();
  /** Messages by id: the question they were meant for; null for words that answer nothing. */
  const purpose = new Map<number, Known | null>();
  let seen: Known | undefined;
  let asked = 0;
  let resent = 0;
  let untold = 0;
  let isDone = false;
  let finish: () => void = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const later = (least: number, most: number, act: () => void) =>
    setTimeout(act, least + random() * (most - least));
  const speaks = (question: Known, number: number) => {
    const text = `Catatan ${question.path} ke-${number} (${Math.floor(random() * 1e9)})`;
    meant.set(question.path, [...(meant.get(question.path) ?? []), text]);
    purpose.set(person.sends(text).message_id, question);
  };
  const again = (text: string) => {
    resent += 1;
    purpose.set(person.sends(text).message_id, null);
  };

  function answers(question: Known) {
    speaks(question, 1);
    if (policy === "eager") goesOn(question, 2);
    if (policy === "impatient") waits(question, 1);
  }
  /** More of the same answer, as long as the next question has not been seen. */
  function goesOn(question: Known, number: number) {
    if (number > 3 || random() < 0.3) return;
    later(0, 40, () => {
      if (isDone || seen !== question) return;
      speaks(question, number);
      goesOn(question, number + 1);
    });
  }
  function waits(question: Known, times: number) {
    later(60, 500, () => {
      if (isDone || seen !== question || times > 4) return;
      again(times === 3 ? chatter : (meant.get(question.path)?.[0] ?? ""));
      waits(question, times + 1);
    });
  }

  function reads(message: Message) {
    const text = message.text ?? "";
    const question = known.find(({ words }) => text.includes(words));
    if (question !== undefined) {
      const isCopy = meant.has(question.path);
      seen = question;
      if (!isCopy) later(5, 60, () => seen === question && answers(question));
      else if (policy === "eager") later(5, 60, () => again(meant.get(question.path)?.[0] ?? ""));
      return;
    }
    // A question nobody told the typist of.
    if (message.reply_markup !== undefined && / · \d+\/\d+/.test(text)) {
      isDone = true;
      finish();
    }
  }

  function tellsLater(message: Message) {
    if (message.text?.startsWith("Pesan ini untuk pertanyaan yang mana?") !== true) return;
    asked += 1;
    untold += 1;
    later(5, 60, () => {
      tells(message);
      untold -= 1;
    });
  }
  /** Presses the button of the question the words were for; where they were none, or came again, the last one. */
  function tells(message: Message) {
    const wanted = purpose.get(message.reply_to_message?.message_id ?? 0);
    const buttons = (message.reply_markup?.inline_keyboard ?? []).flat();
    const right =
      buttons.find(({ text }) => wanted != null && text === `✏️ ${wanted.label}`) ?? buttons.at(-1);
    if (right !== undefined && "callback_data" in right)
      person.pressesData(right.callback_data, message.message_id);
  }

  telegram.on("message", ({ message, isFromBot }) => {
    if (!isFromBot || message.chat.id !== person.id) return;
    // A question about words may come after the last answer.
    if (purpose.has(message.reply_to_message?.message_id ?? 0)) tellsLater(message);
    else if (!isDone) reads(message);
  });
  return { policy, roundId, meant, asked: () => asked, untold: () => untold, resent: () => resent, done };
}

/** What became of the words of typists: counted by message. */
export type Tally = {
  answers: number;
  misplaced: number;
  lost: number;
  doubled: number;
  asked: number;
  resent: number;
};

/** Holds a record against what was meant. */
export function tallied(one: Typist, answers: ReadonlyMap<string, unknown>): Tally {
  const tally: Tally = {
    answers: 0,
    misplaced: 0,
    lost: 0,
    doubled: 0,
    asked: one.asked(),
    resent: one.resent(),
  };
  for (const [path, parts] of one.meant) {
    tally.answers += parts.length;
    const lines = String(answers.get(path) ?? "").split("\n");
    for (const part of parts) {
      const times = lines.filter((line) => line === part).length;
      if (times === 0) tally.lost += 1;
      if (times > 1) tally.doubled += 1;
    }
    tally.misplaced += lines.filter((line) => line !== "" && !parts.includes(line)).length;
  }
  return tally;
}
