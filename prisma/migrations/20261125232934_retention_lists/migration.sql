-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "retentionListedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "RetentionList" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "years" INTEGER NOT NULL,
    "caseIds" TEXT[],
    "status" TEXT NOT NULL DEFAULT 'asked',
    "proposedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RetentionList_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RetentionList_organizationId_createdAt_idx" ON "RetentionList"("organizationId", "createdAt");

-- CreateIndex
CREATE INDEX "RetentionList_status_idx" ON "RetentionList"("status");

-- Beyond the schema
ALTER TABLE "RetentionList" ADD CONSTRAINT "RetentionList_status_check"
  CHECK ("status" IN ('asked', 'agreed', 'done', 'refused', 'cancelled', 'stopped'));
