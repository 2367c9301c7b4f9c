-- AlterTable
ALTER TABLE "GuidanceDocument" ADD COLUMN     "contents" TEXT,
ADD COLUMN     "messageId" INTEGER,
ADD COLUMN     "pages" INTEGER,
ADD COLUMN     "passages" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "readAs" TEXT,
ADD COLUMN     "readingPage" INTEGER,
ADD COLUMN     "scannedPages" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "GuidanceSegment" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "terms" TEXT NOT NULL,

    CONSTRAINT "GuidanceSegment_pkey" PRIMARY KEY ("documentId","number")
);

-- AddForeignKey
ALTER TABLE "GuidanceSegment" ADD CONSTRAINT "GuidanceSegment_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "GuidanceDocument"("id") ON DELETE CASCADE ON UPDATE CASCADE;
