import { dateIn } from "../../practice/calendar.js";
import type { RecordedCase, RecordedDeadline, RecordedSupervision } from "../../practice/exports/record.js";
import type { LocalDate } from "../../practice/form.js";
import { type LeftOut, leftOut } from "../../practice/reports/countable.js";
import { type Case, caseFor, everyCase } from "../case/case.js";
import type { StageOrClosed } from "../case/caseLists.js";
import type { Role } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import type { Work } from "../people/work.js";
import { type StrState, strStateOf } from "../staff/roster.js";
import { deadlineKindOf } from "../storage/deadlineKinds.js";

/** The cases of an institution that may be counted and told of, and how many may not, by why. */
export type RecordedCases = {
  readonly records: readonly RecordedCase[];
  readonly leftOut: ReadonlyMap<LeftOut, number>;
};

/**
 * Every case of the acting admin's institution as an export reads it. Only those whose client's consent, or another legal
 * ground, allows it; `leftOut` counts the others. Who reads this is checked by the export that is made of it, which is
 * audited as one. Throws `NotAllowed` for anyone but an admin.
 */
export async function recordedCases(work: Work): Promise<RecordedCases> {
  const { organizationId } = adminOf(work);
  const [heads, deadlines, supervisions] = [
    await headsOf(work, organizationId),
    await deadlinesOf(work, organizationId),
    await supervisionsOf(work, organizationId),
  ];
  const records: RecordedCase[] = [];
  const out = new Map<LeftOut, number>();
  for await (const subject of everyCase(work, organizationId)) {
    const why = leftOut(subject.facts, subject.case);
    const head = heads.get(subject.case.id);
    if (why !== undefined) out.set(why, (out.get(why) ?? 0) + 1);
    else if (head !== undefined) {
      const { id } = subject.case;
      records.push(recordOf(subject, head, deadlines.get(id) ?? [], supervisions.get(id) ?? []));
    }
  }
  records.sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || a.code.localeCompare(b.code));
  return { records, leftOut: out };
}

/** One case as an export reads it, for whoever may read it. The reading is audited. Throws `NotAllowed`. */
export async function recordedCase(work: Work, caseId: string): Promise<RecordedCase> {
  const subject = await caseFor(work, caseId, "read");
  const tx = await work.tx();
  const head = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: headColumns });
  return recordOf(subject, head, [], []);
}

const headColumns = { openedAt: true, stage: true, lastContactOn: true } as const;

type Head = {
  readonly openedAt: Date;
  readonly stage: StageOrClosed;
  readonly lastContactOn: LocalDate | null;
};

function recordOf(
  { case: head, rounds, answers, facts }: Case,
  more: Head,
  deadlines: readonly RecordedDeadline[],
  supervisions: readonly RecordedSupervision[],
): RecordedCase {
  const { id, code, clientId, workerId, level, closedAt, reopenedAt, outcome } = head;
  return {
    id,
    code,
    clientId,
    workerId,
    level,
    closedAt,
    reopenedAt,
    outcome,
    ...more,
    facts,
    deadlines,
    supervisions,
    rounds: rounds.map((round) => ({
      id: round.id,
      form: round.form,
      formVersion: round.formVersion,
      sequence: round.sequence,
      status: round.status,
      startedAt: round.startedAt,
      submittedAt: round.submittedAt,
      decidedAt: round.decidedAt,
      correctedAt: round.correctedAt,
      answers: answers.get(round.id) ?? new Map(),
    })),
  };
}

async function headsOf(work: Work, organizationId: string): Promise<ReadonlyMap<string, Head>> {
  const tx = await work.tx();
  const rows = await tx.case.findMany({ where: { organizationId }, select: { id: true, ...headColumns } });
  return new Map(rows.map(({ id, ...head }) => [id, head]));
}

async function deadlinesOf(
  work: Work,
  organizationId: string,
): Promise<ReadonlyMap<string, RecordedDeadline[]>> {
  const tx = await work.tx();
  const rows = await tx.deadline.findMany({
    where: { organizationId, caseId: { not: null } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: {
      caseId: true,
      key: true,
      statutory: true,
      startsAt: true,
      dueAt: true,
      doneAt: true,
      cancelledAt: true,
    },
  });
  return byCase(
    rows.flatMap(({ key, ...row }) => {
      const kind = deadlineKindOf(work.sealer, key);
      return kind === undefined ? [] : [{ ...row, key: kind }];
    }),
  );
}

async function supervisionsOf(
  work: Work,
  organizationId: string,
): Promise<ReadonlyMap<string, RecordedSupervision[]>> {
  const tx = await work.tx();
  const rows = await tx.supervisionNote.findMany({
    where: { organizationId, caseId: { not: null } },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: { caseId: true, workerId: true, memberId: true, heldOn: true, nextOn: true },
  });
  return byCase(rows);
}

function byCase<Row extends { readonly caseId: string | null }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.caseId === null) continue;
    const before = found.get(row.caseId);
    if (before === undefined) found.set(row.caseId, [row]);
    else before.push(row);
  }
  return found;
}

/** A member of the staff as an assessor asks for them. */
export type StaffFacts = {
  readonly memberId: string;
  readonly roles: readonly Role[];
  readonly since: LocalDate;
  readonly str: StrState;
  readonly certificates: number;
  readonly openCases: number;
  /** Notes of supervision with them in the period. */
  readonly supervisions: number;
};

/** The staff of the acting admin's institution, first joined first. Throws `NotAllowed` for anyone else. */
export async function staffFacts(
  work: Work,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly StaffFacts[]> {
  const { organizationId, zone } = adminOf(work);
  const tx = await work.tx();
  const rows = await tx.$queryRaw<StaffRow[]>`
    SELECT m."id", m."roles"::text[] AS "roles", m."createdAt",
      (SELECT count(*)::int FROM "Case" c WHERE c."workerId" = m."id" AND c."stage" <> 'closed' AND NOT c."voided")
        AS "openCases",
      (SELECT count(*)::int FROM "SupervisionNote" n
        WHERE n."workerId" = m."id" AND n."heldOn" BETWEEN ${from} AND ${to}) AS "supervisions",
      (SELECT count(*)::int FROM "Permit" p
        WHERE p."memberId" = m."id" AND p."kind" = 'certificate' AND p."removedAt" IS NULL) AS "certificates",
      s."id" IS NOT NULL AS "hasStr", s."expiresOn"
    FROM "Member" m
    LEFT JOIN "Permit" s ON s."memberId" = m."id" AND s."kind" = 'str' AND s."removedAt" IS NULL
    WHERE m."organizationId" = ${organizationId} AND m."leftAt" IS NULL AND m."suspendedAt" IS NULL
    ORDER BY m."createdAt", m."id"`;
  const today = dateIn(zone, work.now);
  return rows.map(({ id, roles, createdAt, hasStr, expiresOn, ...counts }) => ({
    memberId: id,
    roles,
    since: dateIn(zone, createdAt),
    str: strStateOf(roles, hasStr, expiresOn, today),
    ...counts,
  }));
}

type StaffRow = {
  readonly id: string;
  readonly roles: Role[];
  readonly createdAt: Date;
  readonly openCases: number;
  readonly supervisions: number;
  readonly certificates: number;
  readonly hasStr: boolean;
  readonly expiresOn: LocalDate | null;
};
