import { Composer } from "grammy";
import { groups } from "../../guidance/entry.js";
import { countVote } from "../../records/questions/guidanceVotes.js";
import { showMenu } from "../entrance/menu.js";
import { type Button, dataOf, keyboard } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import { incomingOf } from "../telegram/incoming.js";
import { show } from "../telegram/screen.js";
import { answerInline } from "./inline.js";
import { quoteHtml } from "./quotes.js";
import { checklist, type Registration, strStatus } from "./registration.js";
import { answerQuestion, type Guide, replyTo, showEntry, showNext } from "./replies.js";
import { caseAtHand, stageTopics } from "./stageTopics.js";
import { type GroupLead, showGroup, showGroups, type TopicGroup } from "./topicMenu.js";

/** Commands that ask a question, or show the topics of their group. */
const asking = ["etika", "str", "sop", "standar"] as const;

/** Answers from the guidance: to a command, by topics, to anything typed while nothing else waits, inline. */
export function guidanceFeature(guide: Guide): Composer<Ctx> {
  const { index, library } = guide;
  const composer = new Composer<Ctx>();

  for (const group of asking) {
    composer.command(group, async (ctx) => {
      const question = ctx.match.trim();
      if (question === "") await openGroup(ctx, guide, group, 0);
      else await answerQuestion(ctx, guide, question, { near: await nearTo(ctx, group) });
    });
  }
  composer.callbackQuery("gm", showGroups);
  composer.callbackQuery(/^gm:(\w+):(\d+)$/, async (ctx) => {
    const group = groups.find((known) => known === ctx.match[1]) ?? "etika";
    await openGroup(ctx, guide, group, Number(ctx.match[2]));
  });

  composer.callbackQuery(/^gt:(\w+)$/, async (ctx) => {
    const topic = index.topicOf(String(ctx.match[1])) ?? "";
    await showEntry(ctx, index, topic, [{ text: ctx.say.plain("button-topics"), data: "gm" }]);
  });
  composer.callbackQuery(/^gn((?::\w+)*)$/, (ctx) =>
    showNext(ctx, index, String(ctx.match[1]).split(":").filter(Boolean)),
  );
  composer.callbackQuery(/^gv:(\w+):(yes|no)$/, async (ctx) => {
    const topic = index.topicOf(String(ctx.match[1]));
    if (topic !== undefined) await countVote(ctx.work, topic, ctx.match[2] === "yes");
    await ctx.answerCallbackQuery(ctx.say.plain(ctx.match[2] === "yes" ? "thanks-helped" : "thanks-missed"));
    await withoutVotes(ctx);
  });
  composer.callbackQuery(/^gq:(\w+):(\d+)$/, async (ctx) => {
    const quote = await library.quote(ctx.work, String(ctx.match[1]), Number(ctx.match[2]));
    if (quote === undefined) {
      await ctx.answerCallbackQuery(ctx.say.plain("quote-gone"));
      return;
    }
    await ctx.answerCallbackQuery();
    await replyTo(ctx, quoteHtml(ctx.say, quote), [
      [{ text: ctx.say.plain("button-ask-supervisor"), data: "gs" }],
    ]);
  });
  composer.callbackQuery(/^gr:(first|again):(\d+)$/, async (ctx) => {
    const { text, rows } = await checklist(ctx, ctx.match[1] as Registration, Number(ctx.match[2]));
    await show(ctx, text, rows);
  });

  composer.on("inline_query", (ctx) => answerInline(ctx, index));
  composer.chatType("private").on("message:text", async (ctx, next) => {
    const incoming = incomingOf(ctx);
    if (incoming?.kind !== "text" || ctx.work.actor === undefined) return next();
    if (isGreeting(ctx, incoming.text)) await showMenu(ctx, ctx.say.html("greeting"));
    else await answerQuestion(ctx, guide, incoming.text);
  });
  return composer;
}

/** Nothing but words of greeting or thanks. */
function isGreeting(ctx: Ctx, text: string): boolean {
  const greetings = new Set(ctx.say.plain("guidance-greetings").split(" "));
  const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  return words.length > 0 && words.every((word) => greetings.has(word));
}

async function openGroup(ctx: Ctx, { index }: Guide, group: TopicGroup, page: number): Promise<void> {
  await showGroup(ctx, index, group, page, await leadOf(ctx, group));
}

/** A question about the SOP is asked in the middle of a case: topics of its stage weigh a little more. */
async function nearTo(ctx: Ctx, group: TopicGroup): Promise<readonly string[]> {
  const subject = group === "sop" ? await caseAtHand(ctx.work) : undefined;
  return subject === undefined ? [] : stageTopics[subject.stage];
}

/** What concerns the person comes first: their STR, or the stage of their case. */
async function leadOf(ctx: Ctx, group: TopicGroup): Promise<GroupLead> {
  const { say } = ctx;
  if (group === "sop") {
    const subject = await caseAtHand(ctx.work);
    if (subject === undefined) return {};
    const { code, stage } = subject;
    return {
      text: say.html("guidance-stage", { code, stage: say.plain(`short-stage-${stage}`) }),
      first: stageTopics[stage],
    };
  }
  if (group !== "str" || !ctx.work.actor?.roles.includes("worker")) return {};
  const { text, registration } = await strStatus(ctx);
  return {
    text,
    rows: [
      [
        { text: say.plain("button-registration"), data: dataOf("gr", registration, 0) },
        { text: say.plain("button-wallet"), data: "wallet" },
      ],
    ],
  };
}

/** One press, one vote: the buttons of the vote go, the others stay. */
async function withoutVotes(ctx: Ctx): Promise<void> {
  const message = ctx.callbackQuery?.message;
  const markup = message !== undefined && "reply_markup" in message ? message.reply_markup : undefined;
  const rows: Button[][] = (markup?.inline_keyboard ?? []).map((row) =>
    row.flatMap((button) =>
      "callback_data" in button && !button.callback_data.startsWith("gv:")
        ? [{ text: button.text, data: button.callback_data }]
        : [],
    ),
  );
  await ctx.editMessageReplyMarkup({ reply_markup: keyboard(rows) });
}
