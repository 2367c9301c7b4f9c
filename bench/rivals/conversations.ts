/**
 * grammY with its conversations plugin: the form is one function that asks and waits. RUNNER=yes runs chats side by side
 * with @grammyjs/runner; without it one update after another is handled, as `bot.start()` does.
 */
import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from "@grammyjs/conversations";
import { run, sequentialize } from "@grammyjs/runner";
import { Bot, type Context } from "grammy";
import { aPhoto } from "../script.js";
import { keep, read, remove, write } from "./database.js";
import { isAnswered, pressed, questions, screen } from "./form.js";

const bot = new Bot<ConversationFlavor<Context>>(process.env.BOT_TOKEN ?? "", {
  client: { apiRoot: process.env.TELEGRAM_API_ROOT ?? "https://api.telegram.org" },
});

async function form(conversation: Conversation, ctx: Context): Promise<void> {
  for (const number of questions.keys()) {
    const answer = await answerTo(conversation, ctx, number);
    await conversation.external(() => keep(ctx.chat?.id ?? 0, number, answer));
  }
  await ctx.reply(screen(questions.length).text);
}

async function answerTo(conversation: Conversation, ctx: Context, number: number): Promise<string> {
  const { text, ...markup } = screen(number);
  await ctx.reply(text, markup);
  const picked: string[] = [];
  for (;;) {
    const said = await conversation.waitFor(["message:text", "message:photo", "callback_query:data"]);
    if (said.callbackQuery === undefined) return said.message?.text ?? aPhoto;
    // Of a press that came again after a kill, Telegram takes no second answer.
    await said.answerCallbackQuery().catch(() => undefined);
    const press = pressed(said.callbackQuery.data, picked.length);
    if (press.number !== number) continue;
    picked.push(press.label);
    if (isAnswered(number, picked.length)) return picked.join(", ");
    const { text, ...markup } = screen(number, picked.length);
    await said.editMessageText(text, markup);
  }
}

const sideBySide = process.env.RUNNER === "yes";
if (sideBySide) bot.use(sequentialize((ctx) => String(ctx.chat?.id)));
bot.use(conversations({ storage: { type: "key", adapter: { read, write, delete: remove } } }));
bot.use(createConversation(form));
bot.command("start", (ctx) => ctx.conversation.enter("form"));

bot.catch(({ error }) => console.error(String(error)));
const stop = sideBySide ? run(bot).stop : () => bot.stop();
if (!sideBySide) void bot.start();
process.once("SIGTERM", () => void stop().then(() => process.exit(0)));
