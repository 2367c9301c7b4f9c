-- migrate: outside a transaction

-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- The questions that were put to a chat, newest last: asked for what was sent before a question was seen.
DROP INDEX CONCURRENTLY IF EXISTS "Message_questions";
CREATE INDEX CONCURRENTLY "Message_questions" ON "Message" ("chatId", "telegramId") WHERE "path" IS NOT NULL;
