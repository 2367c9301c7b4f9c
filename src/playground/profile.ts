/**
 * What a bot shows of itself: its name, descriptions, menu button and commands, each by language and the
 * commands by scope, with Telegram's order of looking them up.
 */
import type { BotCommand, BotCommandScope, MenuButton } from "@grammyjs/types";

/** Texts by language code; "" is the one for every other language. */
export type ByLanguage = Map<string, string>;

/** All a bot set about itself. */
export type BotProfile = {
  readonly names: ByLanguage;
  readonly descriptions: ByLanguage;
  readonly shortDescriptions: ByLanguage;
  /** Commands by `scopeKey`. */
  readonly commands: Map<string, readonly BotCommand[]>;
  /** Menu buttons by chat; 0 is the one of every other chat. */
  readonly menuButtons: Map<number, MenuButton>;
};

/** The profile of a bot that has set nothing but its name. */
export function newProfile(name: string): BotProfile {
  return {
    names: new Map([["", name]]),
    descriptions: new Map(),
    shortDescriptions: new Map(),
    commands: new Map(),
    menuButtons: new Map(),
  };
}

/** Where the commands of a scope and language are kept. */
export function scopeKey(scope: BotCommandScope, language: string): string {
  const chat = "chat_id" in scope ? ` ${scope.chat_id}` : "";
  const user = "user_id" in scope ? ` ${scope.user_id}` : "";
  return `${scope.type}${chat}${user}/${language}`;
}

/** The commands a person's app offers in a private chat: the first list set, most particular scope first. */
export function commandsShown(profile: BotProfile, chatId: number, language: string): readonly BotCommand[] {
  const scopes: BotCommandScope[] = [
    { type: "chat", chat_id: chatId },
    { type: "all_private_chats" },
    { type: "default" },
  ];
  for (const scope of scopes) {
    for (const wanted of [language, ""]) {
      const commands = profile.commands.get(scopeKey(scope, wanted));
      if (commands !== undefined) return commands;
    }
  }
  return [];
}
