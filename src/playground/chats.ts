/** What a chat consists of: its bots and people, messages, presses, and all that happened in it. */
import type {
  Chat,
  InlineQueryResult,
  Message,
  ReplyKeyboardMarkup,
  User,
  UserFromGetMe,
} from "@grammyjs/types";
import type { BotProfile } from "./profile.js";
import type { UpdateQueue } from "./updates.js";
import type { WebhookDelivery } from "./webhook.js";

/** A press of an inline button: a callback query the bot has yet to answer. */
export type PendingPress = {
  readonly id: string;
  readonly user: User;
  readonly conversation: Conversation;
  readonly button: string;
  /** When it was pressed, in milliseconds of the clock. */
  readonly at: number;
  /** Called once, with the bot's answer. */
  answered: ((answer: PressAnswer) => void) | undefined;
};

/** What a bot answered to a press: a notice, or a dialog if `showAlert`. */
export type PressAnswer = {
  readonly text: string | undefined;
  readonly showAlert: boolean;
  readonly url: string | undefined;
};

/** An inline query the bot has yet to answer. */
export type Inline = { readonly at: number; readonly answered: (answer: InlineAnswer) => void };

/** What a bot answered to an inline query. */
export type InlineAnswer = {
  readonly results: readonly InlineQueryResult[];
  readonly nextOffset: string | undefined;
  readonly button: { readonly text: string; readonly start_parameter?: string } | undefined;
};

/** A bot, by its token. */
export type Bot = {
  readonly token: string;
  readonly me: UserFromGetMe;
  /** The bot as the sender of a message. */
  readonly user: User;
  readonly queue: UpdateQueue;
  /** Its chats by id; a private chat has the id of its person. */
  readonly chats: Map<number, Conversation>;
  readonly profile: BotProfile;
  readonly presses: Map<string, PendingPress>;
  readonly inlines: Map<string, Inline>;
  /** Takes the next id of a message in its private chats, which share one count. */
  readonly takeMessageId: () => number;
  delivery: WebhookDelivery | undefined;
};

/** A chat: of one person with one bot, or a group. */
export type Conversation = {
  readonly chat: Chat;
  readonly bots: Bot[];
  readonly members: Map<number, User>;
  readonly messages: Map<number, Message>;
  readonly history: Happening[];
  readonly takeMessageId: () => number;
  /** Whether the bot may write: not before the person did, and not while blocked. */
  access: "unstarted" | "open" | "blocked";
  /** The reply keyboard shown at present. */
  keyboard: ReplyKeyboardMarkup | undefined;
  readonly pinned: Set<number>;
};

/**
 * Something that happened in a chat; `at` in milliseconds of the clock. `order` counts what happens in all chats together;
 * absent where it is not kept, as in rooms of before it was.
 */
export type Happening = { readonly at: number; readonly order?: number } & (
  | { readonly kind: "message"; readonly message: Message; readonly isFromBot: boolean }
  | {
      readonly kind: "edit";
      readonly message: Message;
      readonly before: Message;
      readonly isFromBot: boolean;
    }
  | { readonly kind: "delete"; readonly message: Message }
  | {
      readonly kind: "press";
      readonly message: Message;
      readonly button: string;
      /** Which of the message's buttons it was, from 0, since several may say the same. */
      readonly place?: number;
      readonly user: User;
    }
  | { readonly kind: "answer"; readonly user: User; readonly button: string; readonly answer: PressAnswer }
  | { readonly kind: "action"; readonly action: string }
  | { readonly kind: "reaction"; readonly message: Message; readonly emoji: readonly string[] }
  | { readonly kind: "pin"; readonly message: Message; readonly isPinned: boolean }
  /** A person blocked the bot, or let it write again. */
  | { readonly kind: "access"; readonly access: "open" | "blocked" }
  /** A person typed `@bot query`. */
  | { readonly kind: "query"; readonly query: string }
);

/** The kinds of happening one can listen to. */
export type HappeningKind = Happening["kind"];
export const happeningKinds: readonly HappeningKind[] = [
  "message",
  "edit",
  "delete",
  "press",
  "answer",
  "action",
  "reaction",
  "pin",
  "access",
  "query",
];

/** A happening, with the chat it happened in. */
export type Event<Kind extends HappeningKind = HappeningKind> = Extract<Happening, { kind: Kind }> & {
  readonly conversation: Conversation;
};

/** A chat in which nothing has happened yet. */
export function newConversation(
  chat: Chat,
  takeMessageId: () => number,
  access: Conversation["access"],
): Conversation {
  return {
    chat,
    bots: [],
    members: new Map(),
    messages: new Map(),
    history: [],
    takeMessageId,
    access,
    keyboard: undefined,
    pinned: new Set(),
  };
}
