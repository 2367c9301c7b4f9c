/**
 * The gates of a case: which forms may be opened now, and where one may not, why and what opens it.
 *
 *   approach ─► assessment ─► plan ─► session(s) ─► evaluation ─┬─ continue ───► session
 *      │                       ▲                                ├─ revise-plan ► plan
 *      └─ not eligible ─► referral ─► closed                    ├─ refer ──────► referral ─► termination
 *                                                               └─ terminate ──► termination ─► closed ─► aftercare
 *
 * A form opens when the one before it is complete. Where a supervisor opened a gate with a reason, the order of
 * work is lifted for one round; a client's own no is not the organisation's to lift. The assessment that is a laporan
 * sosial an authority asked for opens by itself: it rests on the law, not on consent.
 */
import {
  type CaseFacts,
  decidedReferral,
  isComplete,
  isCurrent,
  isTakenOn,
  latest,
  latestComplete,
  type Outcome,
  planInForce,
  type Round,
  standingDecision,
} from "./caseFacts.js";
import { dataStanding, isHeld, type Missing } from "./dataGround.js";
import type { FormId } from "./form.js";
import { type ReportRequest, unwrittenReport } from "./statutoryReport.js";

/**
 * How an open form is entered: `start` its first round, `continue` a draft or a returned round, `repeat` with a
 * new round, `amend` a complete round that is taken up again (a signature, a correction, a referral's answer).
 */
export type Mode = "start" | "continue" | "repeat" | "amend";

/** The form may be opened, and how. */
export type OpenGate = {
  readonly kind: "open";
  readonly mode: Mode;
  /** The round to go on with, for `continue` and `amend`. */
  readonly roundId?: string;
  /** Besides amending, a new round may be begun: a second referral while the first awaits its answer. */
  readonly another: boolean;
  /** What a supervisor's override lifted. */
  readonly lifted?: GateReason;
  /** The request that opens the assessment where consent or the order of work would keep it closed. */
  readonly report?: ReportRequest;
};

/** Why a gate is closed, and what would open it: a form to fill, an approval, a reopening, a legal ground; or nothing. */
export type Obstacle =
  /** Nothing allows to keep personal data: the case is only read until the supervisor names a ground. */
  | {
      readonly reason: "no-data-ground";
      readonly because: Missing;
      readonly since: Date;
      readonly opens: "ground";
    }
  | { readonly reason: "case-closed"; readonly outcome: Outcome; readonly opens: "reopen" }
  /** `before` is the first form that is missing on the way. */
  | { readonly reason: "before-incomplete"; readonly before: FormId; readonly opens: FormId }
  | {
      readonly reason: "awaiting-approval";
      readonly form: FormId;
      readonly roundId: string;
      readonly since: Date;
      readonly opens: "approve";
    }
  | { readonly reason: "returned"; readonly form: FormId; readonly roundId: string; readonly opens: FormId }
  | { readonly reason: "client-declined-plan"; readonly roundId: string; readonly opens: "plan" }
  | { readonly reason: "not-eligible"; readonly opens: "approach" | "referral" }
  | { readonly reason: "no-consent"; readonly opens: "approach" }
  /** The last evaluation decided otherwise, or there is none. */
  | { readonly reason: "needs-decision"; readonly opens: "evaluation" }
  /** The decision was to refer; no institution has taken the client on yet. */
  | { readonly reason: "referral-unanswered"; readonly opens: "referral" | "approve" }
  /** Aftercare follows a termination. `opens` leads there. */
  | { readonly reason: "needs-termination"; readonly opens: FormId | "approve" }
  /** The case ended without a termination, or with the client's death. */
  | { readonly reason: "no-aftercare"; readonly outcome: Outcome; readonly opens: "reopen" };

/** Why a gate is closed, or was. */
export type GateReason = Obstacle["reason"];

/** The form may not be opened; `overridable` says whether a supervisor may open it all the same. */
export type ClosedGate = { readonly kind: "closed"; readonly overridable: boolean } & Obstacle;

/** Whether a form may be opened: open and how, or closed and why. */
export type Gate = OpenGate | ClosedGate;

/** What a supervisor may lift: the order of work. Not a client's no, a closed case, or the form's own approval. */
const liftable: ReadonlySet<GateReason> = new Set<GateReason>([
  "before-incomplete",
  "awaiting-approval",
  "returned",
  "not-eligible",
  "needs-decision",
  "referral-unanswered",
]);

/** Whether a form may be opened now, and how; or why not. */
export function gate(form: FormId, facts: CaseFacts): Gate {
  if (facts.closed && form !== "aftercare") {
    return closed({ reason: "case-closed", outcome: facts.closed.outcome, opens: "reopen" });
  }
  // In the approach consent may be given later, and nothing else (`records/case/openRound.ts`).
  const standing = dataStanding(facts);
  if (standing.kind === "missing" && form !== "approach" && isHeld(form, facts)) {
    const { because, since } = standing;
    return closed({ reason: "no-data-ground", because, since, opens: "ground" });
  }
  const before = obstacleTo(form, facts);
  const isKept = before !== undefined || standing.kind === "missing";
  const report = form === "assessment" && isKept ? unwrittenReport(facts) : undefined;
  const obstacle = report ? undefined : before;
  const opened = report ? { report } : {};
  const rounds: readonly Round[] = facts.rounds[form];
  const begun = rounds.findLast(({ status }) => status === "draft" || status === "returned");
  if (begun) {
    // A started round may be finished even if its gate has closed since, but not against the client's refusal.
    if (obstacle && !liftable.has(obstacle.reason)) return closed(obstacle);
    return { kind: "open", mode: "continue", roundId: begun.id, another: false, ...opened };
  }
  const sent = rounds.find(({ status }) => status === "submitted");
  if (sent) return closed(awaiting(sent), false);
  const lifted =
    obstacle && liftable.has(obstacle.reason) && isOverridden(form, facts) ? obstacle.reason : undefined;
  if (obstacle && !lifted) return closed(obstacle);
  const open = (mode: Mode, more: { roundId?: string; another?: boolean } = {}): OpenGate => ({
    kind: "open",
    mode,
    another: false,
    ...more,
    ...opened,
    ...(lifted ? { lifted } : {}),
  });
  const own = rounds.at(-1);
  if (!own) return open("start");
  if (form === "approach") return open("amend", { roundId: own.id });
  const unanswered = form === "referral" ? awaitingAnswer(facts)[0] : undefined;
  return unanswered ? open("amend", { roundId: unanswered.id, another: true }) : open("repeat");
}

