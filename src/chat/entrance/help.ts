import { Composer } from "grammy";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { joinLines, showPage } from "../telegram/screen.js";

/** What the bot does for this person, in a few lines for each of their roles. */
export function helpFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("bantuan", help);
  handle(composer, callbacks.help, help);
  return composer;
}

async function help(ctx: Ctx): Promise<void> {
  const roles = ctx.work.actor?.roles ?? [];
  const { say } = ctx;
  const text = joinLines(
    [
      say.html("help-title"),
      roles.length === 0 ? say.html("help-stranger") : undefined,
      roles.includes("worker") ? say.html("help-worker") : undefined,
      roles.includes("supervisor") ? say.html("help-supervisor") : undefined,
      roles.includes("admin") ? say.html("help-admin") : undefined,
      roles.length === 0 ? undefined : say.html("help-guidance", { username: ctx.me.username }),
      say.html("help-everyone"),
    ],
    "\n\n",
  );
  await showPage(ctx, text, [
    [{ text: say.plain("button-menu"), data: roles.length === 0 ? callbacks.menu() : callbacks.menuHere() }],
  ]);
}
