/**
 * People who use a bot: they type, press, photograph, forward, block, and look at what comes back.
 *
 *     const ratna = telegram.person({ firstName: "Ratna" });
 *     ratna.opens("inv_7Kq");
 *     await ratna.sees(/Selamat datang/);
 *     ratna.presses("Saya setuju");
 *
 * What they do happens at once; only what depends on the bot is waited for. Text is delivered as it is given,
 * NUL and lone surrogates included, although Telegram's apps would clean it: a bot has to stand it.
 */
import type {
  BotCommand,
  ChatMember,
  InlineQueryResult,
  KeyboardButton,
  Message,
  User,
} from "@grammyjs/types";
import type { Bot, Conversation, InlineAnswer } from "./chats.js";
import { drawMessage, drawScreen, drawTranscript } from "./drawing.js";
import type { Content } from "./files.js";
import { deepLink } from "./links.js";
import { buttonText } from "./markup.js";
import { quoted } from "./methods/body.js";
import { isRecord } from "./payload.js";
import { type Body, postFromPerson, replaceMessage, tellBots } from "./posting.js";
import { findButton, PressHandle, press } from "./pressing.js";
import { commandsShown } from "./profile.js";
import { documentBody, forwardedBody, photoBody, stickerBody, voiceBody } from "./sending.js";
import { formattedText, foundEntities, inlineText } from "./text.js";
import { MessageWaiter, type Wanted } from "./waiting.js";
import type { World } from "./world.js";

/** Who a person is. Without an id, the next free one; without a language, Indonesian. */
export type PersonOptions = {
  readonly firstName: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly languageCode?: string;
  readonly id?: number;
};

/** What may be said beside a message: which one it answers, a caption, the album it belongs to. */
export type Aside = { readonly replyTo?: Message; readonly caption?: string; readonly album?: string };

/** How long to wait, in milliseconds. */
export type Patience = { readonly within?: number };

/** The bot offered no inline results in time. */
export class NothingOffered extends Error {
  override readonly name = "NothingOffered";
}

/** A person in one chat: in private with a bot, or in a group. */
export class Person {
  readonly user: User;
  readonly conversation: Conversation;
  readonly bot: Bot;
  private readonly world: World;
  private readonly waiter: MessageWaiter;

  constructor(world: World, user: User, bot: Bot, conversation: Conversation) {
    this.world = world;
    this.user = user;
    this.bot = bot;
    this.conversation = conversation;
    this.waiter = new MessageWaiter(world, conversation, user.first_name);
  }

  get id(): number {
    return this.user.id;
  }

  /** The same person in another chat: with another bot, or in a group. */
  in(place: Bot | Conversation): Person {
    const isBot = "token" in place;
    const conversation = isBot ? this.world.privateChat(place, this.user) : place;
    return new Person(this.world, this.user, isBot ? place : this.bot, conversation);
  }

  // --- what a person does -------------------------------------------------------------------------------

  /** Types a text; commands, links and mentions in it are marked as Telegram marks them. */
  sends(text: string, aside: Aside = {}): Message {
    const entities = foundEntities(text);
    return this.posts({ text, ...(entities.length > 0 ? { entities } : {}) }, aside);
  }

  /** Opens the bot and presses Start: after a link `t.me/<bot>?start=<payload>`, with that payload. */
  opens(payload?: string): Message {
    return this.sends(payload === undefined ? "/start" : `/start ${payload}`);
  }

  /**
   * Presses the newest button that says so: below a message (of `message`, where given), or on the reply
   * keyboard. A button that opens a link follows it where it leads to a bot.
   * @throws {Error} where no such button is on the screen; it shows the screen
   */
  presses(label: string | RegExp, { message }: { message?: Message | number } = {}): PressHandle {
    const id = typeof message === "object" ? message.message_id : message;
    const found = findButton(this.conversation, label, id);
    if (found === undefined)
      throw new Error(`${this.user.first_name} sees no button ${label}. The screen:\n${this.screen()}`);
    if ("key" in found) return this.pressesKey(found.key);
    const { button } = found;
    if ("callback_data" in button) return this.pressesData(button.callback_data, found.message.message_id);
    const link = "url" in button ? deepLink(button.url) : undefined;
    if (link?.username.toLowerCase() === this.bot.me.username.toLowerCase()) this.opens(link.payload);
    return new PressHandle(this.user.first_name);
  }

