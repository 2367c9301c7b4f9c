-- migrate: outside a transaction

-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- What a member has to do now, for tasks and the supervisor's desk: with the years nearly all of a member's deadlines are done.
DROP INDEX CONCURRENTLY IF EXISTS "Deadline_open_by";
CREATE INDEX CONCURRENTLY "Deadline_open_by" ON "Deadline" ("memberId", "dueAt")
  WHERE "doneAt" IS NULL AND "cancelledAt" IS NULL;
