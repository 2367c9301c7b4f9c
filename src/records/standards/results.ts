/** What finished audits came to: for everybody in the institution, since its standard is everybody's. */
import type { ComponentKey, InstrumentId, ShippedInstrument } from "../../practice/standards/instrument.js";
import { currentInstrument, instrumentIds } from "../../practice/standards/instrument.js";
import { auditScore, type StandardScore } from "../../practice/standards/score.js";
import { NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import {
  type AuditHead,
  auditIn,
  type FindingRecord,
  findingsIn,
  findingsOf,
  headOf,
  isAuditor,
  readFindings,
} from "./auditRow.js";

/** A finished audit with its score. */
export type AuditResult = AuditHead & {
  readonly finishedAt: Date;
  readonly findings: ReadonlyMap<ComponentKey, FindingRecord>;
  readonly score: StandardScore;
};

/** How an institution stands with an instrument. */
export type InstrumentStanding = {
  readonly instrument: ShippedInstrument;
  /** The audit under way, and of how many components it tells; only for who audits. */
  readonly open: { readonly id: string; readonly told: number } | undefined;
  readonly last:
    | { readonly id: string; readonly finishedAt: Date; readonly percent: number | null }
    | undefined;
};

/** How the acting member's institution stands with every instrument. */
export async function instrumentStandings(work: Work): Promise<readonly InstrumentStanding[]> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const found: InstrumentStanding[] = [];
  for (const id of instrumentIds) {
    const ofThis = { organizationId: actor.organizationId, instrument: id };
    const open = isAuditor(actor)
      ? await tx.standardAudit.findFirst({
          where: { ...ofThis, finishedAt: null },
          select: { id: true, _count: { select: { findings: true } } },
        })
      : null;
    const last = (await finishedAudits(work, id, 1)).at(-1);
    found.push({
      instrument: currentInstrument(id),
      open: open === null ? undefined : { id: open.id, told: open._count.findings },
      last:
        last === undefined
          ? undefined
          : { id: last.id, finishedAt: last.finishedAt, percent: last.score.percent },
    });
  }
  return found;
}

/** The result of a finished audit, for every member of its institution. Noted as a reading. Throws `NotAllowed`. */
export async function readResult(work: Work, id: string): Promise<AuditResult> {
  const head = await auditIn(work, id);
  const result = resultOf(head, await findingsOf(work, id));
  // An audit under way is nobody's result yet.
  if (result === undefined) throw new NotAllowed();
  work.audit.push({ action: "standard.read", subject: "standard", subjectId: id });
  return result;
}

/** The most audits a history shows: more than a decade of yearly ones. */
const mostShown = 24;

/**
 * The finished audits of an instrument in the acting member's institution, oldest first; of many the newest `most`. Two
 * statements, however many there are.
 */
export async function finishedAudits(
  work: Work,
  instrument: InstrumentId,
  most = mostShown,
): Promise<readonly AuditResult[]> {
  const { organizationId } = actorOf(work);
  const tx = await work.tx();
  const rows = await tx.standardAudit.findMany({
    where: { organizationId, instrument, finishedAt: { not: null } },
    orderBy: [{ finishedAt: "desc" }, { id: "asc" }],
    take: most,
    include: { findings: true },
  });
  return rows.reverse().flatMap(({ findings, ...row }) => {
    const result = resultOf(headOf(row), findingsIn(work.sealer, findings));
    return result === undefined ? [] : [result];
  });
}

function resultOf(
  head: AuditHead,
  findings: ReadonlyMap<ComponentKey, FindingRecord>,
): AuditResult | undefined {
  const { finishedAt } = head;
  if (finishedAt === null) return undefined;
  const states = [...readFindings(findings).values()].map(({ state }) => state);
  return { ...head, finishedAt, findings, score: auditScore(states) };
}
