-- CreateTable
CREATE TABLE "Paper" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "content" TEXT,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "digest" TEXT,
    "memberId" TEXT NOT NULL,
    "chatId" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "madeAt" TIMESTAMPTZ(3),

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Paper_caseId_createdAt_idx" ON "Paper"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "Paper_status_notBefore_idx" ON "Paper"("status", "notBefore");

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Beyond the schema: a word of ours is one of these.
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_status_check" CHECK ("status" IN ('waiting', 'made', 'refused'));
