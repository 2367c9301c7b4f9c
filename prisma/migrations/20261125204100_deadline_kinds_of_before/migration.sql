-- Reads the table without keeping anybody from it.
ALTER TABLE "Deadline" VALIDATE CONSTRAINT "Deadline_key_check";
