import { type AnyRound, isComplete } from "../../practice/caseFacts.js";
import type { Path, Value } from "../../practice/form.js";
import { gate } from "../../practice/gates.js";
import { afterSubmission, type Effect } from "../../practice/lifecycle.js";
import { next } from "../../practice/walk.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { afterChange } from "./afterChange.js";
import { currentAnswers } from "./answers.js";
import { applyEffects } from "./closing.js";
import { type Progress, progressOf } from "./progress.js";
import type { OpenRound, Rounds } from "./rounds.js";

/** What sending a round led to. */
export type Submitted = {
  readonly kind: "sent";
  readonly round: OpenRound;
  readonly status: "submitted" | "returned" | "approved";
  readonly effects: readonly Effect[];
  /** It had counted before: a signature or an answer was added to it. */
  readonly amended: boolean;
  /** The case afterwards. */
  readonly progress: Progress;
};

/** Why a round was not sent, and nothing changed. */
export type Unsent =
  /** Some questions that apply are not answered. */
  | { readonly kind: "incomplete" }
  /** The supervisor has to approve it, so the worker sends it: nobody decides on what they sent themselves. */
  | { readonly kind: "workers-own" };

/** Sends a round. Throws `NotAllowed`, and `Conflict` where it was sent already or its gate has closed meanwhile. */
export async function submit(work: Work, rounds: Rounds, roundId: string): Promise<Submitted | Unsent> {
  const actor = actorOf(work);
  const round = await rounds.open(work, roundId);
  if (round.status !== "draft" && round.status !== "returned")
    throw new Conflict("the round was sent already");
  const open = next(round.form, round.answers, rounds.context(work, round));
  if (open.kind !== "complete") return { kind: "incomplete" };

  const { facts } = await progressOf(work, round.case.id);
  const way = gate(round.form.id, facts);
  if (way.kind === "closed" || way.roundId !== roundId) throw new Conflict("the gate is closed");
  const sent = roundIn(facts.rounds[round.form.id], roundId);
  const { status, effects } = afterSubmission(sent, facts, actor.rules);
  if (status === "submitted" && actor.memberId !== round.case.workerId) return { kind: "workers-own" };

  const tx = await work.tx();
  const { count } = await tx.round.updateMany({
    where: { id: roundId, status: round.status },
    data: {
      status,
      submittedAt: work.now,
      submittedById: actor.memberId,
      ...(status === "submitted" ? {} : { decidedAt: work.now, decidedById: null }),
    },
  });
  if (count === 0) throw new Conflict("the round was sent meanwhile");
  work.audit.push({
    action: "round.submitted",
    subject: "round",
    subjectId: roundId,
    detail: { form: round.form.id, status },
  });
  await applyEffects(work, round.case.id, effects);
  const progress = await afterChange(work, round.case.id);
  return { kind: "sent", round, status, effects, amended: isComplete(sent), progress };
}

/** An answer that is not what it was: undefined where there was none, or is none any more. */
export type Change = {
  readonly path: Path;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
};

/**
 * What changed in a round since it was last returned; in a new round of a form filled before, since that one.
 * Undefined where there is nothing to compare with. The caller has checked the right to read.
 */
export async function changesIn(work: Work, round: OpenRound): Promise<readonly Change[] | undefined> {
  const tx = await work.tx();
  const now = round.answers;
  const row = await tx.round.findUniqueOrThrow({ where: { id: round.id } });
  if (row.decidedAt !== null && row.submittedAt !== null && row.submittedAt > row.decidedAt) {
    return differences(await currentAnswersAt(work, round.id, row.decidedAt), now);
  }
  const previous = await tx.round.findFirst({
    where: { caseId: round.case.id, form: round.form.id, sequence: { lt: round.sequence } },
    orderBy: { sequence: "desc" },
  });
  if (previous === null) return undefined;
  return differences((await currentAnswers(tx, work.sealer, previous.id)).answers, now);
}

async function currentAnswersAt(work: Work, roundId: string, at: Date): Promise<Map<Path, Value>> {
  const tx = await work.tx();
  return (await currentAnswers(tx, work.sealer, roundId, at)).answers;
}

function differences(before: ReadonlyMap<Path, Value>, after: ReadonlyMap<Path, Value>): Change[] {
  const paths = new Set([...after.keys(), ...before.keys()]);
  return [...paths].flatMap((path) => {
    const [was, is] = [before.get(path), after.get(path)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ path, before: was, after: is }];
  });
}

/** The round among the facts of its form. */
export function roundIn(rounds: readonly unknown[], id: string): AnyRound {
  const found = (rounds as readonly AnyRound[]).find((round) => round.id === id);
  if (found === undefined) throw new NotAllowed();
  return found;
}
