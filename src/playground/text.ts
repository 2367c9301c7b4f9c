/**
 * The text of a message, from what a bot sent to what Telegram keeps: parsed, cleaned of control characters,
 * trimmed, its entities sorted, and commands, links and mentions found in it.
 */
import type { MessageEntity } from "@grammyjs/types";
import { type FormattedText, parseHtml } from "./html.js";
import { normaliseLink } from "./links.js";
import { isRecord, jsonField, type Payload, textField } from "./payload.js";
import { badRequest } from "./refusal.js";

/** The longest text of a message and the longest caption, in characters after parsing (an emoji is one). */
export const longestText = 4096;
export const longestCaption = 1024;

/** The longest text a request may carry before it is parsed. */
const longestSource = 32_768;

/** Where a formatted text stands in a request: the names of its three fields. */
type FormattedFields = { text: string; parseMode: string; entities: string };

/** `text`, `parse_mode`, `entities`: the text of a message. */
export const messageText = { text: "text", parseMode: "parse_mode", entities: "entities" };

/** `caption`, `parse_mode`, `caption_entities`: the words under a picture or file. */
export const messageCaption = { text: "caption", parseMode: "parse_mode", entities: "caption_entities" };

/** `message_text`, `parse_mode`, `entities`: the text an inline result sends. */
export const inlineText = { text: "message_text", parseMode: "parse_mode", entities: "entities" };

/**
 * Reads a formatted text out of a request; the text is empty where nothing was sent.
 * @throws {Refusal} on an unknown parse mode, on markup that cannot be parsed, on lone surrogates
 */
export function formattedText(payload: Payload, fields: FormattedFields): FormattedText {
  const source = textField(payload, fields.text) ?? "";
  if (source === "") return { text: "", entities: [] };
  if (source.length > longestSource) throw badRequest("text is too long");
  if (/\p{Surrogate}/u.test(source)) throw badRequest("strings must be encoded in UTF-8");
  const parseMode = textField(payload, fields.parseMode)?.toLowerCase() ?? "";
  if (parseMode === "html") return finish(parseHtml(source));
  if (parseMode === "markdown" || parseMode === "markdownv2")
    throw badRequest("the playground does not parse Markdown: send HTML");
  if (parseMode !== "" && parseMode !== "none") throw badRequest("unsupported parse_mode");
  return finish({ text: source, entities: givenEntities(payload, fields.entities) });
}

/** The number of characters Telegram counts: code points, so an emoji of two code units is one. */
export function isLongerThan(text: string, limit: number): boolean {
  if (text.length <= limit) return false;
  let count = 0;
  for (const _ of text) if (++count > limit) return true;
  return false;
}

/** Finds what Telegram marks by itself in a text a person typed: commands, links, mentions, hashtags. */
export function foundEntities(text: string, taken: readonly MessageEntity[] = []): MessageEntity[] {
  if (!/[/@#]/.test(text)) return [];
  const found: MessageEntity[] = [];
  const isFree = (offset: number, length: number) =>
    ![...taken, ...found].some(
      (entity) => offset < entity.offset + entity.length && entity.offset < offset + length,
    );
  for (const { type, pattern } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const [value] = match;
      if (type === "url" && normaliseLink(value) === undefined) continue;
      if (isFree(match.index, value.length)) found.push({ type, offset: match.index, length: value.length });
    }
  }
  return found.sort((one, other) => one.offset - other.offset);
}

const patterns = [
  { type: "url", pattern: /(?<![\w@.])(?:https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]|t\.me\/[\w/?=&-]*[\w/])/gi },
  { type: "email", pattern: /(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  { type: "bot_command", pattern: /(?<![\w/@<>])\/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])/g },
  { type: "mention", pattern: /(?<![\w@/.])@[A-Za-z]\w{3,31}(?!\w)/g },
  { type: "hashtag", pattern: /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/gu },
] as const;

/** Entities a bot gave itself instead of a parse mode; those Telegram finds by itself are ignored. */
function givenEntities(payload: Payload, field: string): MessageEntity[] {
  const given = jsonField(payload, field, "message entities");
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw badRequest("expected an Array of MessageEntity");
  const automatic = new Set<unknown>(patterns.map(({ type }) => type));
  for (const entity of given)
    if (!isRecord(entity) || typeof entity.type !== "string")
      throw badRequest("can't parse MessageEntity: Can't find field \"type\"");
  return (given as MessageEntity[]).filter((entity) => !automatic.has(entity.type));
}

/** ASCII control characters other than the line feed. */
const control = /[^\P{Cc}\n\x7f-\x9f]/gu;

/** What Telegram does to every text: control characters, outer white space, order and overlap of entities. */
function finish(formatted: FormattedText): FormattedText {
  let { text } = formatted;
  let entities = formatted.entities;
  if (text.search(control) >= 0) {
    if (entities.length === 0) text = text.replaceAll("\r", "");
    text = text.replace(control, " ");
  }
  if (/^\s|\s$/.test(text)) {
    const firstEntity = Math.min(...entities.map(({ offset }) => offset));
    const leading = Math.min(text.length - text.trimStart().length, firstEntity);
    const end = text.trimEnd().length;
    text = text.slice(leading, Math.max(end, leading));
    entities = entities
      .map((entity) => ({ ...entity, offset: entity.offset - leading }))
      .map((entity) => ({ ...entity, length: Math.min(entity.length, text.length - entity.offset) }))
      .filter(({ length }) => length > 0);
  }
  return { text, entities: [...ordered(entities), ...foundEntities(text, entities)].sort(byPlace) };
}

/** Which comes first of two kinds at the same place, as `get_type_priority` in tdlib/td has it. */
const priority: readonly MessageEntity["type"][] = [
  "blockquote",
  "expandable_blockquote",
  "pre",
  "code",
  "text_link",
  "text_mention",
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "spoiler",
  "custom_emoji",
];

const byPlace = (one: MessageEntity, other: MessageEntity) =>
  one.offset - other.offset ||
  other.length - one.length ||
  priority.indexOf(one.type) - priority.indexOf(other.type);

/** Outer entities before inner ones; nothing inside code; the same kind side by side is one. */
function ordered(entities: readonly MessageEntity[]): MessageEntity[] {
  if (entities.length < 2) return [...entities];
  const code = entities.filter(({ type }) => type === "code" || type === "pre");
  const kept: MessageEntity[] = [];
  for (const entity of [...entities].sort(byPlace)) {
    const inCode = code.some((outer) => outer !== entity && !outlives(entity, outer));
    if (inCode) continue;
    const same = kept.findLast(({ type }) => type === entity.type);
    const mergeable = mergeableTypes.has(entity.type);
    if (mergeable && same !== undefined && entity.offset <= same.offset + same.length)
      same.length = Math.max(same.length, entity.offset + entity.length - same.offset);
    else kept.push({ ...entity });
  }
  return kept;
}

const mergeableTypes = new Set(["bold", "italic", "underline", "strikethrough", "spoiler"]);

/** Whether `entity` reaches outside `outer`. */
const outlives = (entity: MessageEntity, outer: MessageEntity) =>
  entity.offset < outer.offset || entity.offset + entity.length > outer.offset + outer.length;
