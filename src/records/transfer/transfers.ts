import { caseFor, caseIn } from "../case/case.js";
import { createCase } from "../case/cases.js";
import { changeCase } from "../case/change.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf, may, refused } from "../people/rights.js";
import { supervisorOf } from "../people/team.js";
import type { Work } from "../people/work.js";
import type { Unreadable } from "../storage/seal.js";
import { wordOf } from "../storage/vocabulary.js";
import { mayGo } from "./asking.js";
import {
  institutionsOf,
  type Packet,
  type PacketForm,
  type TransferRow,
  type TransferStatus,
  type TransferTerms,
  termsOf,
  transferCell,
  transferInclude,
  transferStatuses,
} from "./transferRow.js";

/** A transfer as one of its sides sees it. */
export type TransferView = {
  readonly id: string;
  readonly status: TransferStatus;
  readonly side: "sender" | "receiver";
  /** The code the case has where it comes from. */
  readonly code: string;
  readonly from: string;
  readonly to: string;
  /** What goes with it. The receiver learns the ground and the reason with the packet, once it is accepted. */
  readonly terms: TransferTerms;
  readonly askedById: string;
  readonly askedAt: Date | null;
  readonly sentAt: Date | null;
  readonly decidedAt: Date | null;
  /** Why it was refused or declined; null where nobody said. */
  readonly answer: string | Unreadable | null;
  /** The case on the side of whoever reads. Null for the receiver of one that is not accepted. */
  readonly caseId: string | null;
  /** The acting member decides on it now: releases it, or accepts it. */
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
};

/**
 * A transfer for somebody of either side: the worker of the case and whoever supervises them; any supervisor of the
 * institution it was sent to. Throws `NotAllowed`.
 */
export async function transferFor(work: Work, id: string): Promise<TransferView> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await tx.transfer.findUnique({ where: { id }, include: transferInclude });
  if (row === null || row.status === "draft") throw new NotAllowed();
  if (row.organizationId === actor.organizationId) {
    const { case: head } = await caseFor(work, row.caseId, "read");
    return viewOf(work, row, {
      side: "sender",
      caseId: row.caseId,
      mayDecide: row.status === "asked" && may(actor, head, "release", row.askedById),
      mayWithdraw: ["asked", "sent"].includes(row.status) && may(actor, head, "transfer"),
    });
  }
  if (row.toOrganizationId !== actor.organizationId || row.sentAt === null) throw new NotAllowed();
  supervisorOf(work);
  const isOpen = row.status === "sent";
  return viewOf(work, row, {
    side: "receiver",
    caseId: row.receivedCaseId,
    mayDecide: isOpen,
    mayWithdraw: false,
  });
}

async function viewOf(
  work: Work,
  row: TransferRow,
  seen: Pick<TransferView, "side" | "caseId" | "mayDecide" | "mayWithdraw">,
): Promise<TransferView> {
  const { forms, ...why } = termsOf(work, row);
  const { id, askedById, askedAt, sentAt, decidedAt, answer } = row;
  return {
    ...seen,
    ...(await institutionsOf(work, row)),
    id,
    status: statusOf(row),
    code: row.case.code,
    terms: seen.side === "sender" ? { forms, ...why } : { forms, ground: null, reason: null },
    askedById,
    askedAt,
    sentAt,
    decidedAt,
    answer: answer === null ? null : work.sealer.read(answer, transferCell("answer", id)),
  };
}

/** The status of a row, checked. */
export function statusOf({ status }: { readonly status: string }): TransferStatus {
  return wordOf(transferStatuses, status, "Transfer.status");
}

/** The worker takes it back before it is decided on there. Throws `NotAllowed`, and `Conflict` where it is too late. */
export async function withdrawTransfer(work: Work, id: string): Promise<TransferView> {
  const before = await transferFor(work, id);
  if (before.side !== "sender") throw new NotAllowed();
  const { case: head } = await caseFor(work, before.caseId ?? "", "read");
  if (!may(actorOf(work), head, "transfer")) throw refused(actorOf(work), head);
  if (!before.mayWithdraw) throw new Conflict("it waits for nobody");
  return settle(work, before, { status: "withdrawn", packet: null });
}

/**
 * Sends it: from here on the other institution sees that it is there. `forms` are the agreed forms as they stand now.
 * Throws `NotAllowed` for anyone but the supervisor of the case's worker, and `Conflict` where it does not wait or the
 * case cannot go any more.
 */
