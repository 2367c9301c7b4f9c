import { Conflict } from "../people/actor.js";
import type { Work } from "../people/work.js";
import { type Case, caseFor, caseOfRound, roundOf } from "./case.js";
import { changeCase } from "./change.js";
import { followClient } from "./clients.js";

/** Whether nothing was ever written in a case: it can be thrown away. */
export function isEmptyCase(subject: Case): boolean {
  return subject.facts.closed === null && subject.rounds.length === 0;
}

/**
 * Throws away a case in which nothing was written. Its code stays given, as voided. Throws `Conflict` where there is
 * something in it.
 */
export async function discardCase(work: Work, caseId: string): Promise<Case> {
  const subject = await caseFor(work, caseId, "discard");
  if (!isEmptyCase(subject)) throw new Conflict("there is something in the case");
  return changeCase(work, subject, { turns: [{ kind: "closed", outcome: "voided", reason: null }] });
}

/**
 * Throws away a draft that never counted. Its answers stay in the database, sealed, and nothing looks at them; a
 * name it told is found no more. Throws `Conflict` for a round that was sent before.
 */
export async function discardRound(work: Work, roundId: string): Promise<Case> {
  const subject = await caseOfRound(work, roundId, "discard");
  const round = roundOf(subject, roundId);
  if (round.status !== "draft" || round.decidedAt !== null) throw new Conflict("the round was sent before");
  const changed = await changeCase(work, subject, {
    step: { round, to: "discarded", action: "round.discarded" },
  });
  if (round.form === "approach") {
    await followClient(work, subject.case.clientId, subject.answers.get(roundId) ?? new Map(), new Map());
  }
  return changed;
}
