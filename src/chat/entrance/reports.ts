import { Composer } from "grammy";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { showPage } from "../telegram/screen.js";

/** /laporan: what can be read about the work so far. */
export function reportsFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("laporan", showReports);
  handle(composer, callbacks.reports, showReports);
  return composer;
}

async function showReports(ctx: Ctx): Promise<void> {
  const { say } = ctx;
  const roles = ctx.work.actor?.roles ?? [];
  await showPage(ctx, say.html("later-laporan"), [
    ...(roles.includes("worker")
      ? [[{ text: say.plain("button-my-cases"), data: callbacks.caseList({ whose: "mine", page: 0 }) }]]
      : []),
    ...(roles.includes("admin")
      ? [
          [
            {
              text: say.plain("button-reminder-log"),
              data: callbacks.reminderLog({ which: "all", page: 0 }),
            },
          ],
          [{ text: say.plain("button-unanswered"), data: callbacks.unanswered() }],
        ]
      : []),
    [{ text: say.plain("button-menu"), data: callbacks.menuHere() }],
  ]);
}
