-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- The rows that were there before the checks of the migration before this one. Everybody may read and write meanwhile.
ALTER TABLE "Account" VALIDATE CONSTRAINT "Account_locale_check";
ALTER TABLE "Round" VALIDATE CONSTRAINT "Round_form_check";
ALTER TABLE "Attachment" VALIDATE CONSTRAINT "Attachment_kind_check";
ALTER TABLE "Attachment" VALIDATE CONSTRAINT "Attachment_status_check";
ALTER TABLE "Deadline" VALIDATE CONSTRAINT "Deadline_key_check";
ALTER TABLE "Deadline" VALIDATE CONSTRAINT "Deadline_step_check";
ALTER TABLE "Reminder" VALIDATE CONSTRAINT "Reminder_audience_check";
ALTER TABLE "Reminder" VALIDATE CONSTRAINT "Reminder_status_check";
ALTER TABLE "Permit" VALIDATE CONSTRAINT "Permit_kind_check";
ALTER TABLE "GuidanceDocument" VALIDATE CONSTRAINT "GuidanceDocument_status_check";
ALTER TABLE "Update" VALIDATE CONSTRAINT "Update_status_check";
ALTER TABLE "Message" VALIDATE CONSTRAINT "Message_kind_check";
ALTER TABLE "Message" VALIDATE CONSTRAINT "Message_status_check";
