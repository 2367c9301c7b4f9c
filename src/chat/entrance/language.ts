import { Composer } from "grammy";
import { chooseLocale } from "../../records/people/accounts.js";
import { hasConsented } from "../../records/people/consent.js";
import type { Texts } from "../../texts.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { showPage } from "../telegram/screen.js";
import { commandList } from "./commands.js";
import { sendNotMember } from "./consentGate.js";
import { showConsent } from "./consentNotice.js";
import { showMenu } from "./menu.js";

/** Each language by its own name, so that everybody recognises theirs. */
const names = { id: "Bahasa Indonesia", en: "English" } as const;

/** The language of the bot. Until a person chooses, it is that of their Telegram app. */
export function languageFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("bahasa", ask);
  handle(composer, callbacks.language, ask);
  handle(composer, callbacks.chooseLanguage, async (ctx, { locale }) => {
    await chooseLocale(ctx.work, locale);
    ctx.setLocale(locale);
    // Telegram shows commands in the app's language. In this chat they now follow the chosen one.
    const scope = { type: "chat", chat_id: chatIdOf(ctx) } as const;
    await ctx.api.setMyCommands(commandList(texts, locale), { scope });
    await showPage(ctx, ctx.say.html("language-chosen"), []);
    const { actor } = ctx.work;
    if (actor === undefined) await sendNotMember(ctx);
    else if (hasConsented(actor)) await showMenu(ctx);
    else await showConsent(ctx);
  });
  return composer;
}

async function ask(ctx: Ctx): Promise<void> {
  await showPage(ctx, ctx.say.html("language-which"), [
    (["id", "en"] as const).map((locale) => ({
      text: `${locale === ctx.locale ? "✓ " : ""}${names[locale]}`,
      data: callbacks.chooseLanguage({ locale }),
    })),
  ]);
}
