import type { Outcome } from "../../practice/caseFacts.js";
import type { FormId } from "../../practice/form.js";
import { gate, mayOverride } from "../../practice/gates.js";
import { directOutcomes, type Effect } from "../../practice/lifecycle.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { afterChange } from "./afterChange.js";
import { withEntry } from "./course.js";
import { type Progress, progressOf } from "./progress.js";

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
  const { facts } = await progressOf(work, caseId);
  if (!directOutcomes.some((direct) => direct === outcome) || reason.trim() === "") throw new NotAllowed();
  if (facts.closed !== null) throw new Conflict("the case is closed already");
  await close(work, caseId, outcome, reason);
  return afterChange(work, caseId);
}

/** Opens a closed case again, with the reason. Throws `Conflict` where it is open. */
export async function reopen(work: Work, caseId: string, reason: string): Promise<Progress> {
  const { facts } = await progressOf(work, caseId);
  if (reason.trim() === "") throw new NotAllowed();
  if (facts.closed === null) throw new Conflict("the case is open");
  await open(work, caseId, reason);
  return afterChange(work, caseId);
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
  const actor = actorOf(work);
  const { case: subject, facts } = await progressOf(work, caseId);
  const supervisor = actor.roles.includes("supervisor") && actor.memberId === subject.workerSupervisorId;
  const wanted = gate(form, facts);
  if (wanted.kind === "open") throw new Conflict("the gate is open");
  if (!mayOverride(wanted, { supervisor, reason })) throw new NotAllowed();
  const tx = await work.tx();
  const row = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
  const entry = { form, memberId: actor.memberId, at: work.now, reason };
  await tx.case.update({
    where: { id: caseId },
    data: { overrides: withEntry(work.sealer, "overrides", row, entry) },
  });
  work.audit.push({
    action: "gate.overridden",
    subject: "case",
    subjectId: caseId,
    detail: { form, lifted: wanted.reason },
  });
  return afterChange(work, caseId);
}

/** Carries out what a round that counts does to its case. What it opens is the next step, and no change. */
export async function applyEffects(work: Work, caseId: string, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) {
    if (effect.kind === "close") await close(work, caseId, effect.outcome, null);
    if (effect.kind === "reopen") await open(work, caseId, null);
  }
}

async function close(work: Work, caseId: string, outcome: Outcome, reason: string | null): Promise<void> {
  const tx = await work.tx();
  const row = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
  const turn = { kind: "closed", outcome, memberId: actorOf(work).memberId, at: work.now, reason } as const;
  await tx.case.update({
    where: { id: caseId },
    data: { outcome, closedAt: work.now, turns: withEntry(work.sealer, "turns", row, turn) },
  });
  work.audit.push({ action: "case.closed", subject: "case", subjectId: caseId, detail: { outcome } });
}

async function open(work: Work, caseId: string, reason: string | null): Promise<void> {
  const tx = await work.tx();
  const row = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
  const turn = { kind: "reopened", memberId: actorOf(work).memberId, at: work.now, reason } as const;
  await tx.case.update({
    where: { id: caseId },
    data: {
      outcome: null,
      closedAt: null,
      reopenedAt: work.now,
      turns: withEntry(work.sealer, "turns", row, turn),
    },
  });
  work.audit.push({ action: "case.reopened", subject: "case", subjectId: caseId });
}
