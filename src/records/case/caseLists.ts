import type { FormId, LocalDate, Stage } from "../../practice/form.js";
import { actorOf, readableCases } from "../people/rights.js";
import { supervisorIsAbsent } from "../people/team.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import type { Unreadable } from "../storage/seal.js";
import { aliasOf } from "./alias.js";
import { formIdOf } from "./answers.js";
import { clientNames } from "./clientNames.js";
import { requestKindOf, turnContentOf } from "./course.js";
import { type NameMatch, nameMatcher } from "./nameMatch.js";

/** A line in a list of cases. It has the code and never a name. */
export type CaseLine = {
  readonly id: string;
  readonly code: string;
  readonly stage: StageOrClosed;
  readonly workerId: string;
  /** What the worker calls the client; null where they chose nothing. */
  readonly alias: string | Unreadable | null;
  /** The last day of contact; null before the first that counts. */
  readonly lastContactOn: LocalDate | null;
};

/** What is read of a case for its line. */
const lineColumns = {
  id: true,
  code: true,
  stage: true,
  workerId: true,
  lastContactOn: true,
  client: { select: { id: true, alias: true } },
} as const;

type LineRow = Omit<CaseLine, "alias"> & {
  readonly client: { readonly id: string; readonly alias: string | null };
};

function lineOf(work: Work, { client, ...line }: LineRow): CaseLine {
  work.shown.set(line.id, null);
  return { ...line, alias: aliasOf(work, { clientId: client.id, clientAlias: client.alias }) };
}

/** Where a case is: a stage, or closed. */
export type StageOrClosed = Stage | "closed";

/** Which cases a list shows. */
export type CaseFilter = {
  /** The acting worker's own cases, or those of the workers the acting supervisor supervises. */
  readonly whose: "mine" | "team";
  /** Of a team: those of one of its workers. */
  readonly workerId?: string;
  /** Absent: all open cases. Cases discarded while empty are in no list. */
  readonly stage?: StageOrClosed;
  /** Part of a code, or words of a client's name. */
  readonly search?: string;
};

/** Cases discarded while empty are in no list. */
const notVoided = { voided: false };

/** Cases on one page of a list. */
export const casesPerPage = 8;

/** A page of cases, last touched first, and the number of all. A search by name is audited. */
export async function listCases(
  work: Work,
  filter: CaseFilter,
  page: number,
): Promise<{ lines: CaseLine[]; total: number }> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const found =
    filter.search === undefined ? [] : [{ OR: await searchOf(work, filter.whose, filter.search) }];
  const where = {
    ...readableCases(work, filter.whose),
    ...stageOf(filter),
    AND: [notVoided, ...found, ...(filter.workerId === undefined ? [] : [{ workerId: filter.workerId }])],
  };
  const total = await tx.case.count({ where });
  const rows = await tx.case.findMany({
    where,
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    skip: page * casesPerPage,
    take: casesPerPage,
    select: lineColumns,
  });
  if (filter.search !== undefined) {
    work.audit.push({
      action: "cases.searched",
      subject: "organization",
      subjectId: actor.organizationId,
      detail: { found: total },
    });
  }
  return { lines: rows.map((row) => lineOf(work, row)), total };
}

/** Most cases that are shown for what was typed. */
const mostFound = 8;

/**
 * The acting member's own cases and those of their team that a code, a number or a name means; a name by all its `words`,
 * or by `parts` of them and their sound. Last touched first. What a name finds is audited.
 */
export async function findCases(work: Work, typed: string, match: NameMatch): Promise<readonly CaseLine[]> {
  const near = readableCases(work);
  const code = codeIn(typed);
  const isMeant = nameMatcher(typed, match);
  if (near.OR.length === 0 || (code === undefined && isMeant === undefined)) return [];
  const meant =
    code !== undefined || isMeant === undefined
      ? { code: { endsWith: code ?? "" } }
      : { id: { in: await casesNamed(work, undefined, isMeant) } };
  const tx = await work.tx();
  const rows = await tx.case.findMany({
    where: { ...near, AND: [notVoided, meant] },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: mostFound,
    select: lineColumns,
  });
  if (code === undefined && rows.length > 0) {
    const { organizationId: subjectId } = near;
    const detail = { found: rows.length };
    work.audit.push({ action: "cases.searched", subject: "organization", subjectId, detail });
  }
  return rows.map((row) => lineOf(work, row));
}

