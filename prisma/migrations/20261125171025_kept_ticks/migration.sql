-- AlterTable
ALTER TABLE "Dialogue" ADD COLUMN     "ticks" TEXT;
