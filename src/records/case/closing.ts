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
 * Closes a case because of what happened to the client: never agreed, withdrew, died, moved. Where the acting member is
 * not the one who decides, it is asked for and waits; the case afterwards tells which. Throws `Conflict` where it is
 * closed or something is asked for already, `NotAllowed` for any other outcome: those have forms.
 */
export async function closeCase(work: Work, caseId: string, outcome: Outcome, reason: string): Promise<Case> {
  const subject = await caseFor(work, caseId, "close");
  if (!directOutcomes.some((direct) => direct === outcome) || reason.trim() === "") throw new NotAllowed();
  if (subject.facts.closed !== null) throw new Conflict("the case is closed already");
  if (subject.request !== undefined) throw new Conflict("something waits to be decided on");
  return changeCase(work, subject, { turns: [closingTurn(work, subject, outcome, reason, null)] });
}

/** Opens a closed case again, with the reason, on the same terms. Throws `Conflict` where it is open. */
export async function reopenCase(work: Work, caseId: string, reason: string): Promise<Case> {
  const subject = await caseFor(work, caseId, "reopen");
  if (reason.trim() === "" || subject.case.outcome === "voided") throw new NotAllowed();
  if (subject.facts.closed === null) throw new Conflict("the case is open");
  if (subject.request !== undefined) throw new Conflict("something waits to be decided on");
  return changeCase(work, subject, { turns: [reopeningTurn(work, subject, reason, null)] });
}

/** A closing or reopening that waits, for the one who decides. `askedAt` is when it was asked for, as they saw it. */
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

/** The one who decides agrees: the case is closed, or open again, for the reason that was given. */
export async function agreeToRequest(work: Work, caseId: string, askedAt: number): Promise<Case> {
  const { subject, request } = await requestOn(work, caseId, askedAt);
  const reason = typeof request.reason === "string" ? request.reason : null;
  const turn: NewTurn =
    request.kind === "closing-asked"
      ? { kind: "closed", outcome: request.outcome, reason }
      : { kind: "reopened", reason };
  return changeCase(work, subject, { turns: [turn] });
}

/** The one who decides does not agree, and says why. */
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
 * Opens a gate against the order of work, for one round. Only the supervisor named for the case's worker may, with
 * a reason, and only where the gate is of the kind that may be lifted.
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
 * What a round that counts does to its case: at once where the acting member decides, else it is asked for. What it
 * opens is the next step, and no change.
 */
export function turnsOf(
  work: Work,
  subject: Case,
  roundId: string,
  effects: readonly Effect[],
): readonly NewTurn[] {
  if (subject.request !== undefined) return [];
  return effects.flatMap((effect): NewTurn[] => {
    // A correction of what closed the case, or opened it again, does so once more only where it says otherwise.
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
