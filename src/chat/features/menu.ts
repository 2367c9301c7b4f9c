import { Composer } from "grammy";
import { chooseLocale } from "../../records/accounts.js";
import { keyboard } from "../buttons.js";
import type { Ctx } from "../context.js";
import { showMenu } from "../menu.js";

/** Menu, help, language. */
export function menuFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.callbackQuery("menu", async (ctx) => {
    await ctx.answerCallbackQuery();
    await showMenu(ctx);
  });
  composer.command("bantuan", (ctx) => ctx.reply(ctx.say.html("help")));
  composer.command("bahasa", (ctx) =>
    ctx.reply(ctx.say.html("language-which"), {
      reply_markup: keyboard([
        [
          { text: "Bahasa Indonesia", data: "language:id" },
          { text: "English", data: "language:en" },
        ],
      ]),
    }),
  );
  composer.callbackQuery(/^language:(id|en)$/, async (ctx) => {
    const locale = ctx.match[1] === "en" ? "en" : "id";
    await ctx.answerCallbackQuery();
    await chooseLocale(ctx.work, locale);
    ctx.relocate(locale);
    await ctx.editMessageText(ctx.say.html("language-chosen"));
    await showMenu(ctx);
  });
  return composer;
}
