import { Prisma } from "../../generated/prisma/client.js";
import type { DeadlineKey } from "../../practice/deadlines.js";
import { type DeskKind, deskKinds, deskLimits } from "../../practice/desk.js";
import type { FormId } from "../../practice/form.js";
import { formIdOf } from "../case/answers.js";
import type { StageOrClosed } from "../case/caseLists.js";
import { requestKindOf } from "../case/course.js";
import { hoursFrom } from "../due/deadlines.js";
import { listed } from "../due/tasks.js";
import type { Actor } from "../people/actor.js";
import { supervisorOf } from "../people/team.js";
import type { Work } from "../people/work.js";
import { deadlineKeyOf, kindsIn } from "../storage/deadlineKinds.js";
import type { Sealer } from "../storage/seal.js";
import { wordOf } from "../storage/vocabulary.js";

/**
 * A line of the supervisor's desk: whose, of which case by its code, and since when. Never a client's name. Open dangers
 * are read in `danger/openDangers.ts`: which danger it is stands sealed.
 */
export type DeskLine = {
  readonly workerId: string;
  readonly stage: StageOrClosed | null;
  /** Since when it waits; of a silent case the last contact, or its beginning. */
  readonly since: Date;
} & (
  | ({
      readonly kind: "clock" | "late";
      readonly deadlineId: string;
      readonly key: DeadlineKey;
      readonly step: string;
      readonly dueAt: Date;
      /** Its owner snoozed it and said why, or wrote what they are doing about a clock. */
      readonly explained: boolean;
    } & MaybeOfCase)
  | ({ readonly kind: "decision" } & OfCase & Decision)
  | ({ readonly kind: "question"; readonly consultationId: string } & MaybeOfCase)
  | ({ readonly kind: "silent" } & OfCase)
);

type OfCase = { readonly caseId: string; readonly code: string };
type MaybeOfCase = OfCase | { readonly caseId: null; readonly code: null };

/** What the supervisor decides on. */
type Decision =
  | { readonly what: "form"; readonly roundId: string; readonly form: FormId }
  | { readonly what: "closing-asked" | "reopening-asked" | "ground" };

/** Which part of the desk is read. */
export type DeskView = {
  /** Null for the whole team. */
  readonly workerId: string | null;
  /** One section, or all. */
  readonly section: DeskKind | "all";
  /** Of each section: how many lines are left out, and how many are read. */
  readonly skip: number;
  readonly take: number;
};

/** The desk: its lines, section by section and the longest waiting first, and how many there are of each kind. */
export type Desk = {
  readonly lines: readonly DeskLine[];
  readonly totals: Readonly<Record<DeskKind, number>>;
  /** What waits for the supervisor's decision, by worker. */
  readonly decisions: ReadonlyMap<string, number>;
};

/** What waits for the acting supervisor, in one statement whatever the size of the team. Throws `NotAllowed`. */
export async function deskOf(work: Work, { workerId, section, skip, take }: DeskView): Promise<Desk> {
  const actor = supervisorOf(work);
  const tx = await work.tx();
  const rows = await tx.$queryRaw<(DeskCount | DeskRow)[]>`
    WITH x AS MATERIALIZED (${onDesk(work, actor, workerId)})
    SELECT y.*, NULL::int AS "count" FROM (
      SELECT x.*, row_number() OVER (PARTITION BY x."kind" ORDER BY coalesce(x."dueAt", x."since"), x."since", x."id") AS "place"
      FROM x WHERE ${section}::text IN ('all', x."kind")
    ) y
    WHERE y."place" > ${skip} AND y."place" <= ${skip + take}
    UNION ALL
    SELECT x."kind", NULL, NULL, x."workerId", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, count(*)::int
    FROM x GROUP BY x."kind", x."workerId"`;
  const totals = { clock: 0, decision: 0, question: 0, late: 0, silent: 0 };
  const decisions = new Map<string, number>();
  const lines: DeskRow[] = [];
  for (const row of rows) {
    if (row.count === null) lines.push(row);
    else {
      totals[kindOf(row.kind)] += row.count;
      if (row.kind === "decision") decisions.set(row.workerId, row.count);
    }
  }
  lines.sort((one, other) => nthKind(one) - nthKind(other) || Number(one.place - other.place));
  return { lines: lines.map((row) => deskLineOf(work.sealer, row)), totals, decisions };
}

