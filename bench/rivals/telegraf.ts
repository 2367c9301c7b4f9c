/** Telegraf with its wizard scenes: a scene whose steps take an answer and ask the next question. */
import { Scenes, session, Telegraf } from "telegraf";
import { aPhoto } from "../script.js";
import { keep, read, remove, write } from "./database.js";
import { isAnswered, pressed, questions, screen } from "./form.js";

type Chat = Scenes.WizardContext;
type State = { picked?: string[] };

const bot = new Telegraf<Chat>(process.env.BOT_TOKEN ?? "", {
  telegram: { apiRoot: process.env.TELEGRAM_API_ROOT ?? "https://api.telegram.org" },
});

async function asks(ctx: Chat, number: number): Promise<void> {
  const { text, ...markup } = screen(number);
  await ctx.reply(text, markup);
}

/** What answers a question: a text, a photo, or the last press; undefined as long as there is more to tick. */
async function answered(ctx: Chat, number: number): Promise<string | undefined> {
  const { message, callbackQuery } = ctx;
  if (message !== undefined) return "text" in message ? message.text : aPhoto;
  if (callbackQuery === undefined || !("data" in callbackQuery)) return undefined;
  // Of a press that came again after a kill, Telegram takes no second answer.
  await ctx.answerCbQuery().catch(() => undefined);
  const state: State = ctx.wizard.state;
  const picked = state.picked ?? [];
  const press = pressed(callbackQuery.data, picked.length);
  if (press.number !== number) return undefined;
  picked.push(press.label);
  state.picked = picked;
  if (isAnswered(number, picked.length)) return picked.join(", ");
  const { text, ...markup } = screen(number, picked.length);
  await ctx.editMessageText(text, markup);
  return undefined;
}

const form = new Scenes.WizardScene<Chat>(
  "form",
  async (ctx) => {
    await asks(ctx, 0);
    ctx.wizard.next();
  },
  ...questions.map((_, number) => async (ctx: Chat) => {
    const answer = await answered(ctx, number);
    if (answer === undefined) return;
    await keep(ctx.chat?.id ?? 0, number, answer);
    await asks(ctx, number + 1);
    const state: State = ctx.wizard.state;
    state.picked = [];
    if (number + 1 === questions.length) await ctx.scene.leave();
    else ctx.wizard.next();
  }),
);

bot.use(session({ store: { get: read<Scenes.WizardSession>, set: write, delete: remove } }));
bot.use(new Scenes.Stage<Chat>([form]).middleware());
bot.start((ctx) => ctx.scene.enter("form"));

bot.catch((error) => console.error(String(error)));
void bot.launch();
process.once("SIGTERM", () => {
  bot.stop("SIGTERM");
  process.exit(0);
});
