import { statement } from "../storage/connections.js";
import type { Work } from "./work.js";

/** A membership of somebody who has another institution at hand, or none. */
export type Elsewhere = {
  readonly accountId: number;
  readonly memberId: string;
  readonly organizationId: string;
  readonly organization: string;
};

/** Who of these accounts is a member of one of these institutions without having it at hand. */
export async function thoseElsewhere(
  work: Work,
  accountIds: readonly number[],
  organizationIds: readonly string[],
): Promise<Elsewhere[]> {
  const rows = await statement<Omit<Elsewhere, "accountId"> & { accountId: bigint }>(
    await work.tx(),
    elsewhere,
    [accountIds, organizationIds],
  );
  return rows.map((row) => ({ ...row, accountId: Number(row.accountId) }));
}

/**
 * The membership of the person of this update whose institution has one of these rows, where that is not the one at hand.
 * It says no more than where something is: whether they may see it is decided there.
 */
export async function membershipHolding(
  work: Work,
  ids: readonly string[],
): Promise<Pick<Elsewhere, "memberId" | "organization"> | undefined> {
  const { accountId } = work.person;
  if (accountId === null || ids.length === 0) return undefined;
  const [row] = await statement<Pick<Elsewhere, "memberId" | "organization">>(await work.tx(), holding, [
    accountId,
    work.actor?.memberId ?? "",
    ids,
  ]);
  return row;
}

const elsewhere = `-- prepared: elsewhere
SELECT m."accountId", m."id" AS "memberId", m."organizationId", o."name" AS "organization"
FROM "Member" m
JOIN "Account" a ON a."id" = m."accountId"
JOIN "Organization" o ON o."id" = m."organizationId"
WHERE m."accountId" = ANY ($1::bigint[]) AND m."organizationId" = ANY ($2::text[])
  AND m."suspendedAt" IS NULL AND a."activeMemberId" IS DISTINCT FROM m."id"`;

/** What buttons are about, and the institution it belongs to. */
const holding = `-- prepared: holding
SELECT m."id" AS "memberId", o."name" AS "organization"
FROM (
  SELECT "organizationId" FROM "Case" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT c."organizationId" FROM "Round" r JOIN "Case" c ON c."id" = r."caseId" WHERE r."id" = ANY ($3::text[])
  UNION ALL SELECT c."organizationId" FROM "CaseNote" n JOIN "Case" c ON c."id" = n."caseId" WHERE n."id" = ANY ($3::text[])
  UNION ALL SELECT w."organizationId" FROM "Unfiled" u JOIN "Member" w ON w."id" = u."memberId" WHERE u."id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "Deadline" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "Danger" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "Consultation" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "Dilemma" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "Attachment" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "SupervisionNote" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "Permit" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "Member" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "StaffProposal" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "DataRequest" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "Letter" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT unnest(ARRAY["organizationId", "toOrganizationId"]) FROM "Transfer" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "Invitation" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "GuidanceDocument" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "OwnEntry" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "UnansweredQuestion" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "StandardAudit" WHERE "id" = ANY ($3::text[])
  UNION ALL SELECT s."organizationId" FROM "StandardFinding" f JOIN "StandardAudit" s ON s."id" = f."auditId" WHERE f."id" = ANY ($3::text[])
  UNION ALL SELECT "organizationId" FROM "Accreditation" WHERE "id" = ANY ($3::text[])
) held
JOIN "Member" m ON m."organizationId" = held."organizationId"
JOIN "Organization" o ON o."id" = m."organizationId"
WHERE m."accountId" = $1 AND m."id" <> $2 AND m."suspendedAt" IS NULL
LIMIT 1`;
