/** The life cycle of a case: its stage, the next step, and the effects of a round. */
import {
  type AnyRound,
  type CaseFacts,
  completedAt,
  decidedReferral,
  isComplete,
  isCurrent,
  isTakenOn,
  latest,
  latestComplete,
  type Outcome,
  planInForce,
  type Round,
  type RoundStatus,
  standingDecision,
  visitsSince,
} from "./caseFacts.js";
import { dataStanding, isHeld, type Missing } from "./dataGround.js";
import type { EndReason } from "./facts.js";
import type { FormId, Stage } from "./form.js";
import { gate, type Mode } from "./gates.js";
import type { PracticeRules } from "./rules.js";
import { unwrittenReport } from "./statutoryReport.js";

/** The ends a worker may record at any time, with a reason and without a termination form. */
export const directOutcomes = ["declined", "withdrew", "died", "moved"] as const satisfies readonly Outcome[];

/** An outcome that needs no termination form. */
export type DirectOutcome = (typeof directOutcomes)[number];

/**
 * The outcomes possible in a case: a client who agreed to the service cannot have declined it, and one who never did
 * cannot withdraw.
 */
export function directOutcomesOf(facts: CaseFacts): readonly DirectOutcome[] {
  const refused = latest(facts, "approach")?.facts.consent === false;
  return directOutcomes.filter((outcome) => outcome !== (refused ? "withdrew" : "declined"));
}

/** The outcome each reason for a termination leads to. */
export const outcomeOf: { readonly [R in EndReason]: Outcome } = {
  "goals-met": "terminated",
  "time-over": "terminated",
  unforeseen: "terminated",
  transferred: "referredOut",
  withdrew: "withdrew",
  died: "died",
};

/** The stage a case is in; evaluation while its decision to refer or to end is being carried out. */
export function stageOf(facts: CaseFacts): Stage | "closed" {
  if (facts.closed) return "closed";
  const approach = latestComplete(facts, "approach");
  if (approach?.facts.eligible !== true || approach.facts.consent !== true) return "approach";
  if (!latestComplete(facts, "assessment")) return "assessment";
  if (!planInForce(facts)) return "plan";
  const evaluation = latest(facts, "evaluation");
  if (evaluation && !isComplete(evaluation) && isCurrent(evaluation, facts)) return "evaluation";
  switch (standingDecision(facts)?.decision) {
    case "revise-plan":
      return "plan";
    case "refer":
    case "terminate":
      return "evaluation";
    default:
      return "intervention";
  }
}

/** What a case card offers first. */
export type NextStep =
  | { readonly kind: "form"; readonly form: FormId; readonly mode: Mode; readonly roundId?: string }
  /** The worker waits: the supervisor has `form` since then. */
  | { readonly kind: "approval"; readonly form: FormId; readonly roundId: string; readonly since: Date }
  /** Personal data has no ground: the supervisor names one, or the case stops. */
  | { readonly kind: "ground"; readonly because: Missing; readonly since: Date }
  | { readonly kind: "none" };

/** The step that brings a case on. A reopened case is best assessed again, though its other gates are open too. */
export function nextStep(facts: CaseFacts, rules: PracticeRules): NextStep {
  const form = nextForm(facts, rules);
  const standing = dataStanding(facts);
  if (
    !facts.closed &&
    standing.kind === "missing" &&
    !(form && form !== "approach" && !isHeld(form, facts))
  ) {
    return { kind: "ground", because: standing.because, since: standing.since };
  }
  if (!form) return { kind: "none" };
  const way = gate(form, facts);
  if (way.kind === "open") {
    // The decision to refer asks for a referral of its own, also while an earlier one awaits its answer.
    if (
      form === "referral" &&
      way.another &&
      standingDecision(facts)?.decision === "refer" &&
      !decidedReferral(facts)
    ) {
      return { kind: "form", form, mode: "repeat" };
    }
    const { mode, roundId } = way;
    return roundId === undefined ? { kind: "form", form, mode } : { kind: "form", form, mode, roundId };
  }
  return way.reason === "awaiting-approval"
    ? { kind: "approval", form: way.form, roundId: way.roundId, since: way.since }
    : { kind: "none" };
}

function nextForm(facts: CaseFacts, rules: PracticeRules): FormId | undefined {
  const stage = stageOf(facts);
  if (stage === "closed") return aftercareIsDue(facts, rules) ? "aftercare" : undefined;
  // The law gives 3 × 24 hours, so the report comes before everything else.
  if (unwrittenReport(facts)) return "assessment";
  const begun = Object.values(facts.rounds).flat();
  const reopened = facts.reopenedAt !== null && !begun.some((round) => isCurrent(round, facts));
  if (stage === "approach") {
    return latestComplete(facts, "approach")?.facts.ineligible === "refer" ? "referral" : "approach";
  }
  if (reopened) return "assessment";
  switch (stage) {
    case "assessment":
    case "plan":
      return stage;
    case "intervention":
      return "session";
    case "evaluation": {
      const standing = standingDecision(facts);
      const evaluation = latest(facts, "evaluation");
      if (!standing || (evaluation && !isComplete(evaluation))) return "evaluation";
      const refers = standing.decision === "refer" && !isTakenOn(decidedReferral(facts));
      return refers ? "referral" : "termination";
    }
  }
}

