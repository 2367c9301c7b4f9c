import { type AnyRound, isComplete } from "../../practice/caseFacts.js";
import type { Form, Path, Value } from "../../practice/form.js";
import { gate } from "../../practice/gates.js";
import { afterSubmission, type Effect } from "../../practice/lifecycle.js";
import { byFormOrder, next } from "../../practice/walk.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf, may } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { answersAsOf } from "./answers.js";
import { type Case, caseFor, caseOfRound, roundOf } from "./case.js";
import { changeCase } from "./change.js";
import { turnsOf } from "./closing.js";
import type { OpenRound } from "./openRound.js";
import type { Rounds } from "./rounds.js";

/** What sending a round led to. */
export type Submitted = {
  readonly kind: "sent";
  readonly round: OpenRound;
  readonly status: "submitted" | "returned" | "approved";
  readonly effects: readonly Effect[];
  /** It had counted before, and an answer was added. */
  readonly amended: boolean;
  /** It is the end of a correction. */
  readonly corrected: boolean;
  /** The case afterwards. */
  readonly subject: Case;
};

/** Why a round was not sent, and nothing changed. */
export type Unsent =
  /** Required questions that apply are not answered. */
  | { readonly kind: "incomplete" }
  /**
   * The supervisor must approve this form, so only the worker may send it: nobody decides on what they sent
   * themselves.
   */
  | { readonly kind: "workers-own" };

/** Sends a round. Throws `NotAllowed`, and `Conflict` where it was sent already or its gate has closed meanwhile. */
export async function submitRound(work: Work, rounds: Rounds, roundId: string): Promise<Submitted | Unsent> {
  const subject = await caseOfRound(work, roundId, "write");
  const actor = actorOf(work);
  const round = rounds.of(work, subject, roundId);
  if (round.status !== "draft" && round.status !== "returned")
    throw new Conflict("the round was sent already");
  const open = next(round.form, round.answers, rounds.context(work, round));
  if (open.kind !== "complete") return { kind: "incomplete" };

  const { facts } = subject;
  const way = gate(round.form.id, facts);
  // A correction does not pass the gate again: the round passed it before, and its case may be closed by now.
  const isIn = round.isCorrected || (way.kind === "open" && way.roundId === roundId);
  if (!isIn) throw new Conflict("the gate is closed");
  const sent = roundIn(facts.rounds[round.form.id], roundId);
  const { status, effects } = afterSubmission(sent, facts, actor.rules);
  if (status === "submitted" && !may(actor, subject.case, "hand-in")) return { kind: "workers-own" };

  const changed = await changeCase(work, subject, {
    step: {
      round: roundOf(subject, roundId),
      to: status,
      action: "round.submitted",
      submittedAt: work.now,
      submittedById: actor.memberId,
      ...(status === "submitted" ? {} : { decidedAt: work.now, decidedById: null }),
    },
    turns: turnsOf(work, subject, roundId, effects),
  });
  return {
    kind: "sent",
    round: rounds.of(work, changed, roundId),
    status,
    effects,
    amended: isComplete(sent),
    corrected: round.isCorrected,
    subject: changed,
  };
}

/** A changed answer. `before` is undefined for a new answer, `after` for a retracted one. */
export type AnswerChange = {
  readonly path: Path;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
};

/**
 * The answers that are not what they were at `then`, such as when an earlier card of the round was drawn. Throws
 * `NotAllowed`.
 */
export async function changesSince(
  work: Work,
  round: OpenRound,
  then: Date,
): Promise<readonly AnswerChange[]> {
  await caseFor(work, round.case.id, "read");
  const { answers } = await answersAsOf(await work.tx(), work.sealer, round.id, then);
  return changesBetween(round.form, answers, round.answers);
}

/**
 * The answers changed since the round was last corrected or returned; in the first draft of a further round, since
 * the round before. Undefined where there is nothing to compare with. Throws `NotAllowed`.
 */
export async function changesIn(work: Work, round: OpenRound): Promise<readonly AnswerChange[] | undefined> {
  const subject = await caseFor(work, round.case.id, "read");
  const now = round.answers;
  const { decidedAt, submittedAt, correctedAt } = roundOf(subject, round.id);
  if (correctedAt !== null && submittedAt !== null && submittedAt >= correctedAt) {
    const then = await answersAsOf(await work.tx(), work.sealer, round.id, correctedAt);
    return changesBetween(round.form, then.answers, now);
  }
  if (decidedAt !== null && submittedAt !== null && submittedAt > decidedAt) {
    const then = await answersAsOf(await work.tx(), work.sealer, round.id, decidedAt);
    return changesBetween(round.form, then.answers, now);
  }
  const previous = subject.rounds
    .filter(({ form, sequence }) => form === round.form.id && sequence < round.sequence)
    .sort((a, b) => a.sequence - b.sequence)
    .at(-1);
  if (previous === undefined) return undefined;
  return changesBetween(round.form, subject.answers.get(previous.id) ?? new Map(), now);
}

/** The differences between two sets of answers, in the order of the form. */
export function changesBetween(
  form: Form,
  before: ReadonlyMap<Path, Value>,
  after: ReadonlyMap<Path, Value>,
): AnswerChange[] {
  const paths = [...new Set([...after.keys(), ...before.keys()])].sort(byFormOrder(form));
  return paths.flatMap((path) => {
    const [was, is] = [before.get(path), after.get(path)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ path, before: was, after: is }];
  });
}

/** The facts of a round, from all rounds of its form. Throws `NotAllowed` where it is not among them. */
export function roundIn(rounds: readonly unknown[], id: string): AnyRound {
  const found = (rounds as readonly AnyRound[]).find((round) => round.id === id);
  if (found === undefined) throw new NotAllowed();
  return found;
}
