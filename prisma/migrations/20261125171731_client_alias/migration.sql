-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "alias" TEXT;

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "lastContactOn" TEXT;
