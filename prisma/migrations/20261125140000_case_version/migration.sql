-- What the JSON columns of Case tell is moved into rows of its own. Cases that were never closed, reopened or
-- opened out of order have none, so few rows are written; the columns themselves come and go without a rewrite of
-- the table. Nobody may add an entry between the reading and the dropping.
LOCK TABLE "Case" IN SHARE ROW EXCLUSIVE MODE;

-- CreateTable
CREATE TABLE "CaseTurn" (
    "caseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" "Outcome",
    "form" TEXT,
    "roundId" TEXT,
    "part" TEXT,
    "memberId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "sealedAt" TEXT,

    CONSTRAINT "CaseTurn_pkey" PRIMARY KEY ("caseId","number")
);

INSERT INTO "CaseTurn" ("caseId", "number", "kind", "outcome", "form", "memberId", "at", "reason", "sealedAt")
SELECT e."caseId",
  row_number() OVER (PARTITION BY e."caseId" ORDER BY (e."entry" ->> 'at')::timestamptz, e."column", e."place"),
  coalesce(e."entry" ->> 'kind', 'overridden'), (e."entry" ->> 'outcome')::"Outcome", e."entry" ->> 'form',
  e."entry" ->> 'memberId', (e."entry" ->> 'at')::timestamptz, e."entry" ->> 'reason',
  e."column" || ':' || (e."place" - 1)
FROM (
  SELECT c."id" AS "caseId", 'turns' AS "column", t."entry", t."place"
  FROM "Case" c, jsonb_array_elements(c."turns") WITH ORDINALITY AS t("entry", "place")
  WHERE c."turns" <> '[]'
  UNION ALL
  SELECT c."id", 'overrides', o."entry", o."place"
  FROM "Case" c, jsonb_array_elements(c."overrides") WITH ORDINALITY AS o("entry", "place")
  WHERE c."overrides" <> '[]'
) e;

-- AlterTable
ALTER TABLE "Case" DROP COLUMN "overrides",
DROP COLUMN "turns",
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AddForeignKey
ALTER TABLE "CaseTurn" ADD CONSTRAINT "CaseTurn_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Beyond the schema
CREATE TRIGGER "CaseTurn_append_only" BEFORE UPDATE OR DELETE ON "CaseTurn"
  FOR EACH ROW EXECUTE FUNCTION keep_as_recorded();
ALTER TABLE "CaseTurn" ADD CONSTRAINT "CaseTurn_kind_check" CHECK ("kind" ~ '^[a-z][a-z-]*$');
ALTER TABLE "CaseTurn" ADD CONSTRAINT "CaseTurn_form_check" CHECK ("form" ~ '^[a-z][a-z-]*$');
