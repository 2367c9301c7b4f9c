import { Composer } from "grammy";
import { openDangersFor } from "../../records/danger/openDangers.js";
import { actorOf } from "../../records/people/rights.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { joinLines, sendNew } from "../telegram/screen.js";
import { closeButton, dangerLine } from "./following.js";

/** The list of open dangers, for the members responsible for them. */
export function openListFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.openDangers, showOpenDangers);
  return composer;
}

/** Dangers on one screen; more than so many at once are counted. */
const mostShown = 10;

/** The open dangers a person is responsible for, as paragraphs and buttons. */
export async function openDangerLines(
  ctx: Ctx,
): Promise<{ readonly texts: readonly string[]; readonly rows: readonly Button[][] }> {
  const dangers = await openDangersFor(ctx.work, actorOf(ctx.work));
  const shown = dangers.slice(0, mostShown);
  const more = dangers.length - shown.length;
  return {
    texts: [
      ...shown.map((danger) => dangerLine(ctx.say, danger)),
      ...(more > 0 ? [ctx.say.html("danger-more", { count: more })] : []),
    ],
    rows: shown.map((danger) => [closeButton(ctx.say, danger, true)]),
  };
}

/** The same as a message of its own. */
export async function showOpenDangers(ctx: Ctx): Promise<void> {
  const { texts, rows } = await openDangerLines(ctx);
  await sendNew(ctx, texts.length === 0 ? ctx.say.html("danger-none-open") : joinLines(texts, "\n\n"), [
    ...rows,
    [{ text: ctx.say.plain("button-menu"), data: callbacks.menu() }],
  ]);
}
