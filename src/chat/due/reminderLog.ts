import { Composer } from "grammy";
import { type LogLine, logPerPage, oversight } from "../../records/due/reminders.js";
import { actorOf } from "../../records/people/rights.js";
import { escapeHtml } from "../../texts.js";
import { momentOf } from "../telegram/answerText.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { discreetName, rungName } from "../telegram/dueWords.js";
import { handle } from "../telegram/handle.js";
import { dayText, joinLines, pageRow, showPage } from "../telegram/screen.js";

/** For the admin: how much is long overdue, whose STR has ended, and what was sent to whom, or was not and why. */
export function reminderLogFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.reminderLog, (ctx, { which, page }) =>
    showLog(ctx, which === "not" ? "suppressed" : undefined, page),
  );
  return composer;
}

async function showLog(ctx: Ctx, only: "suppressed" | undefined, page: number): Promise<void> {
  const { say, work } = ctx;
  const found = await oversight(work, page, only);
  const { adminAfter } = actorOf(work).rules.reminders;
  const text = joinLines(
    [
      joinLines([
        say.html("reminders-title"),
        say.html("reminders-overdue", { count: found.overdue, days: adminAfter }),
        say.html("reminders-statutory", { count: found.statutoryOverdue }),
      ]),
      found.lapsed.length === 0
        ? undefined
        : joinLines([
            say.html("reminders-lapsed"),
            ...found.lapsed.map(({ name, expiresOn }) =>
              escapeHtml(`• ${name}, ${dayText(ctx, new Date(expiresOn))}`),
            ),
          ]),
      joinLines([
        say.html(only === undefined ? "reminders-log" : "reminders-log-not"),
        ...(found.lines.length === 0
          ? [say.html("reminders-none")]
          : found.lines.map((line) => logLine(ctx, line))),
      ]),
    ],
    "\n\n",
  );
  const which = only === undefined ? "all" : "not";
  await showPage(ctx, text, [
    [{ text: say.plain("button-late-list"), data: callbacks.late({ memberId: null, page: 0 }) }],
    pageRow(page, found.total, logPerPage, (other) => callbacks.reminderLog({ which, page: other })),
    [
      only === undefined
        ? { text: say.plain("button-log-not"), data: callbacks.reminderLog({ which: "not", page: 0 }) }
        : { text: say.plain("button-log-all"), data: callbacks.reminderLog({ which: "all", page: 0 }) },
    ],
    [{ text: say.plain("button-breach"), data: callbacks.breach() }],
    [{ text: say.plain("button-menu"), data: callbacks.menuHere() }],
  ]);
}

/** "• 24 November, 07.30: K-2026-0007 · evaluasi, terlambat 1 hari → Bu Ratna: terkirim". */
function logLine(ctx: Ctx, { at, rung, name, status, reason, ...due }: LogLine): string {
  const when = momentOf(at, actorOf(ctx.work).zone, ctx.say);
  const how = status === "sent" ? ctx.say.plain("log-sent") : ctx.say.plain(`log-${reason ?? "waiting"}`);
  return escapeHtml(`• ${when}: ${discreetName(due, ctx.say)}, ${rungName(rung, ctx.say)} → ${name}: ${how}`);
}
