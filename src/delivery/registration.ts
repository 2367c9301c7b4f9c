import type { BotCommand } from "grammy/types";
import type { Logger } from "pino";
import type { BotApiClient } from "./telegram.js";

/** The commands for one language; for every language that has none of its own where `language` is undefined. */
export type CommandsOf = { readonly language: string | undefined; readonly commands: readonly BotCommand[] };

/** Registers the commands of private chats with Telegram. If that fails, the bot works without them. */
export async function registerCommands(
  telegram: BotApiClient,
  lists: readonly CommandsOf[],
  log: Logger,
): Promise<void> {
  for (const { language, commands } of lists) {
    const answer = await telegram.call("setMyCommands", {
      commands,
      scope: { type: "all_private_chats" },
      ...(language === undefined ? {} : { language_code: language }),
    });
    if (answer.kind !== "done") log.warn({ language, outcome: answer }, "the commands were not registered");
  }
}
