-- AlterTable
ALTER TABLE "Paper" ADD COLUMN     "breachId" TEXT,
ALTER COLUMN "caseId" DROP NOT NULL,
ALTER COLUMN "roundId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Breach" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "deadlineId" TEXT NOT NULL,
    "recordedById" TEXT NOT NULL,
    "knownAt" TIMESTAMPTZ(3) NOT NULL,
    "content" TEXT,
    "subjectLetterAt" TIMESTAMPTZ(3),
    "authorityLetterAt" TIMESTAMPTZ(3),
    "subjectToldAt" TIMESTAMPTZ(3),
    "authorityToldAt" TIMESTAMPTZ(3),
    "publicToldAt" TIMESTAMPTZ(3),

    CONSTRAINT "Breach_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Breach_organizationId_code_key" ON "Breach"("organizationId", "code");

-- CreateIndex
CREATE INDEX "Paper_breachId_idx" ON "Paper"("breachId");

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_breachId_fkey" FOREIGN KEY ("breachId") REFERENCES "Breach"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Beyond the schema
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_about_check" CHECK (num_nonnulls("caseId", "breachId") = 1) NOT VALID;