function nthKind({ kind }: DeskRow): number {
  return deskKinds.indexOf(kindOf(kind));
}

/** How much a worker of the team carries: open cases by stage, and what is overdue. */
export type Caseload = {
  readonly stages: Readonly<Partial<Record<StageOrClosed, number>>>;
  readonly overdue: number;
};

/** The caseload of each worker of the acting supervisor's team, in one statement. Throws `NotAllowed`. */
export async function caseloads(work: Work): Promise<ReadonlyMap<string, Caseload>> {
  const actor = supervisorOf(work);
  const tx = await work.tx();
  const rows = await tx.$queryRaw<{ workerId: string; stage: StageOrClosed | null; count: number }[]>`
    SELECT c."workerId", c."stage"::text AS "stage", count(*)::int AS "count"
    FROM "Case" c WHERE c."workerId" IN (${team(actor, null)}) AND c."stage" <> 'closed' GROUP BY 1, 2
    UNION ALL
    SELECT d."memberId", NULL, count(*)::int
    FROM "Deadline" d WHERE d."memberId" IN (${team(actor, null)}) AND d."dueAt" < ${work.now} AND ${listed(work)}
    GROUP BY 1`;
  const found = new Map<string, { stages: Partial<Record<StageOrClosed, number>>; overdue: number }>();
  for (const { workerId, stage, count } of rows) {
    const load = found.get(workerId) ?? { stages: {}, overdue: 0 };
    if (stage === null) load.overdue = count;
    else load.stages[stage] = count;
    found.set(workerId, load);
  }
  return found;
}

/** SQL: the ids of the workers a supervisor has, or of one of them. */
function team({ organizationId, memberId }: Actor, workerId: string | null): Prisma.Sql {
  const only = workerId === null ? Prisma.empty : Prisma.sql`AND m."id" = ${workerId}`;
  return Prisma.sql`
    SELECT m."id" FROM "Member" m
    WHERE m."organizationId" = ${organizationId} AND m."supervisorId" = ${memberId} ${only}`;
}

/** Deadlines that stand on the desk as what they are: an open danger, and a decision on a legal ground. */
const shownElsewhere: readonly DeadlineKey[] = ["danger-open", "data-ground"];

/**
 * SQL: every line of the desk, each kind found by an index from the team's members. Of a case that is read-only for its
 * client nobody decides on a form or a closing: they wait until that is lifted.
 */
function onDesk(work: Work, actor: Actor, workerId: string | null): Prisma.Sql {
  const { now } = work;
  const { zone, rules, memberId, organizationId } = actor;
  const limits = deskLimits(now, hoursFrom(zone, rules), rules.contactWithin);
  const workers = team(actor, workerId);
  return Prisma.sql`
    SELECT CASE WHEN d."statutory" THEN 'clock' ELSE 'late' END AS "kind", NULL AS "what", d."id", d."memberId" AS "workerId",
      c."id" AS "caseId", c."code", c."stage"::text AS "stage", d."startsAt" AS "since", d."dueAt", d."key", d."step",
      coalesce(d."snoozeReason" IS NOT NULL AND d."snoozedUntil" > ${now}, false) AS "explained"
    FROM "Deadline" d LEFT JOIN "Case" c ON c."id" = d."caseId"
    WHERE d."memberId" IN (${workers}) AND ${listed(work)} AND d."key" <> ALL (${kindsIn(work.sealer, shownElsewhere)})
      AND CASE WHEN d."statutory" THEN d."dueAt" <= ${limits.clocksUntil}
        ELSE c."restrictedAt" IS NULL AND d."dueAt" > ${limits.lateSince} AND d."dueAt" < ${now} END
    UNION ALL
    SELECT 'decision', 'form', r."id", c."workerId", c."id", c."code", c."stage"::text,
      coalesce(r."submittedAt", r."startedAt"), NULL, NULL, r."form", false
    FROM "Case" c JOIN "Round" r ON r."caseId" = c."id"
    WHERE c."workerId" IN (${workers}) AND r."status" = 'submitted' AND r."submittedById" <> ${memberId} AND c."restrictedAt" IS NULL
    UNION ALL
    SELECT 'decision', 'request', c."id", c."workerId", c."id", c."code", c."stage"::text, c."requestedAt", NULL, NULL, c."request", false
    FROM "Case" c WHERE c."workerId" IN (${workers}) AND c."requestedAt" IS NOT NULL AND c."restrictedAt" IS NULL
    UNION ALL
    SELECT 'decision', 'ground', c."id", c."workerId", c."id", c."code", c."stage"::text, d."startsAt", NULL, NULL, NULL, false
    FROM "Case" c JOIN "Deadline" d ON d."caseId" = c."id"
    WHERE c."workerId" IN (${workers}) AND c."stage" <> 'closed' AND d."key" = ANY (${kindsIn(work.sealer, ["data-ground"])})
      AND d."doneAt" IS NULL AND d."cancelledAt" IS NULL
    UNION ALL
    SELECT 'question', NULL, q."id", q."askedById", c."id", c."code", c."stage"::text, q."askedAt", NULL, NULL, NULL, false
    FROM "Consultation" q LEFT JOIN "Case" c ON c."id" = q."caseId"
    WHERE q."organizationId" = ${organizationId} AND q."answeredAt" IS NULL AND q."askedById" IN (${workers})
    UNION ALL
    SELECT 'silent', NULL, s."id", s."workerId", s."id", s."code", s."stage"::text,
      (s."day"::timestamp AT TIME ZONE ${zone}), NULL, NULL, NULL, false
    FROM (
      SELECT c.*, greatest(coalesce(c."lastContactOn", ${localDay("openedAt", zone)}), ${localDay("reopenedAt", zone)}) AS "day"
      FROM "Case" c WHERE c."workerId" IN (${workers}) AND c."stage" <> 'closed' AND c."restrictedAt" IS NULL
    ) s
    WHERE s."day" <= ${limits.silentSince}`;
}

