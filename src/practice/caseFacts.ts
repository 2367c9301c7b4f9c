/** The facts of a case that its rules use: its rounds, their statuses and their answers. */

import { type Decision, type FactsOf, factReaders } from "./facts.js";
import type { Answers, FormId, Path } from "./form.js";
import type { DataTurn } from "./legalGrounds.js";

/**
 * The status of a round. Sending makes it `submitted` where the supervisor must approve it, and `approved` otherwise.
 * A `returned` round stays returned until it is sent again.
 */
export const roundStatuses = ["draft", "submitted", "returned", "approved"] as const;

/** The status of a round. */
export type RoundStatus = (typeof roundStatuses)[number];

/**
 * How a case ended. `declined`: never agreed to the service; `voided`: opened by mistake, nothing was written in it;
 * `erased`: its data was erased, and how it ended with it.
 */
export const outcomes = [
  "terminated",
  "referredOut",
  "ineligible",
  "withdrew",
  "died",
  "moved",
  "declined",
  "voided",
  "erased",
] as const;

/** How a case ended. */
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
  /** When the last correction of an approved round began. The round goes on counting. */
  readonly correctedAt?: Date | null;
  /** When it was last answered; when it began, if never. */
  readonly lastAnswerAt: Date;
  readonly facts: FactsOf[F];
  /** When the answer at a path was given its present value. */
  readonly answeredAt: (path: Path) => Date | undefined;
};

/** A round of any form, told apart by `form`. */
export type AnyRound = { readonly [F in FormId]: Round<F> }[FormId];

/** Everything the rules of a case use. Rounds are grouped by form, in order of their sequence. */
export type CaseFacts = {
  readonly closed: { readonly outcome: Outcome; readonly at: Date } | null;
  /** When the case was last reopened. Earlier decisions to end it do not count any more. */
  readonly reopenedAt: Date | null;
  /** Overridden gates. Each lets one round of its form begin. */
  readonly overrides: readonly { readonly form: FormId; readonly at: Date }[];
  readonly rounds: { readonly [F in FormId]: readonly Round<F>[] };
  /** Withdrawals of consent to personal data, and other legal grounds named, in order. */
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

/** Derives the facts of a case from its record. Missing parts are as in a new case. */
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
 * Whether a round counts: it was approved, or needed no approval. A correction does not change that, nor does adding
 * a signature or a referral's answer: such a round is a draft with `decidedAt`.
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

/** Whether a round belongs to the case since it was last reopened. */
export function isCurrent(round: Round, facts: CaseFacts): boolean {
  return facts.reopenedAt === null || round.startedAt >= facts.reopenedAt;
}

/** The newest plan that the client agreed to and, where required, the supervisor approved. */
export function planInForce(facts: CaseFacts): Round<"plan"> | undefined {
  return facts.rounds.plan.findLast((round) => isComplete(round) && round.facts.agreed === true);
}

/**
 * The decision of the last evaluation that is not carried out yet. A new plan carries out a decision to revise it.
 */
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

/** Whether an institution has accepted the client. */
export function isTakenOn(referral: Round<"referral"> | undefined): boolean {
  return referral?.facts.status === "accepted" || referral?.facts.status === "completed";
}

function newest(revisions: ReadonlyMap<Path, { readonly at: Date }>): Date | undefined {
  let last: Date | undefined;
  for (const { at } of revisions.values()) if (last === undefined || at > last) last = at;
  return last;
}
