-- Every row is read, and nobody is kept from writing meanwhile.
ALTER TABLE "Paper" VALIDATE CONSTRAINT "Paper_auditId_fkey";
ALTER TABLE "Attachment" VALIDATE CONSTRAINT "Attachment_about_check";
ALTER TABLE "Paper" VALIDATE CONSTRAINT "Paper_about_check";
