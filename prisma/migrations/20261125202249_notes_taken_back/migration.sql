-- AlterTable
ALTER TABLE "CaseNote" ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);
