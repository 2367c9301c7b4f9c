import { dataStanding } from "../../practice/dataGround.js";
import { type Case, caseFor, type RoundLine } from "../case/case.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { spendReceivingCode } from "./receivingCodes.js";
import {
  institutionsOf,
  sealedTerms,
  type TransferGround,
  type TransferTerms,
  termsOf,
  transferInclude,
} from "./transferRow.js";

/** A transfer that its worker is preparing: where it goes, what could go with it, and what is chosen so far. */
export type TransferDraft = {
  readonly id: string;
  readonly subject: Case;
  /** The name of the other institution. */
  readonly to: string;
  /** Forms that count, the oldest first. */
  readonly offered: readonly RoundLine[];
  readonly terms: TransferTerms;
};

/**
 * Begins to hand a case over to the institution a receiving code stands for. Returns the id of the draft, which replaces
 * whatever draft there was; undefined where the code is none. Throws `NotAllowed`, and `Conflict` where the case cannot go.
 */
export async function beginTransfer(work: Work, caseId: string, code: string): Promise<string | undefined> {
  const { subject } = await caseToTransfer(work, caseId);
  const toOrganizationId = await spendReceivingCode(work, code);
  if (toOrganizationId === undefined) return undefined;
  const { organizationId, memberId: askedById } = actorOf(work);
  const tx = await work.tx();
  await tx.transfer.deleteMany({ where: { caseId: subject.case.id, status: "draft" } });
  const id = work.newId();
  await tx.transfer.create({
    data: { id, organizationId, toOrganizationId, caseId, askedById, createdAt: work.now },
  });
  return id;
}

/**
 * The case for its worker, who may ask that it goes, and the draft they began. Throws `NotAllowed`, and `Conflict` where
 * it cannot go: it is closed, no ground allows to keep its data, or it is on its way already.
 */
export async function caseToTransfer(
  work: Work,
  caseId: string,
): Promise<{ readonly subject: Case; readonly draftId: string | undefined }> {
  const subject = await caseFor(work, caseId, "transfer");
  if (!mayGo(subject)) throw new Conflict("the case cannot go anywhere");
  const tx = await work.tx();
  const rows = await tx.transfer.findMany({
    where: { caseId, status: { in: ["draft", "asked", "sent"] } },
    select: { id: true, status: true },
  });
  if (rows.some(({ status }) => status !== "draft")) throw new Conflict("the case is on its way already");
  return { subject, draftId: rows[0]?.id };
}

/** Whether a case may go to another institution now, whoever asks. */
export function mayGo({ case: { restrictedAt, erasedAt }, facts }: Case): boolean {
  const isFree = restrictedAt === null && erasedAt === null;
  return isFree && facts.closed === null && dataStanding(facts).kind !== "missing";
}

/** The draft of a transfer, for the worker who began it. Throws `NotAllowed`, also where it is no draft any more. */
export async function readDraft(work: Work, id: string): Promise<TransferDraft> {
  const { memberId, organizationId } = actorOf(work);
  const tx = await work.tx();
  const row = await tx.transfer.findFirst({
    where: { id, organizationId, askedById: memberId, status: "draft" },
    include: transferInclude,
  });
  if (row === null) throw new NotAllowed();
  const { subject } = await caseToTransfer(work, row.caseId);
  const { to } = await institutionsOf(work, row);
  const offered = subject.rounds.filter(({ status }) => status === "approved");
  return { id, subject, to, offered, terms: termsOf(work, row) };
}

/** Chooses a form to go with the case, or takes it out of the choice. Throws like `readDraft`. */
export async function chooseForm(
  work: Work,
  id: string,
  roundId: string,
  on: boolean,
): Promise<TransferDraft> {
  const draft = await readDraft(work, id);
  const chosen = new Set(draft.terms.forms.map((one) => one.roundId));
  if (on) chosen.add(roundId);
  else chosen.delete(roundId);
  const forms = draft.offered
    .filter((round) => chosen.has(round.id))
    .map((round) => ({ roundId: round.id, form: round.form, sequence: round.sequence }));
  const terms = { ...draft.terms, forms };
  await keepTerms(work, id, terms);
  return { ...draft, terms };
}

/** Throws the draft of a transfer away. */
export async function dropTransfer(work: Work, id: string): Promise<Case> {
  const { subject } = await readDraft(work, id);
  const tx = await work.tx();
  await tx.transfer.delete({ where: { id } });
  return subject;
}

/**
 * Asks that the case goes, with the chosen forms: `ground` is who allowed it or what demands it, as the worker states.
 * Throws like `readDraft`, and `Conflict` where no form is chosen.
 */
export async function askTransfer(
  work: Work,
  id: string,
  ground: TransferGround,
  reason: string,
): Promise<TransferDraft> {
  const draft = await readDraft(work, id);
  if (draft.terms.forms.length === 0) throw new Conflict("nothing is chosen");
  const terms = { ...draft.terms, ground, reason };
  const tx = await work.tx();
  const { count } = await tx.transfer.updateMany({
    where: { id, status: "draft" },
    data: { status: "asked", askedAt: work.now, terms: sealedTerms(work, id, terms) },
  });
  if (count === 0) throw new Conflict("it was asked already");
  work.audit.push({ action: "transfer.asked", subject: "case", subjectId: draft.subject.case.id });
  return { ...draft, terms };
}

async function keepTerms(work: Work, id: string, terms: TransferTerms): Promise<void> {
  const tx = await work.tx();
  await tx.transfer.update({ where: { id }, data: { terms: sealedTerms(work, id, terms) } });
}
