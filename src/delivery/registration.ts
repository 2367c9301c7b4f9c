import type { BotCommand } from "grammy/types";
import type { Logger } from "pino";
import type { BotApiClient } from "./telegram.js";

/** What the bot shows of itself in one language; in every language that has none of its own where `language` is undefined. */
export type PublicProfile = {
  readonly language: string | undefined;
  readonly commands: readonly BotCommand[];
  /** What an empty chat shows, at most 512 characters. */
  readonly description: string;
  /** What stands in the bot's profile and in links to it, at most 120 characters. */
  readonly shortDescription: string;
};

/**
 * Tells Telegram the commands that private chats offer, that the button beside the message field lists them, and how the
 * bot describes itself. Where it does not listen, the bot works without.
 */
export async function registerProfile(
  telegram: BotApiClient,
  profiles: readonly PublicProfile[],
  log: Logger,
): Promise<void> {
  const register = async (method: string, payload: Readonly<Record<string, unknown>>, language?: string) => {
    const inLanguage = language === undefined ? {} : { language_code: language };
    const answer = await telegram.call(method, { ...payload, ...inLanguage });
    if (answer.kind !== "done")
      log.warn({ method, language, outcome: answer }, "the profile was not registered");
  };
  await register("setChatMenuButton", { menu_button: { type: "commands" } });
  for (const { language, commands, description, shortDescription } of profiles) {
    await register("setMyCommands", { commands, scope: { type: "all_private_chats" } }, language);
    await register("setMyDescription", { description }, language);
    await register("setMyShortDescription", { short_description: shortDescription }, language);
  }
}
