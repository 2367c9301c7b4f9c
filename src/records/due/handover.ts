import { type Receiver, receivers } from "../../practice/deadline.js";
import { proofMissing } from "../../practice/deadlines/handoverProof.js";
import { deadlineOf, endsByHandover } from "../../practice/deadlines.js";
import { type AnnouncedFile, keepFile } from "../case/attachments.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf, caseStub } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { deadlineKeyOf, kindsIn } from "../storage/deadlineKinds.js";
import { wordOf } from "../storage/vocabulary.js";
import { basisOf } from "./basis.js";
import { addDeadline, hoursFrom } from "./deadlines.js";
import { deadlineFor, type Task } from "./tasks.js";

/** The proof of a handover: a photo of the receipt, its number, or none yet. */
export type Proof =
  | { readonly kind: "photo"; readonly attachmentId: string }
  | { readonly kind: "number"; readonly number: string }
  | { readonly kind: "missing" };

/** To whom something was handed over, and the proof. `unit` is an office or a name, as it was typed. */
export type Handover = {
  readonly receiver: Receiver;
  readonly unit: string | null;
  readonly proof: Proof;
};

/** A statutory deadline of a case: still running, or handed over. */
export type StatutoryClock = Task & {
  readonly handedOverAt: Date | null;
  /** Who stated that it was handed over. */
  readonly tickedById: string | null;
  readonly handover: Handover | null;
};

/** A handover as a person states it. A file is given as Telegram announced it, and kept with the case. */
export type HandoverStatement = {
  readonly at: Date;
  readonly receiver: Receiver;
  readonly unit: string | null;
  readonly proof: StatedProof | { readonly kind: "missing" };
};

/** A proof as it is sent: the photo of a receipt, or its number. */
export type StatedProof =
  | { readonly kind: "photo"; readonly file: AnnouncedFile }
  | { readonly kind: "number"; readonly number: string };

/** Why a stated moment is refused. */
export type StatementFault =
  /** It lies in the future. */
  | "not-yet"
  /** It lies before the clock began to run. */
  | "before-start";

/** What is wrong with the stated moment of a handover; undefined where nothing is. */
export function momentFault(work: Work, { startsAt }: Task, at: Date): StatementFault | undefined {
  if (at > work.now) return "not-yet";
  return at < startsAt ? "before-start" : undefined;
}

/**
 * Records that what the law asks for was handed over: when, to whom, with which proof. The clock ends. The stated
 * moment decides whether that was in time. A missing proof becomes a deadline of its own. Throws `NotAllowed`, and
 * `Conflict` where it is over already.
 */
export async function stateHandover(work: Work, id: string, statement: HandoverStatement): Promise<void> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await deadlineFor(work, id, "duty");
  const { at, receiver, unit } = statement;
  if (!endsByHandover(row.key) || at > work.now || at < row.startsAt) throw new NotAllowed();
  const proof = await keptProof(work, row, statement.proof);
  const handover: Handover = { receiver, unit, proof };
  const { count } = await tx.deadline.updateMany({
    where: { id, doneAt: null, cancelledAt: null },
    data: {
      doneAt: work.now,
      tickedById: actor.memberId,
      nextAt: null,
      handedOverAt: at,
      handover: work.sealer.seal(JSON.stringify(handover), placeOf(id)),
    },
  });
  if (count === 0) throw new Conflict("the deadline is over");
  if (proof.kind === "missing") {
    const { organizationId, caseId, memberId } = row;
    await addDeadline(work, deadlineOf("handover-proof", proofMissing(work.now, actor.zone, id)), {
      organizationId,
      caseId,
      memberId,
      hours: hoursFrom(actor.zone, actor.rules),
    });
  }
  work.audit.push({
    action: "deadline.handed-over",
    subject: "deadline",
    subjectId: id,
    detail: { at: at.toISOString(), inTime: at <= row.dueAt, proof: proof.kind },
  });
}

/** Whether a handover is stated and its proof still missing, for whoever may add it. Throws `NotAllowed`. */
export async function isUnproved(work: Work, id: string): Promise<boolean> {
  const { handover } = await deadlineFor(work, id, "duty");
  return handover !== null && opened(work, id, handover).proof.kind === "missing";
}

/**
 * Adds the proof to a handover that was stated without one. Throws `NotAllowed`, and `Conflict` where there is a
 * proof.
 */
export async function addProof(work: Work, id: string, stated: StatedProof): Promise<void> {
  const tx = await work.tx();
  const row = await deadlineFor(work, id, "duty");
  if (row.handover === null) throw new NotAllowed();
  const handover = opened(work, id, row.handover);
  if (handover.proof.kind !== "missing") throw new Conflict("the proof is there");
  const proved: Handover = { ...handover, proof: await keptProof(work, row, stated) };
  const { count } = await tx.deadline.updateMany({
    where: { id, handover: row.handover },
    data: { handover: work.sealer.seal(JSON.stringify(proved), placeOf(id)) },
  });
  if (count === 0) throw new Conflict("the proof is there");
  await tx.deadline.updateMany({
    where: {
      caseId: row.caseId,
      key: { in: kindsIn(work.sealer, ["handover-proof"]) },
      anchor: id,
      doneAt: null,
      cancelledAt: null,
    },
    data: { doneAt: work.now, nextAt: null },
  });
  work.audit.push({
    action: "deadline.proved",
    subject: "deadline",
    subjectId: id,
    detail: { proof: stated.kind },
  });
}

/** The statutory deadlines of a case: running ones first, soonest first. Throws `NotAllowed`. */
export async function clocksOf(work: Work, caseId: string): Promise<StatutoryClock[]> {
  const { code } = await caseStub(work, { id: caseId }, "read");
  const tx = await work.tx();
  const rows = await tx.deadline.findMany({
    where: {
      caseId,
      statutory: true,
      cancelledAt: null,
      OR: [{ doneAt: null }, { handedOverAt: { not: null } }],
    },
    orderBy: [{ doneAt: { sort: "asc", nulls: "first" } }, { dueAt: "asc" }],
  });
  return rows.map(({ key, handover, basis, ...row }) => ({
    ...row,
    basis: basisOf(work.sealer, row.id, basis),
    code,
    key: deadlineKeyOf(work.sealer, key),
    handover: handover === null ? null : opened(work, row.id, handover),
  }));
}

function opened(work: Work, id: string, sealed: string): Handover {
  const kept = JSON.parse(work.sealer.open(sealed, placeOf(id))) as Handover;
  return { ...kept, receiver: wordOf(receivers, kept.receiver, "Deadline.handover") };
}

async function keptProof(
  work: Work,
  row: { readonly id: string; readonly caseId: string | null },
  proof: HandoverStatement["proof"],
): Promise<Proof> {
  if (proof.kind !== "photo") return proof;
  // A file must belong to a round of the case. It is kept with the round that started the statutory clocks.
  if (row.caseId === null) throw new NotAllowed();
  const tx = await work.tx();
  const round = await tx.round.findFirstOrThrow({
    where: { caseId: row.caseId, form: "approach" },
    orderBy: { sequence: "desc" },
    select: { id: true },
  });
  const kept = await keepFile(work, round, `handover.${row.id}`, proof.file);
  if (kept.kind === "location") throw new NotAllowed();
  return { kind: "photo", attachmentId: kept.attachmentId };
}

function placeOf(id: string) {
  return { table: "Deadline", column: "handover", row: id };
}
