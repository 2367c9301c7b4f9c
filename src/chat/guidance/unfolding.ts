import type { InlineKeyboardButton } from "grammy/types";
import { type FurtherPart, furtherParts, type GuidanceEntry } from "../../guidance/entry.js";
import { localNumbersOf } from "../danger/emergencyFeature.js";
import { clipped } from "../form/prompt.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks, pressOf } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { lawButtons } from "../telegram/lawButtons.js";
import { answerGone, showPage } from "../telegram/screen.js";
import { type AnswerView, answerHtml, textParts } from "./answer.js";
import { rememberTopic } from "./goingOn.js";
import type { GuidanceIndex, Hit } from "./guidanceIndex.js";

/** Related topics of an answer that are offered. */
const mostRelated = 3;
/** The characters of two buttons that fit side by side on a small screen. */
const widestPair = 46;

/**
 * The buttons that unfold the parts of an answer in its own message, the open ones marked, with what an open part brings:
 * the words of the law, the related topics. The last row shows the whole answer, or only the short one.
 */
function unfoldRows(
  ctx: Ctx,
  index: GuidanceIndex,
  entry: GuidanceEntry,
  { open, lead }: AnswerView,
): Button[][] {
  const { say } = ctx;
  const topic = index.keyOf(entry.topic);
  const to = (parts: readonly FurtherPart[]) =>
    callbacks.unfold({ topic, open: furtherParts.filter((part) => parts.includes(part)), lead });
  const laws = lawButtons(say, entry.sources, topic);
  const toggles = partsOf(entry).map((part) => {
    const isOpen = open.includes(part);
    const name = part === "sources" && laws.length === 0 ? "grounds" : part;
    return {
      text: `${isOpen ? "▾" : "▸"} ${say.plain(`button-part-${name}`)}`,
      data: to(isOpen ? open.filter((other) => other !== part) : [...open, part]),
    };
  });
  const texts = textParts.filter((part) => partsOf(entry).includes(part));
  const isWhole = texts.every((part) => open.includes(part));
  return [
    ...layOutButtons(toggles, widestPair, 2),
    ...(open.includes("sources") ? layOutButtons(laws, widestPair, 2) : []),
    ...(open.includes("related") ? relatedRows(ctx, index, entry) : []),
    [
      isWhole
        ? { text: say.plain("button-short-answer"), data: to([]) }
        : { text: say.plain("button-all-parts"), data: to([...open, ...textParts]) },
      {
        text: say.plain("button-favourite"),
        data: callbacks.keepFavourite({ what: { kind: "topic", key: topic } }),
      },
    ],
  ];
}

/** The parts that an entry has. */
function partsOf({ related, toSay }: GuidanceEntry): FurtherPart[] {
  return furtherParts.filter(
    (part) => (part !== "toSay" || toSay !== undefined) && (part !== "related" || related.length > 0),
  );
}

function relatedRows(ctx: Ctx, index: GuidanceIndex, { related }: GuidanceEntry): Button[][] {
  const buttons = related.slice(0, mostRelated).flatMap((topic) => topicButton(ctx, index, topic));
  return buttons.map((button) => [button]);
}

/** The button of a topic; empty where there is no such topic. */
export function topicButton(ctx: Ctx, index: GuidanceIndex, topic: string): Button[] {
  const entry = index.entry(ctx.locale, topic);
  if (entry === undefined) return [];
  return [{ text: clipped(entry.title, 56), data: callbacks.topic({ topic: index.keyOf(topic) }) }];
}

/** The buttons under an answer. `next` are the topics that came after it; absent where nothing was asked. */
export function answerRows(
  ctx: Ctx,
  index: GuidanceIndex,
  entry: GuidanceEntry,
  view: AnswerView,
  next?: readonly Hit[],
): Button[][] {
  const { say } = ctx;
  const key = index.keyOf(entry.topic);
  const supervisor = { text: say.plain("button-ask-supervisor"), data: callbacks.askSupervisor() };
  const missed = callbacks.missed({ topic: key, next: (next ?? []).map(({ topic }) => index.keyOf(topic)) });
  return [
    ...unfoldRows(ctx, index, entry, view),
    next === undefined ? [supervisor] : [{ text: say.plain("button-not-this"), data: missed }, supervisor],
    [
      { text: say.plain("button-helped"), data: callbacks.vote({ topic: key, helped: true }) },
      { text: say.plain("button-missed"), data: missed },
    ],
  ];
}

/** Unfolds or folds a part of an answer in its own message. What stands below its parts stays. */
export async function unfold(ctx: Ctx, index: GuidanceIndex, key: string, view: AnswerView): Promise<void> {
  const entry = index.entry(ctx.locale, index.topicOf(key) ?? "");
  if (entry === undefined) return answerGone(ctx);
  rememberTopic(ctx, entry.topic);
  await showAnswerAgain(ctx, index, entry, view);
}

/**
 * The rows of the pressed message below the parts of an answer, or below the words of a law that stand in its place: the way
 * back to a form, passages, votes. None where it shows neither; undefined where the message is too old to be read.
 */
export function rowsBelow({ callbackQuery }: Ctx): InlineKeyboardButton[][] | undefined {
  const message = callbackQuery?.message;
  if (message === undefined || message.date === 0 || !("reply_markup" in message)) return undefined;
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const isOfAnswer = (button: InlineKeyboardButton) =>
    "callback_data" in button && /^(unfold|lawBack)$/.test(pressOf(button.callback_data)?.name ?? "");
  const last = rows.findLastIndex((row) => row.some(isOfAnswer));
  return last < 0 ? [] : rows.slice(last + 1);
}

/** Shows an answer again as its message stood before the words of a law: what was below its parts is still below them. */
export async function showAnswerAgain(
  ctx: Ctx,
  index: GuidanceIndex,
  entry: GuidanceEntry,
  view: AnswerView,
): Promise<void> {
  const text = answerHtml(ctx.say, entry, localNumbersOf(ctx), view);
  const below = rowsBelow(ctx);
  const rows =
    below === undefined ? answerRows(ctx, index, entry, view) : unfoldRows(ctx, index, entry, view);
  await showPage(ctx, text, rows, below);
}
