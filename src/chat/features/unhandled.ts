import { Composer } from "grammy";
import type { Ctx } from "../context.js";
import { showMenu } from "../menu.js";
import { incomingOf } from "../questions/incoming.js";

/** What nothing else took: every button answers, every message gets a word. Comes last. */
export function unhandledFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.on("callback_query", async (ctx) => {
    await ctx.answerCallbackQuery(ctx.say.plain("button-gone"));
    if (ctx.callbackQuery.message !== undefined) await ctx.editMessageReplyMarkup();
  });
  composer.on("inline_query", (ctx) => ctx.answerInlineQuery([], { cache_time: 10 }));
  composer.chatType("private").on(["message", "edited_message"], async (ctx) => {
    const incoming = incomingOf(ctx);
    if (incoming?.kind === "strange" && incoming.explanation === "sent-edited") {
      await ctx.reply(ctx.say.html("sent-edited"));
      return;
    }
    await ctx.reply(ctx.say.html(incoming?.kind === "command" ? "command-unknown" : "message-unexpected"));
    await showMenu(ctx);
  });
  return composer;
}
