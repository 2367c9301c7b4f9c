/** Pressing buttons: finding the one meant, telling the bot, and what becomes of it. */
import type { InlineKeyboardButton, KeyboardButton, Message, User } from "@grammyjs/types";
import type { Bot, Conversation, PressAnswer } from "./chats.js";
import { buttonText } from "./markup.js";
import { usualPatience } from "./waiting.js";
import type { World } from "./world.js";

/** A button on the screen: below a message, or of the reply keyboard. */
type FoundButton =
  | { readonly message: Message; readonly button: InlineKeyboardButton }
  | { readonly key: KeyboardButton };

/** The newest button that says so; below one message only, where `messageId` is given. */
export function findButton(
  { messages, keyboard }: Conversation,
  label: string | RegExp,
  messageId?: number,
): FoundButton | undefined {
  const says = (text: string) => (typeof label === "string" ? text === label : text.search(label) >= 0);
  for (const message of [...messages.values()].reverse()) {
    if (messageId !== undefined && message.message_id !== messageId) continue;
    const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => says(text));
    if (button !== undefined) return { message, button };
  }
  const keys = messageId === undefined ? (keyboard?.keyboard.flat() ?? []) : [];
  const key = keys.find((candidate) => says(buttonText(candidate)));
  return key === undefined ? undefined : { key };
}

/** A button of a message, and its place among them, from 0. */
type ShownButton = {
  readonly message: Message;
  readonly button: InlineKeyboardButton;
  readonly place: number;
};

/**
 * A button of a message as it stands, or as it stood last with that button: a finger may be slower than an edit, or a
 * deletion.
 */
export function buttonShown(
  { history, messages }: Conversation,
  messageId: number,
  isMeant: (button: InlineKeyboardButton, place: number) => boolean,
): ShownButton | undefined {
  const now = messages.get(messageId);
  const found = now && buttonOf(now, isMeant);
  if (found !== undefined) return found;
  for (const happening of [...history].reverse()) {
    if (happening.kind !== "message" && happening.kind !== "edit") continue;
    if (happening.message.message_id !== messageId) continue;
    const earlier = buttonOf(happening.message, isMeant);
    if (earlier !== undefined) return earlier;
  }
  return undefined;
}

function buttonOf(
  message: Message,
  isMeant: (button: InlineKeyboardButton, place: number) => boolean,
): ShownButton | undefined {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  const place = buttons.findIndex(isMeant);
  const button = buttons[place];
  return button && { message, button, place };
}

/** Presses an inline button by its data: the bot gets a callback query, which it has to answer. */
export function press(
  world: World,
  bot: Bot,
  conversation: Conversation,
  user: User,
  data: string,
  messageId: number,
): PressHandle {
  const { messages, chat } = conversation;
  const message = messages.get(messageId);
  const shown = buttonShown(
    conversation,
    messageId,
    (one) => "callback_data" in one && one.callback_data === data,
  );
  const button = shown?.button.text ?? data;
  const handle = new PressHandle(user.first_name);
  const id = `${bot.user.id}${String(world.next("presses")).padStart(9, "0")}`;
  const at = world.now();
  bot.presses.set(id, { id, user, conversation, button, at, answered: (answer) => handle.settle(answer) });
  const pressed = message ?? shown?.message;
  if (pressed !== undefined) {
    const place = shown === undefined ? {} : { place: shown.place };
    world.happen(conversation, { at, kind: "press", message: pressed, button, ...place, user });
  }
  const inaccessible = { chat, message_id: messageId, date: 0 };
  const query = { id, from: user, message: message ?? inaccessible, chat_instance: `${chat.id}`, data };
  bot.queue.add("callback_query", query, `press ${user.id}`);
  return handle;
}

/** What becomes of a press: the notice the bot answers it with. */
export class PressHandle {
  private readonly who: string;
  private given: PressAnswer | undefined;
  private readonly waiting: ((answer: PressAnswer) => void)[] = [];

  constructor(who: string) {
    this.who = who;
  }

  /** Whether the bot has answered yet. */
  get isAnswered(): boolean {
    return this.given !== undefined;
  }

  /** The bot's answer. @throws {Error} when there is none within so many milliseconds (30 s) */
  answer({ within = usualPatience }: { within?: number } = {}): Promise<PressAnswer> {
    if (this.given !== undefined) return Promise.resolve(this.given);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`The bot did not answer ${this.who}'s press within ${within} ms`)),
        within,
      );
      this.waiting.push((answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
  }

  /** Called by the playground, once. */
  settle(answer: PressAnswer): void {
    this.given = answer;
    for (const tell of this.waiting) tell(answer);
  }
}
