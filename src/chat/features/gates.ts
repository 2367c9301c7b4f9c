import { Composer } from "grammy";
import { noteBlocked, welcomeAccount } from "../../records/accounts.js";
import type { Texts } from "../../texts.js";
import type { Ctx } from "../context.js";
import { tellOfBlock } from "../notices.js";

/** What comes before everything else: only private chats, and knowing who can be reached. */
export function gatesFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.on("my_chat_member", async (ctx) => {
    const { status } = ctx.myChatMember.new_chat_member;
    if (ctx.chat.type !== "private") {
      if (status === "member" || status === "administrator") await onlyPrivately(ctx);
      return;
    }
    if (status === "kicked") await tellOfBlock(ctx.work, texts, await noteBlocked(ctx.work, ctx.chat.id));
    else await welcomeAccount(ctx.work);
  });

  // Data of clients has no place where others read along; the bot says so to whoever speaks to it there.
  composer.filter(
    (ctx) => ctx.chat !== undefined && ctx.chat.type !== "private",
    async (ctx) => {
      if (ctx.callbackQuery !== undefined)
        await ctx.answerCallbackQuery(ctx.say.plain("only-privately-short"));
      else if (ctx.has("::bot_command") || ctx.has("::mention")) await onlyPrivately(ctx);
    },
  );

  composer.chatType("private").use(async (ctx, next) => {
    await welcomeAccount(ctx.work);
    await next();
  });
  return composer;
}

async function onlyPrivately(ctx: Ctx): Promise<void> {
  await ctx.reply(ctx.say.html("only-privately", { username: ctx.me.username }));
}
