-- CreateTable
CREATE TABLE "AuditLink" (
    "organizationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "eventId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditLink_pkey" PRIMARY KEY ("organizationId","number")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "organizationId" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',
    "links" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("organizationId")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditLink_eventId_key" ON "AuditLink"("eventId");

-- Beyond the schema: what Prisma's language cannot say, written by hand.

CREATE TRIGGER "AuditLink_append_only" BEFORE UPDATE OR DELETE ON "AuditLink"
  FOR EACH ROW EXECUTE FUNCTION keep_as_recorded();
