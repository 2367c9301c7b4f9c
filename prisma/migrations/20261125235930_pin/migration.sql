-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "pin" TEXT,
ADD COLUMN     "pinAfter" INTEGER;

-- AlterTable
ALTER TABLE "Dialogue" ADD COLUMN     "unlockedAt" TIMESTAMPTZ(3);

-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- One more status of an update. NOT VALID looks at no row; every row of before has one of the older words.
ALTER TABLE "Update" DROP CONSTRAINT "Update_status_check";
ALTER TABLE "Update" ADD CONSTRAINT "Update_status_check" CHECK ("status" IN ('pending', 'done', 'dead', 'held')) NOT VALID;
