import type { Composer, MiddlewareFn } from "grammy";
import type { Callback } from "./callback.js";
import { type CallbackName, callbacks, pressOf } from "./callbacks.js";
import type { Ctx } from "./context.js";

/** What is done on a press, by the name of its callback. */
type PressHandlers = Map<CallbackName, (ctx: Ctx, args: object) => unknown>;

const handlersOf = new WeakMap<Composer<Ctx>, PressHandlers>();

const names = new Map(
  Object.entries(callbacks).map(([name, { pattern }]) => [pattern, name as CallbackName] as const),
);

/**
 * Registers the handler of a callback. Presses of others are passed on. A composer looks a press up once, however many callbacks
 * it handles: hundreds of middlewares that pass it on cost a press more than all that it does.
 *
 * @throws {Error} at the start of the program, for a callback that is not in the table or is handled twice
 */
export function handle<A extends object>(
  composer: Composer<Ctx>,
  { pattern }: Callback<A>,
  handler: (ctx: Ctx, args: A) => unknown,
): void {
  const name = names.get(pattern);
  if (name === undefined) throw new Error(`${pattern} is not in the table of callbacks`);
  let handlers = handlersOf.get(composer);
  if (handlers === undefined) {
    handlers = new Map();
    handlersOf.set(composer, handlers);
    composer.on("callback_query:data", pressed(handlers));
  }
  if (handlers.has(name)) throw new Error(`${pattern} is handled twice`);
  // Its arguments are read by this very callback.
  handlers.set(name, handler as (ctx: Ctx, args: object) => unknown);
}

/**
 * Leads a press straight to the feature that handles it, past all others.
 *
 * @throws {Error} at the start of the program, for a callback that two of them handle
 */
export function presses(features: readonly Composer<Ctx>[]): MiddlewareFn<Ctx> {
  const all: PressHandlers = new Map();
  for (const feature of features) {
    for (const [name, handler] of handlersOf.get(feature) ?? []) {
      if (all.has(name)) throw new Error(`${name} is handled by two features`);
      all.set(name, handler);
    }
  }
  return pressed(all);
}

function pressed(handlers: PressHandlers): MiddlewareFn<Ctx> {
  return async (ctx, next) => {
    const data = ctx.callbackQuery?.data;
    const press = data === undefined ? undefined : pressOf(data);
    const handler = press && handlers.get(press.name);
    if (press === undefined || handler === undefined) await next();
    else await handler(ctx, press.args);
  };
}
