/**
 * The audit of an institution's own service by the components of an instrument. Admins and supervisors make it; of each
 * instrument one is open at a time, and everything in it may be changed until it is finished.
 *
 *   open ── every component is told of, nothing is missing ──► finished: its improvements become deadlines, and those of
 *     ▲ changed                                                         the audit before are overtaken
 *     └──┘
 */
import { dateIn } from "../../practice/calendar.js";
import {
  type AuditGaps,
  type ComponentState,
  type Finding,
  type FindingPart,
  gapsOf,
  isFinishable,
  wantsImprovement,
} from "../../practice/standards/finding.js";
import {
  type ComponentKey,
  currentInstrument,
  type InstrumentId,
} from "../../practice/standards/instrument.js";
import { Conflict } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import {
  type AuditHead,
  auditIn,
  auditorOf,
  type FindingRecord,
  findingsOf,
  lockedAudit,
  readFindings,
  sealedFinding,
} from "./auditRow.js";
import { endImprovementDeadlines, remindOfImprovement } from "./improvementDue.js";

/** An audit with what was found so far. */
export type Audit = AuditHead & {
  readonly findings: ReadonlyMap<ComponentKey, FindingRecord>;
  /** What keeps it from being finished. */
  readonly gaps: AuditGaps<ComponentKey>;
};

/**
 * Begins an audit with the current version of an instrument, or goes on with the one that is open. Returns its id.
 * Throws `NotAllowed`.
 */
export async function beginAudit(work: Work, instrument: InstrumentId): Promise<string> {
  const { organizationId, memberId, zone } = auditorOf(work);
  const tx = await work.tx();
  // Of two who begin at once the second waits here, and goes on with the audit of the first.
  await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${organizationId} FOR UPDATE`;
  const open = await tx.standardAudit.findFirst({ where: { organizationId, instrument, finishedAt: null } });
  if (open !== null) return open.id;
  const year = dateIn(zone, work.now).slice(0, 4);
  const before = await tx.standardAudit.count({
    where: { organizationId, code: { startsWith: `S-${year}-` } },
  });
  const id = work.newId();
  await tx.standardAudit.create({
    data: {
      id,
      organizationId,
      code: `S-${year}-${String(before + 1).padStart(2, "0")}`,
      instrument,
      version: currentInstrument(instrument).version,
      startedById: memberId,
      startedAt: work.now,
    },
  });
  work.audit.push({ action: "standard.begun", subject: "standard", subjectId: id, detail: { instrument } });
  return id;
}

/** An audit with everything in it, for who audits. The reading is noted. Throws `NotAllowed`. */
export async function readAudit(work: Work, id: string): Promise<Audit> {
  auditorOf(work);
  const audit = await withFindings(work, await auditIn(work, id));
  work.audit.push({ action: "standard.read", subject: "standard", subjectId: id });
  return audit;
}

async function withFindings(work: Work, head: AuditHead): Promise<Audit> {
  const findings = await findingsOf(work, head.id);
  const today = dateIn(actorOf(work).zone, work.now);
  return { ...head, findings, gaps: gapsOf(head.instrument.components, readFindings(findings), today) };
}

/**
 * Says how a component stands. What was written of it stays, also what only another state asks for: a slip of the thumb
 * loses nothing. Returns what is known of it now. Throws `NotAllowed`, and `Conflict` in a finished audit.
 */
export async function chooseState(
  work: Work,
  auditId: string,
  component: ComponentKey,
  state: ComponentState,
): Promise<Finding> {
  return changeFinding(work, auditId, component, (before) => ({ ...before, state }));
}

/** Writes a part of what is found. Throws `NotAllowed`, and `Conflict` where no state was chosen before. */
export async function writePart(
  work: Work,
  auditId: string,
  component: ComponentKey,
  part: FindingPart,
  words: string,
): Promise<Finding> {
  return changeFinding(work, auditId, component, (before) => {
    if (before === undefined) throw new Conflict("nothing was said of this component");
    return { ...before, [part]: words };
  });
}

async function changeFinding(
  work: Work,
  auditId: string,
  component: ComponentKey,
  change: (before: Finding | undefined) => Finding,
): Promise<Finding> {
  const { memberId } = auditorOf(work);
  const head = await lockedAudit(work, auditId);
  if (head.finishedAt !== null) throw new Conflict("the audit is finished");
  if (!head.instrument.components.some(({ key }) => key === component))
    throw new Conflict("the audit has no such component");
  const before = (await findingsOf(work, auditId)).get(component);
  // What cannot be read any more is written anew.
  const known = before === undefined || "unreadable" in before.content ? undefined : before.content;
  const after = change(known);
  const id = before?.id ?? work.newId();
  const tx = await work.tx();
  const data = {
    content: sealedFinding(work.sealer, "content", id, after),
    memberId,
    updatedAt: work.now,
  };
  await tx.standardFinding.upsert({
    where: { id },
    create: { id, auditId, component, ...data },
    update: data,
  });
  work.audit.push({
    action: "standard.recorded",
    subject: "standard",
    subjectId: auditId,
    detail: { component },
  });
  return after;
}

/**
 * Finishes an audit: what has to be improved becomes a deadline, and the open improvements of the audits of this
 * instrument before are overtaken. Throws `NotAllowed`, and `Conflict` where something is missing or it is finished.
 */
export async function finishAudit(work: Work, id: string): Promise<void> {
  const { memberId } = auditorOf(work);
  const head = await lockedAudit(work, id);
  if (head.finishedAt !== null)
    throw new Conflict("the audit is finished", head.finishedById, head.finishedAt);
  const audit = await withFindings(work, head);
  if (!isFinishable(audit.gaps)) throw new Conflict("the audit has gaps");
  const tx = await work.tx();
  await overtakeImprovements(work, audit);
  for (const { id: findingId, content } of audit.findings.values()) {
    if ("unreadable" in content || content.dueOn === undefined || !wantsImprovement(content)) continue;
    await tx.standardFinding.update({ where: { id: findingId }, data: { plannedAt: work.now } });
    await remindOfImprovement(work, findingId, work.now, content.dueOn);
  }
  await tx.standardAudit.update({
    where: { id },
    data: { finishedAt: work.now, finishedById: memberId },
  });
  work.audit.push({ action: "standard.finished", subject: "standard", subjectId: id });
}

/** What earlier audits of the instrument wanted is looked at anew by this one. */
async function overtakeImprovements(work: Work, { id, instrument }: Audit): Promise<void> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  const open = await tx.standardFinding.findMany({
    where: {
      auditId: { not: id },
      audit: { organizationId, instrument: instrument.id },
      plannedAt: { not: null },
      endedAt: null,
    },
    select: { id: true },
  });
  const ids = open.map((one) => one.id);
  await tx.standardFinding.updateMany({
    // One that somebody says is done at this moment stays done.
    where: { id: { in: ids }, endedAt: null },
    data: { endedAt: work.now, ending: "overtaken" },
  });
  await endImprovementDeadlines(work, ids, "cancelledAt");
}
