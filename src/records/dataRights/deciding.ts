import { dataStanding } from "../../practice/dataGround.js";
import type { LegalGround } from "../../practice/legalGrounds.js";
import { type Case, caseFor } from "../case/case.js";
import { nameGround, stopForWantOfGround } from "../case/dataGround.js";
import { Conflict } from "../people/actor.js";
import type { Work } from "../people/work.js";
import { endDataRequest, openDataRequest, requestOf } from "./dataRequests.js";

/** Names another legal ground, which carries out the withdrawals of consent in the case. Throws like `nameGround`. */
export async function groundCase(
  work: Work,
  caseId: string,
  ground: LegalGround,
  reason: string,
): Promise<Case> {
  const subject = await nameGround(work, caseId, ground, reason);
  await endWithdrawals(work, caseId, "grounded");
  return subject;
}

/** Stops a case that has no legal ground, which carries out the withdrawals in it. Throws like `stopForWantOfGround`. */
export async function stopCase(work: Work, caseId: string, reason: string): Promise<Case> {
  const subject = await stopForWantOfGround(work, caseId, reason);
  await endWithdrawals(work, caseId, "stopped");
  return subject;
}

/** Ends a withdrawal of a client who agreed again since. Throws `NotAllowed`, and `Conflict` where they did not. */
export async function endWithdrawal(work: Work, requestId: string): Promise<void> {
  const { caseId } = await openDataRequest(work, requestId, "withdrawal", "request");
  const subject = await caseFor(work, caseId, "read");
  const isOver = subject.facts.closed !== null || dataStanding(subject.facts).kind !== "missing";
  if (!isOver) throw new Conflict("no legal ground allows to go on");
  await endDataRequest(work, requestId, { kind: subject.facts.closed === null ? "consented" : "stopped" });
}

/** Who decides may be an admin standing in, who reads no case: the permission was checked by the act itself. */
async function endWithdrawals(work: Work, caseId: string, kind: "grounded" | "stopped"): Promise<void> {
  const tx = await work.tx();
  for (const row of await tx.dataRequest.findMany({ where: { caseId, endedAt: null } })) {
    if (requestOf(work.sealer, row).kind === "withdrawal") await endDataRequest(work, row.id, { kind });
  }
}
