-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "messageId" INTEGER;

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "caseIds" TEXT[] DEFAULT ARRAY[]::TEXT[];
