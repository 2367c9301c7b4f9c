import type { NextFunction } from "grammy";
import { CaseRestricted, Conflict, DataOnHold, NotAllowed } from "../../records/people/actor.js";
import type { Texts } from "../../texts.js";
import { type Button, keyboard } from "./buttons.js";
import { callbacks } from "./callbacks.js";
import type { Ctx } from "./context.js";
import { offerSwitch } from "./elsewhere.js";
import { tellOfRefusals } from "./watchedReaders.js";

/**
 * The error boundary. If a person asked for something they may not do, that is gone, or that someone else changed
 * first, everything the update decided is undone and they are told politely. Any other error is a fault of this
 * program and is rethrown.
 */
export function errorBoundary(texts: Texts) {
  return async (ctx: Ctx, next: NextFunction): Promise<void> => {
    try {
      await next();
    } catch (error) {
      const key = refusalOf(error);
      if (key === undefined) throw error;
      await ctx.work.beginAgain();
      ctx.work.refused = true;
      leaveEntry(ctx);
      if (error instanceof NotAllowed) {
        if (await offerSwitch(ctx)) return;
        await tellOfRefusals(ctx.work, texts, error);
      }
      await decline(ctx, key);
    }
  };
}

async function decline(ctx: Ctx, key: Declined): Promise<void> {
  if (ctx.callbackQuery !== undefined) {
    await ctx.answerCallbackQuery({ text: ctx.say.plain(key), show_alert: true });
    return;
  }
  const rows: Button[][] = [[{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }]];
  if (ctx.work.dialogue.roundId !== null) {
    rows.unshift([{ text: ctx.say.plain("button-to-question"), data: callbacks.resume() }]);
  }
  await ctx.reply(ctx.say.html(key), { reply_markup: keyboard(rows) });
}

type Declined = "declined-not-yours" | "declined-changed" | "declined-held" | "declined-restricted";

function refusalOf(error: unknown): Declined | undefined {
  if (error instanceof NotAllowed) return "declined-not-yours";
  if (error instanceof Conflict) return "declined-changed";
  if (error instanceof CaseRestricted) return "declined-restricted";
  if (error instanceof DataOnHold) return "declined-held";
  return undefined;
}

/**
 * An entry whose answer failed would take every following text as an answer, so it is closed. A form's question
 * stays.
 */
function leaveEntry(ctx: Ctx): void {
  const { dialogue } = ctx.work;
  if (dialogue.state === null || !holdsEntry(dialogue.state)) return;
  dialogue.state = null;
  ctx.work.dialogueChanged = true;
}

/** Whether the stored state of a dialogue is that of an entry. */
export function holdsEntry(state: string): boolean {
  const { state: dialogues } = JSON.parse(state) as { readonly state?: object };
  return dialogues !== undefined && "entry" in dialogues;
}
