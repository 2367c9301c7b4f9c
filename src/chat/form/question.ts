import type { Conversation } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Ctx } from "../telegram/context.js";
import { outsideReplay } from "../telegram/outsideReplay.js";
import { toQuestion } from "../telegram/resumeLink.js";
import type { QuestionOutcome } from "./position.js";
import type { Walker } from "./walker.js";

/**
 * The dialogue of one question: ask, wait, take or explain, confirm. It ends with the question, and the next question
 * is a new dialogue within the same update. So its state does not grow with the form. Other messages pass through it
 * to the other features while it waits.
 */
export function questionDialogue(walker: Walker) {
  return async function question(conversation: Conversation<Ctx, Context>): Promise<void> {
    let view = await outsideReplay(conversation, (ctx) => walker.ask(ctx));
    while (view !== null) {
      await conversation.wait();
      const before = view;
      const turn: QuestionOutcome = await outsideReplay(conversation, async (ctx) => {
        ctx.goesTo("question");
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

/** Raised when the order of waits above changes. Open dialogues of an older version ask their question again. */
export const questionVersion = 1;
