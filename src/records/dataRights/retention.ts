/**
 * Cases past the time of retention (UU 27/2022 Pasal 42–44): an admin proposes a list of them, somebody else agrees, and
 * they are erased one by one, each in a transaction of its own.
 *
 *   asked ──agreed to──► agreed ──every case tried──► done
 *     │ ├──refused──► refused
 *     │ └──taken back──► cancelled      agreed ──nobody may erase any more──► stopped
 *
 * What is open, reopened, preserved for a court (legal hold), in danger or under a clock of the law is on no list; a case
 * that has become so since it was listed is left out when its turn comes.
 */
import { Prisma } from "../../generated/prisma/client.js";
import { timeIn } from "../../practice/calendar.js";
import { isQuiet } from "../../practice/ladder.js";
import { Conflict, NotAllowed } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import { actAs } from "../people/memberships.js";
import { actorOf } from "../people/rights.js";
import { parseRules } from "../people/rules.js";
import type { Work } from "../people/work.js";
import { wordOf } from "../storage/vocabulary.js";
import { eraseCase } from "./erasing.js";

/** Cases on one page of a list. */
export const retentionPerPage = 20;

/** The most cases of one list: what two people can look through. */
const mostListed = 200;

/** A case past the time of retention, as an admin may know of it. */
export type PastCase = { readonly id: string; readonly code: string; readonly closedAt: Date };

/** Where a list stands. */
export const retentionStatuses = ["asked", "agreed", "done", "refused", "cancelled", "stopped"] as const;

/** A list that was proposed. */
export type RetentionList = {
  readonly id: string;
  readonly organizationId: string;
  readonly years: number;
  readonly status: (typeof retentionStatuses)[number];
  readonly proposedById: string;
  readonly createdAt: Date;
  readonly decidedById: string | null;
  readonly endedAt: Date | null;
  readonly cases: readonly {
    readonly code: string;
    readonly closedAt: Date | null;
    readonly erasedAt: Date | null;
  }[];
};

/** SQL: the case `c` may be erased for its age. */
function isPast(organizationId: string, years: number, now: Date) {
  return Prisma.sql`c."organizationId" = ${organizationId} AND c."stage" = 'closed' AND c."erasedAt" IS NULL
    AND c."preservedAt" IS NULL AND c."closedAt" <= ${now}::timestamptz - make_interval(years => ${years}::int)
    AND NOT EXISTS (SELECT 1 FROM "Danger" x WHERE x."caseId" = c."id" AND x."closedAt" IS NULL)
    AND NOT EXISTS (SELECT 1 FROM "Deadline" d WHERE d."caseId" = c."id" AND d."statutory"
      AND d."doneAt" IS NULL AND d."cancelledAt" IS NULL)`;
}

/**
 * A page of the cases past the time of retention, the longest closed first; and how many are preserved. Undefined where
 * the institution set no time. Throws `NotAllowed` for anyone but an admin.
 */
export async function pastRetention(
  work: Work,
  page: number,
): Promise<
  | {
      readonly years: number;
      readonly lines: readonly PastCase[];
      readonly total: number;
      readonly preserved: number;
    }
  | undefined
> {
  const { organizationId, rules } = adminOf(work);
  const years = rules.retentionYears;
  if (years === null) return undefined;
  const tx = await work.tx();
  const rows = await tx.$queryRaw<(PastCase & { total: number })[]>`
    SELECT c."id", c."code", c."closedAt", count(*) OVER ()::int AS "total" FROM "Case" c
    WHERE ${isPast(organizationId, years, work.now)}
    ORDER BY c."closedAt", c."id" LIMIT ${retentionPerPage} OFFSET ${page * retentionPerPage}`;
  const before = new Date(work.now);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  const preserved = await tx.case.count({
    where: { organizationId, preservedAt: { not: null }, erasedAt: null, closedAt: { lte: before } },
  });
  const lines = rows.map(({ total: _, ...line }) => line);
  return { years, lines, total: rows[0]?.total ?? 0, preserved };
}

/** The list of this institution that waits or is carried out; undefined where there is none. */
export async function openRetentionList(work: Work): Promise<string | undefined> {
  const tx = await work.tx();
  const row = await tx.retentionList.findFirst({
    where: { organizationId: actorOf(work).organizationId, status: { in: ["asked", "agreed"] } },
    select: { id: true },
  });
  return row?.id;
}

