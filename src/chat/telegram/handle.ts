import type { Composer } from "grammy";
import type { Callback } from "./callback.js";
import type { Ctx } from "./context.js";

/** Registers the handler of a callback. Data that is not exactly this callback's is passed on. */
export function handle<A>(
  composer: Composer<Ctx>,
  { read }: Callback<A>,
  handler: (ctx: Ctx, args: A) => unknown,
): void {
  composer.on("callback_query:data", async (ctx, next) => {
    const args = read(ctx.callbackQuery.data);
    if (args === undefined) await next();
    else await handler(ctx, args);
  });
}