/** SQL: the day of an instant of the case `c` in a zone, YYYY-MM-DD. */
function localDay(column: "openedAt" | "reopenedAt", zone: string): Prisma.Sql {
  return Prisma.sql`to_char(c.${Prisma.raw(`"${column}"`)} AT TIME ZONE ${zone}, 'YYYY-MM-DD')`;
}

/** How many lines of a kind there are of a worker. */
type DeskCount = { readonly kind: string; readonly workerId: string; readonly count: number };

type DeskRow = {
  readonly count: null;
  readonly place: bigint;
  readonly kind: string;
  readonly what: string | null;
  readonly id: string;
  readonly workerId: string;
  readonly caseId: string | null;
  readonly code: string | null;
  readonly stage: StageOrClosed | null;
  readonly since: Date;
  readonly dueAt: Date | null;
  readonly key: string | null;
  /** What ends a deadline; of a decision the form, or sealed what is asked for. */
  readonly step: string | null;
  readonly explained: boolean;
};

function kindOf(word: string): DeskKind {
  return wordOf(deskKinds, word, "desk.kind");
}

function deskLineOf(sealer: Sealer, row: DeskRow): DeskLine {
  const { id, workerId, stage, since, dueAt, step, explained } = row;
  const whose = { workerId, stage, since };
  const about = row.caseId === null || row.code === null ? null : { caseId: row.caseId, code: row.code };
  const maybe = about ?? { caseId: null, code: null };
  const kind = kindOf(row.kind);
  switch (kind) {
    case "clock":
    case "late":
      if (dueAt === null || step === null) throw new Error("a deadline on the desk is not whole");
      return {
        ...whose,
        ...maybe,
        kind,
        deadlineId: id,
        key: deadlineKeyOf(sealer, row.key ?? ""),
        step,
        dueAt,
        explained,
      };
    case "question":
      return { ...whose, ...maybe, kind, consultationId: id };
  }
  if (about === null) throw new Error(`a line of the desk is about no case: ${kind}`);
  switch (kind) {
    case "decision": {
      const what = wordOf(["form", "request", "ground"], row.what ?? "", "desk.what");
      if (what === "form") return { ...whose, ...about, kind, what, roundId: id, form: formIdOf(step ?? "") };
      if (what === "ground") return { ...whose, ...about, kind, what };
      return { ...whose, ...about, kind, what: requestKindOf(sealer, id, step ?? "") };
    }
    case "silent":
      return { ...whose, ...about, kind };
  }
}
