-- migrate: outside a transaction

-- The files and papers of audits, among all of them.
DROP INDEX CONCURRENTLY IF EXISTS "Attachment_findingId_idx";
CREATE INDEX CONCURRENTLY "Attachment_findingId_idx" ON "Attachment"("findingId");
DROP INDEX CONCURRENTLY IF EXISTS "Paper_auditId_idx";
CREATE INDEX CONCURRENTLY "Paper_auditId_idx" ON "Paper"("auditId");