  /**
   * Presses a button by its data, also one that is gone: of a message edited or deleted meanwhile. Where no message is
   * named, it is taken to stand below the newest.
   */
  pressesData(data: string, messageId = this.lastMessage()?.message_id ?? 0): PressHandle {
    return press(this.world, this.bot, this.conversation, this.user, data, messageId);
  }

  /** Sends a photo: of these bytes, or of so many. */
  photographs(content: Content, aside: Aside = {}): Message {
    return this.posts(photoBody(this.world.files, content), aside);
  }

  /** Sends a voice note of so many seconds. */
  sendsVoice(
    content: Content = 12_000,
    { duration = 5, ...aside }: Aside & { duration?: number } = {},
  ): Message {
    return this.posts(voiceBody(this.world.files, content, duration), aside);
  }

  /** Sends a file of these bytes, or of so many. */
  sendsDocument(name: string, mime: string, content: Content, aside: Aside = {}): Message {
    return this.posts(documentBody(this.world.files, content, name, mime), aside);
  }

  /** Sends a place, in degrees. */
  sendsLocation(latitude: number, longitude: number): Message {
    return this.posts({ location: { latitude, longitude } });
  }

  sendsSticker(emoji = "👍"): Message {
    return this.posts(stickerBody(this.world.files, emoji));
  }

  /** Sends a contact; one's own where no name is given. */
  sendsContact(phone: string, firstName?: string): Message {
    const own = { first_name: this.user.first_name, user_id: this.user.id };
    const whose = firstName === undefined ? own : { first_name: firstName };
    return this.posts({ contact: { phone_number: phone, ...whose } });
  }

  /** Forwards a text that somebody else wrote, or a message of any chat. */
  forwards(what: string | Message, author = "Orang lain"): Message {
    if (typeof what !== "string") return this.posts(forwardedBody(what, this.user));
    const date = this.world.seconds();
    return this.posts({
      text: what,
      forward_origin: { type: "hidden_user", sender_user_name: author, date },
    });
  }

  /** Edits a text sent before. */
  edits(message: Message | number, text: string): Message {
    const id = typeof message === "number" ? message : message.message_id;
    const before = this.conversation.messages.get(id);
    if (before?.from?.id !== this.user.id) throw new Error(`${this.user.first_name} sent no message ${id}`);
    const { entities: _old, ...kept } = before;
    const entities = foundEntities(text);
    const after = {
      ...kept,
      text,
      ...(entities.length > 0 ? { entities } : {}),
      edit_date: this.world.seconds(),
    };
    replaceMessage(this.world, this.conversation, before, after, false);
    tellBots(this.conversation, "edited_message", after);
    return after;
  }

  /** Sends a text through another bot's inline mode. */
  repliesViaBot(text: string, username = "gif"): Message {
    return this.posts({ text, via_bot: { id: 140_267_078, is_bot: true, first_name: username, username } });
  }

