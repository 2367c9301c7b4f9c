-- CreateTable
CREATE TABLE "Danger" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "caseId" TEXT,
    "whom" TEXT NOT NULL,
    "kinds" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "notedById" TEXT NOT NULL,
    "notedAt" TIMESTAMPTZ(3) NOT NULL,
    "updateId" BIGINT,
    "repeats" INTEGER NOT NULL DEFAULT 0,
    "told" TEXT[],
    "rung" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),
    "acknowledgedById" TEXT,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "closedById" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "closing" TEXT,

    CONSTRAINT "Danger_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Danger_caseId_idx" ON "Danger"("caseId");

-- CreateIndex
CREATE INDEX "Danger_organizationId_closedAt_idx" ON "Danger"("organizationId", "closedAt");

-- CreateIndex
CREATE INDEX "Danger_notedById_updateId_idx" ON "Danger"("notedById", "updateId");

-- CreateIndex
CREATE INDEX "Danger_nextAt_idx" ON "Danger"("nextAt");

-- AddForeignKey
ALTER TABLE "Danger" ADD CONSTRAINT "Danger_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Danger" ADD CONSTRAINT "Danger_notedById_fkey" FOREIGN KEY ("notedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
