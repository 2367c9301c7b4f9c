/** What finished audits found to be improved: for admins and supervisors, until it is done or a newer audit looks again. */
import { dateIn, endOfDay } from "../../practice/calendar.js";
import type { LocalDate } from "../../practice/form.js";
import type { Finding } from "../../practice/standards/finding.js";
import { componentKeys } from "../../practice/standards/instrument.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import type { Work } from "../people/work.js";
import {
  type AuditHead,
  auditorOf,
  type FindingRecord,
  findingOf,
  headOf,
  type ImprovementContent,
  sealedFinding,
} from "./auditRow.js";
import { endImprovementDeadlines, remindOfImprovement } from "./improvementDue.js";

/** An improvement that is wanted, with its audit. */
export type Improvement = {
  readonly finding: FindingRecord;
  readonly audit: AuditHead;
  /** By when: as the audit said, or as it was put off to; undefined where that cannot be read. */
  readonly dueOn: LocalDate | undefined;
  /** How many photos and documents show that it was made. */
  readonly files: number;
};

/** The open improvements of the acting member's institution, the soonest first. Throws `NotAllowed`. */
export async function openImprovements(work: Work): Promise<readonly Improvement[]> {
  const { organizationId } = auditorOf(work);
  const tx = await work.tx();
  const rows = await tx.standardFinding.findMany({
    where: { audit: { organizationId }, plannedAt: { not: null }, endedAt: null },
    include: { audit: true },
  });
  const place = ({ finding }: Improvement) => componentKeys.indexOf(finding.component);
  return rows
    .map((row) => improvementOf(findingOf(work.sealer, row), headOf(row.audit), 0))
    .sort((a, b) => (a.dueOn ?? "").localeCompare(b.dueOn ?? "") || place(a) - place(b));
}

/** How many improvements are open. Throws `NotAllowed`. */
export async function countImprovements(work: Work): Promise<number> {
  const { organizationId } = auditorOf(work);
  const tx = await work.tx();
  return tx.standardFinding.count({
    where: { audit: { organizationId }, plannedAt: { not: null }, endedAt: null },
  });
}

/** One of them, open or ended. The reading is noted. Throws `NotAllowed`. */
export async function readImprovement(work: Work, findingId: string): Promise<Improvement> {
  const found = await improvementIn(work, findingId);
  work.audit.push({ action: "improvement.read", subject: "standard", subjectId: found.audit.id });
  return found;
}

/** Puts it off, or forward, to another day: its reminders follow. Throws `NotAllowed`, `Conflict`. */
export async function moveImprovement(work: Work, findingId: string, dueOn: LocalDate): Promise<void> {
  const { zone } = auditorOf(work);
  const { finding } = await changeImprovement(work, findingId, (before) => ({ ...before, dueOn }));
  if (endOfDay(zone, dueOn) < work.now) throw new Conflict("the day is over");
  await remindOfImprovement(work, findingId, finding.plannedAt ?? work.now, dueOn);
  note(work, "improvement.moved", findingId);
}

/** Writes what was done about it. Throws `NotAllowed`, `Conflict`. */
export async function writeImprovement(work: Work, findingId: string, words: string): Promise<void> {
  await changeImprovement(work, findingId, (before) => ({ ...before, words }));
  note(work, "improvement.written", findingId);
}

/**
 * It is made: words or a file have to show it. Its deadline ends. Throws `NotAllowed`, and `Conflict` where nothing
 * shows it, or it has ended.
 */
export async function endImprovement(work: Work, findingId: string): Promise<void> {
  const { memberId } = auditorOf(work);
  const { finding, files } = await lockedImprovement(work, findingId);
  if (!isShown(finding, files)) throw new Conflict("nothing shows that it was made");
  const tx = await work.tx();
  await tx.standardFinding.update({
    where: { id: findingId },
    data: { endedAt: work.now, ending: "done", endedById: memberId },
  });
  await endImprovementDeadlines(work, [findingId], "doneAt");
  note(work, "improvement.done", findingId);
}

/** Whether words or files show that an improvement was made. */
export function isShown({ improvement }: Pick<FindingRecord, "improvement">, files: number): boolean {
  return files > 0 || (!("unreadable" in improvement) && improvement.words !== undefined);
}

async function changeImprovement(
  work: Work,
  findingId: string,
  change: (before: ImprovementContent) => ImprovementContent,
): Promise<Improvement> {
  const found = await lockedImprovement(work, findingId);
  const { improvement } = found.finding;
  const after = change("unreadable" in improvement ? {} : improvement);
  const tx = await work.tx();
  await tx.standardFinding.update({
    where: { id: findingId },
    data: { improvement: sealedFinding(work.sealer, "improvement", findingId, after) },
  });
  return found;
}

/** An improvement that is open, locked until the commit. Throws `NotAllowed`, and `Conflict` where it has ended. */
async function lockedImprovement(work: Work, findingId: string): Promise<Improvement> {
  const tx = await work.tx();
  await tx.$queryRaw`SELECT 1 FROM "StandardFinding" WHERE "id" = ${findingId} FOR UPDATE`;
  const found = await improvementIn(work, findingId);
  const { endedAt, endedById } = found.finding;
  if (endedAt !== null) throw new Conflict("the improvement has ended", endedById, endedAt);
  return found;
}

async function improvementIn(work: Work, findingId: string): Promise<Improvement> {
  const { organizationId } = auditorOf(work);
  const tx = await work.tx();
  const row = await tx.standardFinding.findUnique({ where: { id: findingId }, include: { audit: true } });
  if (row === null || row.audit.organizationId !== organizationId || row.plannedAt === null)
    throw new NotAllowed();
  const files = await tx.attachment.count({ where: { findingId, createdAt: { gt: row.plannedAt } } });
  return improvementOf(findingOf(work.sealer, row), headOf(row.audit), files);
}

function improvementOf(finding: FindingRecord, audit: AuditHead, files: number): Improvement {
  const { content, improvement } = finding;
  const planned = "unreadable" in content ? undefined : content.dueOn;
  const moved = "unreadable" in improvement ? undefined : improvement.dueOn;
  return { finding, audit, dueOn: moved ?? planned, files };
}

function note(work: Work, action: string, subjectId: string): void {
  work.audit.push({ action, subject: "finding", subjectId });
}

/** Whether an improvement is late on the day it is for the acting member. */
export function isLateImprovement(work: Work, { dueOn }: Pick<Improvement, "dueOn">): boolean {
  return dueOn !== undefined && dueOn < dateIn(auditorOf(work).zone, work.now);
}

/** What was found, where it can be read. */
export function readContent({ content }: Pick<FindingRecord, "content">): Finding | undefined {
  return "unreadable" in content ? undefined : content;
}