  /** Types `@bot query` and waits for what the bot offers. @throws {NothingOffered} when it offers nothing in time */
  asksInline(query: string, { within = 30_000 }: Patience = {}): Promise<InlineAnswer> {
    const id = `${this.bot.user.id}${String(this.world.next("inlines")).padStart(9, "0")}`;
    this.world.happen(this.conversation, { at: this.world.now(), kind: "query", query });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new NothingOffered(`The bot offered nothing for "${query}" within ${within} ms`)),
        within,
      );
      const answered = (answer: InlineAnswer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      this.bot.inlines.set(id, { at: this.world.now(), answered });
      const content = { id, from: this.user, query, offset: "", chat_type: "sender" };
      this.bot.queue.add("inline_query", content, `inline ${this.user.id}`);
    });
  }

  /** Picks one of the inline results: it is sent here, through the bot. Only results that are texts can be. */
  picks(result: InlineQueryResult): Message {
    const picked = pickedText(result);
    if (picked === undefined) throw new Error(`The inline result ${result.id} is no text`);
    const { text, entities } = picked;
    return this.posts({ text, ...(entities.length > 0 ? { entities } : {}), via_bot: this.bot.user });
  }

  /** Blocks the bot: it can write no more, and is told so. */
  blocks(): void {
    this.changesMembership("blocked");
  }

  /** Lets the bot write again. */
  unblocks(): void {
    this.changesMembership("open");
  }

  // --- what a person sees -------------------------------------------------------------------------------

  /**
   * The next message or edit of the bot, not seen yet, that says what is wanted (buttons are drawn in
   * brackets). Everything before it counts as seen.
   * @throws {Error} after `within` milliseconds (30 s) without it; the message shows the chat
   */
  sees(wanted: Wanted, { within }: Patience = {}): Promise<Message> {
    return this.waiter.sees(wanted, within);
  }

  /**
   * The message that `sees` found last, as it stands now, with its buttons. What else came since is not in it.
   * @throws {Error} where none was waited for, or it was deleted
   */
  seen(): string {
    return drawMessage(this.waiter.seen());
  }

  /** Everything on the screen counts as seen. */
  looksAway(): void {
    this.waiter.skip();
  }

  /** What stands in the chat now. */
  screen(count?: number): string {
    return drawScreen(this.conversation, count);
  }

  /** All that happened in the chat, edits and presses included. */
  transcript(): string {
    return drawTranscript(this.conversation);
  }

  /** The newest message in the chat, whoever sent it. */
  lastMessage(): Message | undefined {
    return [...this.conversation.messages.values()].at(-1);
  }

  /** The commands the bot's menu offers to this person. */
  commands(): readonly BotCommand[] {
    return commandsShown(this.bot.profile, this.conversation.chat.id, this.user.language_code ?? "");
  }

  // --- the same, from inside ----------------------------------------------------------------------------

  private posts(body: Body, { replyTo, caption, album }: Aside = {}): Message {
    const entities = caption === undefined ? [] : foundEntities(caption);
    return postFromPerson(this.world, this.conversation, this.user, {
      ...body,
      ...(caption === undefined ? {} : { caption }),
      ...(entities.length > 0 ? { caption_entities: entities } : {}),
      ...(replyTo === undefined ? {} : { reply_to_message: quoted(replyTo) }),
      ...(album === undefined ? {} : { media_group_id: album }),
    });
  }

  private pressesKey(key: KeyboardButton): PressHandle {
    if (this.conversation.keyboard?.one_time_keyboard === true) this.conversation.keyboard = undefined;
    if (typeof key === "object" && "request_contact" in key) this.sendsContact("+6281200000000");
    else if (typeof key === "object" && "request_location" in key) this.sendsLocation(-6.2, 106.816);
    else this.sends(buttonText(key));
    return new PressHandle(this.user.first_name);
  }

  private changesMembership(access: "open" | "blocked"): void {
    const { conversation, bot, user, world } = this;
    if (conversation.access === access) return;
    conversation.access = access;
    world.happen(conversation, { at: world.now(), kind: "access", access });
    const member: ChatMember = { status: "member", user: bot.user };
    const kicked: ChatMember = { status: "kicked", user: bot.user, until_date: 0 };
    bot.queue.add(
      "my_chat_member",
      {
        chat: conversation.chat,
        from: user,
        date: world.seconds(),
        old_chat_member: access === "open" ? kicked : member,
        new_chat_member: access === "open" ? member : kicked,
      },
      `member ${conversation.chat.id}`,
    );
  }
}

/** What is sent where an inline result is picked; undefined where that is no text. */
export function pickedText(result: InlineQueryResult) {
  const content: unknown = "input_message_content" in result ? result.input_message_content : undefined;
  if (!isRecord(content) || typeof content.message_text !== "string") return undefined;
  return formattedText(content, inlineText);
}
