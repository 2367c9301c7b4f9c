-- AlterTable
ALTER TABLE "CaseTurn" ADD COLUMN     "day" TEXT,
ADD COLUMN     "ground" TEXT;
