/**
 * The bot a developer would otherwise write: grammY with its runner, one chat at a time by `sequentialize`, a
 * form of 24 text questions, the session and every answer in PostgreSQL. It is what ours is measured against;
 * environment: TELEGRAM_API_ROOT, BOT_TOKEN, DATABASE_URL.
 */
import { run, sequentialize } from "@grammyjs/runner";
import { Bot, type Context, type SessionFlavor, session } from "grammy";
import pg from "pg";

const questions = 24;

type Session = { step: number };

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
await pool.query(`
  CREATE TABLE IF NOT EXISTS sessions (key text PRIMARY KEY, value jsonb NOT NULL);
  CREATE TABLE IF NOT EXISTS answers (
    id bigserial PRIMARY KEY,
    chat_id bigint NOT NULL,
    question int NOT NULL,
    answer text NOT NULL,
    answered_at timestamptz NOT NULL DEFAULT now()
  );
`);

const bot = new Bot<Context & SessionFlavor<Session>>(process.env.BOT_TOKEN ?? "", {
  client: { apiRoot: process.env.TELEGRAM_API_ROOT ?? "https://api.telegram.org" },
});

bot.use(sequentialize((ctx) => String(ctx.chat?.id)));
bot.use(
  session({
    initial: (): Session => ({ step: 0 }),
    storage: {
      read: async (key) => {
        const { rows } = await pool.query("SELECT value FROM sessions WHERE key = $1", [key]);
        return rows[0]?.value;
      },
      write: async (key, value) => {
        await pool.query(
          "INSERT INTO sessions VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
          [key, value],
        );
      },
      delete: async (key) => {
        await pool.query("DELETE FROM sessions WHERE key = $1", [key]);
      },
    },
  }),
);

const ask = (step: number) => (step < questions ? `Pertanyaan ${step + 1} dari ${questions}?` : "Selesai.");

bot.command("start", async (ctx) => {
  ctx.session.step = 0;
  await ctx.reply(ask(0));
});

bot.on("message:text", async (ctx) => {
  await pool.query("INSERT INTO answers (chat_id, question, answer) VALUES ($1, $2, $3)", [
    ctx.chat.id,
    ctx.session.step,
    ctx.message.text,
  ]);
  ctx.session.step += 1;
  await ctx.reply(ask(ctx.session.step));
});

const runner = run(bot);
process.once("SIGTERM", () => void runner.stop().then(() => process.exit(0)));
