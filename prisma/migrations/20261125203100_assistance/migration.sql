-- AlterTable
ALTER TABLE "Answer" ADD COLUMN     "origin" TEXT;

-- CreateTable
CREATE TABLE "AssistConsent" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "caseId" TEXT,
    "agreed" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AssistConsent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssistJob" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "attachmentId" TEXT,
    "memberId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "result" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "AssistJob_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AssistConsent_caseId_idx" ON "AssistConsent"("caseId");

-- CreateIndex
CREATE INDEX "AssistConsent_memberId_idx" ON "AssistConsent"("memberId");

-- CreateIndex
CREATE INDEX "AssistJob_status_notBefore_idx" ON "AssistJob"("status", "notBefore");

-- CreateIndex
CREATE INDEX "AssistJob_attachmentId_idx" ON "AssistJob"("attachmentId");

-- CreateIndex
CREATE INDEX "AssistJob_createdAt_idx" ON "AssistJob"("createdAt");

-- Beyond the schema: what Prisma's language cannot say, written by hand.
ALTER TABLE "AssistConsent" ADD CONSTRAINT "AssistConsent_service_check" CHECK ("service" IN ('transcription', 'language'));
ALTER TABLE "AssistJob" ADD CONSTRAINT "AssistJob_service_check" CHECK ("service" IN ('transcription', 'language'));
ALTER TABLE "AssistJob" ADD CONSTRAINT "AssistJob_status_check" CHECK ("status" IN ('asked', 'waiting', 'done', 'failed', 'dropped'));
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_origin_check" CHECK ("origin" IN ('transcribed', 'proposed')) NOT VALID;
