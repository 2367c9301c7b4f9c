-- migrate: outside a transaction

-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- What was never told goes after some months, the oldest first, from among what was told and stays for years.
DROP INDEX CONCURRENTLY IF EXISTS "Reminder_suppressed";
CREATE INDEX CONCURRENTLY "Reminder_suppressed" ON "Reminder" ("settledAt") WHERE "status" = 'suppressed';
