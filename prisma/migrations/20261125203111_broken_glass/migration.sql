-- CreateTable
CREATE TABLE "BrokenGlass" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BrokenGlass_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BrokenGlass_caseId_until_idx" ON "BrokenGlass"("caseId", "until");
