import { z } from "zod";
import type { FormId } from "../../practice/form.js";
import { afterApproval, type Effect } from "../../practice/lifecycle.js";
import type { Reachable } from "../people/accounts.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { adminOf, memberIn } from "../people/members.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { afterChange } from "./afterChange.js";
import { formIdOf } from "./answers.js";
import { applyEffects } from "./closing.js";
import { type Progress, progressOf } from "./progress.js";
import type { OpenRound, Rounds } from "./rounds.js";
import { roundIn } from "./submission.js";

/** What a supervisor asked to change, and in which part of the form; `part` is null for the whole of it. */
export type Comment = {
  readonly part: string | null;
  readonly text: string;
  readonly memberId: string;
  readonly at: string;
};

const commentsSchema = z.array(
  z.object({ part: z.string().nullable(), text: z.string(), memberId: z.string(), at: z.string() }),
);

/** What a decision led to. */
export type Decided = {
  readonly round: OpenRound;
  readonly effects: readonly Effect[];
  /** The case afterwards. */
  readonly progress: Progress;
};

/** How long a person who reminded waits before reminding again, in milliseconds. */
const nudgePause = 12 * 3_600_000;

/**
 * A round that waits, for the one who decides: the supervisor named for the case's worker, never who sent it.
 * Throws `NotAllowed`, and `Conflict` where it does not wait, or `sentAt` is given and is not when it was sent:
 * it was returned and sent again since the person saw it.
 */
export async function awaiting(
  work: Work,
  rounds: Rounds,
  roundId: string,
  sentAt?: number,
): Promise<{ round: OpenRound; sentAt: Date }> {
  const actor = actorOf(work);
  const round = await rounds.open(work, roundId);
  const tx = await work.tx();
  const row = await tx.round.findUniqueOrThrow({ where: { id: roundId } });
  const decides =
    actor.roles.includes("supervisor") &&
    actor.memberId === round.case.workerSupervisorId &&
    actor.memberId !== row.submittedById;
  if (!decides) throw new NotAllowed();
  if (row.status !== "submitted" || row.submittedAt === null) throw new Conflict("the round does not wait");
  if (sentAt !== undefined && sentAt !== row.submittedAt.getTime()) {
    throw new Conflict("the round was sent anew");
  }
  return { round, sentAt: row.submittedAt };
}

/** The supervisor says yes: the round counts from now on. */
export async function approve(work: Work, rounds: Rounds, roundId: string, sentAt: number): Promise<Decided> {
  const { round } = await awaiting(work, rounds, roundId, sentAt);
  const { facts } = await progressOf(work, round.case.id);
  const effects = afterApproval(roundIn(facts.rounds[round.form.id], roundId), facts);
  await decide(work, round, "approved", null);
  await applyEffects(work, round.case.id, effects);
  return { round, effects, progress: await afterChange(work, round.case.id) };
}

/** The supervisor gives it back with a comment, kept sealed; earlier comments stay. */
export async function returnRound(
  work: Work,
  rounds: Rounds,
  roundId: string,
  comment: { readonly part: string | null; readonly text: string },
): Promise<Decided> {
  const actor = actorOf(work);
  const { round } = await awaiting(work, rounds, roundId);
  const before = await commentsOn(work, round);
  const at = work.now.toISOString();
  await decide(work, round, "returned", [...before, { ...comment, memberId: actor.memberId, at }]);
  return { round, effects: [], progress: await afterChange(work, round.case.id) };
}

/** All that was asked to change in a round, oldest first. The caller has checked the right to read. */
export async function commentsOn(work: Work, round: OpenRound): Promise<readonly Comment[]> {
  const tx = await work.tx();
  const { comment } = await tx.round.findUniqueOrThrow({ where: { id: round.id } });
  if (comment === null) return [];
  return commentsSchema.parse(JSON.parse(work.sealer.open(comment, placeOf(round.id))));
}

/**
 * Notes that the supervisor is reminded of a round that waits. False where that was done a short while ago: then
 * nobody is written to.
 */
export async function noteNudge(work: Work, roundId: string): Promise<boolean> {
  const tx = await work.tx();
  const last = await tx.auditEvent.findFirst({
    where: { subject: "round", subjectId: roundId, action: "approval.nudged" },
    orderBy: { at: "desc" },
  });
  if (last !== null && work.now.getTime() - last.at.getTime() < nudgePause) return false;
  work.audit.push({ action: "approval.nudged", subject: "round", subjectId: roundId });
  return true;
}

/** The admins of the acting member's organisation who can be written to, who may name a supervisor. */
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

/** A round that waits for a decision, as the one who passes it on may know it: no more than where it stands. */
export type Waiting = { readonly roundId: string; readonly form: FormId; readonly code: string };

/** What a worker sent and nobody decided on, and who is to decide. Only an admin may ask. */
export async function waitingOf(
  work: Work,
  workerId: string,
): Promise<{ readonly supervisorId: string | null; readonly rounds: readonly Waiting[] }> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const { supervisorId } = await memberIn(tx, actor, workerId);
  const rows = await tx.round.findMany({
    where: { status: "submitted", case: { organizationId: actor.organizationId, workerId } },
    include: { case: { select: { code: true } } },
    orderBy: { submittedAt: "asc" },
  });
  const rounds = rows.map((row) => ({ roundId: row.id, form: formIdOf(row.form), code: row.case.code }));
  return { supervisorId, rounds };
}

async function decide(
  work: Work,
  round: OpenRound,
  status: "approved" | "returned",
  comments: readonly Comment[] | null,
): Promise<void> {
  const tx = await work.tx();
  const sealed =
    comments === null ? {} : { comment: work.sealer.seal(JSON.stringify(comments), placeOf(round.id)) };
  const { count } = await tx.round.updateMany({
    where: { id: round.id, status: "submitted" },
    data: { status, decidedAt: work.now, decidedById: actorOf(work).memberId, ...sealed },
  });
  if (count === 0) throw new Conflict("the round was decided meanwhile");
  work.audit.push({
    action: `round.${status}`,
    subject: "round",
    subjectId: round.id,
    detail: { form: round.form.id },
  });
}

function placeOf(roundId: string) {
  return { table: "Round", column: "comment", row: roundId };
}
