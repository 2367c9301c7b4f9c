import { Conflict } from "../people/actor.js";
import type { Work } from "../people/work.js";
import { type Case, caseFor, caseOfRound, roundOf } from "./case.js";
import { changeCase } from "./change.js";
import { followClient } from "./clients.js";

/** Whether nothing was ever written in an open case, so that it can be discarded. */
export function isEmptyCase(subject: Case): boolean {
  return subject.facts.closed === null && subject.rounds.length === 0 && !subject.case.isReceived;
}

/**
 * Discards an empty case. Its code stays used, with the outcome `voided`. Throws `NotAllowed`, and `Conflict` where
 * the case is not empty.
 */
export async function discardCase(work: Work, caseId: string): Promise<Case> {
  const subject = await caseFor(work, caseId, "discard");
  if (!isEmptyCase(subject)) throw new Conflict("there is something in the case");
  return changeCase(work, subject, { turns: [{ kind: "closed", outcome: "voided", reason: null }] });
}

/**
 * Discards a draft that never counted. Its answers stay in the database, sealed and unused. A name given in it is not
 * found any more. Throws `NotAllowed`, and `Conflict` for a round that was sent before.
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
