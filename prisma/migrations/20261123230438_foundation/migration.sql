-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('worker', 'supervisor', 'admin');

-- CreateEnum
CREATE TYPE "ClientLevel" AS ENUM ('individual', 'family', 'group', 'community');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('approach', 'assessment', 'plan', 'intervention', 'evaluation', 'closed');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('terminated', 'referredOut', 'ineligible', 'withdrew', 'died', 'moved');

-- CreateEnum
CREATE TYPE "RoundStatus" AS ENUM ('draft', 'submitted', 'returned', 'approved');

-- CreateTable
CREATE TABLE "Organization" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "timeZone" TEXT NOT NULL DEFAULT 'Asia/Jakarta',
    "rules" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" BIGINT NOT NULL,
    "locale" TEXT,
    "activeMemberId" TEXT,
    "blockedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "accountId" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" "Role"[],
    "supervisorId" TEXT,
    "consentedAt" TIMESTAMPTZ(3),
    "consentVersion" INTEGER,
    "suspendedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "roles" "Role"[],
    "name" TEXT NOT NULL,
    "supervisorId" TEXT,
    "invitedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "usedByMemberId" TEXT,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Client" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "level" "ClientLevel" NOT NULL,
    "name" TEXT,
    "nameTokens" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseCounter" (
    "organizationId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "CaseCounter_pkey" PRIMARY KEY ("organizationId","year")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "workerId" TEXT NOT NULL,
    "stage" "Stage" NOT NULL DEFAULT 'approach',
    "outcome" "Outcome",
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "reopenedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "overrides" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "formVersion" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "status" "RoundStatus" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 0,
    "startedById" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "submittedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "comment" TEXT,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "value" TEXT,
    "memberId" TEXT NOT NULL,
    "updateId" BIGINT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "mime" TEXT,
    "size" INTEGER,
    "caption" TEXT,
    "fileName" TEXT,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "sha256" TEXT,
    "storedAt" TIMESTAMPTZ(3),
    "memberId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deadline" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "caseId" TEXT,
    "memberId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "statutory" BOOLEAN NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "dueVersion" INTEGER NOT NULL DEFAULT 1,
    "doneAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT,
    "memberId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dialogue" (
    "chatId" BIGINT NOT NULL,
    "roundId" TEXT,
    "path" TEXT,
    "seen" INTEGER,
    "state" TEXT,
    "touchedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Dialogue_pkey" PRIMARY KEY ("chatId")
);

-- CreateTable
CREATE TABLE "Update" (
    "updateId" BIGINT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "chatKey" BIGINT NOT NULL,
    "payload" TEXT,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "handledAt" TIMESTAMPTZ(3),
    "reference" TEXT,
    "error" TEXT,

    CONSTRAINT "Update_pkey" PRIMARY KEY ("updateId")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "lane" BIGINT,
    "chatId" BIGINT,
    "method" TEXT NOT NULL,
    "payload" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'reply',
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "claimedBy" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "telegramId" INTEGER,
    "error" TEXT,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Member_accountId_idx" ON "Member"("accountId");

-- CreateIndex
CREATE INDEX "Member_supervisorId_idx" ON "Member"("supervisorId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_organizationId_accountId_key" ON "Member"("organizationId", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_codeHash_key" ON "Invitation"("codeHash");

-- CreateIndex
CREATE INDEX "Invitation_organizationId_idx" ON "Invitation"("organizationId");

-- CreateIndex
CREATE INDEX "Client_nameTokens_idx" ON "Client" USING GIN ("nameTokens");

-- CreateIndex
CREATE INDEX "Case_workerId_stage_idx" ON "Case"("workerId", "stage");

-- CreateIndex
CREATE INDEX "Case_clientId_idx" ON "Case"("clientId");

-- CreateIndex
CREATE UNIQUE INDEX "Case_organizationId_code_key" ON "Case"("organizationId", "code");

-- CreateIndex
CREATE INDEX "Round_status_idx" ON "Round"("status");

-- CreateIndex
CREATE UNIQUE INDEX "Round_caseId_form_sequence_key" ON "Round"("caseId", "form", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_roundId_path_revision_key" ON "Answer"("roundId", "path", "revision");

-- CreateIndex
CREATE INDEX "Attachment_roundId_idx" ON "Attachment"("roundId");

-- CreateIndex
CREATE INDEX "Attachment_status_notBefore_idx" ON "Attachment"("status", "notBefore");

-- CreateIndex
CREATE INDEX "Deadline_memberId_dueAt_idx" ON "Deadline"("memberId", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Deadline_caseId_memberId_key_anchor_key" ON "Deadline"("caseId", "memberId", "key", "anchor");

-- CreateIndex
CREATE INDEX "AuditEvent_organizationId_at_idx" ON "AuditEvent"("organizationId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_subject_subjectId_at_idx" ON "AuditEvent"("subject", "subjectId", "at");

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_supervisorId_fkey" FOREIGN KEY ("supervisorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_workerId_fkey" FOREIGN KEY ("workerId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- The queues ask only for what is open, a sliver of the table: these indexes stay small for ever.
-- Is there an older update of this chat? Which update is next?
CREATE INDEX "Update_pending_chat" ON "Update" ("chatKey", "seq") WHERE "status" = 'pending';
CREATE INDEX "Update_pending_next" ON "Update" ("seq") WHERE "status" = 'pending';
-- Is there an older message of this lane? Which message is next?
CREATE INDEX "Message_open_lane" ON "Message" ("lane", "seq") WHERE "status" IN ('waiting', 'sending');
CREATE INDEX "Message_waiting_next" ON "Message" ("seq") WHERE "status" = 'waiting';

-- What is being sent, to give back what a dead instance held.
CREATE INDEX "Message_sending" ON "Message" ("claimedBy") WHERE "status" = 'sending';
CREATE INDEX "Deadline_open" ON "Deadline" ("dueAt") WHERE "doneAt" IS NULL AND "cancelledAt" IS NULL;

-- Queue rows live seconds: clear them away sooner than PostgreSQL would, and leave room to change them in place.
ALTER TABLE "Update" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
ALTER TABLE "Message" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
ALTER TABLE "Dialogue" SET (fillfactor = 50);

-- What was recorded stays as it was recorded. Only erasing a person's data, which says so first, may remove it.
CREATE FUNCTION keep_as_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('pendamping.erasing', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a row of "%" is never changed or removed', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER "Answer_append_only" BEFORE UPDATE OR DELETE ON "Answer"
  FOR EACH ROW EXECUTE FUNCTION keep_as_recorded();
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION keep_as_recorded();