/**
 * Proposes to erase what is past the time of retention, at most 200 cases at once. Throws `NotAllowed` for anyone but an
 * admin, and `Conflict` where there is nothing, or a list is open already.
 */
export async function proposeRetention(work: Work): Promise<string> {
  const { organizationId, memberId, rules } = adminOf(work);
  const tx = await work.tx();
  // Two admins may propose at once.
  await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${organizationId} FOR UPDATE`;
  const years = rules.retentionYears;
  if (years === null || (await openRetentionList(work)) !== undefined)
    throw new Conflict("no list is to be made");
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Case" c WHERE ${isPast(organizationId, years, work.now)}
    ORDER BY c."closedAt", c."id" LIMIT ${mostListed}`;
  if (rows.length === 0) throw new Conflict("there is nothing past its time");
  const id = work.newId();
  await tx.retentionList.create({
    data: {
      id,
      organizationId,
      years,
      caseIds: rows.map((row) => row.id),
      proposedById: memberId,
      createdAt: work.now,
    },
  });
  noted(work, "proposed", id, { count: rows.length, years });
  return id;
}

/** A list with its cases by code. For admins and supervisors of the institution. Throws `NotAllowed`. */
export async function readRetentionList(work: Work, id: string): Promise<RetentionList> {
  const { organizationId, roles } = actorOf(work);
  if (!roles.includes("admin") && !roles.includes("supervisor")) throw new NotAllowed();
  const tx = await work.tx();
  const row = await tx.retentionList.findUnique({ where: { id } });
  if (row === null || row.organizationId !== organizationId) throw new NotAllowed();
  const { caseIds, status, ...list } = row;
  const cases = await tx.case.findMany({
    where: { id: { in: caseIds } },
    orderBy: [{ closedAt: "asc" }, { id: "asc" }],
    select: { code: true, closedAt: true, erasedAt: true },
  });
  return { ...list, status: wordOf(retentionStatuses, status, "RetentionList.status"), cases };
}

/** Whether the acting member may agree to a list: not who proposed it. */
export function mayDecideRetention(work: Work, list: RetentionList): boolean {
  return list.status === "asked" && list.proposedById !== actorOf(work).memberId;
}

/**
 * Agrees to a list, which is then carried out in the background, or refuses it. Throws `NotAllowed` for who proposed it,
 * and `Conflict` where it does not wait any more.
 */
export async function decideRetention(work: Work, id: string, agrees: boolean): Promise<RetentionList> {
  const list = await readRetentionList(work, id);
  if (list.proposedById === actorOf(work).memberId) throw new NotAllowed();
  await settle(work, id, agrees ? "agreed" : "refused");
  return list;
}

/** Takes a list back that nobody agreed to. Throws `NotAllowed` for anyone but who proposed it, and `Conflict`. */
export async function cancelRetention(work: Work, id: string): Promise<void> {
  const list = await readRetentionList(work, id);
  if (list.proposedById !== actorOf(work).memberId) throw new NotAllowed();
  await settle(work, id, "cancelled");
}

async function settle(work: Work, id: string, status: "agreed" | "refused" | "cancelled"): Promise<void> {
  const tx = await work.tx();
  const { count } = await tx.retentionList.updateMany({
    where: { id, status: "asked" },
    data: { status, decidedById: actorOf(work).memberId, decidedAt: work.now },
  });
  if (count === 0) throw new Conflict("the list does not wait");
  noted(work, status, id);
}

/** A list that has come to its end: how many of its cases were erased, and how many were not. */
export type EndedRetention = {
  readonly id: string;
  readonly organizationId: string;
  readonly status: "done" | "stopped";
  readonly erased: number;
  readonly left: number;
  readonly memberIds: readonly string[];
};

/**
 * Erases the next case of a list that was agreed to and returns which, or ends the list. Undefined where nothing is to be
 * done. One case is one unit of work: killed at any point, the next one goes on with what is left.
 */