export async function releaseTransfer(
  work: Work,
  id: string,
  forms: readonly PacketForm[],
): Promise<TransferView> {
  const before = await toDecide(work, id, "sender");
  const subject = await caseFor(work, before.caseId ?? "", "release");
  const { ground, reason } = before.terms;
  if (!mayGo(subject) || ground === null || reason === null)
    throw new Conflict("the case cannot go any more");
  const packet: Packet = { code: before.code, ground, reason, forms };
  return settle(work, before, {
    status: "sent",
    packet: work.sealer.seal(JSON.stringify(packet), transferCell("packet", id)),
  });
}

/** The supervisor of its worker does not send it, with a reason. Throws like `releaseTransfer`. */
export async function refuseTransfer(work: Work, id: string, reason: string): Promise<TransferView> {
  const before = await toDecide(work, id, "sender");
  const answer = work.sealer.seal(reason, transferCell("answer", id));
  return settle(work, before, { status: "refused", answer });
}

/** The other institution does not take it over, with a reason: what it held is deleted. Throws like `acceptTransfer`. */
export async function declineTransfer(work: Work, id: string, reason: string): Promise<TransferView> {
  const before = await toDecide(work, id, "receiver");
  const answer = work.sealer.seal(reason, transferCell("answer", id));
  return settle(work, before, { status: "declined", packet: null, answer });
}

/**
 * Takes it over: a new case for one of the acting supervisor's workers, or for themselves where they are one. The case it
 * comes from is closed there, as agreed. Of two who take it at once one does. Throws `NotAllowed`, and `Conflict` where
 * it does not wait any more.
 */
export async function acceptTransfer(
  work: Work,
  id: string,
  workerId: string,
): Promise<TransferView & { readonly received: { readonly caseId: string; readonly code: string } }> {
  const before = await toDecide(work, id, "receiver");
  if (!(await workersToTake(work)).some((one) => one === workerId)) throw new NotAllowed();
  const tx = await work.tx();
  const row = await tx.transfer.findUniqueOrThrow({ where: { id } });
  const subject = await caseIn(work, row.caseId);
  if (subject === undefined || row.sentById === null || !mayGo(subject))
    throw new Conflict("the case cannot go any more");
  // First, so that whoever comes second waits here and then finds it taken.
  const after = await settle(work, before, { status: "accepted" });
  const received = await createCase(work, workerId);
  await tx.transfer.update({ where: { id }, data: { receivedCaseId: received.caseId } });
  await changeCase(work, subject, {
    turns: [{ kind: "closed", outcome: "referredOut", reason: null }],
    by: { memberId: row.sentById, organizationId: row.organizationId },
  });
  work.audit.push({ action: "transfer.received", subject: "case", subjectId: received.caseId });
  return { ...after, caseId: received.caseId, received };
}

/** The members who can work on a case the acting supervisor takes over: their team, and themselves as a worker. */
export async function workersToTake(work: Work): Promise<string[]> {
  const { organizationId, memberId } = supervisorOf(work);
  const tx = await work.tx();
  const rows = await tx.member.findMany({
    where: {
      organizationId,
      suspendedAt: null,
      roles: { has: "worker" },
      OR: [{ supervisorId: memberId }, { id: memberId }],
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

async function toDecide(work: Work, id: string, side: TransferView["side"]): Promise<TransferView> {
  const view = await transferFor(work, id);
  if (view.side !== side) throw new NotAllowed();
  if (!view.mayDecide) {
    const isWaiting = view.status === (side === "sender" ? "asked" : "sent");
    throw isWaiting ? new NotAllowed() : new Conflict("it does not wait any more");
  }
  return view;
}

type Settling = {
  readonly status: "withdrawn" | "refused" | "sent" | "declined" | "accepted";
  readonly packet?: string | null;
  readonly answer?: string;
};

/** Moves it on from where it was read. Both institutions have it in their audit. */
async function settle(
  work: Work,
  before: TransferView,
  { status, ...more }: Settling,
): Promise<TransferView> {
  const { memberId } = actorOf(work);
  const tx = await work.tx();
  const who =
    status === "sent"
      ? { sentById: memberId, sentAt: work.now }
      : { decidedById: memberId, decidedAt: work.now };
  const { count } = await tx.transfer.updateMany({
    where: { id: before.id, status: before.status },
    data: { status, ...who, ...more },
  });
  if (count === 0) throw new Conflict("somebody decided on it first");
  const row = await tx.transfer.findUniqueOrThrow({ where: { id: before.id }, include: transferInclude });
  const action = `transfer.${status}`;
  const sides = row.sentAt === null ? [row.organizationId] : [row.organizationId, row.toOrganizationId];
  for (const organizationId of sides) {
    work.audit.push({ action, subject: "transfer", subjectId: row.id, organizationId });
  }
  return viewOf(work, row, { ...before, mayDecide: false, mayWithdraw: false });
}
