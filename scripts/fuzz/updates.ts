/**
 * Updates as nobody sends them: every kind the Bot API has, from every kind of person and chat, with whatever its types
 * allow in them. What an update is depends on the seed, its number and what the bot has drawn for that person so far.
 */
import type { Chat, Message, Update, User } from "@grammyjs/types";
import { type CallbackName, callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Conversation } from "../../src/playground/chats.js";
import type { Person } from "../../src/playground/people.js";
import type { Cast } from "./cast.js";
import { type Dice, diceOf } from "./dice.js";
import { anyValue, type Fields, fieldOf, optionalFields, typeNamed } from "./values.js";
import { anyText } from "./words.js";

/** An update, and the person and chat it is of. */
export type FuzzedUpdate = {
  readonly index: number;
  readonly kind: string;
  readonly update: Update;
  readonly user: User;
  readonly conversation: Conversation;
};

/** Where an update comes from. */
type Origin = { readonly user: User; readonly conversation: Conversation };

const updateType = typeNamed("Update");
const kinds = optionalFields(updateType);
const contents = optionalFields(fieldOf(updateType, "message")).filter(
  (name) => !["sender_chat", "business_connection_id", "guest_bot_caller_user"].includes(name),
);
const names = Object.keys(callbacks) as CallbackName[];

/** Telegram's ids of updates that are made up begin here, away from those of the emulator. */
export const firstUpdateId = 1_000_000_000;

/** The update of this number in the run of this seed. */
export function updateAt(seed: number, index: number, cast: Cast): FuzzedUpdate {
  const dice = diceOf(seed, index);
  const person = dice.pick(cast.people);
  const place = dice.weighted<Conversation>([
    [90, person.conversation],
    [7, cast.group],
    [3, cast.channel],
  ]);
  const origin = { user: person.user, conversation: place };
  const kind = dice.weighted<string>([
    [48, "message"],
    [36, "callback_query"],
    [4, "edited_message"],
    [2, "my_chat_member"],
    [3, "inline_query"],
    [7, dice.pick(kinds)],
  ]);
  const content = contentOf(kind, index, dice, origin, person, cast);
  // Built by the schema of this very type.
  const update = { update_id: firstUpdateId + index, [kind]: content } as Update;
  return { index, kind, update, ...origin };
}

function contentOf(
  kind: string,
  index: number,
  dice: Dice,
  origin: Origin,
  person: Person,
  cast: Cast,
): unknown {
  if (kind === "callback_query") return pressOf(index, dice, origin, person, cast);
  const any = anyValue(fieldOf(updateType, kind), dice);
  if (typeof any !== "object" || any === null) return any;
  if ("message_id" in any && "chat" in any) return messageOf(any as Fields, dice, origin);
  return placed(any as Fields, index, origin);
}

/** A message: one kind of content, sometimes several that never come together. */
function messageOf(any: Fields, dice: Dice, origin: Origin): Fields {
  const type = fieldOf(updateType, "message");
  const put = (name: string) => [name, anyValue(fieldOf(type, name), dice, 1)] as const;
  const said: Fields = dice.weighted<() => Fields>([
    [60, () => ({ text: anyText(dice) })],
    [12, () => Object.fromEntries([put(dice.pick(["photo", "voice", "document", "location", "audio"]))])],
    [20, () => Object.fromEntries([put(dice.pick(contents))])],
    [8, () => Object.fromEntries(contents.filter(() => dice.likely(8)).map(put))],
  ])();
  const aside: Fields = Object.fromEntries(
    (
      [
        "caption",
        "entities",
        "caption_entities",
        "forward_origin",
        "via_bot",
        "media_group_id",
        "quote",
      ] as const
    )
      .filter(() => dice.likely(5))
      .map(put),
  );
  const commanded = typeof said.text === "string" && said.text.startsWith("/") && dice.likely(90);
  const entities = {
    entities: [{ type: "bot_command", offset: 0, length: said.text?.toString().search(/\s|$/) }],
  };
  const answered = dice.likely(8) ? messageIn(origin.conversation, dice) : undefined;
  return {
    ...(dice.likely(20) ? any : {}),
    ...aside,
    ...said,
    ...(commanded ? entities : {}),
    ...(answered === undefined ? {} : { reply_to_message: answered }),
    message_id: dice.likely(80) ? 1_000_000 + dice.roll(100_000) : anyNumber(dice),
    date: dice.likely(90) ? lastSecond(origin.conversation) : anyNumber(dice),
    chat: origin.conversation.chat,
    ...(origin.conversation.chat.type === "channel" && dice.likely(60) ? {} : { from: origin.user }),
  };
}