export async function eraseNext(
  work: Work,
): Promise<{ readonly status: "erased"; readonly caseId: string } | EndedRetention | undefined> {
  const tx = await work.tx();
  const [list] = await tx.$queryRaw<AgreedList[]>`
    SELECT "id", "organizationId", "years", "caseIds", "failedIds", "proposedById", "decidedById" FROM "RetentionList"
    WHERE "status" = 'agreed' ORDER BY "decidedAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (list === undefined) return undefined;
  const [next] = await tx.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Case" c
    WHERE c."id" = ANY (${list.caseIds}) AND c."id" <> ALL (${list.failedIds})
      AND ${isPast(list.organizationId, list.years, work.now)}
    ORDER BY c."closedAt", c."id" LIMIT 1`;
  if (next === undefined) return end(work, list, "done");
  for (const [memberId, otherId] of [
    [list.decidedById, list.proposedById],
    [list.proposedById, list.decidedById],
  ] as const) {
    // Of the two one is an admin; whose role was taken away meanwhile does not erase any more.
    const actor = await actAs(work, memberId);
    if (actor?.roles.includes("admin") !== true) continue;
    try {
      await eraseCase(work, next.id, "retention", otherId);
    } catch (error) {
      throw new NotErased(list.id, next.id, error);
    }
    return { status: "erased", caseId: next.id };
  }
  return end(work, list, "stopped");
}

/** A case of a list could not be erased: `cause` says why. */
export class NotErased extends Error {
  override readonly name = "NotErased";
  readonly listId: string;
  readonly caseId: string;
  constructor(listId: string, caseId: string, cause: unknown) {
    super("a case past its time could not be erased", { cause });
    this.listId = listId;
    this.caseId = caseId;
  }
}

/** Leaves a case of a list where it is, so that the others are not held up; its end tells how many were left. */
export async function leaveCase(work: Work, { listId, caseId }: NotErased): Promise<void> {
  const tx = await work.tx();
  const { organizationId } = await tx.retentionList.update({
    where: { id: listId },
    data: { failedIds: { push: caseId } },
    select: { organizationId: true },
  });
  work.audit.push({
    action: "retention.failed",
    subject: "case",
    subjectId: caseId,
    organizationId,
    detail: { list: listId },
  });
}

type AgreedList = {
  readonly id: string;
  readonly organizationId: string;
  readonly years: number;
  readonly caseIds: readonly string[];
  readonly failedIds: readonly string[];
  readonly proposedById: string;
  readonly decidedById: string;
};

async function end(work: Work, list: AgreedList, status: "done" | "stopped"): Promise<EndedRetention> {
  const { id, organizationId, caseIds, proposedById, decidedById } = list;
  const tx = await work.tx();
  const erased = await tx.case.count({ where: { id: { in: [...caseIds] }, erasedAt: { not: null } } });
  const left = caseIds.length - erased;
  await tx.retentionList.update({ where: { id }, data: { status, endedAt: work.now } });
  work.audit.push({
    action: `retention.${status}`,
    subject: "organization",
    subjectId: organizationId,
    organizationId,
    detail: { list: id, erased, left },
  });
  return { id, organizationId, status, erased, left, memberIds: [proposedById, decidedById] };
}

/** How often (ms) admins are told which cases are past the time of retention. */
const listed = 30 * 86_400_000;

/**
 * The next institution whose admins are to be told that cases are past the time of retention, outside of its quiet
 * hours: told once a month while there are any.
 */
export async function retentionToTell(
  work: Work,
): Promise<{ readonly organizationId: string; readonly count: number } | undefined> {
  const tx = await work.tx();
  const rows = await tx.$queryRaw<{ id: string; timeZone: string; rules: unknown }[]>`
    SELECT "id", "timeZone", "rules" FROM "Organization"
    WHERE "rules" ->> 'retentionYears' IS NOT NULL
      AND ("retentionListedAt" IS NULL OR "retentionListedAt" <= ${new Date(work.now.getTime() - listed)})
    ORDER BY "id" FOR UPDATE SKIP LOCKED`;
  for (const { id, timeZone, rules: stored } of rows) {
    const { reminders, retentionYears } = parseRules(stored);
    if (retentionYears === null || isQuiet(timeIn(timeZone, work.now), reminders.quiet)) continue;
    await tx.organization.update({ where: { id }, data: { retentionListedAt: work.now } });
    const [found] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM "Case" c WHERE ${isPast(id, retentionYears, work.now)}`;
    if (found !== undefined && found.count > 0) return { organizationId: id, count: found.count };
  }
  return undefined;
}

function noted(work: Work, what: string, id: string, more: Readonly<Record<string, number>> = {}): void {
  work.audit.push({
    action: `retention.${what}`,
    subject: "organization",
    subjectId: actorOf(work).organizationId,
    detail: { list: id, ...more },
  });
}
