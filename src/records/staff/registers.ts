import { dateIn } from "../../practice/calendar.js";
import type { LocalDate } from "../../practice/form.js";
import { adoptClocks, type DataRequest, requestOf } from "../dataRights/dataRequests.js";
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
    WHERE m."organizationId" = ${organizationId} AND m."leftAt" IS NULL AND m."roles" && '{worker,supervisor}'
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

/** A line of the register of clients' requests: what, since when, by when, how it ended and whether they were told. */
export type RequestLine = Pick<DataRequest, "kind" | "askedAt" | "dueAt" | "endedAt" | "notifiedAt"> & {
  readonly code: string;
  /** The worker of the case. */
  readonly name: string;
  readonly isRefused: boolean;
};

/**
 * A page of the register of clients' requests about their data, the newest first. It holds no words of theirs, and stays
 * when a case is erased. Throws `NotAllowed` for anyone but an admin.
 */
export async function requestRegister(
  work: Work,
  page: number,
): Promise<{ lines: RequestLine[]; total: number }> {
  const { organizationId } = adminOf(work);
  await adoptClocks(work, organizationId);
  const tx = await work.tx();
  const where = { organizationId };
  const total = await tx.dataRequest.count({ where });
  const rows = await tx.dataRequest.findMany({
    where,
    orderBy: [{ askedAt: "desc" }, { id: "asc" }],
    skip: page * registerPerPage,
    take: registerPerPage,
  });
  const cases = await tx.case.findMany({
    where: { id: { in: rows.map(({ caseId }) => caseId) } },
    select: { id: true, code: true, workerId: true },
  });
  const names = await memberNames(work, [...new Set(cases.map(({ workerId }) => workerId))]);
  const lines = rows.map((row) => {
    const { kind, askedAt, dueAt, endedAt, notifiedAt, ending } = requestOf(work.sealer, row);
    const of = cases.find(({ id }) => id === row.caseId);
    const name = names.get(of?.workerId ?? "") ?? "";
    return {
      kind,
      askedAt,
      dueAt,
      endedAt,
      notifiedAt,
      isRefused: ending?.kind === "refused",
      code: of?.code ?? "",
      name,
    };
  });
  return { lines, total };
}

/** A line of the register of data breaches: since when, by when, and when the notice was given. */
export type BreachLine = {
  readonly name: string;
  readonly startsAt: Date;
  readonly dueAt: Date;
  /** Null while it is open. */
  readonly metAt: Date | null;
};

/** A page of that register, the newest first. Throws `NotAllowed` for anyone but an admin. */
export async function breachRegister(
  work: Work,
  page: number,
): Promise<{ lines: BreachLine[]; total: number }> {
  const { organizationId } = adminOf(work);
  const tx = await work.tx();
  const rows = await tx.$queryRaw<(Omit<BreachLine, "name"> & { memberId: string; total: number })[]>`
    SELECT d."memberId", d."startsAt", d."dueAt", coalesce(d."handedOverAt", d."doneAt") AS "metAt",
      count(*) OVER ()::int AS "total"
    FROM "Deadline" d
    WHERE d."organizationId" = ${organizationId} AND d."cancelledAt" IS NULL
      AND d."key" = ANY (${kindsIn(work.sealer, ["data-breach-notice"])})
    ORDER BY d."startsAt" DESC, d."id" LIMIT ${registerPerPage} OFFSET ${page * registerPerPage}`;
  const names = await memberNames(work, [...new Set(rows.map(({ memberId }) => memberId))]);
  const lines = rows.map(({ memberId, total: _, ...line }) => ({ ...line, name: names.get(memberId) ?? "" }));
  return { lines, total: rows[0]?.total ?? 0 };
}
