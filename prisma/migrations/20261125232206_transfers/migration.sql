-- CreateTable
CREATE TABLE "ReceivingCode" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "madeById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReceivingCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Transfer" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "toOrganizationId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "terms" TEXT,
    "packet" TEXT,
    "answer" TEXT,
    "askedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),
    "sentById" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "receivedCaseId" TEXT,

    CONSTRAINT "Transfer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReceivingCode_codeHash_key" ON "ReceivingCode"("codeHash");

-- CreateIndex
CREATE INDEX "ReceivingCode_organizationId_idx" ON "ReceivingCode"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Transfer_receivedCaseId_key" ON "Transfer"("receivedCaseId");

-- CreateIndex
CREATE INDEX "Transfer_caseId_idx" ON "Transfer"("caseId");

-- CreateIndex
CREATE INDEX "Transfer_organizationId_status_idx" ON "Transfer"("organizationId", "status");

-- CreateIndex
CREATE INDEX "Transfer_toOrganizationId_status_idx" ON "Transfer"("toOrganizationId", "status");

-- AddForeignKey
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_receivedCaseId_fkey" FOREIGN KEY ("receivedCaseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Beyond the schema
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_status_check"
  CHECK ("status" IN ('draft', 'asked', 'refused', 'withdrawn', 'sent', 'declined', 'accepted'));
