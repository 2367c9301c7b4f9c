import type { Conversation } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Ctx } from "./context.js";

/**
 * Runs a task once with the update's own context, outside of what the conversations plugin replays. The plugin throws
 * a clone of an error, without its class and code, which decide who is at fault. So the original error is thrown here
 * instead.
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
