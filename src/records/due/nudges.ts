import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { heardLater, putInDigest } from "./quietHours.js";
import { deadlineFor } from "./tasks.js";

/** How long (ms) after one reminder by hand the next may be sent. */
const nudgePause = 12 * 3_600_000;

/** Whether somebody reminded of it by hand within the last twelve hours. Then nobody is written to again. */
export async function wasNudged(work: Work, what: NudgedThing): Promise<boolean> {
  const tx = await work.tx();
  const last = await tx.auditEvent.findFirst({ where: { ...lineOf(what) }, orderBy: { at: "desc" } });
  return last !== null && work.now.getTime() - last.at.getTime() < nudgePause;
}

/** Notes in the audit that somebody was reminded by hand; the history of the case shows it. */
export function noteNudge(work: Work, what: NudgedThing): void {
  work.audit.push(lineOf(what));
}

/** What somebody is reminded of by hand: a form that waits for its approval, or a late task of a worker. */
export type NudgedThing = { readonly roundId: string } | { readonly deadlineId: string };

function lineOf(what: NudgedThing) {
  return "roundId" in what
    ? { action: "approval.nudged", subject: "round", subjectId: what.roundId }
    : { action: "deadline.nudged", subject: "deadline", subjectId: what.deadlineId };
}

/** What became of a reminder by hand: somebody did it a while ago, or when its owner hears of it. */
export type Nudge =
  | { readonly kind: "lately" }
  /** `later` is the next digest, in the quiet hours; undefined for now. */
  | { readonly kind: "nudged"; readonly later: Date | undefined };

/**
 * The supervisor reminds the worker of a late task in a case; in the quiet hours it is put into their next digest. Throws
 * `NotAllowed` for anyone but the supervisor of the case, and `Conflict` where the task is done.
 */
export async function nudgeOwner(work: Work, deadlineId: string): Promise<Nudge> {
  const due = await deadlineFor(work, deadlineId, "supervise");
  if (due.caseId === null || due.statutory || due.memberId === actorOf(work).memberId) throw new NotAllowed();
  if (due.doneAt !== null || due.cancelledAt !== null) throw new Conflict("the task is done");
  if (await wasNudged(work, { deadlineId })) return { kind: "lately" };
  const later = await heardLater(work, due.caseId);
  if (later !== undefined) await putInDigest(work, due, later);
  noteNudge(work, { deadlineId });
  return { kind: "nudged", later };
}
