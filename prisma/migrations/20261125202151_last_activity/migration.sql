-- migrate: outside a transaction

-- When a member last did something is asked for in lists: the newest of a member's lines is found at once.
DROP INDEX CONCURRENTLY IF EXISTS "AuditEvent_memberId_at_idx";
CREATE INDEX CONCURRENTLY "AuditEvent_memberId_at_idx" ON "AuditEvent"("memberId", "at");
DROP INDEX CONCURRENTLY IF EXISTS "AuditEvent_memberId_idx";
