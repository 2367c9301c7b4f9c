import type { Ctx } from "../telegram/context.js";
import { toQuestion } from "../telegram/resumeLink.js";
import type { QuestionOutcome } from "./position.js";
import type { QuestionView } from "./view.js";
import type { Walker } from "./walker.js";

/**
 * The dialogue of one question: ask, wait, take or explain, confirm. It ends with the question, and the next question
 * is a new dialogue within the same update. Other messages pass through it to the features while it waits.
 */
export function questionDialogue(walker: Walker) {
  return {
    /** Asks the current question; null where there is none. */
    begin: (ctx: Ctx): Promise<QuestionView | null> => walker.ask(ctx),

    async resume(ctx: Ctx, view: QuestionView): Promise<QuestionOutcome> {
      ctx.goesTo("question");
      const turn = await walker.receive(ctx, view);
      if (turn.kind === "passes") ctx.resumeLink = toQuestion;
      return turn;
    },
  };
}

/** Raised when what an open question keeps changes. Open dialogues of an older version ask their question again. */
export const questionVersion = 2;
