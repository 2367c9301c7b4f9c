import { latest } from "../../practice/caseFacts.js";
import { dataStanding } from "../../practice/dataGround.js";
import type { Rounds } from "../../records/case/rounds.js";
import type { Submitted } from "../../records/case/submission.js";
import { actorOf } from "../../records/people/rights.js";
import type { Texts } from "../../texts.js";
import { reportSection } from "../case/clocks.js";
import { deciderName, missingText, tellOfMissing } from "../case/dataStanding.js";
import { pendingRequestLine, tellOfRequest } from "../case/requests.js";
import { nextButtons, nextLine, nextStepOf } from "../case/steps.js";
import { momentOf } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { toldText } from "../telegram/notices.js";
import { joinLines } from "../telegram/screen.js";
import { notifyApprover } from "./approvals.js";
import { tellOfCorrection } from "./correcting.js";

/** What is said after a form was sent: that it is saved, who has it now, and the next step. */
export async function showSent(ctx: Ctx, texts: Texts, rounds: Rounds, sent: Submitted): Promise<void> {
  const { say, work } = ctx;
  const { subject } = sent;
  const lines = [await headline(ctx, texts, rounds, sent)];
  const waits = await pendingRequestLine(ctx, subject);
  if (waits !== undefined) {
    lines.push(`${waits} ${toldText(say, await tellOfRequest(ctx, texts, subject))}`);
  }
  for (const effect of waits === undefined ? sent.effects : []) {
    if (effect.kind === "close") {
      lines.push(
        say.html("sent-closed", {
          code: subject.case.code,
          outcome: say.plain(`outcome-${effect.outcome}`),
        }),
      );
    }
    if (effect.kind === "reopen") lines.push(say.html("sent-reopened", { code: subject.case.code }));
  }
  if (sent.round.form.id === "approach" && dataStanding(subject.facts).kind === "missing") {
    const name = await deciderName(work, subject, say);
    const told = toldText(say, await tellOfMissing(work, texts, subject, say));
    lines.push(`${missingText(subject.facts, say)} ${say.html("data-held-now", { name })} ${told}`);
  }
  // The form just sent is not named as the next step, and no step is named while a closing waits.
  const following = nextStepOf(work, subject);
  const isNews = following.kind === "form" && following.form !== sent.round.form.id;
  const next = waits === undefined && isNews ? nextLine(work, subject, say) : undefined;
  if (next !== undefined) lines.push(next);
  const report = await reportOf(ctx, sent);
  if (report !== undefined) lines.push("", report.text);
  const rows: Button[][] = [
    ...(report?.rows ?? []).map((row) => [...row]),
    waits === undefined && (isNews || following.kind !== "form" || following.mode === "repeat")
      ? nextButtons(work, subject, say)
      : [],
    ...refusedButtons(ctx, sent),
    [
      { text: say.plain("button-to-case"), data: callbacks.openCase({ caseId: subject.case.id }) },
      { text: say.plain("button-menu"), data: callbacks.menu() },
    ],
  ];
  await ctx.reply(lines.join("\n"), { reply_markup: keyboard(rows) });
}

/** A client who does not agree to the service should not stay an open case: closing is offered. */
function refusedButtons({ say }: Ctx, { round, subject }: Submitted): Button[][] {
  const refused = latest(subject.facts, "approach")?.facts.consent === false;
  if (round.form.id !== "approach" || !refused || subject.request !== undefined) return [];
  const data = callbacks.closeCase({ caseId: subject.case.id });
  return [[{ text: say.plain("button-close-case"), data }]];
}

/** After the laporan sosial (the assessment), the question whether it was handed over. */
async function reportOf(ctx: Ctx, { round, subject }: Submitted) {
  const isAsked = latest(subject.facts, "approach")?.facts.reportRequestedAt !== undefined;
  return round.form.id === "assessment" && isAsked ? reportSection(ctx, subject.case.id) : undefined;
}

async function headline(ctx: Ctx, texts: Texts, rounds: Rounds, sent: Submitted): Promise<string> {
  const { say } = ctx;
  const form = say.plain(`form-${sent.round.form.id}`);
  switch (sent.status) {
    case "approved":
      if (sent.corrected) {
        const name = await tellOfCorrection(ctx, texts, sent.round);
        return name === undefined
          ? say.html("sent-corrected", { form })
          : say.html("sent-corrected-told", { form, name });
      }
      return sent.amended ? say.html("sent-amended", { form }) : say.html("sent-kept", { form });
    case "returned":
      return say.html("sent-declined");
    case "submitted": {
      const { reached, supervisor, later } = await notifyApprover(ctx, texts, rounds, sent.round.id);
      const moment = later === undefined ? undefined : momentOf(later, actorOf(ctx.work).zone, say);
      if (reached === "supervisor" && supervisor !== undefined) {
        return moment === undefined
          ? say.html("sent-waits", { form, name: supervisor })
          : say.html("sent-waits-later", { form, name: supervisor, moment });
      }
      if (reached === "nobody") {
        return supervisor === undefined
          ? say.html("sent-nobody-named", { form })
          : say.html("sent-nobody-reached", { form, name: supervisor });
      }
      const asked =
        supervisor === undefined
          ? say.html("sent-nobody", { form })
          : say.html("sent-unreachable", { form, name: supervisor });
      return joinLines([asked, moment === undefined ? undefined : say.html("admins-later", { moment })], " ");
    }
  }
}
