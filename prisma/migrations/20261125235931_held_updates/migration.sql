-- migrate: outside a transaction

-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- What was sent to a locked chat: asked for when the PIN is given.
DROP INDEX CONCURRENTLY IF EXISTS "Update_held";
CREATE INDEX CONCURRENTLY "Update_held" ON "Update" ("chatKey") WHERE "status" = 'held';

-- The rows of before, under a lock that lets everybody read and write.
ALTER TABLE "Update" VALIDATE CONSTRAINT "Update_status_check";
