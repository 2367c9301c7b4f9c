-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "findingId" TEXT,
ALTER COLUMN "roundId" DROP NOT NULL,
ALTER COLUMN "path" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Paper" ADD COLUMN     "auditId" TEXT;

-- CreateTable
CREATE TABLE "StandardAudit" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "startedById" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedById" TEXT,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StandardAudit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandardFinding" (
    "id" TEXT NOT NULL,
    "auditId" TEXT NOT NULL,
    "component" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "plannedAt" TIMESTAMPTZ(3),
    "improvement" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "ending" TEXT,
    "endedById" TEXT,

    CONSTRAINT "StandardFinding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Accreditation" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "expiresOn" TEXT NOT NULL,
    "recordedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Accreditation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StandardAudit_organizationId_instrument_finishedAt_idx" ON "StandardAudit"("organizationId", "instrument", "finishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "StandardAudit_organizationId_code_key" ON "StandardAudit"("organizationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "StandardFinding_auditId_component_key" ON "StandardFinding"("auditId", "component");

-- CreateIndex
CREATE INDEX "Accreditation_organizationId_idx" ON "Accreditation"("organizationId");

-- AddForeignKey
ALTER TABLE "StandardFinding" ADD CONSTRAINT "StandardFinding_auditId_fkey" FOREIGN KEY ("auditId") REFERENCES "StandardAudit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_auditId_fkey" FOREIGN KEY ("auditId") REFERENCES "StandardAudit"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;

-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- One audit of an instrument is open at a time.
CREATE UNIQUE INDEX "StandardAudit_one_open" ON "StandardAudit" ("organizationId", "instrument") WHERE "finishedAt" IS NULL;
-- Improvements that are wanted, of all findings ever made.
CREATE INDEX "StandardFinding_planned" ON "StandardFinding" ("auditId") WHERE "plannedAt" IS NOT NULL AND "endedAt" IS NULL;
-- One accreditation of an institution is in force.
CREATE UNIQUE INDEX "Accreditation_in_force" ON "Accreditation" ("organizationId") WHERE "removedAt" IS NULL;

ALTER TABLE "StandardAudit" ADD CONSTRAINT "StandardAudit_instrument_check"
  CHECK ("instrument" IN ('public-service', 'lks-accreditation'));
ALTER TABLE "StandardFinding" ADD CONSTRAINT "StandardFinding_ending_check" CHECK ("ending" IN ('done', 'overtaken'));
ALTER TABLE "Accreditation" ADD CONSTRAINT "Accreditation_grade_check" CHECK ("grade" IN ('A', 'B', 'C'));

-- A file belongs to a form or to a finding, a paper to a case, a breach, an audit or a note of supervision. The rows of
-- before are checked by the migration after the next.
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_about_check" CHECK (num_nonnulls("roundId", "findingId") = 1) NOT VALID;
ALTER TABLE "Paper" DROP CONSTRAINT "Paper_about_check",
  ADD CONSTRAINT "Paper_about_check" CHECK (
    num_nonnulls("caseId", "breachId", "auditId") = 1
    OR "supervisionNoteId" IS NOT NULL AND num_nonnulls("breachId", "auditId") = 0
  ) NOT VALID;
