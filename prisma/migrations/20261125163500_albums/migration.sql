-- migrate: outside a transaction

-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- The files of an album that was begun: asked for once for each further file of one.
DROP INDEX CONCURRENTLY IF EXISTS "Attachment_albums";
CREATE INDEX CONCURRENTLY "Attachment_albums" ON "Attachment" ("memberId", "albumId") WHERE "albumId" IS NOT NULL;
