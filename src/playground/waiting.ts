/** Waiting for what a bot shows: the next message or edit, not looked at yet, that says what is wanted. */
import type { Message } from "@grammyjs/types";
import type { Conversation, Happening } from "./chats.js";
import { drawBody, drawButtons, drawMessage, drawTranscript } from "./drawing.js";
import type { World } from "./world.js";

/** How long to wait where nothing is said, in milliseconds: ample for a bot on a busy machine. */
export const usualPatience = 30_000;

/** How many happenings of the chat the error shows when a wait fails. */
const shownHappenings = 12;

/** What to look for: words that occur, or a pattern; in the text as drawn, buttons in brackets included. */
export type Wanted = string | RegExp;

/** Waits in one chat, in order: what was seen once is not seen again. */
export class MessageWaiter {
  private readonly world: World;
  private readonly conversation: Conversation;
  private readonly who: string;
  /** Where in the chat's history to look next. */
  private at: number;
  private seenId: number | undefined;

  constructor(world: World, conversation: Conversation, who: string) {
    this.world = world;
    this.conversation = conversation;
    this.who = who;
    this.at = conversation.history.length;
  }

  /** Everything shown so far counts as seen. */
  skip(): void {
    this.at = this.conversation.history.length;
  }

  /** The message that was waited for last, as it stands now. @throws {Error} where none was, or it is gone */
  seen(): Message {
    const message = this.seenId === undefined ? undefined : this.conversation.messages.get(this.seenId);
    if (message === undefined) throw new Error(`${this.who} has waited for no message that stands here`);
    return message;
  }

  /**
   * The next message or edit of a bot that says what is wanted; what came before it counts as seen too.
   * @throws {Error} when `within` milliseconds passed without it; the message shows the chat
   */
  sees(wanted: Wanted, within = usualPatience): Promise<Message> {
    const found = this.look(wanted);
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        for (const unsubscribe of subscriptions) unsubscribe();
      };
      const lookAgain = ({ conversation }: { conversation: Conversation }) => {
        const message = conversation === this.conversation ? this.look(wanted) : undefined;
        if (message === undefined) return;
        stop();
        resolve(message);
      };
      const timer = setTimeout(() => {
        stop();
        reject(this.disappointment(wanted, within));
      }, within);
      const subscriptions = [this.world.on("message", lookAgain), this.world.on("edit", lookAgain)];
    });
  }

  private look(wanted: Wanted): Message | undefined {
    const { history } = this.conversation;
    for (let at = this.at; at < history.length; at++) {
      const happening = history[at];
      const shown = happening && appearance(happening);
      if (shown === undefined || !says(shown.text, wanted)) continue;
      this.at = at + 1;
      this.seenId = shown.message.message_id;
      return shown.message;
    }
    return undefined;
  }

  private disappointment(wanted: Wanted, within: number): Error {
    const chat = drawTranscript(this.conversation, shownHappenings);
    return new Error(
      `${this.who} did not see ${wanted instanceof RegExp ? wanted : JSON.stringify(wanted)} within ${within} ms. The chat:\n${chat}`,
    );
  }
}

/**
 * What a happening newly shows of a bot. An edit of the buttons alone shows the buttons alone, so that a wait
 * for the next question does not take an old one for it whose keyboard was removed.
 */
function appearance(happening: Happening): { message: Message; text: string } | undefined {
  if (happening.kind !== "message" && happening.kind !== "edit") return undefined;
  if (!happening.isFromBot) return undefined;
  const { message } = happening;
  if (happening.kind === "message" || drawBody(happening.before) !== drawBody(message))
    return { message, text: drawMessage(message) };
  return { message, text: drawButtons(message.reply_markup) };
}

function says(text: string, wanted: Wanted): boolean {
  return typeof wanted === "string" ? text.includes(wanted) : text.search(wanted) >= 0;
}
