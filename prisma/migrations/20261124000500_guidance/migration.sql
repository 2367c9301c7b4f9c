-- CreateTable
CREATE TABLE "Consultation" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "caseId" TEXT,
    "dilemmaId" TEXT,
    "question" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "proposedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dilemma" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "caseId" TEXT,
    "content" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dilemma_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnansweredQuestion" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "lastOn" TEXT NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "UnansweredQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuidanceVote" (
    "organizationId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "helped" INTEGER NOT NULL DEFAULT 0,
    "missed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "GuidanceVote_pkey" PRIMARY KEY ("organizationId","topic")
);

-- CreateTable
CREATE TABLE "GuidanceDocument" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "fileId" TEXT,
    "mime" TEXT,
    "text" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "GuidanceDocument_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Consultation_askedById_askedAt_idx" ON "Consultation"("askedById", "askedAt");

-- CreateIndex
CREATE INDEX "Consultation_organizationId_askedAt_idx" ON "Consultation"("organizationId", "askedAt");

-- CreateIndex
CREATE INDEX "Dilemma_memberId_updatedAt_idx" ON "Dilemma"("memberId", "updatedAt");

-- CreateIndex
CREATE INDEX "UnansweredQuestion_organizationId_idx" ON "UnansweredQuestion"("organizationId");

-- CreateIndex
CREATE INDEX "GuidanceDocument_organizationId_idx" ON "GuidanceDocument"("organizationId");

-- CreateIndex
CREATE INDEX "GuidanceDocument_status_notBefore_idx" ON "GuidanceDocument"("status", "notBefore");
