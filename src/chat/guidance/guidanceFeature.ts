import { Composer } from "grammy";
import { showMenu } from "../entrance/menu.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { incomingMessageOf } from "../telegram/incomingMessage.js";
import { showPage } from "../telegram/screen.js";
import { wholeView } from "./answer.js";
import { passagePage } from "./documentPages.js";
import { answerInline } from "./inline.js";
import { checklist, strStatus } from "./registration.js";
import { answerQuestion, type Guide, replyTo, showEntry, showNext } from "./replies.js";
import { caseAtHand, stageTopics } from "./stageTopics.js";
import { type GroupLead, showGroup, showGroups, type TopicGroup } from "./topicMenu.js";
import { unfold } from "./unfolding.js";
import { giveReason, voteHelped, voteMissed } from "./votes.js";

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
  composer.command("tanya", async (ctx) => {
    const question = ctx.match.trim();
    if (question === "") await showGroups(ctx);
    else await answerQuestion(ctx, guide, question);
  });
  handle(composer, callbacks.topicGroups, showGroups);
  handle(composer, callbacks.topicGroup, async (ctx, { group, page }) => {
    await openGroup(ctx, guide, group, page);
  });

  handle(composer, callbacks.topic, async (ctx, { topic }) => {
    await showEntry(ctx, index, index.topicOf(topic) ?? "", [
      { text: ctx.say.plain("button-topics"), data: callbacks.topicGroups() },
    ]);
  });
  handle(composer, callbacks.wholeAnswer, (ctx, { topic }) =>
    showEntry(ctx, index, index.topicOf(topic) ?? "", [], wholeView),
  );
  handle(composer, callbacks.unfold, (ctx, { topic, ...view }) => unfold(ctx, index, topic, view));
  handle(composer, callbacks.noneOfThese, (ctx) => showNext(ctx, index, []));
  handle(composer, callbacks.vote, (ctx, { topic, helped }) =>
    helped ? voteHelped(ctx, index, topic) : voteMissed(ctx, index, topic, []),
  );
  handle(composer, callbacks.missed, (ctx, { topic, next }) => voteMissed(ctx, index, topic, next));
  handle(composer, callbacks.whyMissed, (ctx, { topic, why, next }) =>
    giveReason(ctx, index, topic, why, next),
  );
  handle(composer, callbacks.quote, async (ctx, { documentId, passage }) => {
    const quote = await library.quote(ctx.work, documentId, passage);
    if (quote === undefined) {
      await ctx.answerCallbackQuery(ctx.say.plain("quote-gone"));
      return;
    }
    await ctx.answerCallbackQuery();
    const { text, rows } = passagePage(ctx.say, quote);
    await replyTo(ctx, text, rows);
  });
  handle(composer, callbacks.registration, async (ctx, { which, marks }) => {
    const { text, rows } = await checklist(ctx, which, marks);
    await showPage(ctx, text, rows);
  });

  composer.on("inline_query", (ctx) => answerInline(ctx, index));
  composer.chatType("private").on("message:text", async (ctx, next) => {
    const incoming = incomingMessageOf(ctx);
    if (incoming?.kind !== "text" || ctx.work.actor === undefined) return next();
    if (index.smallTalk(incoming.text) === "greeting") await showMenu(ctx, ctx.say.html("greeting"));
    else await answerQuestion(ctx, guide, incoming.text);
  });
  return composer;
}

async function openGroup(ctx: Ctx, { index }: Guide, group: TopicGroup, page: number): Promise<void> {
  await showGroup(ctx, index, group, page, await leadOf(ctx, group));
}

/** Topics of the current case's stage, which rank slightly higher for a question about the SOP. */
async function nearTo(ctx: Ctx, group: TopicGroup): Promise<readonly string[]> {
  const subject = group === "sop" ? await caseAtHand(ctx.work) : undefined;
  return subject === undefined ? [] : stageTopics[subject.stage];
}

/** What is shown first: the person's STR, the stage of their case, or the audit of the institution. */
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
  if (group === "standar") {
    return { rows: [[{ text: say.plain("button-standards"), data: callbacks.standards() }]] };
  }
  if (group !== "str" || !ctx.work.actor?.roles.includes("worker")) return {};
  const { text, registration } = await strStatus(ctx);
  return {
    text,
    rows: [
      [
        {
          text: say.plain("button-registration"),
          data: callbacks.registration({ which: registration, marks: 0 }),
        },
        { text: say.plain("button-wallet"), data: callbacks.wallet() },
      ],
    ],
  };
}
