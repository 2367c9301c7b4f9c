-- CreateTable
CREATE TABLE "OwnEntry" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "authorId" TEXT NOT NULL,
    "authorRole" TEXT NOT NULL,
    "consultationId" TEXT,
    "unansweredId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "keptAt" TIMESTAMPTZ(3),
    "reviewOn" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OwnEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnEntryText" (
    "entryId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OwnEntryText_pkey" PRIMARY KEY ("entryId","version")
);

-- CreateIndex
CREATE INDEX "OwnEntry_organizationId_status_idx" ON "OwnEntry"("organizationId", "status");

-- AddForeignKey
ALTER TABLE "OwnEntryText" ADD CONSTRAINT "OwnEntryText_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "OwnEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Beyond the schema: the words of ours.
ALTER TABLE "OwnEntry" ADD CONSTRAINT "OwnEntry_status_check"
  CHECK ("status" IN ('draft', 'proposed', 'kept', 'declined', 'retired'));
ALTER TABLE "OwnEntry" ADD CONSTRAINT "OwnEntry_authorRole_check" CHECK ("authorRole" IN ('supervisor', 'admin'));
