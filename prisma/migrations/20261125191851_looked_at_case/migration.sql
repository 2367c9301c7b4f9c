-- AlterTable
ALTER TABLE "Dialogue" ADD COLUMN     "caseId" TEXT;