/** These cases as lines of a list, last touched first. Those the acting member may not read are left out. */
export async function linesOfCases(work: Work, ids: readonly string[]): Promise<readonly CaseLine[]> {
  if (ids.length === 0) return [];
  const tx = await work.tx();
  const rows = await tx.case.findMany({
    where: { ...readableCases(work), id: { in: [...ids] } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: mostFound,
    select: lineColumns,
  });
  return rows.map((row) => lineOf(work, row));
}

/** The end of a code that was typed: all of it, "2026-42", or its number alone. Undefined for anything else. */
function codeIn(typed: string): string | undefined {
  const [, prefix, year, number] =
    /^(?:(K|CONTOH)[\s-]*)?(?:(20\d\d)[\s-]+)?(\d{1,6})$/i.exec(typed.trim()) ?? [];
  if (number === undefined || (prefix !== undefined && year === undefined)) return undefined;
  const start = [prefix?.toUpperCase(), year].filter((part) => part !== undefined);
  return [...(start.length === 0 ? [""] : start), number.padStart(4, "0")].join("-");
}

function stageOf(filter: CaseFilter) {
  if (filter.stage !== undefined) return { stage: filter.stage };
  return filter.search === undefined ? { stage: { not: "closed" as const } } : {};
}

/** Matches any part of a code, and names by parts of their words and by sound. */
async function searchOf(work: Work, whose: CaseFilter["whose"], typed: string) {
  const isMeant = nameMatcher(typed, "parts");
  const ids = isMeant === undefined ? [] : await casesNamed(work, whose, isMeant);
  return [{ code: { contains: typed.trim().toUpperCase() } }, { id: { in: ids } }];
}

/** The cases whose client has such a name. */
async function casesNamed(
  work: Work,
  whose: CaseFilter["whose"] | undefined,
  isMeant: (name: string) => boolean,
): Promise<string[]> {
  const known = await clientNames(work, whose);
  return known.filter(({ name }) => isMeant(name)).map(({ caseId }) => caseId);
}

/**
 * The cases something is probably meant for, in these stages: the case last looked at first, then the last touched. The
 * acting worker's own; where they have none and `orTeam` is set, those of the team.
 */
export async function likelyCases(
  work: Work,
  { most, among, orTeam }: { most: number; among: readonly Stage[]; orTeam: boolean },
): Promise<readonly CaseLine[]> {
  const tx = await work.tx();
  const { caseId } = work.dialogue;
  const likely = async (whose: CaseFilter["whose"]) => {
    const where = { ...readableCases(work, whose), stage: { in: [...among] } };
    const lookedAt =
      caseId === null ? [] : await tx.case.findMany({ where: { ...where, id: caseId }, select: lineColumns });
    const others = await tx.case.findMany({
      where: { ...where, id: { notIn: lookedAt.map(({ id }) => id) } },
      orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
      take: most - lookedAt.length,
      select: lineColumns,
    });
    return [...lookedAt, ...others].map((row) => lineOf(work, row));
  };
  const mine = await likely("mine");
  return mine.length > 0 || !orTeam ? mine : likely("team");
}

/** A form that waits for its approval: since when, and whose case it is. */
type WaitingRound = {
  readonly roundId: string;
  readonly form: FormId;
  readonly code: string;
  readonly workerId: string;
  readonly since: Date;
};

/**
 * Rounds that wait for the acting supervisor, oldest first. Left out are rounds they sent themselves, and those of a case
 * that is read-only for its client: nobody decides on them before that is lifted.
 */
export async function roundsAwaitingMe(work: Work): Promise<readonly WaitingRound[]> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const rows = await tx.round.findMany({
    where: {
      status: "submitted",
      submittedById: { not: actor.memberId },
      case: { ...readableCases(work, "team"), restrictedAt: null },
    },
    include: { case: { select: { code: true, workerId: true } } },
    orderBy: { submittedAt: "asc" },
  });
  return rows.map((row) => ({
    roundId: row.id,
    form: formIdOf(row.form),
    code: row.case.code,
    workerId: row.case.workerId,
    since: row.submittedAt ?? row.startedAt,
  }));
}

