import { isHeld } from "../../practice/dataGround.js";
import { afterApproval, type Effect } from "../../practice/lifecycle.js";
import type { Reachable } from "../people/accounts.js";
import { Conflict, DataOnHold, NotAllowed } from "../people/actor.js";
import { actorOf, may } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { type Case, caseOfRound, type RoundLine, roundOf } from "./case.js";
import { changeCase } from "./change.js";
import { turnsOf } from "./closing.js";
import type { OpenRound } from "./openRound.js";
import { clearDrafts, type NewRemark } from "./remarks.js";
import type { Rounds } from "./rounds.js";
import { roundIn } from "./submission.js";

/** What a decision led to: the round, the effects on the case, and the case afterwards. */
export type Decided = {
  readonly round: OpenRound;
  readonly effects: readonly Effect[];
  /** The case afterwards. */
  readonly subject: Case;
};

/**
 * A submitted round, for the supervisor named for the case's worker. Nobody decides on what they sent themselves.
 *
 * `sentAt` (Unix ms) is when it was sent as the supervisor saw it. Throws `NotAllowed`. Throws `Conflict` where the
 * round does not wait any more, or was returned and sent again since.
 */
export async function roundToDecide(
  work: Work,
  rounds: Rounds,
  roundId: string,
  sentAt?: number,
): Promise<{ round: OpenRound; sentAt: Date }> {
  const found = await waitingFor(work, roundId, sentAt);
  return { round: rounds.of(work, found.subject, roundId), sentAt: found.sentAt };
}

/**
 * Approves a submitted round: it counts from now on. Throws like `roundToDecide`, and `DataOnHold` where no legal
 * ground allows to keep the data.
 */
export async function approveRound(
  work: Work,
  rounds: Rounds,
  roundId: string,
  sentAt: number,
): Promise<Decided> {
  const { subject } = await waitingFor(work, roundId, sentAt);
  const round = roundOf(subject, roundId);
  if (isHeld(round.form, subject.facts)) throw new DataOnHold();
  const effects = afterApproval(roundIn(subject.facts.rounds[round.form], roundId), subject.facts);
  const changed = await changeCase(work, subject, {
    step: {
      round,
      to: "approved",
      action: "round.approved",
      decidedAt: work.now,
      decidedById: actorOf(work).memberId,
    },
    turns: turnsOf(work, subject, roundId, effects),
  });
  await clearDrafts(work, roundId);
  return { round: rounds.of(work, changed, roundId), effects, subject: changed };
}

/**
 * Returns a submitted round to its worker with remarks, at least one. They are kept sealed, earlier ones too. Throws like
 * `roundToDecide`.
 */
export async function returnRound(
  work: Work,
  rounds: Rounds,
  roundId: string,
  sentAt: number,
  remarks: readonly NewRemark[],
): Promise<Decided> {
  const { subject } = await waitingFor(work, roundId, sentAt);
  if (remarks.length === 0) throw new Conflict("nothing is to be mended");
  const changed = await changeCase(work, subject, {
    step: {
      round: roundOf(subject, roundId),
      to: "returned",
      action: "round.returned",
      decidedAt: work.now,
      decidedById: actorOf(work).memberId,
    },
    turns: remarks.map(({ part, text }) => ({ kind: "returned", roundId, part, reason: text })),
  });
  await clearDrafts(work, roundId);
  return { round: rounds.of(work, changed, roundId), effects: [], subject: changed };
}

/** Who decided on a round last, and when; nulls where nobody did. Throws `NotAllowed`. */
export async function decisionOn(
  work: Work,
  roundId: string,
): Promise<Pick<RoundLine, "decidedAt" | "decidedById">> {
  return roundOf(await caseOfRound(work, roundId, "read"), roundId);
}

/** The admins of the acting member's organisation who can be written to. They may name a supervisor. */
export async function adminsToAsk(work: Work): Promise<readonly Reachable[]> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const admins = await tx.member.findMany({
    where: { organizationId: actor.organizationId, roles: { has: "admin" }, suspendedAt: null },
    include: { account: true },
  });
  return admins
    .filter(({ account }) => account.blockedAt === null)
    .map(({ account }) => ({ accountId: Number(account.id), locale: account.locale }));
}

async function waitingFor(
  work: Work,
  roundId: string,
  sentAt?: number,
): Promise<{ readonly subject: Case; readonly sentAt: Date }> {
  const subject = await caseOfRound(work, roundId, "read");
  const { status, submittedAt, submittedById } = roundOf(subject, roundId);
  if (!may(actorOf(work), subject.case, "decide", submittedById)) throw new NotAllowed();
  if (status !== "submitted" || submittedAt === null) throw new Conflict("the round does not wait");
  if (sentAt !== undefined && sentAt !== submittedAt.getTime()) {
    throw new Conflict("the round was sent anew");
  }
  return { subject, sentAt: submittedAt };
}
