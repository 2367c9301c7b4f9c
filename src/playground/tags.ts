/** The tags of Telegram's HTML: which there are, which attributes count, and the entities they become. */
import type { MessageEntity } from "@grammyjs/types";
import { linkedUser, normaliseLink } from "./links.js";
import { badRequest, type Refusal } from "./refusal.js";

/** A start tag whose end is yet to come, with the one attribute of it that means something. */
export type OpenTag = { name: string; argument: string; unixTime: string; offset: number };

const tagNames = new Set(
  "a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote".split(" "),
);

const simpleTypes = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  span: "spoiler",
  "tg-spoiler": "spoiler",
} as const;

type Place = { readonly offset: number; readonly length: number };

/** Whether there is such a tag. */
export const isTagName = (name: string): boolean => tagNames.has(name);

/** Markup that cannot be parsed, in Telegram's words. */
export const unparsable = (reason: string): Refusal => badRequest(`can't parse entities: ${reason}`);

/** Keeps the one attribute of each tag that means something; the rest is ignored, as Telegram does. */
export function assign(tag: OpenTag, attribute: string, value: string): void {
  if (tag.name === "a" && attribute === "href") tag.argument = value;
  else if (tag.name === "code" && attribute === "class" && value.startsWith("language-"))
    tag.argument = value.slice("language-".length);
  else if (tag.name === "span" && attribute === "class" && value.startsWith("tg-"))
    tag.argument = value.slice("tg-".length);
  else if (tag.name === "tg-emoji" && attribute === "emoji-id") tag.argument = value;
  else if (tag.name === "tg-time" && attribute === "unix") tag.unixTime = value;
  else if (tag.name === "tg-time" && attribute === "format") tag.argument = value;
  else if (tag.name === "blockquote" && attribute === "expandable") tag.argument = "1";
}

/** The entities of the tags closed so far, inner ones first. */
export class TaggedEntities {
  readonly entities: MessageEntity[] = [];
  /** Languages of `<code class="language-…">`, kept only until a `<pre>` claims them. */
  private readonly languages = new Map<MessageEntity, string>();

  /** A tag ends where `text` ends. @throws {Refusal} where its attributes make no sense */
  close(tag: OpenTag, text: string): void {
    const place = { offset: tag.offset, length: text.length - tag.offset };
    const { name, argument } = tag;
    if (name in simpleTypes)
      this.entities.push({ type: simpleTypes[name as keyof typeof simpleTypes], ...place });
    else if (name === "blockquote")
      this.entities.push({ type: argument === "" ? "blockquote" : "expandable_blockquote", ...place });
    else if (name === "pre" || name === "code") this.closeCode(name, argument, place);
    else if (name === "a") this.closeLink(argument || text.slice(tag.offset), place);
    else if (name === "tg-time") this.closeTime(tag, place);
    else if (!/^-?\d+$/.test(argument) || Number(argument) === 0)
      throw unparsable("Invalid custom emoji identifier specified");
    else this.entities.push({ type: "custom_emoji", custom_emoji_id: argument, ...place });
  }

  /** `<pre><code class="language-x">` and its reverse become one `pre` with a language. */
  private closeCode(name: "pre" | "code", language: string, place: Place): void {
    const last = this.entities.at(-1);
    const wraps = last?.offset === place.offset && last.length === place.length;
    const innerLanguage = last === undefined ? undefined : this.languages.get(last);
    if (name === "pre" && wraps && last?.type === "code" && innerLanguage !== undefined)
      this.entities.splice(-1, 1, { type: "pre", language: innerLanguage, ...place });
    else if (name === "code" && wraps && last?.type === "pre" && language !== "")
      this.entities.splice(-1, 1, { type: "pre", language, ...place });
    else {
      const entity: MessageEntity = { type: name, ...place };
      this.entities.push(entity);
      if (name === "code" && language !== "") this.languages.set(entity, language);
    }
  }

  private closeLink(link: string, place: Place): void {
    const userId = linkedUser(link);
    const url = userId === undefined ? normaliseLink(link) : undefined;
    if (userId !== undefined)
      this.entities.push({
        type: "text_mention",
        user: { id: userId, is_bot: false, first_name: "" },
        ...place,
      });
    else if (url !== undefined) this.entities.push({ type: "text_link", url, ...place });
  }

  private closeTime(tag: OpenTag, place: Place): void {
    const unixTime = Number(tag.unixTime);
    if (!Number.isInteger(unixTime) || unixTime <= 0) throw unparsable("Invalid date specified");
    if (!/^(r|[wdDtT]*)$/.test(tag.argument)) throw unparsable("Invalid date format used");
    const first = <Letter extends string>(...letters: Letter[]) =>
      letters.find((letter) => tag.argument.includes(letter)) ?? "";
    const format =
      tag.argument === "r" ? "r" : (`${first("w")}${first("d", "D")}${first("t", "T")}` as const);
    this.entities.push({ type: "date_time", unix_time: unixTime, date_time_format: format, ...place });
  }
}
