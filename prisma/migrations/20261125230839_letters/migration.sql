-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "contacts" TEXT;

-- AlterTable
ALTER TABLE "Paper" ADD COLUMN     "code" TEXT,
ADD COLUMN     "isDraft" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "letterId" TEXT;

-- CreateTable
CREATE TABLE "LetterCounter" (
    "organizationId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "LetterCounter_pkey" PRIMARY KEY ("organizationId","year")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "content" TEXT,
    "caseId" TEXT,
    "roundId" TEXT,
    "day" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "voidedAt" TIMESTAMPTZ(3),
    "voidedById" TEXT,
    "voidReason" TEXT,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Letter_roundId_idx" ON "Letter"("roundId");

-- CreateIndex
CREATE INDEX "Letter_caseId_idx" ON "Letter"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_organizationId_year_sequence_key" ON "Letter"("organizationId", "year", "sequence");

-- CreateIndex
CREATE INDEX "Paper_code_idx" ON "Paper"("code");

-- CreateIndex
CREATE INDEX "Paper_roundId_idx" ON "Paper"("roundId");

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