/** A press: of what the bot drew, of what it might have drawn, of nothing that anybody drew. */
function pressOf(index: number, dice: Dice, origin: Origin, person: Person, cast: Cast): Fields {
  const { conversation } = origin;
  const own = cast.drawn(person.id);
  const others = cast.drawn(dice.pick(cast.people).id);
  const data = dice.weighted<() => string>([
    [40, () => (own.length === 0 ? anyData(dice, cast) : dice.pick(own.slice(-dice.pick([4, 4, 16, 400]))))],
    [12, () => (others.length === 0 ? anyData(dice, cast) : dice.pick(others))],
    [28, () => anyData(dice, cast)],
    // Whoever has left the form goes on with it.
    [10, () => callbacks.goOn({ roundId: cast.draftId })],
    [12, () => mutated(own.length === 0 ? anyData(dice, cast) : dice.pick(own), dice, cast)],
    [8, () => anyText(dice)],
  ])();
  const message = messageIn(conversation, dice);
  const where = dice.weighted<Fields>([
    [85, { message: message ?? gone(conversation.chat, dice) }],
    [8, { message: gone(conversation.chat, dice) }],
    [4, { inline_message_id: anyText(dice) }],
    [3, {}],
  ]);
  return {
    id: pressId(index),
    from: origin.user,
    ...where,
    chat_instance: dice.likely(90) ? String(conversation.chat.id) : anyText(dice),
    ...(dice.likely(96) ? { data } : { game_short_name: data }),
  };
}

/** The id of the press of an update. */
export function pressId(index: number): string {
  return `fuzz-${index}`;
}

/** A button of the table, with ids of the cast in it. */
function anyData(dice: Dice, cast: Cast): string {
  const { pattern } = callbacks[dice.pick(names)];
  return pattern.replaceAll(/\{(\w+)\}/g, (_, argument: string) => cast.argument(argument, dice));
}

/** Another part in one place, a character changed, cut, or too much. */
function mutated(data: string, dice: Dice, cast: Cast): string {
  const parts = data.split(":");
  const at = dice.roll(parts.length);
  const character = dice.roll(data.length + 1);
  return dice.weighted<() => string>([
    [40, () => parts.map((part, index) => (index === at ? cast.argument("", dice) : part)).join(":")],
    [20, () => `${data.slice(0, character)}${anyText(dice).slice(0, 1)}${data.slice(character + 1)}`],
    [20, () => data.slice(0, character)],
    [20, () => `${data}${dice.pick([":", ":0", "\n", " ", "\u0000", anyText(dice)])}`],
  ])();
}

/** A message of the bot in a chat, mostly one of the last. */
function messageIn({ messages }: Conversation, dice: Dice): Message | undefined {
  const all = [...messages.values()].filter(({ from }) => from?.is_bot === true);
  return all.length === 0 ? undefined : dice.pick(dice.likely(80) ? all.slice(-8) : all);
}

/** A message that is too old for Telegram to show. */
function gone(chat: Chat, dice: Dice): Fields {
  return { chat, message_id: dice.roll(1_000_000), date: 0 };
}

/** What has no message: who and where are those of the origin wherever its type says so. */
function placed(any: Fields, index: number, { user, conversation }: Origin): Fields {
  const { chat } = conversation;
  return {
    ...any,
    ...("id" in any ? { id: pressId(index) } : {}),
    ...("from" in any ? { from: user } : {}),
    ...("user" in any ? { user } : {}),
    ...("chat" in any ? { chat } : {}),
    ...("user_chat_id" in any ? { user_chat_id: user.id } : {}),
    ...("date" in any ? { date: lastSecond(conversation) } : {}),
  };
}

function anyNumber(dice: Dice): number {
  return Number(anyValue({ type: "number" }, dice));
}

/** The time of the newest message of a chat, which is about now for the bot. */
function lastSecond({ messages }: Conversation): number {
  return [...messages.values()].at(-1)?.date ?? 0;
}