/** A closing or reopening that waits for a decision, and since when. */
type WaitingRequest = {
  readonly caseId: string;
  readonly code: string;
  readonly workerId: string;
  readonly kind: "closing-asked" | "reopening-asked";
  readonly since: Date;
};

/**
 * Closings and reopenings that wait for the acting supervisor, or for the admin standing in; oldest first. Not those of a
 * case that is read-only for its client.
 */
export async function requestsAwaitingMe(work: Work): Promise<readonly WaitingRequest[]> {
  const actor = actorOf(work);
  const rows = await statement<Omit<WaitingRequest, "kind"> & { readonly request: string }>(
    await work.tx(),
    waitingRequests,
    [
      actor.organizationId,
      actor.roles.includes("supervisor") ? actor.memberId : null,
      actor.roles.includes("admin"),
    ],
  );
  return rows.map(({ request, ...row }) => ({
    ...row,
    kind: requestKindOf(work.sealer, row.caseId, request),
  }));
}

const waitingRequests = `-- prepared: waitingRequests
SELECT c."id" AS "caseId", c."code", c."workerId", c."request", c."requestedAt" AS "since"
FROM "Case" c
JOIN "Member" w ON w."id" = c."workerId"
LEFT JOIN "Member" s ON s."id" = w."supervisorId"
LEFT JOIN "Account" sa ON sa."id" = s."accountId"
WHERE c."organizationId" = $1 AND w."organizationId" = $1 AND c."requestedAt" IS NOT NULL
  AND c."restrictedAt" IS NULL
  AND (w."supervisorId" = $2
    OR ($3 AND ${supervisorIsAbsent}))
ORDER BY c."requestedAt"`;

/** A round the acting worker has not sent yet. */
export type Draft = {
  readonly roundId: string;
  readonly form: FormId;
  readonly code: string;
  readonly alias: CaseLine["alias"];
  readonly returned: boolean;
};

/**
 * The acting worker's drafts and returned rounds, last touched first, at most 20. In a closed case only aftercare
 * visits and corrections can still be filled in, in one that is read-only for its client nothing.
 */
export async function draftsOf(work: Work): Promise<Draft[]> {
  const mine = readableCases(work, "mine");
  const tx = await work.tx();
  const turns = await tx.caseTurn.findMany({
    where: { roundId: { not: null }, case: { ...mine, closedAt: { not: null } } },
    select: { caseId: true, number: true, content: true, roundId: true },
  });
  const corrected = turns.filter(
    ({ caseId, number, content }) =>
      turnContentOf(work.sealer, caseId, number, content).kind === "correcting",
  );
  const rows = await tx.round.findMany({
    where: {
      status: { in: ["draft", "returned"] },
      case: { ...mine, restrictedAt: null },
      OR: [
        { form: "aftercare" },
        { case: { closedAt: null } },
        { id: { in: corrected.flatMap(({ roundId }) => roundId ?? []) } },
      ],
    },
    include: { case: { select: { code: true, client: { select: { id: true, alias: true } } } } },
    orderBy: { case: { updatedAt: "desc" } },
    take: 20,
  });
  return rows.map((row) => ({
    roundId: row.id,
    form: formIdOf(row.form),
    code: row.case.code,
    alias: aliasOf(work, { clientId: row.case.client.id, clientAlias: row.case.client.alias }),
    returned: row.status === "returned",
  }));
}
