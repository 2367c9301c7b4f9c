/** A case as its rules see it: which rounds there are, where each stands, and what they say. */

import { type Decision, type FactsOf, factReaders } from "./facts.js";
import type { Answers, FormId, Path } from "./form.js";
import type { DataTurn } from "./legalGrounds.js";

/**
 * Where a round stands. Sending it makes it `submitted` where it waits for the supervisor and `approved` where
 * nobody has to agree; a `returned` round stays so until it is sent again.
 */
export const roundStatuses = ["draft", "submitted", "returned", "approved"] as const;
export type RoundStatus = (typeof roundStatuses)[number];

/** How a case ended. `declined`: never agreed to the service; `voided`: opened by mistake, nothing was written in it. */
export const outcomes = [
  "terminated",
  "referredOut",
  "ineligible",
  "withdrew",
  "died",
  "moved",
  "declined",
  "voided",
] as const;
export type Outcome = (typeof outcomes)[number];

/** One filling of one form. */
export type Round<F extends FormId = FormId> = {
  readonly id: string;
  readonly form: F;
  /** 1 for the first filling of this form in this case. */
  readonly sequence: number;
  readonly status: RoundStatus;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  /** When it was last approved or returned; for a form that needs no approval, when it was sent. */
  readonly decidedAt: Date | null;
  /** When its last correction began, of a round that counted before: it goes on counting. */
  readonly correctedAt?: Date | null;
  /** When it was last answered; when it began, if it was not. */
  readonly lastAnswerAt: Date;
  readonly facts: FactsOf[F];
  /** When the answer at a path was given its present value. */
  readonly answeredAt: (path: Path) => Date | undefined;
};

/** A round of any form, told apart by `form`. */
export type AnyRound = { readonly [F in FormId]: Round<F> }[FormId];

/** Everything the rules of a case look at. Rounds are by form, in the order of their sequence. */
export type CaseFacts = {
  readonly closed: { readonly outcome: Outcome; readonly at: Date } | null;
  /** When the case was last reopened: decisions to end it from before no longer count. */
  readonly reopenedAt: Date | null;
  /** Gates a supervisor opened; each lets one round of its form begin. */
  readonly overrides: readonly { readonly form: FormId; readonly at: Date }[];
  readonly rounds: { readonly [F in FormId]: readonly Round<F>[] };
  /** Consents to personal data taken back, and grounds named in their place, in order. */
  readonly dataTurns: readonly DataTurn[];
  /** When the closing or reopening that waits for a decision was requested; null where none does. */
  readonly requestedAt: Date | null;
  /** Deadlines ticked off by hand (`<key>:<anchor>`), such as a laporan sosial that was sent. */
  readonly fulfilled: ReadonlySet<string>;
};

/** A round as the record keeps it. `revisions` says when each answer was last given. */
export type RoundRecord = Omit<Round, "facts" | "lastAnswerAt" | "answeredAt"> & {
  readonly answers: Answers;
  readonly revisions: ReadonlyMap<Path, { readonly at: Date }>;
};

/** Reads the facts of a case out of its record; what is left out is as in a new case. */
export function caseFacts(
  rounds: readonly RoundRecord[],
  more: Partial<Omit<CaseFacts, "rounds">> = {},
): CaseFacts {
  const inOrder = [...rounds].sort((a, b) => a.sequence - b.sequence);
  const of = <F extends FormId>(form: F): readonly Round<F>[] =>
    inOrder
      .filter((round) => round.form === form)
      .map(({ answers, revisions, ...round }) => ({
        ...round,
        form,
        facts: factReaders[form].read(answers),
        lastAnswerAt: newest(revisions) ?? round.startedAt,
        answeredAt: (path) => revisions.get(path)?.at,
      }));
  return {
    closed: null,
    reopenedAt: null,
    overrides: [],
    dataTurns: [],
    requestedAt: null,
    fulfilled: new Set(),
    ...more,
    rounds: {
      approach: of("approach"),
      assessment: of("assessment"),
      plan: of("plan"),
      session: of("session"),
      evaluation: of("evaluation"),
      referral: of("referral"),
      termination: of("termination"),
      aftercare: of("aftercare"),
    },
  };
}

