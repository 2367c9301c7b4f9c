import { type ReaderMark, readerMark } from "../../practice/readers.js";
import { memberNames } from "../people/members.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import type { Unreadable } from "../storage/seal.js";
import { glassOf } from "./breakGlass.js";
import { caseFor } from "./case.js";

/** Somebody who read something of a case, or was refused. */
export type CaseReader = {
  /** Null for somebody outside of the organisation. */
  readonly name: string | null;
  readonly isWorker: boolean;
  readonly isSupervisor: boolean;
  readonly mark: ReaderMark | undefined;
  /** On how many days they read it. */
  readonly days: number;
  /** How often they looked at names, opened files, read questions on it, ordered or opened papers, and were refused. */
  readonly names: number;
  readonly files: number;
  readonly questions: number;
  readonly papers: number;
  readonly refused: number;
  readonly lastAt: Date;
  /** Why they broke the glass; empty where they did not. */
  readonly reasons: readonly (string | Unreadable)[];
};

/** The code of a case and everybody who read it or tried to, whoever came last first. */
export type CaseReaders = { readonly code: string; readonly readers: readonly CaseReader[] };

/**
 * Who opened a case: the audit of its reads, by person. For its worker and supervisor. The asking is audited as a
 * reading of the case. Throws `NotAllowed`.
 */
export async function readersOf(work: Work, caseId: string): Promise<CaseReaders> {
  const { case: head, organization } = await caseFor(work, caseId, "trace");
  const rows = await statement<ReaderRow>(await work.tx(), readers, [caseId, organization.zone]);
  const names = await memberNames(
    work,
    rows.map(({ memberId }) => memberId),
  );
  const broken = await glassOf(work, caseId);
  return {
    code: head.code,
    readers: rows.map(({ memberId, ...row }) => {
      const reasons = broken.filter((one) => one.memberId === memberId).map(({ reason }) => reason);
      const [isWorker, isSupervisor] = [memberId === head.workerId, memberId === head.workerSupervisorId];
      const brokeGlass = reasons.length > 0;
      const mark = readerMark({ isOfCase: isWorker || isSupervisor, brokeGlass, refused: row.refused });
      return { ...row, name: names.get(memberId) ?? null, isWorker, isSupervisor, mark, reasons };
    }),
  };
}

type ReaderRow = {
  readonly memberId: string;
  readonly days: number;
  readonly names: number;
  readonly files: number;
  readonly questions: number;
  readonly papers: number;
  readonly refused: number;
  readonly lastAt: Date;
};

/** The reads of the case $1 and of what belongs to it; a day is one of the zone $2. */
const readers = `-- prepared: readers
SELECT a."memberId",
  count(DISTINCT (a."at" AT TIME ZONE $2)::date) FILTER (WHERE a."action" <> 'access.refused')::int AS "days",
  count(*) FILTER (WHERE a."action" = 'names.seen')::int AS "names",
  count(*) FILTER (WHERE a."action" = 'attachment.read')::int AS "files",
  count(*) FILTER (WHERE a."action" = 'consultation.read')::int AS "questions",
  count(*) FILTER (WHERE a."action" IN ('paper.ordered', 'paper.opened'))::int AS "papers",
  count(*) FILTER (WHERE a."action" = 'access.refused')::int AS "refused",
  max(a."at") AS "lastAt"
FROM (
  SELECT "memberId", "action", "at" FROM "AuditEvent" WHERE "subject" = 'case' AND "subjectId" = $1
    AND "action" IN ('case.read', 'names.seen', 'paper.ordered', 'paper.opened', 'supervision.read', 'access.refused')
  UNION ALL
  SELECT e."memberId", e."action", e."at" FROM "Round" r
  JOIN "AuditEvent" e ON e."subject" = 'round' AND e."subjectId" = r."id" AND e."action" = 'round.read'
  WHERE r."caseId" = $1
  UNION ALL
  SELECT e."memberId", e."action", e."at" FROM "Round" r JOIN "Attachment" f ON f."roundId" = r."id"
  JOIN "AuditEvent" e ON e."subject" = 'attachment' AND e."subjectId" = f."id" AND e."action" = 'attachment.read'
  WHERE r."caseId" = $1
  UNION ALL
  SELECT e."memberId", e."action", e."at" FROM "Consultation" q
  JOIN "AuditEvent" e ON e."subject" = 'consultation' AND e."subjectId" = q."id"
    AND e."action" = 'consultation.read'
  WHERE q."caseId" = $1
) a
WHERE a."memberId" IS NOT NULL
GROUP BY a."memberId" ORDER BY max(a."at") DESC, a."memberId"`;
