import type { Message } from "@grammyjs/types";
import type { Simulated } from "./scheduler.js";

/** What somebody must see, in this order: the replies of a simulation in which nothing goes wrong. */
export type Expected = ReadonlyMap<number, readonly string[]>;

/** A message of the bot, as it came. */
export type Heard = {
  readonly id: number;
  readonly text: string;
  readonly by: Simulated;
  /** Whether it is the next one that must be seen, rather than a notice. */
  readonly isExpected: boolean;
  /** When it came, in milliseconds of the scheduler. */
  readonly at: number;
  /** It may come once more: whoever sent it could not know, or could not write down, that it had come. */
  mayRepeat: boolean;
  /** It has come once more. */
  hasRepeated: boolean;
};

/** What the bot asks where it cannot know whether a question was seen before words were sent. */
export const asks = /Pesan ini untuk pertanyaan yang mana/;

/** Within so many milliseconds nobody is told the same again. */
const halfADay = 12 * 3_600_000;

/** What differs between two runs in which the same is said: dates, and the numbers of cases. */
export function withoutNumbers(text: string): string {
  return text
    .replace(/"attachmentId":"\w+"/g, '"attachmentId":"#"')
    .replace(/\d+/g, "#")
    .replace(/(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu), # \p{L}+ #/gu, "(date)");
}

/**
 * What the bot promises to people, held against what they see, message by message: each reply once and in its place, and
 * the same message again only where a crash allows it, right after itself.
 */
export class Promises {
  readonly faults: string[] = [];
  readonly heard = new Map<number, Heard[]>();
  readonly #expected: Expected | undefined;
  readonly #places = new Map<number, number>();
  repeats = 0;

  /** Without what is expected, whatever is heard is right: this is how it becomes known. */
  constructor(expected: Expected | undefined) {
    this.#expected = expected;
  }

  /** Somebody hears the bot. */
  hears({ chat, message_id: id, text = "" }: Message, by: Simulated, at: number, isShaky: boolean): void {
    const heard = this.heard.get(chat.id) ?? [];
    this.heard.set(chat.id, heard);
    const place = this.#places.get(chat.id) ?? 0;
    const isExpected =
      this.#expected === undefined || this.#expected.get(chat.id)?.[place] === withoutNumbers(text);
    const entry: Heard = { id, text, by, at, isExpected, mayRepeat: isShaky, hasRepeated: false };
    // A question that may have come twice was perhaps not seen, so the bot asks.
    if (asks.test(text) && heard.some((one) => one.mayRepeat || one.hasRepeated)) return;
    if (isExpected) this.#places.set(chat.id, place + 1);
    else {
      const before = heard.findLast((one) => one.text === text);
      const isLastReply = before !== undefined && before === heard.findLast((one) => one.isExpected);
      const mayRepeat = before?.mayRepeat === true && (isLastReply || !before.isExpected);
      if (mayRepeat) {
        before.mayRepeat = false;
        before.hasRepeated = true;
        this.repeats += 1;
        heard.push({ ...entry, isExpected: before.isExpected });
        return;
      }
      if (before !== undefined && (before.isExpected || at - before.at < halfADay))
        this.faults.push(`${chat.id} hears again: ${quoted(text)}`);
    }
    heard.push(entry);
  }

  /** What a process has sent and not written down may come again. */
  excuses(by: Simulated, isSettled: (id: number) => boolean): void {
    for (const one of this.all()) if (one.by === by && !isSettled(one.id)) one.mayRepeat = true;
  }

  /** The answer to the call that sent a message is lost. */
  excusesMessage(id: number): void {
    for (const one of this.all()) if (one.id === id) one.mayRepeat = true;
  }

  /** What is still to be seen, and what was seen and is neither expected nor one of these notices. */
  ends(isNotice: (id: number) => boolean): void {
    for (const [chat, texts] of this.#expected ?? []) {
      const place = this.#places.get(chat) ?? 0;
      if (place < texts.length) this.faults.push(`${chat} never hears: ${quoted(texts[place] ?? "")}`);
    }
    for (const [chat, heard] of this.heard) {
      for (const { id, text, isExpected } of heard) {
        if (!isExpected && !isNotice(id)) this.faults.push(`${chat} hears, and should not: ${quoted(text)}`);
      }
    }
  }

  /** The replies that were seen, to expect them elsewhere. */
  get seen(): Expected {
    return new Map(
      [...this.heard].map(([chat, heard]) => [chat, heard.map(({ text }) => withoutNumbers(text))]),
    );
  }

  *all(): Iterable<Heard> {
    for (const heard of this.heard.values()) yield* heard;
  }
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 90 ? `${text.slice(0, 90)}…` : text);
}
