import { Composer } from "grammy";
import { noteBlocked, rememberAccount } from "../../records/people/accounts.js";
import type { Texts } from "../../texts.js";
import { replaceBlocked } from "../danger/alarm.js";
import type { Ctx } from "../telegram/context.js";
import { tellOfBlock } from "../telegram/notices.js";
import { commands } from "./commands.js";

/** Runs before everything else: refuses chats that are not private, and tracks who blocked the bot. */
export function privateChatFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();

  composer.on("my_chat_member", async (ctx) => {
    const { old_chat_member: before, new_chat_member: after } = ctx.myChatMember;
    if (ctx.chat.type === "private") {
      if (after.status === "kicked") {
        const gone = await noteBlocked(ctx.work, ctx.chat.id);
        await tellOfBlock(ctx.work, texts, gone);
        await replaceBlocked(ctx.work, texts, gone);
      } else await rememberAccount(ctx.work, ctx.locale);
      return;
    }
    const wasThere = before.status === "member" || before.status === "administrator";
    const mayWrite = after.status === "member" || after.status === "administrator";
    // In a channel the bot is no member but an administrator, and nobody there can ask it anything.
    if (!wasThere && mayWrite && ctx.chat.type !== "channel") await onlyPrivately(ctx);
  });

  // A button in a group, or under an inline message, which has no chat: refused before anything is read.
  composer.on("callback_query", async (ctx, next) => {
    if (ctx.chat?.type === "private") await next();
    else await ctx.answerCallbackQuery(ctx.say.plain("only-privately-short"));
  });

  // Client data must not appear where others read along. The bot says so when addressed in a group.
  composer.filter(
    (ctx) => ctx.chat !== undefined && ctx.chat.type !== "private",
    async (ctx) => {
      if (isMeantForUs(ctx)) await onlyPrivately(ctx);
    },
  );

  composer.chatType("private").use(async (ctx, next) => {
    await rememberAccount(ctx.work, ctx.locale);
    await next();
  });
  return composer;
}

/** Addressed in a group: one of our commands, unless it names another bot, or a mention. */
function isMeantForUs(ctx: Ctx): boolean {
  const said = ctx.message?.text ?? ctx.message?.caption ?? "";
  if (said.toLowerCase().includes(`@${ctx.me.username.toLowerCase()}`)) return true;
  const command = /^\/([a-z]+)(?=\s|$)/i.exec(said)?.[1]?.toLowerCase();
  return command === "start" || commands.some((ours) => ours === command);
}

async function onlyPrivately(ctx: Ctx): Promise<void> {
  await ctx.reply(ctx.say.html("only-privately", { username: ctx.me.username }));
}
