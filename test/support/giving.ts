import { reassignCases } from "../../src/records/due/staffing.js";
import { actorOf } from "../../src/records/people/rights.js";
import type { Work } from "../../src/records/people/work.js";

/** Gives all open cases of a worker to another, as it is carried out once everybody who has to has agreed. */
export async function givesAll(work: Work, fromId: string, toId: string): Promise<readonly string[]> {
  const tx = await work.tx();
  const open = await tx.case.findMany({
    where: { workerId: fromId, stage: { not: "closed" } },
    select: { id: true },
  });
  const caseIds = open.map(({ id }) => id);
  return reassignCases(work, { fromId, toId, caseIds, reason: null, byId: actorOf(work).memberId });
}
