-- DropIndex
DROP INDEX "Client_nameTokens_idx";

-- AlterTable
ALTER TABLE "Client" DROP COLUMN "nameTokens";
