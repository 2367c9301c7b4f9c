import type { Path, Value } from "../../practice/form.js";
import { Conflict } from "../people/actor.js";
import type { Work } from "../people/work.js";
import type { Unreadable } from "../storage/seal.js";
import { answersAsOf } from "./answers.js";
import { type Case, caseFor, caseOfRound, roundOf } from "./case.js";
import { changeCase } from "./change.js";
import type { OpenRound } from "./openRound.js";
import type { Rounds } from "./rounds.js";
import { type AnswerChange, changesBetween } from "./submission.js";

/** A correction for its reader: reason, author, time, and the changed answers. */
export type CorrectionRead = {
  readonly reason: string | Unreadable | null;
  readonly memberId: string;
  readonly at: Date;
  readonly changes: readonly AnswerChange[];
};

/**
 * Begins the correction of an approved round, with a reason that is kept sealed. The round goes on counting. Every
 * old answer stays as an older revision. Throws `NotAllowed`, and `Conflict` where the round is not approved.
 */
export async function beginCorrection(work: Work, roundId: string, reason: string): Promise<Case> {
  const subject = await caseOfRound(work, roundId, "correct");
  const round = roundOf(subject, roundId);
  if (round.status !== "approved") throw new Conflict("the round is not one to correct");
  return changeCase(work, subject, {
    step: { round, to: "draft", action: "round.taken-up" },
    turns: [{ kind: "correcting", roundId, reason }],
  });
}

/**
 * Drops a correction that was not sent: every answer returns to what it was when the correction began. Throws
 * `NotAllowed`, and `Conflict` where there is none to drop.
 */
export async function dropCorrection(work: Work, rounds: Rounds, roundId: string): Promise<Case> {
  const subject = await caseOfRound(work, roundId, "correct");
  const { correctedAt, status, isCorrected } = roundOf(subject, roundId);
  if (!isCorrected || correctedAt === null || status === "submitted") {
    throw new Conflict("nothing is being corrected");
  }
  const round = await rounds.open(work, roundId);
  const then = (await answersAsOf(await work.tx(), work.sealer, roundId, correctedAt)).answers;
  const written = new Map<Path, Value>();
  const stale: Path[] = [];
  for (const { path, before } of changesBetween(round.form, then, round.answers)) {
    if (before === undefined) stale.push(path);
    else written.set(path, before);
  }
  await rounds.change(work, round, { answers: then, written, stale, lapsed: [], lost: 0 });
  const restored = await caseOfRound(work, roundId, "correct");
  return changeCase(work, restored, {
    step: { round: roundOf(restored, roundId), to: "approved", action: "round.correction-dropped" },
  });
}

/** The last correction of a round; undefined where it was never corrected. Throws `NotAllowed`. */
export async function correctionOf(work: Work, round: OpenRound): Promise<CorrectionRead | undefined> {
  const subject = await caseFor(work, round.case.id, "read");
  const last = subject.course.findLast((entry) => entry.kind === "correcting" && entry.roundId === round.id);
  if (last === undefined) return undefined;
  const { reason, memberId, at } = last;
  const then = await answersAsOf(await work.tx(), work.sealer, round.id, at);
  return { reason, memberId, at, changes: changesBetween(round.form, then.answers, round.answers) };
}
