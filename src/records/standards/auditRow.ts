/** An audit of the service standard as it is kept: its head, and what was found of each component. */
import { z } from "zod";
import type {
  StandardAudit as AuditRow,
  StandardFinding as FindingRow,
} from "../../generated/prisma/client.js";
import { componentStates, type Finding } from "../../practice/standards/finding.js";
import {
  type ComponentKey,
  componentKeys,
  instrumentIds,
  instrumentOf,
  type ShippedInstrument,
} from "../../practice/standards/instrument.js";
import { type Actor, NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import type { Sealer, Unreadable } from "../storage/seal.js";
import { wordOf } from "../storage/vocabulary.js";

/** An audit without its findings. */
export type AuditHead = {
  readonly id: string;
  readonly code: string;
  /** In the version the audit keeps. */
  readonly instrument: ShippedInstrument;
  readonly startedAt: Date;
  readonly startedById: string;
  /** Null while it is open. */
  readonly finishedAt: Date | null;
  readonly finishedById: string | null;
};

/** What was done about a component after its audit, and the day it was put off to. */
export type ImprovementContent = { readonly words?: string; readonly dueOn?: string };

/** How an improvement ended: somebody said so, or a newer audit looked again. */
export const improvementEndings = ["done", "overtaken"] as const;

/** What was found of a component. */
export type FindingRecord = {
  readonly id: string;
  readonly component: ComponentKey;
  readonly content: Finding | Unreadable;
  readonly improvement: ImprovementContent | Unreadable;
  /** Since when an improvement is wanted; null where none is. */
  readonly plannedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedById: string | null;
  readonly ending: (typeof improvementEndings)[number] | null;
};

const contentSchema = z.object({
  state: z.enum(componentStates),
  reason: z.string().optional(),
  evidence: z.string().optional(),
  missing: z.string().optional(),
  dueOn: z.string().optional(),
  responsible: z.string().optional(),
});
const improvementSchema = z.object({ words: z.string().optional(), dueOn: z.string().optional() });

/** The acting member, who must be an admin or a supervisor: they audit. Throws `NotAllowed`. */
export function auditorOf(work: Work): Actor {
  const actor = actorOf(work);
  if (!isAuditor(actor)) throw new NotAllowed();
  return actor;
}

/** Whether somebody audits the service of their institution. */
export function isAuditor({ roles }: Pick<Actor, "roles">): boolean {
  return roles.includes("admin") || roles.includes("supervisor");
}

/** An audit of the acting member's institution. The caller asks who may see it. Throws `NotAllowed`. */
export async function auditIn(work: Work, id: string): Promise<AuditHead> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  const row = await tx.standardAudit.findUnique({ where: { id } });
  if (row === null || row.organizationId !== organizationId) throw new NotAllowed();
  return headOf(row);
}

/** The same, locked until the commit: of two who change it at once the second sees what the first did. */
export async function lockedAudit(work: Work, id: string): Promise<AuditHead> {
  const tx = await work.tx();
  await tx.$queryRaw`SELECT 1 FROM "StandardAudit" WHERE "id" = ${id} FOR UPDATE`;
  return auditIn(work, id);
}

/** The head of an audit from its row. */
export function headOf(row: AuditRow): AuditHead {
  const { id, code, startedAt, startedById, finishedAt, finishedById } = row;
  const instrument = wordOf(instrumentIds, row.instrument, "StandardAudit.instrument");
  return {
    id,
    code,
    instrument: instrumentOf(instrument, row.version),
    startedAt,
    startedById,
    finishedAt,
    finishedById,
  };
}

/** What was found of each component so far. */
export async function findingsOf(
  work: Work,
  auditId: string,
): Promise<ReadonlyMap<ComponentKey, FindingRecord>> {
  const tx = await work.tx();
  const rows = await tx.standardFinding.findMany({ where: { auditId } });
  return findingsIn(work.sealer, rows);
}

/** The findings of one audit from their rows, by component. */
export function findingsIn(
  sealer: Sealer,
  rows: readonly FindingRow[],
): ReadonlyMap<ComponentKey, FindingRecord> {
  return new Map(rows.map((row) => findingOf(sealer, row)).map((one) => [one.component, one]));
}

/** A finding from its row. */
export function findingOf(sealer: Sealer, row: FindingRow): FindingRecord {
  const { id, plannedAt, endedAt, endedById, ending } = row;
  const content = sealer.read(row.content, findingCell("content", id));
  const improvement =
    row.improvement === null ? "{}" : sealer.read(row.improvement, findingCell("improvement", id));
  return {
    id,
    component: wordOf(componentKeys, row.component, "StandardFinding.component"),
    content: typeof content === "string" ? findingFrom(content) : content,
    improvement:
      typeof improvement === "string"
        ? (improvementSchema.parse(JSON.parse(improvement)) as ImprovementContent)
        : improvement,
    plannedAt,
    endedAt,
    endedById,
    ending: ending === null ? null : wordOf(improvementEndings, ending, "StandardFinding.ending"),
  };
}

function findingFrom(json: string): Finding {
  return contentSchema.parse(JSON.parse(json)) as Finding;
}

/** Seals what was found, or what was done about it. */
export function sealedFinding(
  sealer: Sealer,
  column: "content" | "improvement",
  id: string,
  content: Finding | ImprovementContent,
): string {
  return sealer.seal(JSON.stringify(content), findingCell(column, id));
}

/** The findings that can be read, by component. */
export function readFindings(
  findings: ReadonlyMap<ComponentKey, FindingRecord>,
): ReadonlyMap<ComponentKey, Finding> {
  return new Map(
    [...findings].flatMap(([key, { content }]) => ("unreadable" in content ? [] : [[key, content] as const])),
  );
}

function findingCell(column: "content" | "improvement", row: string) {
  return { table: "StandardFinding", column, row };
}
