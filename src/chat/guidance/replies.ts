import type { Answer } from "../../guidance/ask.js";
import { answerOf } from "../../guidance/followUp.js";
import { referrals } from "../../guidance/material.js";
import { severalQuestions } from "../../guidance/several.js";
import { hasCases } from "../../records/people/rights.js";
import { keepUnanswered } from "../../records/questions/unanswered.js";
import { localNumbersOf } from "../danger/emergencyFeature.js";
import { type Button, keyboard, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { inReplyTo, joinLines, messageAskedAbout } from "../telegram/screen.js";
import { anonymousWords } from "./anonymousWords.js";
import { type AnswerView, answerHtml, shortView } from "./answer.js";
import { choiceHtml } from "./choice.js";
import type { DocumentLibrary, Quote } from "./documentLibrary.js";
import { passagePage, quoteButtons } from "./documentPages.js";
import { followUpPage, rememberTopic, topicBefore } from "./goingOn.js";
import type { GuidanceIndex, Hit } from "./guidanceIndex.js";
import { citedPage, nearestLaw } from "./lawAnswer.js";
import { ownAlso, ownBeside, ownFirst } from "./ownAnswering.js";
import type { OwnLibrary } from "./ownLibrary.js";
import { answerRows, topicButton } from "./unfolding.js";

/** What questions are answered from: the guidance that ships with the bot, and the organisation's own entries and documents. */
export type Guide = {
  readonly index: GuidanceIndex;
  readonly own: OwnLibrary;
  readonly library: DocumentLibrary;
};

/** Topics searched: the answer, and two more for "Bukan ini". */
const mostHits = 3;
/** The most characters of a question that are read. */
const longestQuestion = 1_000;

/** How a question is answered: `way` are buttons to go on with, `near` are topics that rank higher. */
export type AnswerOptions = { readonly way?: readonly Button[]; readonly near?: readonly string[] };

/**
 * Answers a typed message as replies to it, so that it stays visible: small talk with a short line, several questions one by one,
 * what goes on from the last answer with it.
 */
export async function answerQuestion(
  ctx: Ctx,
  guide: Guide,
  typed: string,
  options: AnswerOptions = {},
): Promise<void> {
  const message = typed.slice(0, longestQuestion);
  const talk = ctx.inDanger ? undefined : guide.index.smallTalk(message);
  if (talk !== undefined) {
    const way = options.way ?? [];
    const menu = { text: ctx.say.plain("button-menu"), data: callbacks.menuHere() };
    return replyTo(ctx, ctx.say.html(`small-talk-${talk}`), [way.length > 0 ? way : [menu]]);
  }
  for (const question of severalQuestions(message) ?? [message])
    await answerOne(ctx, guide, question, options);
}

async function answerOne(
  ctx: Ctx,
  { index, own: ownLibrary, library }: Guide,
  question: string,
  { way = [], near = [] }: AnswerOptions,
): Promise<void> {
  const cited = ctx.inDanger ? undefined : citedPage(ctx, index, question);
  if (cited !== undefined) return replyTo(ctx, cited.text, [...cited.rows, way]);
  const before = topicBefore(ctx);
  const followUp = before === undefined ? undefined : index.followUp(question, before);
  const page = followUp === undefined ? undefined : followUpPage(ctx, index, question, followUp);
  if (page !== undefined) return replyTo(ctx, page.text, [...page.rows, way]);
  // The emergency steps are shown already. In danger only what is asked as a question is answered as one.
  if (ctx.inDanger && !isQuestion(question)) {
    return replyTo(ctx, ctx.say.html("danger-above"), [...noneRows(ctx), way]);
  }
  const asked: Answer =
    followUp?.kind === "on"
      ? answerOf(followUp)
      : saysSomething(question)
        ? index.ask(question, mostHits, near)
        : { kind: "outside" };
  const own =
    ctx.inDanger || followUp !== undefined
      ? undefined
      : await ownBeside(ctx, ownLibrary, index, question, asked);
  if (own?.place === "first") {
    rememberTopic(ctx, undefined);
    const shipped = "hits" in asked ? asked.hits.slice(0, asked.kind === "answer" ? 1 : mostHits) : [];
    const page = await ownFirst(ctx, index, own.entry, shipped);
    return replyTo(ctx, page.text, [...page.rows, way]);
  }
  rememberTopic(ctx, asked.kind === "answer" ? asked.hits[0]?.topic : undefined);
  const quotes = await library.search(ctx.work, question);
  const [best] = quotes;
  const isOpen = asked.kind === "unsure" && asked.named !== true;
  if ((isOpen || asked.kind === "field" || asked.kind === "outside") && best === undefined) {
    // In danger nothing else is answered, and the question is not kept.
    if (ctx.inDanger) return replyTo(ctx, ctx.say.html("danger-above"), [...noneRows(ctx), way]);
    await noteUnanswered(ctx, index, question);
  }
  const isStill = followUp !== undefined && asked.kind === "answer" && asked.hits[0]?.topic === before;
  const { text, rows } = shown(ctx, index, asked, quotes, { question, between: way.length > 0, isStill });
  const also = own && ownAlso(ctx, own.entry, asked.kind === "answer");
  await replyTo(ctx, joinLines([text, also?.text], "\n\n"), [
    also?.row ?? [],
    ...rows,
    noteRow(ctx, question),
    way,
  ]);
}

/** Words that ask nothing may be a note of a case, or tell of a session. */
function noteRow(ctx: Ctx, typed: string): Button[] {
  if (!hasCases(ctx.work.actor) || ctx.message === undefined || typed.trim().endsWith("?")) return [];
  const note = { text: ctx.say.plain("button-lay-by"), data: callbacks.layBy() };
  if (ctx.work.actor?.roles.includes("worker") !== true) return [note];
  return [note, { text: ctx.say.plain("button-quick"), data: callbacks.quickSession() }];
}

/** Whether a text asks for something, rather than telling what happens. */
function isQuestion(text: string): boolean {
  const words =
    /\b(?:apa|apakah|bagaimana|gimana|boleh\w*|harus\w*|siapa|kapan|kenapa|mengapa|mana|berapa|cara\w*|how|what|may|can|should|must|who|when|why|where|which)\b/iu;
  return text.includes("?") || words.test(text);
}

/** Whether a text is long enough to be a question. */
function saysSomething(question: string): boolean {
  return /\p{L}{3}/u.test(question);
}

type Circumstances = { readonly question: string; readonly between: boolean; readonly isStill: boolean };
type Shown = { readonly text: string; readonly rows: Button[][] };

/**
 * `between` means that a form's question stays open, so the answer must not be taken for it; `isStill`, that the entry was the
 * last answer too.
 */
function shown(
  ctx: Ctx,
  index: GuidanceIndex,
  asked: Answer,
  quotes: readonly Quote[],
  { question, between, isStill }: Circumstances,
): Shown {
  const { say } = ctx;
  const [first, ...next] = "hits" in asked ? asked.hits : [];
  const entry = first === undefined ? undefined : index.entry(ctx.locale, first.topic);
  if (asked.kind === "answer" && entry !== undefined) {
    const view = shortView(entry, asked.premise ?? (isStill ? "still" : "none"));
    return {
      text: answerHtml(say, entry, localNumbersOf(ctx), view),
      rows: [...answerRows(ctx, index, entry, view, next), ...quoteButtons(say, quotes)],
    };
  }
  const [best, ...others] = quotes;
  if (best !== undefined) {
    const page = passagePage(say, best);
    return {
      text: page.text,
      rows: [
        ...page.rows,
        ...quoteButtons(say, others),
        ...(asked.kind === "unsure" ? topicButtons(ctx, index, asked.hits) : []),
      ],
    };
  }
  if (asked.kind === "unsure") {
    const entries = asked.hits.flatMap(({ topic }) => index.entry(ctx.locale, topic) ?? []);
    const lead = say.html(asked.named === true ? "guidance-named" : "guidance-unsure");
    return {
      text: choiceHtml(ctx, entries, lead),
      rows: [...topicButtons(ctx, index, asked.hits), ...noneRows(ctx)],
    };
  }
  if (asked.kind === "field")
    return { text: say.html("guidance-field"), rows: [...nearestLaw(index, question), ...noneRows(ctx)] };
  const elsewhere = asked.kind === "outside" ? referrals.find((known) => known === asked.reason) : undefined;
  return {
    text: joinLines([
      say.html("guidance-outside"),
      elsewhere === undefined ? undefined : say.html(`outside-${elsewhere}`),
      between ? undefined : say.html("message-unexpected"),
    ]),
    rows: noneRows(ctx),
  };
}

/** Shows an entry chosen by a button, short unless told otherwise, as a reply to the original question. */
export async function showEntry(
  ctx: Ctx,
  index: GuidanceIndex,
  topic: string,
  back: readonly Button[] = [],
  view?: AnswerView,
): Promise<void> {
  const entry = index.entry(ctx.locale, topic);
  if (entry === undefined) {
    await ctx.answerCallbackQuery(ctx.say.plain("button-gone"));
    return;
  }
  if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery();
  rememberTopic(ctx, topic);
  const shown = view ?? shortView(entry);
  await replyTo(ctx, answerHtml(ctx.say, entry, localNumbersOf(ctx), shown), [
    ...answerRows(ctx, index, entry, shown),
    back,
  ]);
}

/** "Bukan ini": the next topics, then the supervisor. */
export async function showNext(ctx: Ctx, index: GuidanceIndex, keys: readonly string[]): Promise<void> {
  const hits = keys.flatMap((key) => {
    const topic = index.topicOf(key);
    return topic === undefined ? [] : [{ topic }];
  });
  await ctx.answerCallbackQuery();
  if (hits.length > 0) {
    const none = { text: ctx.say.plain("button-none-of-these"), data: callbacks.noneOfThese() };
    const supervisor = { text: ctx.say.plain("button-ask-supervisor"), data: callbacks.askSupervisor() };
    await replyTo(ctx, ctx.say.html("guidance-next"), [
      ...topicButtons(ctx, index, hits),
      [none, supervisor],
    ]);
    return;
  }
  const question = questionRepliedTo(ctx);
  if (question !== undefined) await noteUnanswered(ctx, index, question);
  await replyTo(ctx, ctx.say.html("guidance-none"), noneRows(ctx));
}

/** Thanks for what was said about an answer, with the ways on. */
export async function thankFor(ctx: Ctx): Promise<void> {
  await ctx.answerCallbackQuery();
  await replyTo(ctx, ctx.say.html("thanks-missed"), noneRows(ctx));
}

/** The original question: the message which the pressed message replies to. Undefined where there is none. */
export function questionRepliedTo(ctx: Ctx): string | undefined {
  const text = messageAskedAbout(ctx)
    ?.text?.replace(/^\/\w+(@\w+)?\s*/, "")
    .trim();
  return text === undefined || text === "" ? undefined : text;
}

/** Replies to the question: the message just typed, or the one the pressed message replied to. */
export async function replyTo(ctx: Ctx, text: string, rows: readonly (readonly Button[])[]): Promise<void> {
  const pressed = ctx.callbackQuery?.message;
  const id =
    pressed !== undefined && "reply_to_message" in pressed
      ? pressed.reply_to_message?.message_id
      : ctx.message?.message_id;
  await ctx.reply(text, {
    reply_markup: keyboard(rows),
    ...inReplyTo(id),
  });
}

/** Stores a question without an answer for the admin, without anything that could identify somebody. */
async function noteUnanswered(ctx: Ctx, { knows, danger }: GuidanceIndex, question: string): Promise<void> {
  // A cry for help is no gap in the guidance and must not be listed.
  if (danger.read(question).kind !== "none") return;
  await keepUnanswered(ctx.work, anonymousWords(question, knows));
}

function topicButtons(ctx: Ctx, index: GuidanceIndex, hits: readonly Hit[]): Button[][] {
  return hits.flatMap(({ topic }) => topicButton(ctx, index, topic)).map((button) => [button]);
}

/** The buttons where nothing fits: all topics, and the supervisor. */
function noneRows(ctx: Ctx): Button[][] {
  return layOutButtons([
    { text: ctx.say.plain("button-topics"), data: callbacks.topicGroups() },
    { text: ctx.say.plain("button-ask-supervisor"), data: callbacks.askSupervisor() },
  ]);
}
