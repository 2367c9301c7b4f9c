import type { Locale, Texts } from "../texts.js";
import { locales } from "../texts.js";
import type { Telegram } from "./telegram.js";

/** The commands people may type; each is also a button somewhere. */
export const commands = [
  "mulai",
  "kasus",
  "lanjut",
  "tugas",
  "etika",
  "str",
  "sop",
  "standar",
  "supervisi",
  "laporan",
  "privasi",
  "bahasa",
  "bantuan",
] as const;

/** Tells Telegram the commands in every language; for all others the Indonesian ones. */
export async function registerCommands(telegram: Telegram, texts: Texts): Promise<void> {
  for (const locale of locales) {
    const language = locale === "id" ? {} : { language_code: locale };
    await telegram.call("setMyCommands", {
      commands: commands.map((command) => ({ command, description: describe(texts, locale, command) })),
      scope: { type: "all_private_chats" },
      ...language,
    });
  }
}

function describe(texts: Texts, locale: Locale, command: string): string {
  return texts.dynamicPlain(locale, `command-${command}`);
}
