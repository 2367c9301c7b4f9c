-- AlterTable
ALTER TABLE "Paper" ADD COLUMN     "designId" TEXT;

-- CreateTable
CREATE TABLE "PaperDesign" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'sent',
    "task" TEXT DEFAULT 'check',
    "version" INTEGER,
    "isCurrent" BOOLEAN NOT NULL DEFAULT false,
    "fileId" TEXT,
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "shownToId" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "failedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaperDesign_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PaperDesign_organizationId_kind_idx" ON "PaperDesign"("organizationId", "kind");

-- CreateIndex
CREATE INDEX "PaperDesign_task_notBefore_idx" ON "PaperDesign"("task", "notBefore");

-- Beyond the schema: what Prisma's language cannot say, written by hand.
ALTER TABLE "PaperDesign"
  ADD CONSTRAINT "PaperDesign_kind_check" CHECK ("kind" IN ('logo', 'consent', 'contract', 'assessment', 'social', 'plan',
    'session', 'evaluation', 'referral', 'termination', 'aftercare', 'supervision', 'data-copy', 'breach-subject',
    'breach-authority')),
  ADD CONSTRAINT "PaperDesign_format_check" CHECK ("format" IN ('png', 'typ', 'docx')),
  ADD CONSTRAINT "PaperDesign_status_check" CHECK ("status" IN ('sent', 'offered', 'kept')),
  ADD CONSTRAINT "PaperDesign_task_check" CHECK ("task" IN ('check', 'show')),
  ADD CONSTRAINT "PaperDesign_current_check" CHECK (NOT "isCurrent" OR ("status" = 'kept' AND "version" IS NOT NULL));

-- A paper is made with one template, and a letterhead has one logo.
CREATE UNIQUE INDEX "PaperDesign_current_key" ON "PaperDesign" ("organizationId", "kind") WHERE "isCurrent";
CREATE UNIQUE INDEX "PaperDesign_version_key" ON "PaperDesign" ("organizationId", "kind", "version");
