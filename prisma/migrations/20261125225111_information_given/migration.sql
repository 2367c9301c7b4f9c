-- CreateTable
CREATE TABLE "InformationGiven" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InformationGiven_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "InformationGiven_caseId_at_idx" ON "InformationGiven"("caseId", "at");

-- AddForeignKey
ALTER TABLE "InformationGiven" ADD CONSTRAINT "InformationGiven_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
