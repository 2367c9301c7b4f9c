import type { Message } from "@grammyjs/types";
import type { Simulated } from "./scheduler.js";

/** What people must see, by chat: what they see in a simulation in which nothing goes wrong. */
export type Expected = {
  /** In this order. */
  readonly replies: ReadonlyMap<number, readonly string[]>;
  /** At any time: they follow from what others do. */
  readonly notices: ReadonlyMap<number, readonly string[]>;
};

/** A message among all messages: Telegram numbers those of each chat. */
export type MessageId = `${number} ${number}`;

/** A message of the bot, as it came. */
export type Heard = {
  readonly id: MessageId;
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
  /** It is what came once more. */
  readonly isCopy: boolean;
  /** Its own id, and those of whatever it came again as: the outbox knows one of them, whichever was written down last. */
  readonly ids: MessageId[];
};

/** What the bot asks where it cannot know whether a question was seen before words were sent. */
export const asks = /Pesan ini untuk pertanyaan yang mana/;

/** By this button somebody takes a danger on. */
export const takeOn = "✋ Saya tangani";

/** How the screen of a danger ends that nobody has taken on yet: with who was told of it. */
const told =
  /(?<=\n\n)📣 ([^\n]+) saya beri tahu sekarang, tanpa nama klien\. Anda dikabari begitu ada yang menangani\.$/;
/** How it ends once somebody has. */
const taken = (name: string) => `✋ ${name} menangani sejak #.#.`;

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
 * What the bot promises to people, held against what they see, message by message: each reply once and in its place, each
 * notice once, and the same message again only where a crash allows it, after nothing that is not repeated as well.
 */
export class Promises {
  readonly faults: string[] = [];
  readonly heard = new Map<number, Heard[]>();
  readonly #expected: Expected | undefined;
  readonly #places = new Map<number, number>();
  readonly #notices: ReadonlyMap<number, string[]>;
  /** Who has pressed that they take a danger on. */
  readonly #takers = new Set<string>();
  repeats = 0;

  /** Without what is expected, whatever is heard is right: this is how it becomes known. */
  constructor(expected: Expected | undefined) {
    this.#expected = expected;
    this.#notices = new Map([...(expected?.notices ?? [])].map(([chat, texts]) => [chat, [...texts]]));
  }

  /** Somebody hears the bot. */
  hears({ chat, message_id, text = "" }: Message, by: Simulated, at: number, isShaky: boolean): void {
    const heard = this.heard.get(chat.id) ?? [];
    this.heard.set(chat.id, heard);
    const place = this.#places.get(chat.id) ?? 0;
    const said = withoutNumbers(text);
    const isExpected =
      this.#expected === undefined || this.#isNext(said, this.#expected.replies.get(chat.id)?.[place]);
    const id: MessageId = `${chat.id} ${message_id}`;
    const state = { mayRepeat: isShaky, hasRepeated: false, isCopy: false };
    const entry: Heard = { id, text, by, at, isExpected, ...state, ids: [id] };
    // A question that may have come twice was perhaps not seen, so the bot asks.
    if (asks.test(text) && heard.some((one) => one.mayRepeat || one.hasRepeated)) return;
    if (isExpected) this.#places.set(chat.id, place + 1);
    else if (!this.#isNotice(chat.id, said)) {
      const before = heard.findLast((one) => one.text === text);
      // A call that was on its way in a process that stood still goes out once it wakes, though another has made it meanwhile.
      const wokeUp = isShaky && by.stillUntil > 0;
      if (before !== undefined && (wokeUp || mayComeAgain(before, heard))) {
        before.mayRepeat = false;
        before.hasRepeated = true;
        this.repeats += 1;
        before.ids.push(id);
        heard.push({ ...entry, isExpected: before.isExpected, isCopy: true, ids: before.ids });
        return;
      }
      if (before !== undefined && (before.isExpected || at - before.at < halfADay))
        this.faults.push(`${chat.id} hears again: ${quoted(text)}`);
    }
    heard.push(entry);
  }

  /** Somebody presses a button. */
  presses(name: string, button: string): void {
    if (button === takeOn) this.#takers.add(name);
  }

  /**
   * Whether the next reply says so. An update that fails tells of its danger all the same, and shows the screen only when it
   * is handled again. Whoever was told may have taken the danger on by then, and the screen names them.
   */
  #isNext(said: string, next = ""): boolean {
    const [, name] = told.exec(next) ?? [];
    const isTaken = name !== undefined && this.#takers.has(name);
    return said === next || (isTaken && said === next.replace(told, () => taken(name)));
  }

  /** Whether it is a notice that has not come yet. It has come then. */
  #isNotice(chat: number, said: string): boolean {
    const missing = this.#notices.get(chat) ?? [];
    const at = missing.indexOf(said);
    if (at >= 0) missing.splice(at, 1);
    return at >= 0;
  }

  /** What a process, or whichever, has sent and is not written down may come again. */
  excuses(by: Simulated | "whichever", isSettled: (id: MessageId) => boolean): void {
    for (const one of this.all())
      if ((by === "whichever" || one.by === by) && !isSettled(one.id)) one.mayRepeat = true;
  }

  /** The answer to the call that sent a message is lost. */
  excusesMessage(id: MessageId): void {
    for (const one of this.all()) if (one.id === id) one.mayRepeat = true;
  }

  /** Everybody has said what they had to say, and nothing is left to be sent: what was still to be seen? */
  isDay(): void {
    for (const [chat, texts] of this.#expected?.replies ?? [])
      for (const text of texts.slice(this.#places.get(chat) ?? 0))
        this.faults.push(`${chat} never hears: ${quoted(text)}`);
    for (const [chat, texts] of this.#notices)
      for (const text of texts) this.faults.push(`${chat} never hears the notice: ${quoted(text)}`);
  }

  /** What was seen and is neither expected nor one of these notices. */
  ends(isNotice: (id: MessageId) => boolean): void {
    for (const [chat, heard] of this.heard)
      for (const { ids, text, isExpected, isCopy } of heard)
        if (!isExpected && !isCopy && !ids.some(isNotice))
          this.faults.push(`${chat} hears, and should not: ${quoted(text)}`);
  }

  /** What was seen, to expect it elsewhere. */
  seen(isNotice: (id: MessageId) => boolean): Expected {
    const texts = (isWanted: (id: MessageId) => boolean) =>
      new Map(
        [...this.heard].map(([chat, heard]) => [
          chat,
          heard.filter(({ id }) => isWanted(id)).map(({ text }) => withoutNumbers(text)),
        ]),
      );
    return { replies: texts((id) => !isNotice(id)), notices: texts(isNotice) };
  }

  *all(): Iterable<Heard> {
    for (const heard of this.heard.values()) yield* heard;
  }
}

/** Whether a message may come once more: a reply only where each later one may too, since they go out in order. */
function mayComeAgain(one: Heard, heard: readonly Heard[]): boolean {
  const later = heard.slice(heard.indexOf(one) + 1).filter(({ isExpected, isCopy }) => isExpected && !isCopy);
  return one.mayRepeat && (!one.isExpected || later.every(({ mayRepeat }) => mayRepeat));
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 90 ? `${text.slice(0, 90)}…` : text);
}
