-- migrate: outside a transaction

-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- The messages that stand in a chat: asked for when somebody may not read a case any more.
DROP INDEX CONCURRENTLY IF EXISTS "Message_of_chat";
CREATE INDEX CONCURRENTLY "Message_of_chat" ON "Message" ("chatId", "telegramId") WHERE "telegramId" IS NOT NULL;
