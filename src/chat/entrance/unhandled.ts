import { Composer } from "grammy";
import type { Ctx } from "../telegram/context.js";
import { incomingMessageOf } from "../telegram/incomingMessage.js";
import { answerGone } from "../telegram/screen.js";
import { showMenu } from "./menu.js";

/** Handles what no other feature did, so that every button and message gets an answer. Comes last. */
export function unhandledFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.on("callback_query", answerGone);
  composer.on("inline_query", (ctx) => ctx.answerInlineQuery([], { cache_time: 10 }));
  // Service messages come from Telegram, not the person: a pinned message, a timer that was set.
  composer
    .chatType("private")
    .on([
      "message:pinned_message",
      "message:message_auto_delete_timer_changed",
      "message:chat_background_set",
    ])
    .use(() => {});
  composer.chatType("private").on(["message", "edited_message"], async (ctx) => {
    const incoming = incomingMessageOf(ctx);
    switch (incoming?.kind) {
      case "command":
        return showMenu(ctx, ctx.say.html("command-unknown"));
      case "text":
        return showMenu(ctx, ctx.say.html("message-unexpected"));
      case "strange":
        if (incoming.explanation !== "sent-edited") return showMenu(ctx, ctx.say.html("sent-unexpected"));
        await ctx.reply(ctx.say.html("sent-edited"));
        return;
      default:
        return showMenu(ctx, ctx.say.html("sent-unexpected"));
    }
  });
  return composer;
}
