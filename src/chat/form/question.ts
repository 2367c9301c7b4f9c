import type { Conversation } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Ctx } from "../telegram/context.js";
import { outsideReplay } from "../telegram/outsideReplay.js";
import { toQuestion } from "../telegram/resumeLink.js";
import type { QuestionOutcome } from "./position.js";
import type { Walker } from "./walker.js";

/**
 * The dialogue of one question: put it, wait, take or explain, confirm. It ends with the question; the next one is
 * a new dialogue, begun within the same update. So its memory never grows with the form, and any other message
 * passes through it to the rest of the bot while it goes on waiting.
 */
export function questionDialogue(walker: Walker) {
  return async function question(conversation: Conversation<Ctx, Context>): Promise<void> {
    let view = await outsideReplay(conversation, (ctx) => walker.ask(ctx));
    while (view !== null) {
      await conversation.wait();
      const before = view;
      const turn: QuestionOutcome = await outsideReplay(conversation, async (ctx) => {
        const turn = await walker.receive(ctx, before);
        if (turn.kind === "passes") ctx.resumeLink = toQuestion;
        return turn;
      });
      switch (turn.kind) {
        case "stays":
          view = turn.view;
          break;
        case "ends":
          return;
        case "passes":
          await conversation.skip({ next: true });
      }
    }
  };
}

/** Raised whenever the code above changes its order of waits: dialogues in flight then begin their question anew. */
export const questionVersion = 1;
