import type { Danger } from "../../practice/forms/vocabulary.js";
import type { OpenRound } from "../../records/case/rounds.js";
import { chatOf } from "../../records/people/members.js";
import type { Texts } from "../../texts.js";
import { keyboard } from "../telegram/buttons.js";
import type { Ctx } from "../telegram/context.js";
import { notify } from "../telegram/notices.js";
import type { Wording } from "../telegram/wording.js";

/**
 * Danger now: what to do first is on the screen before anything else is asked, and the supervisor hears of it at
 * once, by the case's code. The form waits under a button.
 */
export async function showDanger(
  ctx: Ctx,
  texts: Texts,
  round: OpenRound,
  dangers: readonly Danger[],
): Promise<void> {
  const told = await tellSupervisor(ctx, texts, round);
  ctx.work.audit.push({
    action: "danger.noted",
    subject: "case",
    subjectId: round.case.id,
    detail: { kinds: dangers.join(","), supervisorTold: told },
  });
  await ctx.reply(
    [
      emergencyText(ctx.say, dangers),
      told ? ctx.say.html("danger-supervisor-told") : ctx.say.html("danger-no-supervisor"),
    ].join("\n\n"),
    { reply_markup: keyboard([[{ text: ctx.say.plain("button-go-on"), data: "resume" }]]) },
  );
}

/** What to do first and whom to call, by what is dangerous: Telegram HTML. */
export function emergencyText(say: Wording, dangers: readonly Danger[]): string {
  const kinds = dangers.map((danger) => say.html(`danger-${danger}`));
  return [say.html("danger-first"), ...kinds, say.html("danger-numbers")].join("\n\n");
}

async function tellSupervisor(ctx: Ctx, texts: Texts, round: OpenRound): Promise<boolean> {
  const supervisor = round.case.workerSupervisorId;
  if (supervisor === null || supervisor === ctx.work.actor?.memberId) return false;
  const chat = await chatOf(ctx.work, supervisor);
  if (chat === undefined) return false;
  notify(ctx.work, texts, chat, "notice-danger", [{ code: round.case.code }], (locale) => [
    [{ text: texts.plain(locale, "button-open-case"), data: `case:${round.case.id}` }],
  ]);
  return true;
}
