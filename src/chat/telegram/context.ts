import type { ConversationFlavor } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Update } from "grammy/types";
import type { Work } from "../../records/people/work.js";
import type { Locale } from "../../texts.js";
import type { CallbackData } from "./callback.js";
import type { EntryCall } from "./entries.js";
import type { Wording } from "./wording.js";

/** Where a person goes on who did something else while a dialogue waited. */
export type ResumeLink = {
  /** What its button says to the bot. */
  readonly data: CallbackData;
  /** It leads into a form, or to an entry that stands before one. */
  readonly toForm: boolean;
};

/** An answer in the words it was typed in, perhaps in several messages. */
export type TypedAnswer = {
  readonly roundId: string;
  readonly path: string;
  /** The messages in the order of their ids, which is the order they were sent in. */
  readonly parts: readonly { readonly id: number; readonly text: string }[];
  /** When the last of them was sent (Unix time). */
  readonly at: number;
  /** The question may have been before the person more than once. */
  readonly wasRepeated: boolean;
};

/** What a handler has at hand: grammY's context, the work of this update, and words in the person's language. */
export type Ctx = ConversationFlavor<Context> & {
  work: Work;
  say: Wording;
  locale: Locale;
  /** Set by a dialogue that ended: which one begins next, within the same update. */
  onward: Onward | undefined;
  /** Set where an answer was typed: what is sent before the next question is seen belongs to it. */
  typedAnswer: TypedAnswer | undefined;
  /** Set by a dialogue that goes on waiting while something else is answered. */
  resumeLink: ResumeLink | undefined;
  /** Danger was read in what was typed, and the person has what to do before them. */
  inDanger: boolean;
  /** Speaks another language from here on. */
  setLocale(locale: Locale): void;
};

/** The dialogue to begin when the present one has ended. */
export type Onward = { readonly to: "question" } | EntryCall;

/**
 * The work an update belongs to. grammY makes the context of an update itself, and hands the same update object
 * back; this is the only way between the two that needs no global.
 */
export class Works {
  readonly #works = new WeakMap<Update, Work>();

  set(update: Update, work: Work): void {
    this.#works.set(update, work);
  }

  of(update: Update): Work {
    const work = this.#works.get(update);
    if (work === undefined) throw new Error("an update is being handled outside of its transaction");
    return work;
  }
}
