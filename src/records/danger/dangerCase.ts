import { type CaseStub, caseStub, readableCases } from "../people/rights.js";
import type { Work } from "../people/work.js";

/** A case on which the acting member may note a danger. Throws `NotAllowed`. */
export function caseForDanger(work: Work, caseId: string): Promise<CaseStub> {
  return caseStub(work, { id: caseId }, "alarm");
}

/** Cases offered for noting a danger: first the case of the open form, then the last touched ones, at most `most`. */
export async function casesAtHand(
  work: Work,
  most: number,
): Promise<readonly { readonly id: string; readonly code: string; readonly open: boolean }[]> {
  const near = readableCases(work);
  const tx = await work.tx();
  const select = { id: true, code: true } as const;
  const { roundId } = work.dialogue;
  const open =
    roundId === null
      ? null
      : await tx.case.findFirst({ where: { ...near, rounds: { some: { id: roundId } } }, select });
  const recent = await tx.case.findMany({
    where: { ...near, closedAt: null, ...(open === null ? {} : { id: { not: open.id } }) },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: open === null ? most : most - 1,
    select,
  });
  return [
    ...(open === null ? [] : [{ ...open, open: true }]),
    ...recent.map((one) => ({ ...one, open: false })),
  ];
}
