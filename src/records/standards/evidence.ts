/**
 * Photos and documents of an audit: kept sealed as those of a case are, and read by who audits. What was sent before the
 * audit was finished shows how a component stood; what came later shows that it was improved.
 */
import { type ComponentKey, componentKeys } from "../../practice/standards/instrument.js";
import {
  type AnnouncedFile,
  announcedRow,
  type FileKind,
  fileKinds,
  type KeptFile,
  keptFileOf,
} from "../case/attachments.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { wordOf } from "../storage/vocabulary.js";
import { auditorOf, isAuditor } from "./auditRow.js";

/** A file of a finding. */
export type EvidenceFile = {
  readonly id: string;
  readonly findingId: string;
  readonly kind: FileKind;
  /** Whether it shows an improvement, not how the component stood. */
  readonly ofImprovement: boolean;
  readonly isStored: boolean;
};

/** The most files of one finding, and as many again of its improvement: a report with their pictures stays a report. */
export const mostEvidence = 8;

/**
 * Keeps a file with a finding while it can still be told of: its audit is open, or its improvement is. Its bytes are
 * fetched in the background. False where the finding holds as many as it can. Throws `NotAllowed`, and `Conflict`
 * afterwards.
 */
export async function keepEvidence(work: Work, findingId: string, file: AnnouncedFile): Promise<boolean> {
  const { organizationId, memberId } = auditorOf(work);
  const { isOpen, finishedAt } = await openingOf(work, findingId);
  if (!isOpen) throw new Conflict("it is over");
  const tx = await work.tx();
  const ofSamePart = finishedAt === null ? {} : { createdAt: { gt: finishedAt } };
  if ((await tx.attachment.count({ where: { findingId, ...ofSamePart } })) >= mostEvidence) return false;
  const id = work.newId();
  await tx.attachment.create({
    data: { ...announcedRow(work, id, file), organizationId, findingId, memberId },
  });
  work.audit.push({
    action: "attachment.announced",
    subject: "attachment",
    subjectId: id,
    detail: { kind: file.kind },
  });
  return true;
}

/** How long (ms) the rest of an album may take to come. */
const albumSpan = 86_400_000;

/**
 * Keeps a further file of an album where the acting member's first one of it was kept. False where none was kept with a
 * finding, or it can take no more.
 */
export async function keepEvidenceWithAlbum(
  work: Work,
  albumId: string,
  file: AnnouncedFile,
): Promise<boolean> {
  const actor = actorOf(work);
  if (!isAuditor(actor)) return false;
  const { memberId, organizationId } = actor;
  const tx = await work.tx();
  const first = await tx.attachment.findFirst({
    where: {
      memberId,
      organizationId,
      albumId,
      findingId: { not: null },
      createdAt: { gte: new Date(work.now.getTime() - albumSpan) },
    },
    select: { findingId: true },
  });
  const { findingId = null } = first ?? {};
  if (findingId === null || !(await openingOf(work, findingId)).isOpen) return false;
  return keepEvidence(work, findingId, file);
}

