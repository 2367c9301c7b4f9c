import type { UserFromGetMe } from "grammy/types";
import { noteBlocked } from "../records/accounts.js";
import { keepFile } from "../records/attachments.js";
import { nameOf } from "../records/members.js";
import { RoundMemory, roundsOf } from "../records/rounds.js";
import type { Work } from "../records/work.js";
import type { Texts } from "../texts.js";
import { botOf } from "./bot.js";
import { showDanger } from "./danger.js";
import { casesFeature } from "./features/cases.js";
import { formFeature } from "./features/form.js";
import { gatesFeature } from "./features/gates.js";
import { menuFeature } from "./features/menu.js";
import { setupEntries, startFeature } from "./features/start.js";
import { unhandledFeature } from "./features/unhandled.js";
import { localeOf, tellOfBlock } from "./notices.js";
import { showSummary } from "./summary.js";
import { walkerOf } from "./walker.js";

export type ChatDeps = {
  readonly texts: Texts;
  /** Who the bot is on Telegram. */
  readonly me: UserFromGetMe;
};

export type Chat = ReturnType<typeof chatOf>;

/** Everything a person sees, as functions of an update and its work. */
export function chatOf({ texts, me }: ChatDeps) {
  const rounds = roundsOf(new RoundMemory());
  const walker = walkerOf({
    rounds,
    complete: (ctx, round) => showSummary(ctx, rounds, round),
    danger: (ctx, round, dangers) => showDanger(ctx, texts, round, dangers),
    keepFile: (ctx, round, path, { file }) => keepFile(ctx.work, round, path, file),
    nameOf: (ctx, memberId) => nameOf(ctx.work, memberId),
  });

  return {
    handle: botOf({
      texts,
      me,
      walker,
      entries: new Map([...setupEntries]),
      gates: [gatesFeature(texts)],
      features: [startFeature(), menuFeature(), casesFeature(), formFeature(rounds), unhandledFeature()],
    }),

    /** An update was put aside after every try: the person is told once, with what to quote. */
    apologize(work: Work, reference: string): void {
      say(work, "apology-update", reference);
    },

    /** Telegram refused a message for good: the person is told that something did not arrive. */
    undelivered(work: Work, chatId: number, reference: string): void {
      work.outgoing.push(plainly(texts.t("id", "apology-message", { reference }), chatId));
    },

    /** A person blocked the bot: whoever is responsible hears of it. */
    async blocked(work: Work, chatId: number): Promise<void> {
      tellOfBlock(work, texts, await noteBlocked(work, chatId));
    },
  };

  function say(work: Work, key: "apology-update", reference: string): void {
    if (work.chatId === null || work.chatId <= 0) return;
    work.outgoing.push(plainly(texts.t(localeOf(work.person.locale), key, { reference }), work.chatId));
  }
}

function plainly(text: string, chatId: number) {
  return {
    chatId,
    method: "sendMessage",
    payload: { chat_id: chatId, text, parse_mode: "HTML" },
    kind: "reply" as const,
    ordered: true,
  };
}
