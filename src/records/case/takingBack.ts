import { Conflict } from "../people/actor.js";
import type { Work } from "../people/work.js";
import { type Case, caseOfRound, type RoundLine, roundOf } from "./case.js";
import { changeCase } from "./change.js";

/**
 * The worker takes a submitted round back: it becomes the draft or returned round it was before. Throws `NotAllowed`,
 * and `Conflict` where it does not wait any more. If a decision is made at the same moment, one of the two wins.
 */
export async function takeBackRound(work: Work, roundId: string): Promise<Case> {
  const subject = await caseOfRound(work, roundId, "hand-in");
  const round = roundOf(subject, roundId);
  if (round.status !== "submitted") throw new Conflict("the round does not wait");
  return changeCase(work, subject, { step: { round, to: beforeSending(round), action: "round.taken-back" } });
}

/** Whether the worker took the round back: it was sent after the last decision on it and does not wait any more. */
export function wasTakenBack({
  status,
  submittedAt,
  decidedAt,
}: Pick<RoundLine, "status" | "submittedAt" | "decidedAt">): boolean {
  if (submittedAt === null || status === "submitted" || status === "approved") return false;
  return decidedAt === null || submittedAt > decidedAt;
}

function beforeSending({ decidedAt, isCorrected }: RoundLine): "draft" | "returned" {
  return decidedAt === null || isCorrected ? "draft" : "returned";
}
