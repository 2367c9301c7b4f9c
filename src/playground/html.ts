/**
 * Telegram's HTML: the tags of `parse_mode: "HTML"` turned into plain text and entities. It follows
 * `parse_html` of tdlib/td (`MessageEntity.cpp`) step by step, quirks and complaints included (a NUL counts
 * as a space, an unknown `&name;` stays as it is, the byte offsets in the errors), since a text that passes
 * here and fails at Telegram would be a message nobody receives.
 */
import type { MessageEntity } from "@grammyjs/types";
import { assign, isTagName, type OpenTag, TaggedEntities, unparsable } from "./tags.js";

/** Plain text and the entities in it; offsets and lengths in UTF-16 code units, as in JavaScript. */
export type FormattedText = { readonly text: string; readonly entities: MessageEntity[] };

const namedCharacters: { readonly [name: string]: string } = { lt: "<", gt: ">", amp: "&", quot: '"' };

// The end of the text reads as NUL, and NUL is a space: both as in the C++ original.
const isSpace = (character: string) => /[ \t\r\n\0\v]/.test(character);

/** Parses `source`. @throws {Refusal} "Bad Request: can't parse entities: …" in Telegram's words. */
export function parseHtml(source: string): FormattedText {
  if (!source.includes("<") && !source.includes("&")) return { text: source, entities: [] };
  return new Parser(source).parse();
}

class Parser {
  private readonly source: string;
  private position = 0;
  private text = "";
  private readonly open: OpenTag[] = [];
  private readonly tagged = new TaggedEntities();

  constructor(source: string) {
    this.source = source;
  }

  parse(): FormattedText {
    while (this.position < this.source.length) {
      const character = this.at();
      if (character === "&") this.text += this.characterReference() ?? "&";
      else if (character !== "<") this.plainRun();
      else if (this.source[this.position + 1] === "/") this.endTag();
      else this.startTag();
    }
    const unclosed = this.open.at(-1);
    if (unclosed !== undefined)
      throw unparsable(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
    if (/\p{Surrogate}/u.test(this.text))
      throw unparsable(
        "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
      );
    return { text: this.text, entities: this.tagged.entities };
  }

  private at(): string {
    return this.source[this.position] ?? "\0";
  }

  private byteOffset(position: number): number {
    return Buffer.byteLength(this.source.slice(0, position));
  }

  private plainRun(): void {
    const start = this.position;
    while (this.position < this.source.length && this.at() !== "<" && this.at() !== "&") this.position++;
    this.text += this.source.slice(start, this.position);
  }

  /** Decodes `&lt;`, `&#38;`, `&#x26;`; steps over it. `undefined` (one step) where it is not one. */
  private characterReference(): string | undefined {
    const match = /^&(?:#x([0-9a-f]*)|#([0-9]*)|([a-z]*));?/i.exec(
      this.source.slice(this.position, this.position + 16),
    );
    const [whole = "&", hexadecimal, decimal, name] = match ?? [];
    const step = (length: number, decoded?: string) => {
      this.position += length;
      return decoded;
    };
    if (name !== undefined) {
      const decoded = namedCharacters[name];
      return decoded === undefined ? step(1) : step(whole.length, decoded);
    }
    const code = hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    const length = whole.endsWith(";") ? whole.length - 1 : whole.length;
    if (!(code > 0 && code < 0x10ffff) || length >= 10) return step(1);
    return step(whole.length, String.fromCodePoint(code));
  }

  private startTag(): void {
    const begin = this.position++;
    while (!isSpace(this.at()) && this.at() !== ">") this.position++;
    if (this.at() === "\0") throw unparsable(`Unclosed start tag at byte offset ${this.byteOffset(begin)}`);
    const name = this.source.slice(begin + 1, this.position).toLowerCase();
    if (!isTagName(name))
      throw unparsable(`Unsupported start tag "${name}" at byte offset ${this.byteOffset(begin)}`);
    const tag: OpenTag = { name, argument: "", unixTime: "", offset: this.text.length };
    while (this.at() !== ">") {
      while (this.at() !== "\0" && isSpace(this.at())) this.position++;
      if (this.at() === ">") break;
      this.attribute(tag, begin);
    }
    this.position++;
    if (name === "span" && tag.argument !== "spoiler")
      throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${this.byteOffset(begin)}`);
    this.open.push(tag);
  }

  private attribute(tag: OpenTag, begin: number): void {
    const start = this.position;
    while (!isSpace(this.at()) && !"=>/\"'".includes(this.at())) this.position++;
    const attribute = this.source.slice(start, this.position);
    const unclosed = () =>
      unparsable(`Unclosed start tag "${tag.name}" at byte offset ${this.byteOffset(begin)}`);
    if (attribute === "")
      throw unparsable(
        `Empty attribute name in the tag "${tag.name}" at byte offset ${this.byteOffset(begin)}`,
      );
    while (this.at() !== "\0" && isSpace(this.at())) this.position++;
    if (this.at() !== "=") {
      if (this.at() === "\0") throw unclosed();
      if (tag.name === "blockquote" && attribute === "expandable") tag.argument = "1";
      return;
    }
    this.position++;
    while (this.at() !== "\0" && isSpace(this.at())) this.position++;
    if (this.at() === "\0") throw unclosed();
    const value = this.attributeValue();
    if (this.at() === "\0") throw unparsable(`Unclosed start tag at byte offset ${this.byteOffset(begin)}`);
    assign(tag, attribute, value);
  }

  private attributeValue(): string {
    const start = this.position;
    const quote = this.at();
    if (quote !== '"' && quote !== "'") {
      while (/[a-z0-9.-]/i.test(this.at())) this.position++;
      if (!isSpace(this.at()) && this.at() !== ">")
        throw unparsable(`Unexpected end of name token at byte offset ${this.byteOffset(start)}`);
      return this.source.slice(start, this.position).toLowerCase();
    }
    this.position++;
    let value = "";
    while (this.at() !== quote && this.position < this.source.length) {
      if (this.at() === "&") value += this.characterReference() ?? "&";
      else value += this.source[this.position++];
    }
    if (this.at() === quote) this.position++;
    return value;
  }

  private endTag(): void {
    const begin = this.position;
    const tag = this.open.at(-1);
    if (tag === undefined) throw unparsable(`Unexpected end tag at byte offset ${this.byteOffset(begin)}`);
    while (!isSpace(this.at()) && this.at() !== ">") this.position++;
    const name = this.source.slice(begin + 2, this.position).toLowerCase();
    while (isSpace(this.at()) && this.at() !== "\0") this.position++;
    if (this.at() !== ">") throw unparsable(`Unclosed end tag at byte offset ${this.byteOffset(begin)}`);
    this.position++;
    if (name !== "" && name !== tag.name)
      throw unparsable(
        `Unmatched end tag at byte offset ${this.byteOffset(begin)}, expected "</${tag.name}>", found "</${name}>"`,
      );
    this.open.pop();
    if (this.text.length > tag.offset) this.tagged.close(tag, this.text);
  }
}
