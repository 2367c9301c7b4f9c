import { z } from "zod";
import { NotAllowed } from "../people/actor.js";
import { actorOf, readableCases } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { caseForConsultation } from "./consultations.js";

/** The steps of reasoning about a dilemma, in order. */
export const dilemmaSteps = [
  "facts",
  "interests",
  "duties",
  "law",
  "options",
  "consult",
  "decision",
] as const;

/** One of those steps. */
export type DilemmaStep = (typeof dilemmaSteps)[number];

const contentSchema = z.object({
  facts: z.string().optional(),
  interests: z.string().optional(),
  duties: z.string().optional(),
  law: z.string().optional(),
  options: z.string().optional(),
  consult: z.string().optional(),
  decision: z.string().optional(),
});

/** The text of each step written so far. */
export type DilemmaContent = z.infer<typeof contentSchema>;

/** A dilemma note, decrypted for its author. */
export type Dilemma = {
  readonly id: string;
  readonly memberId: string;
  readonly caseId: string | null;
  /** The code of its case. */
  readonly code: string | null;
  readonly content: DilemmaContent;
  readonly createdAt: Date;
  readonly done: boolean;
};

/** The most notes a list shows. */
const mostListed = 6;

/** Creates a note with its first step, the facts. Returns its id. */
export async function beginDilemma(work: Work, facts: string): Promise<string> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const id = work.newId();
  await tx.dilemma.create({
    data: {
      id,
      organizationId: actor.organizationId,
      memberId: actor.memberId,
      content: sealed(work, id, { facts }),
      createdAt: work.now,
      updatedAt: work.now,
    },
  });
  work.audit.push({ action: "dilemma.begun", subject: "dilemma", subjectId: id });
  return id;
}

/** Writes one step of the acting member's note. The last step completes it. Throws `NotAllowed`. */
export async function writeDilemma(
  work: Work,
  id: string,
  step: DilemmaStep,
  text: string,
): Promise<Dilemma> {
  const before = await own(work, id);
  const tx = await work.tx();
  await tx.dilemma.update({
    where: { id },
    data: {
      content: sealed(work, id, { ...before.content, [step]: text }),
      updatedAt: work.now,
      ...(step === dilemmaSteps.at(-1) ? { doneAt: work.now } : {}),
    },
  });
  work.audit.push({ action: "dilemma.written", subject: "dilemma", subjectId: id, detail: { step } });
  return own(work, id);
}

/** Attaches a note to a case of the acting member, or detaches it with null. Throws `NotAllowed`. */
export async function setDilemmaCase(work: Work, id: string, caseId: string | null): Promise<Dilemma> {
  await own(work, id);
  if (caseId !== null) await caseForConsultation(work, caseId);
  const tx = await work.tx();
  await tx.dilemma.update({ where: { id }, data: { caseId, updatedAt: work.now } });
  work.audit.push({ action: "dilemma.placed", subject: "dilemma", subjectId: id, detail: { caseId } });
  return own(work, id);
}

/**
 * A note, for its author only, and one on a case only while they may read that; supervisors get it only as a question.
 * The reading is audited. Throws `NotAllowed`.
 */
export async function readDilemma(work: Work, id: string): Promise<Dilemma> {
  const found = await own(work, id);
  work.audit.push({ action: "dilemma.read", subject: "dilemma", subjectId: id });
  return found;
}

/** The acting member's own notes, last written first, without those on cases that are not theirs any more. Audited. */
export async function listDilemmas(work: Work): Promise<readonly Dilemma[]> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const rows = await tx.dilemma.findMany({
    where: { memberId: actor.memberId },
    orderBy: { updatedAt: "desc" },
    select: { id: true, caseId: true },
  });
  const ids = rows.flatMap(({ caseId }) => caseId ?? []);
  const readable = await tx.case.findMany({
    where: { id: { in: ids }, ...readableCases(work) },
    select: { id: true },
  });
  const open = new Set(readable.map(({ id }) => id));
  const found: Dilemma[] = [];
  for (const { id, caseId } of rows) {
    if (found.length < mostListed && (caseId === null || open.has(caseId)))
      found.push(await readDilemma(work, id));
  }
  return found;
}

async function own(work: Work, id: string): Promise<Dilemma> {
  const found = await read(work, id);
  if (found.memberId !== actorOf(work).memberId) throw new NotAllowed(found.caseId ?? undefined);
  if (found.caseId !== null) await caseForConsultation(work, found.caseId);
  return found;
}

async function read(work: Work, id: string): Promise<Dilemma> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await tx.dilemma.findUnique({ where: { id } });
  if (row === null || row.organizationId !== actor.organizationId) throw new NotAllowed();
  const subject = row.caseId === null ? null : await tx.case.findUnique({ where: { id: row.caseId } });
  return {
    id,
    memberId: row.memberId,
    caseId: row.caseId,
    code: subject?.code ?? null,
    content: contentSchema.parse(JSON.parse(work.sealer.open(row.content, placeOf(id)))),
    createdAt: row.createdAt,
    done: row.doneAt !== null,
  };
}

function sealed(work: Work, id: string, content: DilemmaContent): string {
  return work.sealer.seal(JSON.stringify(content), placeOf(id));
}

function placeOf(row: string) {
  return { table: "Dilemma", column: "content", row };
}
