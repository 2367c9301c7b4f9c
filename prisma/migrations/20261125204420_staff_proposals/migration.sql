-- CreateTable
CREATE TABLE "StaffProposal" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "workerId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "caseIds" TEXT[],
    "reason" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "proposedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StaffProposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StaffProposal_workerId_idx" ON "StaffProposal"("workerId");

-- CreateIndex
CREATE INDEX "StaffProposal_organizationId_status_idx" ON "StaffProposal"("organizationId", "status");

-- Beyond the schema: what Prisma's language cannot say, written by hand.

ALTER TABLE "StaffProposal" ADD CONSTRAINT "StaffProposal_kind_check" CHECK ("kind" IN ('cases', 'supervisor'));
ALTER TABLE "StaffProposal" ADD CONSTRAINT "StaffProposal_status_check"
  CHECK ("status" IN ('draft', 'asked', 'done', 'refused', 'cancelled'));