function aftercareIsDue(facts: CaseFacts, rules: PracticeRules): boolean {
  if (gate("aftercare", facts).kind === "closed") return false;
  const visits = visitsSince(facts);
  const termination = latestComplete(facts, "termination");
  if (visits.some((visit) => !isComplete(visit))) return true;
  if (visits.at(-1)?.facts.nextVisit !== undefined) return true;
  return termination?.facts.aftercare !== false && visits.length < rules.aftercareMonths.length;
}

/** What a sent or approved round causes besides its own status. */
export type Effect =
  /** The supervisor gets the round as a card. */
  | { readonly kind: "ask-approval"; readonly form: FormId; readonly roundId: string }
  /** The form that comes next is offered. */
  | { readonly kind: "open"; readonly form: FormId }
  | { readonly kind: "close"; readonly outcome: Outcome }
  /** The case is needed again; the reason is in the round that says so. */
  | { readonly kind: "reopen" }
  /** Visits follow; `deadlines` says when. */
  | { readonly kind: "schedule-aftercare" };

/** The result of sending a round: its new status and its effects. */
export type Submission = {
  readonly status: Exclude<RoundStatus, "draft">;
  readonly effects: readonly Effect[];
};

/**
 * What sending a round does. A form nobody has to approve is `approved` at once and takes effect. A plan the
 * client declines goes back to the worker without reaching the supervisor. A round that counted before and was
 * taken up again for what is added to it is not approved a second time; a correction is.
 */
export function afterSubmission(round: AnyRound, facts: CaseFacts, rules: PracticeRules): Submission {
  if (round.form === "plan" && round.facts.agreed === false) {
    return { status: "returned", effects: [{ kind: "open", form: "plan" }] };
  }
  if (rules.approvals.includes(round.form) && (!isComplete(round) || isBeingCorrected(round))) {
    const effect: Effect = { kind: "ask-approval", form: round.form, roundId: round.id };
    return { status: "submitted", effects: [effect] };
  }
  return { status: "approved", effects: afterApproval(round, facts) };
}

function isBeingCorrected({ status, correctedAt = null, decidedAt }: AnyRound): boolean {
  if (correctedAt === null) return false;
  return status === "returned" || decidedAt === null || correctedAt >= decidedAt;
}

/** The effects of a round that counts. `facts` are the case's, with or without this round's new status. */
export function afterApproval(round: AnyRound, facts: CaseFacts): readonly Effect[] {
  switch (round.form) {
    case "approach": {
      const { eligible, ineligible, consent } = round.facts;
      if (eligible === false) {
        return ineligible === "refer" ? opens("referral") : [{ kind: "close", outcome: "ineligible" }];
      }
      return consent === true && facts.rounds.assessment.length === 0 ? opens("assessment") : [];
    }
    case "assessment":
      return opens("plan");
    case "plan":
      return opens("session");
    case "session":
      return [];
    case "evaluation":
      switch (round.facts.decision) {
        case "revise-plan":
          return opens("plan");
        case "refer":
          return opens("referral");
        case "terminate":
          return opens("termination");
        default:
          return opens("session");
      }
    case "referral":
      return afterReferral(round, facts);
    case "termination": {
      const { reason, aftercare } = round.facts;
      const outcome = reason ? outcomeOf[reason] : "terminated";
      const close: Effect = { kind: "close", outcome };
      return aftercare === true ? [close, { kind: "schedule-aftercare" }] : [close];
    }
    case "aftercare":
      return round.facts.reopen === true ? [{ kind: "reopen" }] : [];
  }
}

/** A referral under the plan changes nothing in the case; one that hands the client over does, once answered. */
function afterReferral(round: Round<"referral">, facts: CaseFacts): readonly Effect[] {
  const standing = standingDecision(facts);
  const decided = standing?.decision === "refer" && round.startedAt >= completedAt(standing.evaluation);
  const ineligible = latestComplete(facts, "approach")?.facts.eligible === false;
  if ((!decided && !ineligible) || round.facts.status === undefined) return [];
  if (!isTakenOn(round)) return opens("referral");
  return ineligible ? [{ kind: "close", outcome: "referredOut" }] : opens("termination");
}

function opens(form: FormId): readonly Effect[] {
  return [{ kind: "open", form }];
}
