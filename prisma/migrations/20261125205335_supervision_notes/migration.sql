-- CreateTable
CREATE TABLE "SupervisionNote" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "workerId" TEXT NOT NULL,
    "caseId" TEXT,
    "memberId" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "points" TEXT NOT NULL,
    "nextOn" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SupervisionNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionRead" (
    "memberId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SessionRead_pkey" PRIMARY KEY ("memberId","roundId")
);

-- CreateIndex
CREATE INDEX "SupervisionNote_caseId_createdAt_idx" ON "SupervisionNote"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "SupervisionNote_workerId_createdAt_idx" ON "SupervisionNote"("workerId", "createdAt");
