-- CreateTable
CREATE TABLE "RemarkDraft" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RemarkDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RemarkDraft_roundId_idx" ON "RemarkDraft"("roundId");
