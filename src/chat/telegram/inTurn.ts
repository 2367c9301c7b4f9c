import type { Middleware, MiddlewareFn } from "grammy";
import type { Ctx } from "./context.js";

/**
 * Runs one after another, until one of them does not pass the update on. A composer of grammY enters all of its parts before
 * the first of them runs, which for a hundred of them costs more than an answer does.
 */
export function inTurn(all: readonly Middleware<Ctx>[]): MiddlewareFn<Ctx> {
  const parts = all.map((one) => (typeof one === "function" ? one : one.middleware()));
  return async (ctx, next) => {
    const from = async (at: number): Promise<void> => {
      const part = parts[at];
      await (part === undefined ? next() : part(ctx, () => from(at + 1)));
    };
    await from(0);
  };
}
