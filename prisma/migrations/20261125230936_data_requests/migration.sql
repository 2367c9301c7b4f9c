-- CreateTable
CREATE TABLE "DataRequest" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "asksFor" TEXT NOT NULL,
    "words" TEXT,
    "recordedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "erasureAskedById" TEXT,
    "erasureAskedAt" TIMESTAMPTZ(3),
    "endedById" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "ending" TEXT,
    "notifiedById" TEXT,
    "notifiedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DataRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DataRequest_caseId_idx" ON "DataRequest"("caseId");

-- CreateIndex
CREATE INDEX "DataRequest_organizationId_askedAt_idx" ON "DataRequest"("organizationId", "askedAt");
