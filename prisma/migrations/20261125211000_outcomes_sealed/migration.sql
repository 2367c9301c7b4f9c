-- How a case ended and on which ground its data is kept is sealed from now on. What is there is carried over by
-- `npm run admin -- rotate-key`. Both tables have a row for a case or for a turn of one: few enough to be written anew.
ALTER TABLE "Case" ADD COLUMN "voided" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Case" SET "voided" = true WHERE "outcome" = 'voided';
ALTER TABLE "Case" DROP COLUMN "outcome";
ALTER TABLE "CaseTurn" ALTER COLUMN "outcome" TYPE TEXT USING "outcome"::text;
DROP TYPE "Outcome";
