import type { BotCommand } from "grammy/types";
import { type Locale, locales, type Texts } from "../../texts.js";

/** The commands people may type; each is also a button somewhere. `/start` does what `/mulai` does. */
export const commands = [
  "mulai",
  "kasus",
  "lanjut",
  "darurat",
  "tugas",
  "tanya",
  "etika",
  "str",
  "sop",
  "standar",
  "hukum",
  "dokumen",
  "dilema",
  "supervisi",
  "laporan",
  "lembaga",
  "privasi",
  "bahasa",
  "bantuan",
] as const;

/** The commands as Telegram shows them beside the message field, with their words in one language. */
export function commandList(texts: Texts, locale: Locale): BotCommand[] {
  return commands.map((command) => ({
    // Whoever reads English looks for help under this name, as in every other bot.
    command: command === "bantuan" && locale === "en" ? "help" : command,
    description: texts.plain(locale, `command-${command}`),
  }));
}

/** What the bot shows of itself in a language. */
type Profile = {
  readonly language: string | undefined;
  readonly commands: BotCommand[];
  readonly description: string;
  readonly shortDescription: string;
};

/** What to register with Telegram when the bot starts: for every language, and the Indonesian words for all others. */
export function profilesByLanguage(texts: Texts): readonly Profile[] {
  return locales.map((locale) => ({
    language: locale === "id" ? undefined : locale,
    commands: commandList(texts, locale),
    description: texts.plain(locale, "bot-description"),
    shortDescription: texts.plain(locale, "bot-short-description"),
  }));
}
