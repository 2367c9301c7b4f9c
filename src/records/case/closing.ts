import type { Outcome } from "../../practice/caseFacts.js";
import type { FormId } from "../../practice/form.js";
import { gate, mayOverride } from "../../practice/gates.js";
import { directOutcomes, type Effect } from "../../practice/lifecycle.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf, may } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { type Case, caseFor } from "./case.js";
import { changeCase, type NewTurn } from "./change.js";
import type { Request } from "./course.js";

/**
 * Closes a case for a reason outside of any form: the client never agreed, withdrew, died or moved. If the acting
 * member may not decide, the closing is requested and waits; the returned case shows which.
 *
 * Throws `Conflict` where the case is closed or a request waits. Throws `NotAllowed` for any other outcome: those
 * have forms.
 */
export async function closeCase(work: Work, caseId: string, outcome: Outcome, reason: string): Promise<Case> {
  const subject = await caseFor(work, caseId, "close");
  if (!directOutcomes.some((direct) => direct === outcome) || reason.trim() === "") throw new NotAllowed();
  if (subject.facts.closed !== null) throw new Conflict("the case is closed already");
  if (subject.request !== undefined) throw new Conflict("something waits to be decided on");
  return changeCase(work, subject, { turns: [closingTurn(work, subject, outcome, reason, null)] });
}

/**
 * Reopens a closed case with a reason, like `closeCase`. Throws `Conflict` where the case is open or a request waits.
 */
export async function reopenCase(work: Work, caseId: string, reason: string): Promise<Case> {
  const subject = await caseFor(work, caseId, "reopen");
  if (reason.trim() === "" || subject.case.outcome === "voided") throw new NotAllowed();
  if (subject.facts.closed === null) throw new Conflict("the case is open");
  if (subject.request !== undefined) throw new Conflict("something waits to be decided on");
  return changeCase(work, subject, { turns: [reopeningTurn(work, subject, reason, null)] });
}

/**
 * The request that waits, for the member who decides on it. `askedAt` (Unix ms) is when it was made, as they saw it.
 * Throws `NotAllowed`, and `Conflict` where that request does not wait any more.
 */
export async function requestOn(
  work: Work,
  caseId: string,
  askedAt?: number,
): Promise<{ readonly subject: Case; readonly request: Request }> {
  const subject = await caseFor(work, caseId, "settle");
  const { request } = subject;
  if (request === undefined || (askedAt !== undefined && askedAt !== request.at.getTime())) {
    throw new Conflict("nothing of the kind waits");
  }
  return { subject, request };
}

/** Grants the request: the case is closed or reopened, with the reason of the request. Throws like `requestOn`. */
export async function agreeToRequest(work: Work, caseId: string, askedAt: number): Promise<Case> {
  const { subject, request } = await requestOn(work, caseId, askedAt);
  const reason = typeof request.reason === "string" ? request.reason : null;
  const turn: NewTurn =
    request.kind === "closing-asked"
      ? { kind: "closed", outcome: request.outcome, reason }
      : { kind: "reopened", reason };
  return changeCase(work, subject, { turns: [turn] });
}

/** Refuses the request with a reason. Throws like `requestOn`. */
export async function refuseRequest(
  work: Work,
  caseId: string,
  askedAt: number,
  reason: string,
): Promise<Case> {
  const { subject } = await requestOn(work, caseId, askedAt);
  return changeCase(work, subject, { turns: [{ kind: "refused", reason }] });
}

/**
 * The case's worker takes back their request before anybody decided on it: the case stays as it is. Returns it.
 * `askedAt` (Unix ms) is when it was made, as they saw it. Throws `NotAllowed`, and `Conflict` where it does not wait
 * any more; of this and a decision at the same moment one wins.
 */
export async function withdrawRequest(work: Work, caseId: string, askedAt: number): Promise<Case> {
  const subject = await caseFor(work, caseId, "hand-in");
  if (subject.request?.at.getTime() !== askedAt) throw new Conflict("nothing of the kind waits");
  return changeCase(work, subject, { turns: [{ kind: "request-withdrawn", reason: null }] });
}

/**
 * Opens a closed gate for one round, with a reason. Only the supervisor of the case's worker may, and only a gate of
 * the kind that may be overridden. Throws `NotAllowed`, and `Conflict` where the gate is open.
 */
export async function overrideGate(work: Work, caseId: string, form: FormId, reason: string): Promise<Case> {
  const subject = await caseFor(work, caseId, "read");
  const supervisor = may(actorOf(work), subject.case, "override");
  const wanted = gate(form, subject.facts);
  if (wanted.kind === "open") throw new Conflict("the gate is open");
  if (!mayOverride(wanted, { supervisor, reason })) throw new NotAllowed();
  return changeCase(work, subject, {
    turns: [{ kind: "overridden", form, lifted: wanted.reason, reason }],
  });
}

/**
 * The events that a round brings once it counts: a closing or reopening, done at once where the acting member decides
 * and requested otherwise. Effects that only open a next step bring no event.
 */
export function turnsOf(
  work: Work,
  subject: Case,
  roundId: string,
  effects: readonly Effect[],
): readonly NewTurn[] {
  if (subject.request !== undefined) return [];
  return effects.flatMap((effect): NewTurn[] => {
    // A corrected round closes or reopens the case again only where the correction changed that.
    if (effect.kind === "close" && subject.facts.closed?.outcome !== effect.outcome) {
      return [closingTurn(work, subject, effect.outcome, null, roundId)];
    }
    if (effect.kind === "reopen" && subject.facts.closed !== null) {
      return [reopeningTurn(work, subject, null, roundId)];
    }
    return [];
  });
}

function closingTurn(
  work: Work,
  subject: Case,
  outcome: Outcome,
  reason: string | null,
  roundId: string | null,
): NewTurn {
  if (may(actorOf(work), subject.case, "settle")) return { kind: "closed", outcome, reason };
  return { kind: "closing-asked", outcome, roundId, reason };
}

function reopeningTurn(work: Work, subject: Case, reason: string | null, roundId: string | null): NewTurn {
  if (may(actorOf(work), subject.case, "settle")) return { kind: "reopened", reason };
  return { kind: "reopening-asked", roundId, reason };
}
