-- AlterTable
ALTER TABLE "Deadline" ADD COLUMN     "handedOverAt" TIMESTAMPTZ(3),
ADD COLUMN     "handover" TEXT;
