import type { DesignFormat, DesignKind } from "../../records/papers/designs.js";
import { isReady } from "./ready.js";

/** Claims one file of an institution to be looked into at time $1, until $2. If the claiming process dies, it is free after that. */
export const claimDesign = `
UPDATE "PaperDesign" d SET "attempts" = d."attempts" + 1, "notBefore" = $2
FROM (
  SELECT "id" FROM "PaperDesign" WHERE "task" IS NOT NULL AND ${isReady("$1")}
  ORDER BY "notBefore"
  LIMIT 1
  FOR UPDATE SKIP LOCKED
) ready, "Organization" o, "Member" m, "Account" a
WHERE d."id" = ready."id" AND o."id" = d."organizationId" AND m."id" = d."shownToId" AND a."id" = m."accountId"
RETURNING d."id", d."kind", d."format", d."fileId", d."attempts", d."organizationId", o."name", o."address", o."contacts",
  a."locale"`;

/** A claimed file, as the statement returns it. */
export type ClaimedDesign = {
  readonly id: string;
  readonly kind: DesignKind;
  readonly format: DesignFormat;
  /** Sealed; null where its bytes are kept. */
  readonly fileId: string | null;
  readonly attempts: number;
  readonly organizationId: string;
  readonly name: string;
  readonly address: string | null;
  readonly contacts: string | null;
  readonly locale: string | null;
};

/** Postpones the file $1 until $2. */
export const postponedDesign = `
UPDATE "PaperDesign" SET "notBefore" = $2 WHERE "id" = $1 AND "task" IS NOT NULL`;

/** The logo of the institution $1, and its template for papers of the kind $2. */
export const currentDesignsOf = `
SELECT "id", "kind", "format" FROM "PaperDesign" WHERE "organizationId" = $1 AND "isCurrent" AND "kind" IN ('logo', $2)`;

/** A design in use, as the statement returns it. */
export type CurrentDesign = Pick<ClaimedDesign, "id" | "kind" | "format">;
