import { Composer } from "grammy";
import type { Ctx } from "../telegram/context.js";
import { show } from "../telegram/screen.js";

/** /laporan: what can be read about the work so far. */
export function reportsFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("laporan", showReports);
  composer.callbackQuery("later:laporan", showReports);
  return composer;
}

async function showReports(ctx: Ctx): Promise<void> {
  const { say } = ctx;
  const roles = ctx.work.actor?.roles ?? [];
  await show(ctx, say.html("later-laporan"), [
    ...(roles.includes("worker") ? [[{ text: say.plain("button-my-cases"), data: "cases:mine:0" }]] : []),
    ...(roles.includes("admin")
      ? [
          [{ text: say.plain("button-reminder-log"), data: "rem:all:0" }],
          [{ text: say.plain("button-unanswered"), data: "unanswered" }],
        ]
      : []),
    [{ text: say.plain("button-menu"), data: "home" }],
  ]);
}
