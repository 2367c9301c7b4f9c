-- DropIndex
DROP INDEX "Deadline_caseId_memberId_key_anchor_key";

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "unreckonedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Deadline" ADD COLUMN     "basis" TEXT,
ADD COLUMN     "nextAt" TIMESTAMPTZ(3),
ADD COLUMN     "roundId" TEXT,
ADD COLUMN     "snoozeReason" TEXT,
ADD COLUMN     "snoozedUntil" TIMESTAMPTZ(3),
ADD COLUMN     "step" TEXT NOT NULL,
ADD COLUMN     "tickedById" TEXT;

-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "deadlineId" TEXT NOT NULL,
    "dueVersion" INTEGER NOT NULL,
    "rung" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Permit" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issuedOn" TEXT,
    "expiresOn" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Permit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Reminder_organizationId_at_idx" ON "Reminder"("organizationId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_deadlineId_dueVersion_rung_memberId_key" ON "Reminder"("deadlineId", "dueVersion", "rung", "memberId");

-- CreateIndex
CREATE INDEX "Permit_memberId_idx" ON "Permit"("memberId");

-- CreateIndex
CREATE INDEX "Permit_organizationId_kind_idx" ON "Permit"("organizationId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Deadline_caseId_key_anchor_key" ON "Deadline"("caseId", "key", "anchor");

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_deadlineId_fkey" FOREIGN KEY ("deadlineId") REFERENCES "Deadline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- What is about no case has one row for each person, key and anchor.
CREATE UNIQUE INDEX "Deadline_own" ON "Deadline" ("memberId", "key", "anchor") WHERE "caseId" IS NULL;
-- What the timekeeper looks at next: nothing, most of the time, however many rows are open.
CREATE INDEX "Deadline_next" ON "Deadline" ("nextAt") WHERE "doneAt" IS NULL AND "cancelledAt" IS NULL;
-- Whom the timekeeper writes to next.
CREATE INDEX "Reminder_waiting" ON "Reminder" ("memberId", "notBefore") WHERE "status" = 'waiting';
-- Which cases have to be reckoned anew.
CREATE INDEX "Case_unreckoned" ON "Case" ("unreckonedAt") WHERE "unreckonedAt" IS NOT NULL;

-- What waits changes twice: leave room to change it in place.
ALTER TABLE "Deadline" SET (fillfactor = 80);
ALTER TABLE "Reminder" SET (fillfactor = 80);

-- Cases from before have no rows yet.
UPDATE "Case" SET "unreckonedAt" = now();
