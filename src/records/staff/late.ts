import { Prisma } from "../../generated/prisma/client.js";
import type { DeadlineKey } from "../../practice/deadlines.js";
import type { StageOrClosed } from "../case/caseLists.js";
import { listed } from "../due/tasks.js";
import { adminOf, memberNames } from "../people/members.js";
import type { Work } from "../people/work.js";
import { deadlineKeyOf } from "../storage/deadlineKinds.js";

/** An overdue deadline as an admin may see it: the code and the stage of the case, and whose it is. */
export type LateLine = {
  readonly key: DeadlineKey;
  readonly step: string;
  readonly statutory: boolean;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly code: string | null;
  readonly stage: StageOrClosed | null;
  readonly memberId: string;
  readonly name: string;
};

/** A page of what is late, how many pages of it there are, and how much of it each member has. */
export type LatePage = {
  readonly lines: readonly LateLine[];
  readonly total: number;
  /** The members with something late, most first. */
  readonly members: readonly { readonly id: string; readonly name: string; readonly count: number }[];
};

/** Lines on one page of the list. */
export const latePerPage = 10;

/**
 * What is late in the acting admin's organisation, or of one member: what the law sets first, then the longest
 * overdue. Codes and names of staff only. Throws `NotAllowed` for anyone but an admin.
 */
export async function listLate(work: Work, memberId: string | null, page: number): Promise<LatePage> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const late = Prisma.sql`d."organizationId" = ${organizationId} AND d."dueAt" < ${work.now} AND ${listed(work)}`;
  const counted = await tx.$queryRaw<{ memberId: string; count: number }[]>`
    SELECT d."memberId", count(*)::int AS "count" FROM "Deadline" d WHERE ${late}
    GROUP BY 1 ORDER BY 2 DESC, 1`;
  const own = memberId === null ? Prisma.empty : Prisma.sql`AND d."memberId" = ${memberId}`;
  const rows = await tx.$queryRaw<(Omit<LateLine, "key" | "name"> & { key: string })[]>`
    SELECT d."key", d."step", d."statutory", d."startsAt", d."dueAt", d."memberId", c."code", c."stage"::text AS "stage"
    FROM "Deadline" d LEFT JOIN "Case" c ON c."id" = d."caseId"
    WHERE ${late} ${own}
    ORDER BY d."statutory" DESC, d."dueAt", d."id" LIMIT ${latePerPage} OFFSET ${page * latePerPage}`;
  const names = await memberNames(
    work,
    counted.map((one) => one.memberId),
  );
  const meant = counted.filter((one) => memberId === null || one.memberId === memberId);
  return {
    lines: rows.map((row) => ({
      ...row,
      key: deadlineKeyOf(work.sealer, row.key),
      name: names.get(row.memberId) ?? "",
    })),
    total: meant.reduce((sum, { count }) => sum + count, 0),
    members: counted.map(({ memberId: id, count }) => ({ id, name: names.get(id) ?? "", count })),
  };
}

/** How much is late in the acting admin's organisation. Throws `NotAllowed` for anyone but an admin. */
export async function countLate(work: Work): Promise<number> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Deadline" d
    WHERE d."organizationId" = ${organizationId} AND d."dueAt" < ${work.now} AND ${listed(work)}`;
  return row?.count ?? 0;
}