/**
 * Whether a round counts: it was approved, or needed no approval. One that is corrected goes on counting. A complete round that is taken up again, to
 * note a signature or a referral's answer, is a draft that was decided before; it goes on counting.
 */
export function isComplete(round: Pick<Round, "status" | "decidedAt" | "correctedAt">): boolean {
  if (round.status === "approved" || (round.correctedAt ?? null) !== null) return true;
  return round.status === "draft" && round.decidedAt !== null;
}

/** When a complete round became so. */
export function completedAt(round: Round): Date {
  return round.decidedAt ?? round.submittedAt ?? round.startedAt;
}

/** The rounds that may still be worked on: all of them; of a closed case its aftercare visits, and what is corrected. */
export function workableRounds(facts: CaseFacts): readonly Round[] {
  const all: readonly Round[] = Object.values(facts.rounds).flat();
  if (!facts.closed) return all;
  return all.filter(
    ({ form, status, correctedAt }) =>
      form === "aftercare" || ((correctedAt ?? null) !== null && status !== "approved"),
  );
}

/** The aftercare visits since the case was last closed. */
export function visitsSince(facts: CaseFacts): readonly Round<"aftercare">[] {
  const { closed } = facts;
  return closed ? facts.rounds.aftercare.filter(({ startedAt }) => startedAt >= closed.at) : [];
}

/** The last round of a form, whatever its state. */
export function latest<F extends FormId>(facts: CaseFacts, form: F): Round<F> | undefined {
  return facts.rounds[form].at(-1);
}

/** The last round of a form that counts. */
export function latestComplete<F extends FormId>(facts: CaseFacts, form: F): Round<F> | undefined {
  return facts.rounds[form].findLast(isComplete);
}

/** Whether a round belongs to the present course of the case, not to one closed before it was reopened. */
export function isCurrent(round: Round, facts: CaseFacts): boolean {
  return facts.reopenedAt === null || round.startedAt >= facts.reopenedAt;
}

/** The plan the client agreed to and, where asked for, the supervisor approved; the newest such version. */
export function planInForce(facts: CaseFacts): Round<"plan"> | undefined {
  return facts.rounds.plan.findLast((round) => isComplete(round) && round.facts.agreed === true);
}

/** What the last evaluation decided and is not yet done. A new plan answers a decision to revise it. */
export function standingDecision(
  facts: CaseFacts,
): { readonly decision: Decision; readonly evaluation: Round<"evaluation"> } | undefined {
  const evaluation = latestComplete(facts, "evaluation");
  const decision = evaluation?.facts.decision;
  if (!evaluation || !decision || !isCurrent(evaluation, facts)) return undefined;
  const plan = planInForce(facts);
  const revised = decision === "revise-plan" && plan && completedAt(plan) > completedAt(evaluation);
  return revised ? undefined : { decision, evaluation };
}

/** The referral that follows a decision to refer; undefined while none was begun. */
export function decidedReferral(facts: CaseFacts): Round<"referral"> | undefined {
  const standing = standingDecision(facts);
  if (standing?.decision !== "refer") return undefined;
  const since = completedAt(standing.evaluation);
  return facts.rounds.referral.findLast((round) => round.startedAt >= since);
}

/** Whether an institution has taken the client on. */
export function isTakenOn(referral: Round<"referral"> | undefined): boolean {
  return referral?.facts.status === "accepted" || referral?.facts.status === "completed";
}

function newest(revisions: ReadonlyMap<Path, { readonly at: Date }>): Date | undefined {
  let last: Date | undefined;
  for (const { at } of revisions.values()) if (last === undefined || at > last) last = at;
  return last;
}
