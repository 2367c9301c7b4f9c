import type { Outcome } from "../../practice/caseFacts.js";
import type { FormId } from "../../practice/form.js";
import { gate, mayOverride } from "../../practice/gates.js";
import { directOutcomes, type Effect } from "../../practice/lifecycle.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf, may } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { caseFor } from "./case.js";
import { change, type NewTurn } from "./change.js";
import type { Progress } from "./progress.js";

/**
 * Closes a case because of what happened to the client: withdrew, died, moved. Throws `Conflict` where it is
 * closed already, `NotAllowed` for any other outcome: those have forms.
 */
export async function closeDirectly(
  work: Work,
  caseId: string,
  outcome: Outcome,
  reason: string,
): Promise<Progress> {
  const subject = await caseFor(work, caseId, "close");
  if (!directOutcomes.some((direct) => direct === outcome) || reason.trim() === "") throw new NotAllowed();
  if (subject.facts.closed !== null) throw new Conflict("the case is closed already");
  return change(work, subject, { turns: [{ kind: "closed", outcome, reason }] });
}

/** Opens a closed case again, with the reason. Throws `Conflict` where it is open. */
export async function reopen(work: Work, caseId: string, reason: string): Promise<Progress> {
  const subject = await caseFor(work, caseId, "reopen");
  if (reason.trim() === "") throw new NotAllowed();
  if (subject.facts.closed === null) throw new Conflict("the case is open");
  return change(work, subject, { turns: [{ kind: "reopened", reason }] });
}

/**
 * Opens a gate against the order of work, for one round. Only the supervisor named for the case's worker may, with
 * a reason, and only where the gate is of the kind that may be lifted.
 */
export async function overrideGate(
  work: Work,
  caseId: string,
  form: FormId,
  reason: string,
): Promise<Progress> {
  const subject = await caseFor(work, caseId, "read");
  const supervisor = may(actorOf(work), subject.case, "override");
  const wanted = gate(form, subject.facts);
  if (wanted.kind === "open") throw new Conflict("the gate is open");
  if (!mayOverride(wanted, { supervisor, reason })) throw new NotAllowed();
  return change(work, subject, {
    turns: [{ kind: "overridden", form, lifted: wanted.reason, reason }],
  });
}

/** What a round that counts does to its case. What it opens is the next step, and no change. */
export function turnsOf(effects: readonly Effect[]): readonly NewTurn[] {
  return effects.flatMap((effect): NewTurn[] => {
    if (effect.kind === "close") return [{ kind: "closed", outcome: effect.outcome, reason: null }];
    return effect.kind === "reopen" ? [{ kind: "reopened", reason: null }] : [];
  });
}
