import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import { aliasOf, longestAlias, setAlias } from "../../records/case/alias.js";
import { caseFor } from "../../records/case/case.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { showCard } from "./caseCard.js";

/** The value of the choice that removes an alias. */
const none = "none";

/** The name a worker uses for a client in lists, instead of the real one. */
export function aliasFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.chooseAlias, async (ctx, { caseId }) => {
    await caseFor(ctx.work, caseId, "write");
    await ctx.answerCallbackQuery();
    ctx.onward = entries.caseAlias({ caseId });
  });
  return composer;
}

/** The question for an alias. */
export const aliasEntries: readonly Entry[] = [
  handleEntry(entries.caseAlias, {
    ask: async (ctx, { caseId }) => {
      const { case: head } = await caseFor(ctx.work, caseId, "write");
      const has = aliasOf(ctx.work, head) !== null;
      return {
        text: ctx.say.html("alias-ask", { code: head.code, max: longestAlias }),
        ...(has ? { choices: [[{ text: ctx.say.plain("button-no-alias"), value: none }]] } : {}),
        cancel: callbacks.openCase({ caseId }),
      };
    },
    take: async (ctx, answer, { caseId }) => {
      if (answer.kind === "pressed") await setAlias(ctx.work, caseId, null);
      else {
        const text = acceptText(answer.text, longestAlias, false);
        if (text.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, text) };
        const fault = await setAlias(ctx.work, caseId, String(text.value));
        if (fault !== undefined) return { kind: "again", explanation: ctx.say.html("alias-is-name") };
      }
      await showCard(ctx, caseId);
      return { kind: "done" };
    },
  }),
];
