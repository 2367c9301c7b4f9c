-- AlterTable
ALTER TABLE "Dialogue" ADD COLUMN     "messageId" TEXT;

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "calledAt" TIMESTAMPTZ(3),
ADD COLUMN     "path" TEXT,
ADD COLUMN     "roundId" TEXT,
ADD COLUMN     "unsureSince" TIMESTAMPTZ(3);
