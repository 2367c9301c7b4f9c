import type { StageOrClosed } from "../case/caseLists.js";
import { NotAllowed } from "../people/actor.js";
import { adminOf, memberIn } from "../people/members.js";
import type { Work } from "../people/work.js";

/** A case that can be given to another worker, as an admin may know of it. */
export type CaseToGive = { readonly id: string; readonly code: string; readonly stage: StageOrClosed };

/**
 * The cases of a worker that can be given to another one, by code: the open ones, and closed ones in which something is
 * still due, such as a visit after the termination. Throws `NotAllowed` for anyone but an admin.
 */
export async function casesToGive(work: Work, workerId: string): Promise<readonly CaseToGive[]> {
  const actor = adminOf(work);
  const tx = await work.tx();
  await memberIn(tx, actor, workerId);
  return tx.$queryRaw<CaseToGive[]>`
    SELECT c."id", c."code", c."stage"::text AS "stage" FROM "Case" c
    WHERE c."workerId" = ${workerId} AND c."organizationId" = ${actor.organizationId}
      AND (c."stage" <> 'closed' OR EXISTS (
        SELECT 1 FROM "Deadline" d WHERE d."caseId" = c."id" AND d."doneAt" IS NULL AND d."cancelledAt" IS NULL))
    ORDER BY c."code"`;
}

/** A worker's cases to choose from, and which of them are chosen in a draft. */
export type Choice = {
  readonly proposalId: string;
  readonly workerId: string;
  readonly toId: string;
  readonly cases: readonly CaseToGive[];
  readonly chosen: ReadonlySet<string>;
};

/**
 * Begins to choose cases of a worker for another one, as a draft that replaces whatever this admin had begun to choose
 * before. Returns its id. Throws `NotAllowed`.
 */
export async function beginChoice(work: Work, workerId: string, toId: string): Promise<string> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const { organizationId, memberId: proposedById } = actor;
  await memberIn(tx, actor, workerId);
  const to = await memberIn(tx, actor, toId);
  if (toId === workerId || !to.roles.includes("worker") || to.suspendedAt !== null) throw new NotAllowed();
  await tx.staffProposal.deleteMany({ where: { proposedById, status: "draft" } });
  const id = work.newId();
  await tx.staffProposal.create({
    data: { id, organizationId, kind: "cases", workerId, toId, proposedById, createdAt: work.now },
  });
  return id;
}

/** The choice in a draft of the acting admin's. Throws `NotAllowed`, also where it is a draft no more. */
export async function readChoice(work: Work, proposalId: string): Promise<Choice> {
  const { memberId } = adminOf(work);
  const tx = await work.tx();
  const row = await tx.staffProposal.findFirst({
    where: { id: proposalId, proposedById: memberId, status: "draft" },
  });
  if (row === null) throw new NotAllowed();
  const { workerId, toId, caseIds } = row;
  const cases = await casesToGive(work, workerId);
  const chosen = new Set(cases.map(({ id }) => id).filter((id) => caseIds.includes(id)));
  return { proposalId, workerId, toId, cases, chosen };
}

/** Chooses cases or takes them out of the choice: one, or all of them. Throws `NotAllowed`. */
export async function changeChoice(
  work: Work,
  proposalId: string,
  which: string | "all",
  on: boolean,
): Promise<Choice> {
  const before = await readChoice(work, proposalId);
  const meant = before.cases.map(({ id }) => id).filter((id) => which === "all" || id === which);
  const chosen = new Set(
    on ? [...before.chosen, ...meant] : [...before.chosen].filter((id) => !meant.includes(id)),
  );
  const tx = await work.tx();
  await tx.staffProposal.update({ where: { id: proposalId }, data: { caseIds: [...chosen] } });
  return { ...before, chosen };
}
