-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "turns" JSONB NOT NULL DEFAULT '[]';
