-- AlterTable
ALTER TABLE "Attachment" DROP COLUMN "sha256",
DROP COLUMN "size";