/** Whether this person may open this gate against the order of work: a supervisor, with a reason. */
export function mayOverride(
  wanted: Gate,
  by: { readonly supervisor: boolean; readonly reason: string },
): boolean {
  return wanted.kind === "closed" && wanted.overridable && by.supervisor && by.reason.trim() !== "";
}

/** The referrals that went out and were not answered, oldest first. */
export function awaitingAnswer(facts: CaseFacts): readonly Round<"referral">[] {
  return facts.rounds.referral.filter(
    (round) => isComplete(round) && round.facts.status === undefined && isCurrent(round, facts),
  );
}

/** The first obstacle before a form; undefined where there is none. */
function obstacleTo(form: FormId, facts: CaseFacts): Obstacle | undefined {
  switch (form) {
    case "approach":
      return undefined;
    case "assessment":
      return approachObstacle(facts);
    case "plan":
      return approachObstacle(facts) ?? assessmentObstacle(facts);
    case "session":
      return approachObstacle(facts) ?? assessmentObstacle(facts) ?? planObstacle(facts);
    case "evaluation":
      return obstacleTo("session", facts) ?? sessionObstacle(facts);
    case "referral": {
      // A client who cannot be served is referred at once; others by the plan or the evaluation's decision.
      const before = approachObstacle(facts);
      if (before?.reason === "not-eligible" && before.opens === "referral") return undefined;
      return before ?? assessmentObstacle(facts) ?? planObstacle(facts);
    }
    case "termination":
      return obstacleTo("evaluation", facts) ?? terminationObstacle(facts);
    case "aftercare":
      return aftercareObstacle(facts);
  }
}

function approachObstacle(facts: CaseFacts): Obstacle | undefined {
  const complete = latestComplete(facts, "approach");
  if (!complete) return incomplete("approach", facts);
  const { eligible, ineligible, consent } = complete.facts;
  if (eligible !== true) {
    return { reason: "not-eligible", opens: ineligible === "refer" ? "referral" : "approach" };
  }
  return consent === true ? undefined : { reason: "no-consent", opens: "approach" };
}

function assessmentObstacle(facts: CaseFacts): Obstacle | undefined {
  return latestComplete(facts, "assessment") ? undefined : incomplete("assessment", facts);
}

function planObstacle(facts: CaseFacts): Obstacle | undefined {
  if (planInForce(facts)) return undefined;
  const round = latest(facts, "plan");
  return round?.facts.agreed === false && round.status !== "submitted"
    ? { reason: "client-declined-plan", roundId: round.id, opens: "plan" }
    : incomplete("plan", facts);
}

function sessionObstacle(facts: CaseFacts): Obstacle | undefined {
  return latestComplete(facts, "session") ? undefined : incomplete("session", facts);
}

function terminationObstacle(facts: CaseFacts): Obstacle | undefined {
  const standing = standingDecision(facts);
  if (standing?.decision === "terminate") return undefined;
  if (standing?.decision === "refer") {
    const referral = decidedReferral(facts);
    if (isTakenOn(referral)) return undefined;
    const waits = referral?.status === "submitted";
    return { reason: "referral-unanswered", opens: waits ? "approve" : "referral" };
  }
  const round = latest(facts, "evaluation");
  return round?.status === "submitted" ? awaiting(round) : { reason: "needs-decision", opens: "evaluation" };
}

function aftercareObstacle(facts: CaseFacts): Obstacle | undefined {
  if (!facts.closed) {
    const way = gate("termination", facts);
    const opens =
      way.kind === "open" || way.opens === "reopen" || way.opens === "ground" ? "termination" : way.opens;
    return { reason: "needs-termination", opens };
  }
  const { outcome } = facts.closed;
  const termination = latestComplete(facts, "termination");
  const ended = termination && isCurrent(termination, facts) && outcome !== "died";
  return ended ? undefined : { reason: "no-aftercare", outcome, opens: "reopen" };
}

function incomplete(form: FormId, facts: CaseFacts): Obstacle {
  const round = latest(facts, form);
  if (round?.status === "submitted") return awaiting(round);
  if (round?.status === "returned") return { reason: "returned", form, roundId: round.id, opens: form };
  return { reason: "before-incomplete", before: form, opens: form };
}

function awaiting(round: Round): Obstacle {
  const since = round.submittedAt ?? round.startedAt;
  return { reason: "awaiting-approval", form: round.form, roundId: round.id, since, opens: "approve" };
}

function closed(obstacle: Obstacle, overridable = liftable.has(obstacle.reason)): ClosedGate {
  return { kind: "closed", overridable, ...obstacle };
}

/** Whether an override applies. The round it lets begin uses it up. */
function isOverridden(form: FormId, facts: CaseFacts): boolean {
  const begun = latest(facts, form)?.startedAt;
  return facts.overrides.some((override) => override.form === form && (!begun || begun < override.at));
}
