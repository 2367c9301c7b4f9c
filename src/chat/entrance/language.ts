import { Composer } from "grammy";
import { chooseLocale } from "../../records/people/accounts.js";
import { hasConsented } from "../../records/people/consent.js";
import type { Texts } from "../../texts.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { showPage } from "../telegram/screen.js";
import { commandList } from "./commands.js";
import { sendNotMember } from "./consentGate.js";
import { showConsent } from "./consentNotice.js";
import { showMenu } from "./menu.js";

/** Each language by its own name, so that whoever cannot read the present one finds theirs. */
const names = { id: "Bahasa Indonesia", en: "English" } as const;

/** Which language the bot speaks with a person; until they choose, the one of their Telegram. */
export function languageFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("bahasa", ask);
  handle(composer, callbacks.language, ask);
  handle(composer, callbacks.chooseLanguage, async (ctx, { locale }) => {
    await chooseLocale(ctx.work, locale);
    ctx.setLocale(locale);
    // Telegram offers commands in the app's language; in this chat it is now the chosen one.
    const scope = { type: "chat", chat_id: ctx.chatId ?? 0 } as const;
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
