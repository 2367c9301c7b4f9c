-- AlterTable
ALTER TABLE "Paper" ADD COLUMN     "reportId" TEXT;

-- CreateIndex
CREATE INDEX "Paper_reportId_idx" ON "Paper"("reportId");

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Beyond the schema
-- A paper of a report is about nothing else.
ALTER TABLE "Paper" DROP CONSTRAINT "Paper_about_check",
  ADD CONSTRAINT "Paper_about_check" CHECK (
    num_nonnulls("caseId", "breachId", "auditId", "reportId") = 1
    OR "supervisionNoteId" IS NOT NULL AND num_nonnulls("breachId", "auditId", "reportId") = 0
  ) NOT VALID;
