import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InlineKeyboard, Keyboard } from "grammy";
import { expect, test } from "vitest";
import { persistIn } from "../../src/playground/persistence.js";
import { atEnd, grammyBot, playground, poll } from "./playground.js";

test("a playground goes on where an earlier run stopped", async () => {
  const folder = await mkdtemp(join(tmpdir(), "pendamping-keeping-"));
  atEnd(() => rm(folder, { recursive: true }));
  const telegram = await playground();
  const bot = grammyBot(telegram);
  bot.command("start", (ctx) => ctx.reply("Halo", { reply_markup: new InlineKeyboard().text("Ya", "y") }));
  bot.callbackQuery("y", (ctx) => ctx.editMessageText("Baik"));
  bot.on("message:photo", (ctx) => ctx.reply("Terima kasih", { reply_markup: new Keyboard().text("Lagi") }));
  await poll(bot);
  const keeping = persistIn(
    folder,
    () => telegram,
    () => ({ ahead: 7 }),
  );
  const ratna = telegram.person({ firstName: "Ratna" });
  ratna.opens();
  await ratna.sees("Halo");
  ratna.presses("Ya");
  await ratna.sees("Baik");
  ratna.photographs(Buffer.from("gambar"));
  await ratna.sees("Terima kasih");
  await bot.stop();
  ratna.sends("belum dibaca bot");
  keeping.changed();
  keeping.close();
  expect((await stat(join(folder, "chats.json"))).mode & 0o077).toBe(0);

  const later = await playground();
  expect(
    persistIn(
      folder,
      () => later,
      () => ({}),
    ).recall(later),
  ).toEqual({ ahead: 7 });
  const [again] = later.people();
  expect(again?.id).toBe(ratna.id);
  expect(again?.transcript()).toBe(ratna.transcript());
  expect(again?.screen()).toBe(ratna.screen());
  const photo = again?.conversation.history.flatMap(
    (one) => (one.kind === "message" ? one.message.photo : []) ?? [],
  );
  expect(later.file(photo?.at(-1)?.file_id ?? "")?.content).toEqual(Buffer.from("gambar"));

  // What the bot had not confirmed reaches it now, and new things get new ids.
  const heard: (string | undefined)[] = [];
  const next = grammyBot(later);
  next.on(
    "message:text",
    (ctx) => void heard.push(`${ctx.update.update_id - 100_000_001} ${ctx.message.text}`),
  );
  again?.sends("sekarang");
  await poll(next);
  await expect.poll(() => heard).toEqual(["3 belum dibaca bot", "4 sekarang"]);
});
