import { latest } from "../../practice/caseFacts.js";
import { dataStanding } from "../../practice/dataGround.js";
import type { Rounds } from "../../records/case/rounds.js";
import type { Submitted } from "../../records/case/submission.js";
import type { Texts } from "../../texts.js";
import { reportSection } from "../case/clocks.js";
import { deciderName, missingText, tellOfMissing } from "../case/dataStanding.js";
import { nextButtons, nextLine } from "../case/steps.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { toldText } from "../telegram/notices.js";
import { passOn } from "./approvals.js";

/** What follows a form that was sent: that it is kept, who has it now, and the next step. */
export async function showSent(ctx: Ctx, texts: Texts, rounds: Rounds, sent: Submitted): Promise<void> {
  const { say, work } = ctx;
  const { progress } = sent;
  const lines = [await headline(ctx, texts, rounds, sent)];
  for (const effect of sent.effects) {
    if (effect.kind === "close") {
      lines.push(
        say.html("sent-closed", {
          code: progress.case.code,
          outcome: say.plain(`outcome-${effect.outcome}`),
        }),
      );
    }
    if (effect.kind === "reopen") lines.push(say.html("sent-reopened", { code: progress.case.code }));
  }
  if (sent.round.form.id === "approach" && dataStanding(progress.facts).kind === "missing") {
    const name = await deciderName(work, progress, say);
    const told = toldText(say, await tellOfMissing(work, texts, progress, say));
    lines.push(`${missingText(progress.facts, say)} ${say.html("data-held-now", { name })} ${told}`);
  }
  const next = nextLine(work, progress, say);
  if (next !== undefined) lines.push(next);
  const report = await reportOf(ctx, sent);
  if (report !== undefined) lines.push("", report.text);
  const rows: Button[][] = [
    ...(report?.rows ?? []).map((row) => [...row]),
    nextButtons(work, progress, say),
    [
      { text: say.plain("button-to-case"), data: callbacks.openCase({ caseId: progress.case.id }) },
      { text: say.plain("button-menu"), data: callbacks.menu() },
    ],
  ];
  await ctx.reply(lines.join("\n"), { reply_markup: keyboard(rows) });
}

/** After the laporan sosial, which is the assessment, the question whether it was handed over. */
async function reportOf(ctx: Ctx, { round, progress }: Submitted) {
  const isAsked = latest(progress.facts, "approach")?.facts.reportRequestedAt !== undefined;
  return round.form.id === "assessment" && isAsked ? reportSection(ctx, progress.case.id) : undefined;
}

async function headline(ctx: Ctx, texts: Texts, rounds: Rounds, sent: Submitted): Promise<string> {
  const { say } = ctx;
  const form = say.plain(`form-${sent.round.form.id}`);
  switch (sent.status) {
    case "approved":
      return sent.amended ? say.html("sent-amended", { form }) : say.html("sent-kept", { form });
    case "returned":
      return say.html("sent-declined");
    case "submitted": {
      const { reached, supervisor } = await passOn(ctx, texts, rounds, sent.round.id);
      if (reached === "supervisor" && supervisor !== undefined) {
        return say.html("sent-waits", { form, name: supervisor });
      }
      if (supervisor === undefined) {
        return reached === "admins"
          ? say.html("sent-nobody", { form })
          : say.html("sent-nobody-named", { form });
      }
      return reached === "admins"
        ? say.html("sent-unreachable", { form, name: supervisor })
        : say.html("sent-nobody-reached", { form, name: supervisor });
    }
  }
}
