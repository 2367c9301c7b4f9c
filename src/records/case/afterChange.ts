import { stageOf } from "../../practice/lifecycle.js";
import type { Work } from "../people/work.js";
import type { Tx } from "../storage/tx.js";
import { type Progress, progressIn } from "./progress.js";

/**
 * What follows every change of a case's course: a round sent, decided or taken up again, the case closed or
 * reopened, a gate opened. The one place for it: the stage that lists show follows the facts, and what is due is
 * reckoned anew before the commit. Copies of the case's rounds in memory become old, so whoever has a question of
 * one before them hears of the change with their next answer. Returns the case as it is now.
 */
export async function afterChange(work: Work, caseId: string): Promise<Progress> {
  work.reckon.add(caseId);
  const tx = await work.tx();
  await raiseRounds(work, tx, caseId);
  const progress = await progressIn(tx, work.sealer, caseId);
  if (progress === undefined) throw new Error("the case that changed is gone");
  await tx.case.update({
    where: { id: caseId },
    data: { stage: stageOf(progress.facts), updatedAt: work.now },
  });
  return progress;
}

/** Makes every copy of the case's rounds old, in this process and in others. */
async function raiseRounds(work: Work, tx: Tx, caseId: string): Promise<void> {
  work.moved.add(caseId);
  await tx.round.updateMany({ where: { caseId }, data: { version: { increment: 1 } } });
}
