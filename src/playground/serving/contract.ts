/** What the page and the playground say to each other: JSON over `/playground/…`, and the events of its stream. */
import type { BotCommand, InlineQueryResult, Message, ReplyKeyboardMarkup } from "@grammyjs/types";
import type { Jump } from "../clock.js";
import type { ExerciseRun } from "../training/classroom.js";

/**
 * Why the server says no, by kind: the page tells it in the visitor's language. `wrong` is a fault of the page, `failed` one
 * of the server; the rest a person may meet. A `stranger` has not entered the code, or not in this browser.
 */
export const refusalKinds = [
  "noPerson",
  "gone",
  "tooLarge",
  "foreign",
  "stranger",
  "forbidden",
  "tooFast",
  "wrong",
  "failed",
] as const;
export type RefusalKind = (typeof refusalKinds)[number];

/** The body of a refusal. */
export type Refused = {
  readonly kind: RefusalKind;
  /** For developers. */
  readonly error: string;
};

/** Where the page's calls go. */
export const root = "/playground/";

/** What a person of the playground may begin as; `stranger` was not invited. */
export const beginnings = ["stranger", "worker", "supervisor", "admin"] as const;
export type Beginning = (typeof beginnings)[number];

/** Languages the page, and the Telegram of its people, can be in. */
export const languages = ["id", "en"] as const;
export type Language = (typeof languages)[number];

/** A person as the list shows one. */
export type PersonLine = {
  readonly id: number;
  readonly name: string;
  /** Roles in the sample organisation; none for a stranger. */
  readonly roles: readonly string[];
  /** Messages of the bot that were not looked at. */
  readonly unread: number;
  /** The newest message. */
  readonly last: Message | null;
  /** The bot can no longer write. */
  readonly blocked: boolean;
  /** What the bot's menu offers. */
  readonly commands: readonly BotCommand[];
};

/** The steps of the tour, in the order in which they are shown. */
export const tourSteps = [
  "answered",
  "corrected",
  "consented",
  "sent",
  "printed",
  "decided",
  "asked",
  "reminded",
] as const;
export type TourStep = (typeof tourSteps)[number];

/** How far a visitor is in the tour. */
export type Tour = {
  /** In whatever order they were done. */
  readonly done: readonly TourStep[];
  /** It was put away, to be taken up again. */
  readonly left: boolean;
};

/** What `POST tour` may ask for, in its field `to`. */
export const tourDeeds = ["begin", "leave", "takeUp"] as const;
export type TourDeed = (typeof tourDeeds)[number];

/** `GET state`: all but the chats; of a learner only what is theirs. */
export type State = {
  /** As whom the page is looked at. */
  readonly as: "trainer" | "learner";
  /** The room is open to learners of the same network. */
  readonly open: boolean;
  readonly bot: { readonly id: number; readonly name: string; readonly username: string };
  readonly people: readonly PersonLine[];
  readonly now: string;
  /** How far the clock is ahead of the real time, in milliseconds. */
  readonly ahead: number;
  /** IANA zone of the sample organisation. */
  readonly zone: string;
  /** Where the data lies. */
  readonly dataDir: string;
  /** Made-up cases are there. */
  readonly filled: boolean;
  /** In which the people of the sample organisation have their Telegram. */
  readonly language: Language;
  /** Null where no tour was begun. */
  readonly tour: Tour | null;
};

/** `GET chat?person`: one chat. */
export type ChatView = {
  readonly person: number;
  readonly messages: readonly Message[];
  readonly keyboard: ReplyKeyboardMarkup | null;
  readonly blocked: boolean;
  /** The id of the last message that was looked at. */
  readonly read: number;
};

/** `POST press`: the bot's answer, null where it gave none in time. */
export type Pressed = {
  readonly text: string | null;
  readonly alert: boolean;
  readonly url: string | null;
};

/** `POST inline`: what the bot offers. */
export type Offered = { readonly results: readonly InlineQueryResult[] };

/** What an exercise says in one language. */
export type ExerciseWords = {
  readonly title: string;
  readonly summary: string;
  /** What the learner is told at the beginning, in paragraphs. */
  readonly story: readonly string[];
  /** What people say, and what the worker finds: to be read when one asks for it. */
  readonly cards: readonly { readonly title: string; readonly text: string }[];
  /** For each goal what it is, and what is said of it in the end. */
  readonly goals: Readonly<
    Record<string, { readonly title: string; readonly met: string; readonly missed: string }>
  >;
};

/** An exercise as the page shows it. */
export type ExerciseView = {
  readonly key: string;
  readonly words: Readonly<Record<"id" | "en", ExerciseWords>>;
  /** The goals in order; with the law behind each, where it is law. */
  readonly goals: readonly { readonly key: string; readonly source: string | null }[];
};

/** `GET exercises`: all there are, and what the learner does. */
export type ExercisesView = {
  readonly exercises: readonly ExerciseView[];
  readonly run: ExerciseRun | null;
};

/** `GET learners`: the trainer's screen. */
export type LearnersView = {
  readonly code: string;
  readonly addresses: readonly string[];
  readonly exercises: readonly ExerciseView[];
  readonly learners: readonly {
    readonly person: number;
    readonly name: string;
    readonly run: ExerciseRun | null;
  }[];
};

/** `POST clock`. */
export type ClockCall = { readonly jump: Jump };

/** What the stream tells. `chat` is the person's id. */
export type PageEvent =
  | {
      readonly kind: "message";
      readonly chat: number;
      readonly message: Message;
      readonly unread: number;
      readonly keyboard: ReplyKeyboardMarkup | null;
    }
  | { readonly kind: "edit"; readonly chat: number; readonly message: Message }
  | {
      readonly kind: "delete";
      readonly chat: number;
      readonly messageId: number;
      /** What is the newest message now, and how many of the bot's were not looked at. */
      readonly last: Message | null;
      readonly unread: number;
    }
  | { readonly kind: "action"; readonly chat: number; readonly action: string }
  | { readonly kind: "reaction"; readonly chat: number; readonly messageId: number; readonly emoji: string }
  | { readonly kind: "read"; readonly chat: number; readonly read: number; readonly unread: number }
  | { readonly kind: "clock"; readonly now: string; readonly ahead: number }
  /** The made-up cases are being written: so many of so many; 0 of 0 where that is over. */
  | { readonly kind: "filling"; readonly done: number; readonly of: number }
  /** A learner began an exercise, or it was ended. */
  | { readonly kind: "exercise"; readonly chat: number }
  /** Much has changed at once: everything is to be asked for again. */
  | { readonly kind: "anew" };
