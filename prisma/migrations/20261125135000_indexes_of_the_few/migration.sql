-- migrate: outside a transaction

-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- What was put aside is counted by /metrics every few seconds: a handful among millions (150,000 messages: 30 ms a
-- look by reading them all).
DROP INDEX CONCURRENTLY IF EXISTS "Update_dead";
CREATE INDEX CONCURRENTLY "Update_dead" ON "Update" ("seq") WHERE "status" = 'dead';
DROP INDEX CONCURRENTLY IF EXISTS "Message_dead";
CREATE INDEX CONCURRENTLY "Message_dead" ON "Message" ("seq") WHERE "status" = 'dead';

-- What a member did, for /privasi.
DROP INDEX CONCURRENTLY IF EXISTS "AuditEvent_memberId_idx";
CREATE INDEX CONCURRENTLY "AuditEvent_memberId_idx" ON "AuditEvent" ("memberId");
