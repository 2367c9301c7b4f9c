import { latest } from "../../practice/caseFacts.js";
import type { FormId } from "../../practice/form.js";
import { type ClosedGate, gate } from "../../practice/gates.js";
import { helpAtGate } from "../../practice/help/help.js";
import type { Case } from "../../records/case/case.js";
import { roundOf } from "../../records/case/case.js";
import { nameOf } from "../../records/people/members.js";
import { actorOf, may } from "../../records/people/rights.js";
import { knownClientOf } from "../form/knownClient.js";
import { isOwn } from "../form/roundButtons.js";
import { momentOf } from "../telegram/answerText.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { dataLines, groundWanted } from "./dataStanding.js";
import { formName, stepButton } from "./steps.js";

/** Says why a form is closed and offers the step that opens it. */
export async function showClosedGate(
  ctx: Ctx,
  form: FormId,
  closed: ClosedGate,
  subject: Case,
): Promise<void> {
  const supervisor = await supervisorName(ctx, subject);
  const rows: Button[][] = openers(ctx, form, closed, subject, supervisor);
  const actor = actorOf(ctx.work);
  const mayLift = actor.roles.includes("supervisor") && actor.memberId === subject.case.workerSupervisorId;
  if (closed.overridable && mayLift) {
    rows.push([
      {
        text: ctx.say.plain("button-override"),
        data: callbacks.overrideGate({ caseId: subject.case.id, form }),
      },
    ]);
  }
  const help = helpAtGate(form, closed, knownClientOf(ctx, subject));
  rows.push(...help.flatMap(ctx.topicButton).map((button) => [button]));
  rows.push([
    { text: ctx.say.plain("button-to-case"), data: callbacks.openCase({ caseId: subject.case.id }) },
  ]);
  const reason =
    closed.reason === "no-data-ground"
      ? (await dataLines(ctx, subject)).join("\n")
      : reasonText(ctx, form, closed, supervisor);
  await ctx.reply(reason, { reply_markup: keyboard(rows) });
}

/** The name of the supervisor of the case's worker; undefined where none is named. */
export async function supervisorName(ctx: Ctx, subject: Case): Promise<string | undefined> {
  const { workerSupervisorId } = subject.case;
  return workerSupervisorId === null ? undefined : nameOf(ctx.work, workerSupervisorId);
}

/**
 * The buttons that open a waiting round and remind its supervisor. The deciding supervisor gets the card instead, and
 * where nobody is named there is nobody to remind.
 */
export function waitingButtons(
  ctx: Ctx,
  subject: Case,
  roundId: string,
  supervisor: string | undefined,
): Button[][] {
  const look = { text: ctx.say.plain("button-look"), data: callbacks.readRound({ roundId }) };
  const { submittedById } = roundOf(subject, roundId);
  if (may(actorOf(ctx.work), subject.case, "decide", submittedById)) {
    return [[{ text: ctx.say.plain("button-decide"), data: callbacks.openApproval({ roundId }) }], [look]];
  }
  if (supervisor === undefined || !isOwn(ctx, subject)) return [[look]];
  const nudge = {
    text: ctx.say.plain("button-nudge", { name: supervisor }),
    data: callbacks.remindSupervisor({ roundId }),
  };
  return [[nudge], [look]];
}

type OtherwiseClosed = Exclude<ClosedGate, { readonly reason: "no-data-ground" }>;

function reasonText(ctx: Ctx, form: FormId, closed: OtherwiseClosed, supervisor: string | undefined): string {
  const { say } = ctx;
  const wanted = { form: say.plain(`form-${form}`) };
  switch (closed.reason) {
    case "case-closed":
      return say.html("gate-case-closed", { outcome: say.plain(`outcome-${closed.outcome}`) });
    case "before-incomplete":
      return say.html("gate-before-incomplete", { ...wanted, before: formName(closed.before, say) });
    case "awaiting-approval": {
      const since = momentOf(closed.since, actorOf(ctx.work).zone, say);
      const name = supervisor ?? say.plain("supervisor-none");
      if (closed.form === form) return say.html("gate-awaiting-itself", { ...wanted, name, since });
      return say.html("gate-awaiting-approval", {
        ...wanted,
        before: formName(closed.form, say),
        name,
        since,
      });
    }
    case "returned":
      return say.html("gate-returned", { ...wanted, before: formName(closed.form, say) });
    case "client-declined-plan":
      return say.html("gate-client-declined-plan", wanted);
    case "not-eligible":
      return say.html("gate-not-eligible", wanted);
    case "no-consent":
      return say.html("gate-no-consent", wanted);
    case "needs-decision":
      return say.html("gate-needs-decision", wanted);
    case "referral-unanswered":
      return say.html("gate-referral-unanswered", wanted);
    case "needs-termination":
      return say.html("gate-needs-termination", wanted);
    case "no-aftercare":
      return say.html("gate-no-aftercare", { outcome: say.plain(`outcome-${closed.outcome}`) });
  }
}

/** The step that opens the gate, as buttons. */
function openers(
  ctx: Ctx,
  form: FormId,
  closed: ClosedGate,
  subject: Case,
  supervisor: string | undefined,
): Button[][] {
  const { id } = subject.case;
  switch (closed.opens) {
    case "reopen":
      return [[{ text: ctx.say.plain("button-reopen"), data: callbacks.reopenCase({ caseId: id }) }]];
    case "ground":
      return groundWanted(ctx, subject);
    case "approve": {
      const waits =
        closed.reason === "awaiting-approval"
          ? closed.roundId
          : latest(subject.facts, closed.reason === "referral-unanswered" ? "referral" : "termination")?.id;
      return waits === undefined ? [] : waitingButtons(ctx, subject, waits, supervisor);
    }
    default: {
      const way = gate(closed.opens, subject.facts);
      if (!isOwn(ctx, subject) || (closed.opens === form && way.kind === "closed")) return [];
      return [[stepButton(id, closed.opens, way.kind === "open" ? way.mode : "start", ctx.say)]];
    }
  }
}
