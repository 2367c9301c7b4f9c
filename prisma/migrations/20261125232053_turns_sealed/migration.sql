-- What a turn of a case was is sealed from now on, as a whole. SQL has no key: what is there stays as it was, in one
-- column, until `npm run admin -- rotate-key` carries it over. The tables have a row for a case or for a turn of one: few
-- enough to be written anew.

-- Whom a case serves says the approach form, sealed.
ALTER TABLE "Client" DROP COLUMN "level";
DROP TYPE "ClientLevel";

-- Which columns may be sealed again says each trigger. Until now no turn of a case could be.
CREATE OR REPLACE FUNCTION keep_as_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('pendamping.erasing', true) = 'on' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND TG_NARGS > 0 AND current_setting('pendamping.resealing', true) = 'on'
    AND to_jsonb(OLD) - TG_ARGV = to_jsonb(NEW) - TG_ARGV
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a row of "%" is never changed or removed', TG_TABLE_NAME;
END
$$;
CREATE OR REPLACE TRIGGER "Answer_append_only" BEFORE UPDATE OR DELETE ON "Answer"
  FOR EACH ROW EXECUTE FUNCTION keep_as_recorded('value', 'path');
CREATE OR REPLACE TRIGGER "CaseTurn_append_only" BEFORE UPDATE OR DELETE ON "CaseTurn"
  FOR EACH ROW EXECUTE FUNCTION keep_as_recorded('content', 'reason');

-- Which request waits is found without reading the turns.
ALTER TABLE "Case" ADD COLUMN "request" TEXT, ADD COLUMN "requestedAt" TIMESTAMPTZ(3);
UPDATE "Case" c SET "request" = t."kind", "requestedAt" = t."at"
FROM "CaseTurn" t
WHERE t."caseId" = c."id" AND t."kind" IN ('closing-asked', 'reopening-asked')
  AND NOT EXISTS (SELECT 1 FROM "CaseTurn" o WHERE o."caseId" = t."caseId" AND o."number" > t."number"
    AND o."kind" IN ('closed', 'reopened', 'refused', 'request-withdrawn', 'closing-asked', 'reopening-asked'));

ALTER TABLE "CaseTurn" ADD COLUMN "content" TEXT;
SELECT set_config('pendamping.resealing', 'on', true);
UPDATE "CaseTurn" SET "content" = jsonb_strip_nulls(jsonb_build_object('kind', "kind", 'outcome', "outcome",
  'form', "form", 'part', "part", 'ground', "ground", 'day', "day"))::text;
SELECT set_config('pendamping.resealing', 'off', true);
ALTER TABLE "CaseTurn" ALTER COLUMN "content" SET NOT NULL,
DROP COLUMN "day",
DROP COLUMN "form",
DROP COLUMN "ground",
DROP COLUMN "kind",
DROP COLUMN "outcome",
DROP COLUMN "part";

-- Beyond the schema: what Prisma's language cannot say, written by hand.
CREATE INDEX "Case_requested" ON "Case" ("organizationId") WHERE "requestedAt" IS NOT NULL;