/** The files of an audit, in the order they came. Throws `NotAllowed`. */
export async function auditEvidence(work: Work, auditId: string): Promise<readonly EvidenceFile[]> {
  const { organizationId } = auditorOf(work);
  const tx = await work.tx();
  const findings = await tx.standardFinding.findMany({
    where: { auditId, audit: { organizationId } },
    select: { id: true, audit: { select: { finishedAt: true } } },
  });
  const finishedAt = findings[0]?.audit.finishedAt ?? null;
  const rows = await tx.attachment.findMany({
    where: { findingId: { in: findings.map(({ id }) => id) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, findingId: true, kind: true, status: true, createdAt: true },
  });
  return rows.map(({ id, findingId, kind, status, createdAt }) => ({
    id,
    findingId: findingId ?? "",
    kind: wordOf(fileKinds, kind, "Attachment.kind"),
    ofImprovement: finishedAt !== null && createdAt > finishedAt,
    isStored: status === "stored",
  }));
}

/** What the documents of an audit are called, by the ids of their files. Throws `NotAllowed`. */
export async function evidenceNames(work: Work, auditId: string): Promise<ReadonlyMap<string, string>> {
  const ids = (await auditEvidence(work, auditId)).map(({ id }) => id);
  const tx = await work.tx();
  const rows = await tx.attachment.findMany({ where: { id: { in: ids } } });
  return new Map(
    rows.map((row) => {
      const { name, caption } = keptFileOf(work.sealer, row);
      return [row.id, name ?? caption ?? row.mime ?? ""];
    }),
  );
}

/** A file of a finding, opened. */
export type ReadEvidence = KeptFile & {
  /** The code of its audit. */
  readonly code: string;
  readonly component: ComponentKey;
  /** Whether it may still be taken out. */
  readonly isOpen: boolean;
};

/** A file of a finding. The reading is noted. Throws `NotAllowed`. */
export async function readEvidence(work: Work, attachmentId: string): Promise<ReadEvidence> {
  const row = await evidenceRow(work, attachmentId);
  work.audit.push({ action: "attachment.read", subject: "attachment", subjectId: attachmentId });
  const { code, component } = row;
  return { ...keptFileOf(work.sealer, row.file), code, component, isOpen: await mayBeDropped(work, row) };
}

/**
 * Takes a file out again, such as a photo that shows a client: its row goes now, its bytes within seconds. Returns its
 * finding. What an audit that is finished rests on stays. Throws `NotAllowed`, and `Conflict` once it cannot be taken out.
 */
export async function dropEvidence(work: Work, attachmentId: string): Promise<string> {
  const row = await evidenceRow(work, attachmentId);
  const { findingId } = row;
  if (!(await mayBeDropped(work, row))) throw new Conflict("it is over");
  const tx = await work.tx();
  await tx.attachment.delete({ where: { id: attachmentId } });
  await tx.erasedFile.create({ data: { id: attachmentId, erasedAt: work.now } });
  work.audit.push({ action: "attachment.removed", subject: "attachment", subjectId: attachmentId });
  return findingId;
}

async function evidenceRow(work: Work, attachmentId: string) {
  const { organizationId } = auditorOf(work);
  const tx = await work.tx();
  const file = await tx.attachment.findUnique({ where: { id: attachmentId } });
  if (file === null || file.findingId === null || file.organizationId !== organizationId)
    throw new NotAllowed();
  const { findingId } = file;
  const { audit, component } = await tx.standardFinding.findUniqueOrThrow({
    where: { id: findingId },
    select: { component: true, audit: { select: { code: true } } },
  });
  const key = wordOf(componentKeys, component, "StandardFinding.component");
  return { file, findingId, code: audit.code, component: key };
}

/** Whether a file may be taken out: it came with what is still open, the audit or its improvement. */
async function mayBeDropped(
  work: Work,
  { file, findingId }: { readonly file: { readonly createdAt: Date }; readonly findingId: string },
): Promise<boolean> {
  const { isOpen, finishedAt } = await openingOf(work, findingId);
  return isOpen && (finishedAt === null || file.createdAt > finishedAt);
}

/** Whether something may still be added to a finding, and when its audit was finished. Throws `NotAllowed`. */
async function openingOf(
  work: Work,
  findingId: string,
): Promise<{ readonly isOpen: boolean; readonly finishedAt: Date | null }> {
  const { organizationId } = auditorOf(work);
  const tx = await work.tx();
  const finding = await tx.standardFinding.findUnique({
    where: { id: findingId },
    select: { plannedAt: true, endedAt: true, audit: { select: { finishedAt: true, organizationId: true } } },
  });
  if (finding === null || finding.audit.organizationId !== organizationId) throw new NotAllowed();
  const { finishedAt } = finding.audit;
  const isImproved = finding.plannedAt !== null && finding.endedAt === null;
  return { isOpen: finishedAt === null || isImproved, finishedAt };
}
