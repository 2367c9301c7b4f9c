import { dateIn } from "../../practice/calendar.js";
import type { LocalDate } from "../../practice/form.js";
import { listed } from "../due/tasks.js";
import type { Role } from "../people/actor.js";
import { adminOf, memberNames, membersPerPage } from "../people/members.js";
import type { Work } from "../people/work.js";

/** How a member's registration (STR) stands. A member without a role in casework needs none. */
export type StrState =
  | { readonly kind: "none-needed" | "not-recorded" }
  | { readonly kind: "valid" | "expired"; readonly expiresOn: LocalDate }
  /** Recorded, without the day on which it expires. */
  | { readonly kind: "undated" };

/** A member as the list of members shows one: numbers of cases, never the cases. */
export type RosterLine = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly suspended: boolean;
  readonly blocked: boolean;
  /** Null where nobody supervises the member. */
  readonly supervisorName: string | null;
  readonly openCases: number;
  /** How many deadlines of theirs are overdue. */
  readonly overdue: number;
  /** The last trace of their work in the audit. Null where there is none. */
  readonly lastActiveAt: Date | null;
  readonly str: StrState;
};

/**
 * A page of the members of the acting admin's organisation, oldest first, and the number of all. Two statements
 * whatever the number of members. Throws `NotAllowed` for anyone else.
 */
export async function rosterPage(work: Work, page: number): Promise<{ lines: RosterLine[]; total: number }> {
  const actor = adminOf(work);
  const tx = await work.tx();
  const rows = await tx.$queryRaw<RosterRow[]>`
    WITH page AS (
      SELECT m.*, count(*) OVER ()::int AS "total" FROM "Member" m
      WHERE m."organizationId" = ${actor.organizationId} AND m."leftAt" IS NULL
      ORDER BY m."createdAt", m."id" LIMIT ${membersPerPage} OFFSET ${page * membersPerPage}
    )
    SELECT m."id", m."roles"::text[] AS "roles", m."supervisorId", m."total",
      m."suspendedAt" IS NOT NULL AS "suspended", a."blockedAt" IS NOT NULL AS "blocked",
      (SELECT count(*)::int FROM "Case" c WHERE c."workerId" = m."id" AND c."stage" <> 'closed') AS "openCases",
      (SELECT count(*)::int FROM "Deadline" d
        WHERE d."memberId" = m."id" AND d."dueAt" < ${work.now} AND ${listed(work)}) AS "overdue",
      (SELECT max(e."at") FROM "AuditEvent" e WHERE e."memberId" = m."id") AS "lastActiveAt",
      p."id" IS NOT NULL AS "hasStr", p."expiresOn"
    FROM page m
    JOIN "Account" a ON a."id" = m."accountId"
    LEFT JOIN "Permit" p ON p."memberId" = m."id" AND p."kind" = 'str' AND p."removedAt" IS NULL
    ORDER BY m."createdAt", m."id"`;
  const names = await memberNames(work, [
    ...new Set(rows.flatMap(({ id, supervisorId }) => [id, supervisorId ?? []].flat())),
  ]);
  const today = dateIn(actor.zone, work.now);
  const lines = rows.map(({ total: _, supervisorId, hasStr, expiresOn, ...row }) => ({
    ...row,
    name: names.get(row.id) ?? "",
    supervisorName: supervisorId === null ? null : (names.get(supervisorId) ?? ""),
    str: strStateOf(row.roles, hasStr, expiresOn, today),
  }));
  return { lines, total: rows[0]?.total ?? 0 };
}

/** How the STR of a member with these roles stands on a day. */
export function strStateOf(
  roles: readonly Role[],
  hasStr: boolean,
  expiresOn: LocalDate | null,
  today: LocalDate,
): StrState {
  if (!hasStr) {
    const needsOne = roles.includes("worker") || roles.includes("supervisor");
    return { kind: needsOne ? "not-recorded" : "none-needed" };
  }
  if (expiresOn === null) return { kind: "undated" };
  return { kind: expiresOn < today ? "expired" : "valid", expiresOn };
}

type RosterRow = {
  readonly id: string;
  readonly roles: Role[];
  readonly supervisorId: string | null;
  readonly total: number;
  readonly suspended: boolean;
  readonly blocked: boolean;
  readonly openCases: number;
  readonly overdue: number;
  readonly lastActiveAt: Date | null;
  readonly hasStr: boolean;
  readonly expiresOn: LocalDate | null;
};
