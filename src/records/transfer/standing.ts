import { caseFor } from "../case/case.js";
import { noteNamesSeen } from "../case/cases.js";
import { NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import type { Unreadable } from "../storage/seal.js";
import { institutionsOf, type Packet, transferCell } from "./transferRow.js";
import { statusOf } from "./transfers.js";

/** What happened with a transfer, on either side. */
export type TransferEvent = {
  readonly event: "asked" | "sent" | "refused" | "withdrawn" | "declined" | "accepted" | "received";
  readonly at: Date;
  /** Null for somebody of the other institution. */
  readonly memberId: string | null;
  /** The other institution, and the code the case has where it comes from. */
  readonly institution: string;
  readonly code: string;
  /** Why it was refused or declined. */
  readonly words: string | Unreadable | null;
};

/** A transfer of a case that was asked for, as its card shows it. */
export type CaseTransfer = {
  readonly id: string;
  readonly side: "sender" | "receiver";
  readonly events: readonly [TransferEvent, ...TransferEvent[]];
};

/** The transfers of a case, to or from another institution, oldest first. The caller has checked who may read it. */
export async function transfersOf(work: Work, caseId: string): Promise<readonly CaseTransfer[]> {
  const rows = await statement<TransferOfCase>(await work.tx(), loadTransfers, [caseId]);
  return caseTransfers(work, caseId, rows);
}

/** The same from rows that `transfersOfCase` found. */
export function caseTransfers(
  work: Work,
  caseId: string,
  rows: readonly TransferOfCase[],
): readonly CaseTransfer[] {
  return rows.map((row): CaseTransfer => {
    const { id, code, answer } = row;
    if (row.receivedCaseId === caseId) {
      const { decidedById: memberId, decidedAt, from: institution } = row;
      const at = new Date(decidedAt ?? row.createdAt);
      const event = { event: "received", at, memberId, institution, code, words: null } as const;
      return { id, side: "receiver", events: [event] };
    }
    const base = { institution: row.to, code, words: null };
    const asked = { ...base, event: "asked", at: dateOf(row.askedAt, row), memberId: row.askedById } as const;
    const sent =
      row.sentAt === null
        ? []
        : [{ ...base, event: "sent", at: new Date(row.sentAt), memberId: row.sentById } as const];
    return { id, side: "sender", events: [asked, ...sent, ...decisionOn(work, row, base, answer)] };
  });
}

function decisionOn(
  work: Work,
  row: TransferOfCase,
  base: Pick<TransferEvent, "institution" | "code">,
  answer: string | null,
): TransferEvent[] {
  const event = statusOf(row);
  if (row.decidedAt === null || event === "draft" || event === "asked" || event === "sent") return [];
  const isOurs = event === "refused" || event === "withdrawn";
  const words = answer === null ? null : work.sealer.read(answer, transferCell("answer", row.id));
  const memberId = isOurs ? row.decidedById : null;
  return [{ ...base, event, at: new Date(row.decidedAt), memberId, words }];
}

function dateOf(at: Date | string | null, { createdAt }: TransferOfCase): Date {
  return new Date(at ?? createdAt);
}

/** A row of `transfersOfCase`; inside JSON a time is text. */
export type TransferOfCase = {
  readonly id: string;
  readonly status: string;
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly receivedCaseId: string | null;
  readonly answer: string | null;
  readonly askedById: string;
  readonly createdAt: Date | string;
  readonly askedAt: Date | string | null;
  readonly sentById: string | null;
  readonly sentAt: Date | string | null;
  readonly decidedById: string | null;
  readonly decidedAt: Date | string | null;
};

/** SQL: the transfers of the case $1 that were asked for, oldest first. */
export const transfersOfCase = `SELECT t."id", t."status", c."code", f."name" AS "from", o."name" AS "to",
    t."receivedCaseId", t."answer", t."askedById", t."createdAt", t."askedAt", t."sentById", t."sentAt", t."decidedById",
    t."decidedAt"
  FROM "Transfer" t JOIN "Case" c ON c."id" = t."caseId"
  JOIN "Organization" f ON f."id" = t."organizationId" JOIN "Organization" o ON o."id" = t."toOrganizationId"
  WHERE (t."caseId" = $1 OR t."receivedCaseId" = $1) AND t."status" <> 'draft' ORDER BY t."createdAt", t."id"`;

const loadTransfers = `-- prepared: transfersOfCase
${transfersOfCase}`;

/**
 * What came with a case that another institution handed over. With `isShown` its answers are shown, names among them:
 * that is audited as well. Throws `NotAllowed`, also where nothing came with it.
 */
export async function packetOf(
  work: Work,
  caseId: string,
  isShown: boolean,
): Promise<Packet & { from: string }> {
  const subject = await caseFor(work, caseId, "read");
  const tx = await work.tx();
  const row = await tx.transfer.findUnique({ where: { receivedCaseId: subject.case.id } });
  if (row === null || row.packet === null) throw new NotAllowed();
  work.audit.push({ action: "packet.read", subject: "case", subjectId: caseId });
  if (isShown) noteNamesSeen(work, caseId);
  const packet = JSON.parse(work.sealer.open(row.packet, transferCell("packet", row.id))) as Packet;
  return { ...packet, from: (await institutionsOf(work, row)).from };
}

/** A transfer that waits for the acting member: to be released, or to be taken over. */
export type AwaitedTransfer = { readonly id: string; readonly code: string; readonly isIncoming: boolean };

/** The transfers the acting supervisor decides on, longest waiting first; none for anybody else. */
export async function transfersAwaitingMe(work: Work): Promise<readonly AwaitedTransfer[]> {
  const { organizationId, memberId, roles } = actorOf(work);
  if (!roles.includes("supervisor")) return [];
  return statement<AwaitedTransfer>(await work.tx(), awaiting, [organizationId, memberId]);
}

const awaiting = `-- prepared: awaitedTransfers
SELECT t."id", c."code", t."toOrganizationId" = $1 AS "isIncoming"
FROM "Transfer" t JOIN "Case" c ON c."id" = t."caseId" JOIN "Member" w ON w."id" = c."workerId"
WHERE (t."toOrganizationId" = $1 AND t."status" = 'sent')
  OR (t."organizationId" = $1 AND t."status" = 'asked' AND w."supervisorId" = $2 AND t."askedById" <> $2
    AND c."restrictedAt" IS NULL)
ORDER BY coalesce(t."sentAt", t."askedAt"), t."id"`;

/** Somebody who is told of a transfer, in whichever institution. */
export type TransferHearer = {
  readonly memberId: string;
  readonly organizationId: string;
  readonly chatId: number;
  readonly locale: string | null;
};

/**
 * Whom to tell of a transfer, without the acting member and those the bot cannot write to: on the side it comes from its
 * worker and their supervisor; where it goes, once it was sent, every supervisor.
 */
export async function hearersOf(
  work: Work,
  transferId: string,
  side: "sender" | "receiver",
): Promise<readonly TransferHearer[]> {
  const { memberId } = actorOf(work);
  const rows = await statement<Omit<TransferHearer, "chatId"> & { readonly chatId: bigint }>(
    await work.tx(),
    side === "sender" ? senders : receivers,
    [transferId, memberId],
  );
  return rows.map((row) => ({ ...row, chatId: Number(row.chatId) }));
}

const hearer = `SELECT m."id" AS "memberId", m."organizationId", m."accountId" AS "chatId", a."locale"`;
const reachable = `JOIN "Account" a ON a."id" = m."accountId" AND a."blockedAt" IS NULL
WHERE t."id" = $1 AND m."id" <> $2 AND m."suspendedAt" IS NULL`;

const senders = `-- prepared: transferSenders
${hearer} FROM "Transfer" t JOIN "Case" c ON c."id" = t."caseId" JOIN "Member" w ON w."id" = c."workerId"
JOIN "Member" m ON m."id" IN (w."id", w."supervisorId") ${reachable} ORDER BY m."id" = w."id" DESC`;

const receivers = `-- prepared: transferReceivers
${hearer} FROM "Transfer" t JOIN "Member" m ON m."organizationId" = t."toOrganizationId" AND 'supervisor' = ANY (m."roles")
${reachable} AND t."sentAt" IS NOT NULL ORDER BY m."createdAt", m."id"`;
