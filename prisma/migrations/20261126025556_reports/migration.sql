-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "chatId" BIGINT NOT NULL,
    "scope" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "content" TEXT,
    "madeAt" TIMESTAMPTZ(3),

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Report_status_notBefore_idx" ON "Report"("status", "notBefore");

-- CreateIndex
CREATE INDEX "Report_madeAt_idx" ON "Report"("madeAt");

-- CreateIndex
CREATE INDEX "Report_memberId_askedAt_idx" ON "Report"("memberId", "askedAt");

-- Beyond the schema
ALTER TABLE "Report" ADD CONSTRAINT "Report_scope_check" CHECK ("scope" IN ('mine', 'team', 'institution'));
ALTER TABLE "Report" ADD CONSTRAINT "Report_status_check" CHECK ("status" IN ('waiting', 'made', 'failed'));
