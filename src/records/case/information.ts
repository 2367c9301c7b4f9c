import { actorOf, caseStub } from "../people/rights.js";
import type { Work } from "../people/work.js";

/**
 * The version of the information text for clients. It is raised whenever the wording changes: clients are told before
 * what they were told changes (UU 27/2022 Pasal 21 ayat (2)). `test/chat/information.test.ts` keeps the two together.
 */
export const informationVersion = 2;

/** When the information was last given in a case, and which wording of it. */
export type GivenInformation = { readonly version: number; readonly at: Date };

/** Keeps that a client was given the information, with the words as they were. Throws `NotAllowed`. */
export async function keepInformationGiven(
  work: Work,
  caseId: string,
  { version, text }: { readonly version: number; readonly text: string },
): Promise<void> {
  await caseStub(work, { id: caseId }, "write");
  const tx = await work.tx();
  const id = work.newId();
  await tx.informationGiven.create({
    data: {
      id,
      caseId,
      memberId: actorOf(work).memberId,
      version,
      text: work.sealer.seal(text, { table: "InformationGiven", column: "text", row: id }),
      at: work.now,
    },
  });
  work.audit.push({ action: "information.given", subject: "case", subjectId: caseId, detail: { version } });
}

/** When the information was last given in a case; undefined where it never was. Throws `NotAllowed`. */
export async function informationGiven(work: Work, caseId: string): Promise<GivenInformation | undefined> {
  await caseStub(work, { id: caseId }, "read");
  const tx = await work.tx();
  const row = await tx.informationGiven.findFirst({
    where: { caseId },
    orderBy: { at: "desc" },
    select: { version: true, at: true },
  });
  return row ?? undefined;
}
