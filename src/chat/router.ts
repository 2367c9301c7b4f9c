import {
  type ConversationData,
  conversations,
  createConversation,
  type VersionedState,
} from "@grammyjs/conversations";
import { Bot, BotError, type Composer, type Context, type MiddlewareFn } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import type { Work } from "../records/people/work.js";
import { localeOf, type Texts } from "../texts.js";
import { questionDialogue, questionVersion } from "./form/question.js";
import type { Walker } from "./form/walker.js";
import type { Button } from "./telegram/buttons.js";
import { pressOf } from "./telegram/callbacks.js";
import { capture } from "./telegram/capture.js";
import { type Ctx, Works } from "./telegram/context.js";
import { type Entry, entryDialogue, entryVersion } from "./telegram/entry.js";
import { errorBoundary } from "./telegram/errorBoundary.js";
import { fitted, textLimits } from "./telegram/fit.js";
import { presses } from "./telegram/handle.js";
import { inTurn } from "./telegram/inTurn.js";
import { addressOf, queueCall } from "./telegram/outbox.js";
import { addResumeLink } from "./telegram/resumeLink.js";
import { readingWatch } from "./telegram/watchedReaders.js";
import { wordingOf } from "./telegram/wording.js";

/** What the bot is made of. */
export type BotParts = {
  readonly texts: Texts;
  readonly me: UserFromGetMe;
  readonly walker: Walker;
  /** The button that opens a topic of the guidance; empty where there is no such topic. */
  readonly topicButton: (ctx: Ctx, topic: string) => Button[];
  readonly entries: readonly Entry[];
  /** Run before any dialogue, in this order: private chats only, danger, consent. Named for the log. */
  readonly gates: Readonly<Record<string, Composer<Ctx>>>;
  /** Run for what no open question handled, in this order. The last one handles everything. Named for the log. */
  readonly features: Readonly<Record<string, Composer<Ctx>>>;
};

/**
 * The bot as a function of one update and its unit of work. grammY routes, the conversations plugin keeps the
 * dialogue of one question, the features do the rest. Nothing here or below reaches the network. Errors caused by the
 * person are answered here. Any error thrown from here is a fault of this program, and the update is tried again.
 */
export function botOf(parts: BotParts): (update: Update, work: Work) => Promise<void> {
  const works = new Works();
  const wordings = { id: wordingOf(parts.texts, "id"), en: wordingOf(parts.texts, "en") };
  // The token is never used, because every call is captured. grammY only requires one.
  const bot = new Bot<Ctx>("0:captured", { botInfo: parts.me });

  bot.use(async (ctx, next) => {
    ctx.work = works.of(ctx.update);
    ctx.inDanger = false;
    ctx.topicButton = (topic) => parts.topicButton(ctx, topic);
    ctx.setLocale = (locale) => {
      ctx.locale = locale;
      ctx.say = wordings[locale];
    };
    ctx.setLocale(localeOf(ctx.work.person.locale ?? ctx.from?.language_code));
    ctx.api.config.use(capture(ctx.work));
    const pressed = ctx.callbackQuery?.data === undefined ? undefined : pressOf(ctx.callbackQuery.data)?.name;
    ctx.work.handler = pressed;
    ctx.goesTo = (handler) => {
      if (pressed === undefined) ctx.work.handler = handler;
    };
    await next();
  });
  bot.use(errorBoundary(parts.texts));
  bot.use(readingWatch(parts.texts));
  bot.use(inTurn(Object.entries(parts.gates).map(named)));

  const privately = bot.filter((ctx) => ctx.chat?.type === "private");
  privately.use(
    conversations<Ctx, Context>({
      storage: { type: "context", version: dialogueVersion, adapter: dialogueStorage },
    }),
  );
  privately.use(async (ctx, next) => {
    await next();
    settleQuestion(ctx);
  });
  privately.use(async (ctx, next) => {
    await next();
    const { onward, resumeLink } = ctx;
    if (onward === undefined) {
      if (resumeLink !== undefined) addResumeLink(ctx, resumeLink);
      return;
    }
    ctx.onward = undefined;
    await ctx.conversation.exitAll();
    if (onward.to === "question") await ctx.conversation.enter("question");
    else await ctx.conversation.enter("entry", onward.entry, onward.args, resumeLink?.toForm ?? false);
  });
  privately.use(createConversation<Ctx, Context>(questionDialogue(parts.walker), "question"));
  privately.use(createConversation<Ctx, Context>(entryDialogue(parts.entries), "entry"));
  bot.use(presses(Object.values(parts.features)));
  bot.use(inTurn(Object.entries(parts.features).map(named)));

  return async (update, work) => {
    try {
      await works.during(update, work, () => bot.handleUpdate(update));
    } catch (error) {
      // grammY wraps errors together with the context, which contains what the person wrote.
      throw error instanceof BotError ? error.error : error;
    }
  };
}

/** A feature that is named while it runs; whoever is named last is the one that did not pass the update on. */
function named([name, feature]: readonly [string, Composer<Ctx>]): MiddlewareFn<Ctx> {
  const run = feature.middleware();
  return (ctx, next) => {
    ctx.goesTo(`feature:${name}`);
    return run(ctx, next);
  };
}

const dialogueVersion = questionVersion * 1_000 + entryVersion;

/** How long (ms) the buttons of an answered question stay: the next question is out by then. */
const buttonsStay = 2_000;

/**
 * Takes the buttons of an answered question away. Where one of them was pressed, that is the last of what is done at once: calls
 * of a chat wait for each other, and whoever pressed waits for the next question. Otherwise nobody waits for it: it goes with the
 * notices, behind every reply, and in no lane, so that nothing waits for it either.
 */
function settleQuestion({ settled, callbackQuery, work }: Ctx): void {
  if (settled === undefined || work.chatId === null) return;
  const { message: own, text } = settled;
  const pressed = callbackQuery?.message?.message_id;
  if (text !== undefined && "telegramId" in own && own.telegramId === pressed) {
    queueCall(work, "editMessageText", { chat_id: work.chatId, message_id: pressed, text });
    return;
  }
  const { ids, of } = addressOf(own);
  const message = { chat_id: work.chatId, ...ids };
  const isSaid = text !== undefined;
  work.outgoing.push({
    chatId: work.chatId,
    method: isSaid ? "editMessageText" : "editMessageReplyMarkup",
    payload: isSaid ? { ...message, text: fitted(text, textLimits.text), parse_mode: "HTML" } : message,
    ...of,
    kind: "notice",
    ordered: false,
    delay: buttonsStay,
  });
}

/** The state of the dialogue is part of the unit of work: read with the claim, written with the commit, sealed. */
const dialogueStorage = {
  read: (ctx: Ctx): VersionedState<ConversationData> | undefined =>
    ctx.work.dialogue.state === null
      ? undefined
      : (JSON.parse(ctx.work.dialogue.state) as VersionedState<ConversationData>),
  write: (ctx: Ctx, state: VersionedState<ConversationData>): void => {
    ctx.work.dialogue.state = JSON.stringify(state);
    ctx.work.dialogueChanged = true;
  },
  delete: (ctx: Ctx): void => {
    ctx.work.dialogue.state = null;
    ctx.work.dialogueChanged = true;
  },
};
