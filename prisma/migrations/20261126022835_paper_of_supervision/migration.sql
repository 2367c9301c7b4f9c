-- AlterTable
ALTER TABLE "Paper" ADD COLUMN     "supervisionNoteId" TEXT;

-- CreateIndex
CREATE INDEX "Paper_supervisionNoteId_idx" ON "Paper"("supervisionNoteId");

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_supervisionNoteId_fkey" FOREIGN KEY ("supervisionNoteId") REFERENCES "SupervisionNote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Beyond the schema
ALTER TABLE "Paper" DROP CONSTRAINT "Paper_about_check";
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_about_check" CHECK (
  num_nonnulls("caseId", "breachId") = 1 OR "supervisionNoteId" IS NOT NULL AND "breachId" IS NULL
) NOT VALID;
