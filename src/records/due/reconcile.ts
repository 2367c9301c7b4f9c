import { lastContactOf } from "../../practice/lastContact.js";
import { caseIn } from "../case/case.js";
import type { Work } from "../people/work.js";
import { recalculate } from "./deadlines.js";

/** The result of comparing one batch of cases. */
export type Reconciled = {
  /** The last case compared; null where all are. */
  readonly last: string | null;
  readonly cases: number;
  /** Rows that were missing, had the wrong date or owner, or were no longer due. */
  readonly added: number;
  readonly moved: number;
  readonly ended: number;
};

/** Cases closed longer ago than this (days) have no deadlines any more: the last visit is due after 36 months. */
const longAgo = 4 * 365;

/** Which of the closed cases are compared: one of so many parts of about the same size. */
export type ClosedPart = { readonly part: number; readonly of: number };

/**
 * Compares calculated deadlines with the stored rows of up to `limit` cases after the case `after`, and repairs the
 * rows. Every change recalculates its case, so a difference is a fault of this program: it is audited and reported by
 * the caller. Cases marked for recalculation are skipped. Also stores the day of the last contact where it is
 * missing.
 */
export async function reconcile(
  work: Work,
  after: string,
  limit: number,
  closed: ClosedPart = { part: 0, of: 1 },
): Promise<Reconciled> {
  const tx = await work.tx();
  const since = new Date(work.now.getTime() - longAgo * 86_400_000);
  const cases = await tx.$queryRaw<{ id: string; organizationId: string; hasContact: boolean }[]>`
    SELECT "id", "organizationId", "lastContactOn" IS NOT NULL AS "hasContact" FROM "Case"
    WHERE "id" > ${after} AND "unreckonedAt" IS NULL
      AND ("closedAt" IS NULL OR ("closedAt" > ${since} AND abs(hashtext("id")::bigint) % ${closed.of} = ${closed.part}))
    ORDER BY "id" LIMIT ${limit}`;
  const sum = { added: 0, moved: 0, ended: 0 };
  for (const { id, organizationId, hasContact } of cases) {
    if (!hasContact) await keepLastContact(work, id);
    const found = await recalculate(work, id, true);
    if (found.added + found.moved + found.ended === 0) continue;
    sum.added += found.added;
    sum.moved += found.moved;
    sum.ended += found.ended;
    work.audit.push({
      action: "deadlines.repaired",
      subject: "case",
      subjectId: id,
      organizationId,
      detail: { ...found },
    });
  }
  const isEnd = cases.length < limit;
  return { last: isEnd ? null : (cases.at(-1)?.id ?? null), cases: cases.length, ...sum };
}

/** Stores the day of the last contact of a case. Needed for cases last changed before that day was stored. */
async function keepLastContact(work: Work, id: string): Promise<void> {
  const subject = await caseIn(work, id);
  const lastContactOn = subject && lastContactOf(subject.facts);
  if (lastContactOn === undefined) return;
  const tx = await work.tx();
  // Only if the version is still the one that was read: a change made meanwhile has stored the day itself.
  await tx.case.updateMany({ where: { id, version: subject?.case.version ?? 0 }, data: { lastContactOn } });
}
