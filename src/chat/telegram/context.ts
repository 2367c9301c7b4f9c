import type { ConversationFlavor } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Update } from "grammy/types";
import type { OwnMessage, Work } from "../../records/people/work.js";
import type { Locale } from "../../texts.js";
import type { Button } from "./buttons.js";
import type { CallbackData } from "./callback.js";
import type { EntryCall } from "./entries.js";
import type { Wording } from "./wording.js";

/** Where a person continues after doing something else while a dialogue waited. */
export type ResumeLink = {
  /** The data of its button. */
  readonly data: CallbackData;
  /** It leads into a form, or to an entry asked during a form. */
  readonly toForm: boolean;
};

/** A typed answer with the messages it came in. */
export type TypedAnswer = {
  readonly roundId: string;
  readonly path: string;
  /** The messages by ascending id, which is the order in which they were sent. */
  readonly parts: readonly { readonly id: number; readonly text: string }[];
  /** When the last of them was sent (Unix time). */
  readonly at: number;
  /** The question may have been sent more than once. */
  readonly wasRepeated: boolean;
};

/** The context of a handler: grammY's context, the unit of work, and the texts in the person's language. */
export type Ctx = ConversationFlavor<Context> & {
  work: Work;
  say: Wording;
  locale: Locale;
  /** Set by a dialogue that ended: what begins next, within the same update. */
  onward: Onward | undefined;
  /** Set when an answer was typed. Messages sent before the next question is seen belong to that answer. */
  typedAnswer: TypedAnswer | undefined;
  /** Set where a question was answered: its message, or the one whose button answered it, and what that says from now on. */
  settled: { readonly message: OwnMessage; readonly text?: string } | undefined;
  /** Set by a dialogue that stays open while something else is answered. */
  resumeLink: ResumeLink | undefined;
  /** The button that opens a topic of the guidance; empty where there is no such topic. */
  topicButton: (topic: string) => Button[];
  /** Danger was detected in the typed text, and the emergency steps are shown. */
  inDanger: boolean;
  /** Says what takes the update, for log and metrics; a press is known by its button. The last to say so took it. */
  goesTo(handler: `feature:${string}` | `entry:${string}` | "question"): void;
  /** Switches the language from here on. */
  setLocale(locale: Locale): void;
};

/** The chat of an update that came from one. @throws {Error} for work without a chat, which no handler of a chat gets */
export function chatIdOf({ work: { chatId } }: Pick<Ctx, "work">): number {
  if (chatId === null) throw new Error("this update came from no chat");
  return chatId;
}

/** The dialogue that begins when the current one has ended. */
export type Onward = { readonly to: "question" } | EntryCall;

/**
 * The unit of work of each update. grammY creates the context itself and passes the same update object on, so the
 * update is the key; this avoids a global.
 */
export class Works {
  readonly #works = new Map<Update, Work>();

  /** Does something with an update, and lets `of` know its work meanwhile. */
  async during(update: Update, work: Work, act: () => Promise<void>): Promise<void> {
    this.#works.set(update, work);
    try {
      await act();
    } finally {
      this.#works.delete(update);
    }
  }

  of(update: Update): Work {
    const work = this.#works.get(update);
    if (work === undefined) throw new Error("an update is being handled outside of its transaction");
    return work;
  }
}
