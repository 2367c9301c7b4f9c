-- AlterTable
ALTER TABLE "Dialogue" ADD COLUMN     "topic" TEXT,
ADD COLUMN     "topicAt" TIMESTAMPTZ(3);
