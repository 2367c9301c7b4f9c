import type { Conversation } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Ctx } from "./context.js";

/**
 * Does something with the update's own context, outside of what a dialogue replays. The plugin hands back a clone
 * of what was thrown, which has lost its class and its code, and with them who is at fault: the original is thrown
 * here instead.
 */
export async function outsideReplay<T>(
  conversation: Conversation<Ctx, Context>,
  task: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  let fault: { readonly error: unknown } | undefined;
  try {
    return await conversation.external(async (ctx) => {
      try {
        return await task(ctx);
      } catch (error) {
        fault = { error };
        throw error;
      }
    });
  } catch (error) {
    throw fault === undefined ? error : fault.error;
  }
}
