-- CreateTable
CREATE TABLE "Export" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "chatId" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "choice" JSONB NOT NULL,
    "reason" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "digest" TEXT,
    "madeAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExportSettings" (
    "organizationId" TEXT NOT NULL,
    "pseudonymKey" TEXT NOT NULL,
    "recap" JSONB NOT NULL DEFAULT '{}',
    "primero" TEXT,

    CONSTRAINT "ExportSettings_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "LembarDefinition" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LembarDefinition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Export_organizationId_createdAt_idx" ON "Export"("organizationId", "createdAt");

-- CreateIndex
CREATE INDEX "Export_status_notBefore_idx" ON "Export"("status", "notBefore");

-- CreateIndex
CREATE INDEX "LembarDefinition_organizationId_idx" ON "LembarDefinition"("organizationId");

-- Beyond the schema: words of ours.
ALTER TABLE "Export" ADD CONSTRAINT "Export_kind_check"
  CHECK ("kind" IN ('data', 'recap', 'accreditation', 'primero'));
ALTER TABLE "Export" ADD CONSTRAINT "Export_status_check"
  CHECK ("status" IN ('draft', 'asked', 'waiting', 'made', 'refused', 'declined', 'cancelled'));
