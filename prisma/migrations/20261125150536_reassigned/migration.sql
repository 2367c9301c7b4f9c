-- AlterTable
ALTER TABLE "CaseTurn" ADD COLUMN     "fromId" TEXT,
ADD COLUMN     "toId" TEXT;
