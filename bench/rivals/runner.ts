/**
 * The least one can write: grammY with its runner, one chat at a time by `sequentialize`, where the person stands in the
 * session. Environment, as of all rivals: TELEGRAM_API_ROOT, BOT_TOKEN, DATABASE_URL, FORM.
 */
import { run, sequentialize } from "@grammyjs/runner";
import { Bot, type Context, type SessionFlavor, session } from "grammy";
import { aPhoto } from "../script.js";
import { keep, read, remove, write } from "./database.js";
import { isAnswered, pressed, screen } from "./form.js";

type Session = { question: number; picked: string[] };
type Chat = Context & SessionFlavor<Session>;

const bot = new Bot<Chat>(process.env.BOT_TOKEN ?? "", {
  client: { apiRoot: process.env.TELEGRAM_API_ROOT ?? "https://api.telegram.org" },
});

bot.use(sequentialize((ctx) => String(ctx.chat?.id)));
bot.use(
  session({
    initial: (): Session => ({ question: 0, picked: [] }),
    storage: { read: read<Session>, write, delete: remove },
  }),
);

async function asks(ctx: Chat): Promise<void> {
  const { text, ...markup } = screen(ctx.session.question);
  await ctx.reply(text, markup);
}

async function takes(ctx: Chat, answer: string): Promise<void> {
  await keep(ctx.chat?.id ?? 0, ctx.session.question, answer);
  ctx.session = { question: ctx.session.question + 1, picked: [] };
  await asks(ctx);
}

bot.command("start", async (ctx) => {
  ctx.session = { question: 0, picked: [] };
  await asks(ctx);
});
bot.on("message:text", (ctx) => takes(ctx, ctx.message.text));
bot.on("message:photo", (ctx) => takes(ctx, aPhoto));
bot.on("callback_query:data", async (ctx) => {
  // Of a press that came again after a kill, Telegram takes no second answer.
  await ctx.answerCallbackQuery().catch(() => undefined);
  const { question, picked } = ctx.session;
  const { number, label } = pressed(ctx.callbackQuery.data, picked.length);
  if (number !== question) return;
  picked.push(label);
  if (isAnswered(question, picked.length)) return takes(ctx, picked.join(", "));
  const { text, ...markup } = screen(question, picked.length);
  await ctx.editMessageText(text, markup);
});

bot.catch(({ error }) => console.error(String(error)));
const runner = run(bot);
process.once("SIGTERM", () => void runner.stop().then(() => process.exit(0)));
