-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "preservedAt" TIMESTAMPTZ(3),
ADD COLUMN     "restrictedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ErasedFile" (
    "id" TEXT NOT NULL,
    "erasedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ErasedFile_pkey" PRIMARY KEY ("id")
);
