import { dateIn } from "../../practice/calendar.js";
import type { LocalDate } from "../../practice/form.js";
import type { Role } from "../people/actor.js";
import { adminOf, memberNames } from "../people/members.js";
import type { Work } from "../people/work.js";
import { kindsIn } from "../storage/deadlineKinds.js";
import { type StrState, strStateOf } from "./roster.js";

/** Lines on one page of a register. */
export const registerPerPage = 12;

/** What a member may practise on: their STR, and how many places of practice (SIPPS) they recorded. */
export type PermitLine = { readonly name: string; readonly str: StrState; readonly places: number };

/** The STR and SIPPS of those who do casework, oldest member first. Throws `NotAllowed` for anyone but an admin. */
export async function permitRegister(
  work: Work,
  page: number,
): Promise<{ lines: PermitLine[]; total: number }> {
  const { organizationId, zone } = adminOf(work);
  const tx = await work.tx();
  type Row = { id: string; roles: Role[]; expiresOn: LocalDate | null; hasStr: boolean; places: number };
  const rows = await tx.$queryRaw<(Row & { total: number })[]>`
    SELECT m."id", m."roles"::text[] AS "roles", p."expiresOn", p."id" IS NOT NULL AS "hasStr",
      (SELECT count(*)::int FROM "Permit" s
        WHERE s."memberId" = m."id" AND s."kind" = 'sipps' AND s."removedAt" IS NULL) AS "places",
      count(*) OVER ()::int AS "total"
    FROM "Member" m
    LEFT JOIN "Permit" p ON p."memberId" = m."id" AND p."kind" = 'str' AND p."removedAt" IS NULL
    WHERE m."organizationId" = ${organizationId} AND m."roles" && '{worker,supervisor}'
    ORDER BY m."createdAt", m."id" LIMIT ${registerPerPage} OFFSET ${page * registerPerPage}`;
  const names = await memberNames(
    work,
    rows.map(({ id }) => id),
  );
  const today = dateIn(zone, work.now);
  const lines = rows.map(({ id, roles, hasStr, expiresOn, places }) => ({
    name: names.get(id) ?? "",
    str: strStateOf(roles, hasStr, expiresOn, today),
    places,
  }));
  return { lines, total: rows[0]?.total ?? 0 };
}

/** The registers of what the law on personal data sets a time for. */
export const dataRegisters = { requests: "data-subject-request", breaches: "data-breach-notice" } as const;

/** A line of such a register: since when, by when, and when it was met. The code is null of a breach. */
export type DataLine = {
  readonly code: string | null;
  readonly name: string;
  readonly startsAt: Date;
  readonly dueAt: Date;
  /** Null while it is open. */
  readonly metAt: Date | null;
};

/** A page of a register, the newest first. Throws `NotAllowed` for anyone but an admin. */
export async function dataRegister(
  work: Work,
  which: keyof typeof dataRegisters,
  page: number,
): Promise<{ lines: DataLine[]; total: number }> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const rows = await tx.$queryRaw<(Omit<DataLine, "name"> & { memberId: string; total: number })[]>`
    SELECT c."code", d."memberId", d."startsAt", d."dueAt", coalesce(d."handedOverAt", d."doneAt") AS "metAt",
      count(*) OVER ()::int AS "total"
    FROM "Deadline" d LEFT JOIN "Case" c ON c."id" = d."caseId"
    WHERE d."organizationId" = ${organizationId} AND d."cancelledAt" IS NULL
      AND d."key" = ANY (${kindsIn(work.sealer, [dataRegisters[which]])})
    ORDER BY d."startsAt" DESC, d."id" LIMIT ${registerPerPage} OFFSET ${page * registerPerPage}`;
  const names = await memberNames(work, [...new Set(rows.map(({ memberId }) => memberId))]);
  const lines = rows.map(({ memberId, total: _, ...line }) => ({ ...line, name: names.get(memberId) ?? "" }));
  return { lines, total: rows[0]?.total ?? 0 };
}
