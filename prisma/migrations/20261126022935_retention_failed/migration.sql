-- AlterTable
ALTER TABLE "RetentionList" ADD COLUMN     "failedIds" TEXT[] DEFAULT ARRAY[]::TEXT[];
