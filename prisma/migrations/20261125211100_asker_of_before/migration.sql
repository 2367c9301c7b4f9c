-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- The rows that were there before the check of the migration before this one. Everybody may read and write meanwhile.
ALTER TABLE "Reminder" VALIDATE CONSTRAINT "Reminder_audience_check";
