-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- Words of ours in text columns. A closed set is listed; what the code may extend without a migration (forms, keys of
-- deadlines, steps) is held to its shape, and read as one of the known words by the code.
--
-- On a table of ten million rows: NOT VALID looks at no row, so that the lock is held for a moment, and every row
-- written from now on is checked. The rows of before are looked at by the next migration, in a transaction of its
-- own, under a lock that lets everybody read and write. In one transaction the first lock would last for both.
ALTER TABLE "Account" ADD CONSTRAINT "Account_locale_check" CHECK ("locale" IN ('id', 'en')) NOT VALID;
ALTER TABLE "Round" ADD CONSTRAINT "Round_form_check" CHECK ("form" ~ '^[a-z][a-z-]*$') NOT VALID;
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_kind_check" CHECK ("kind" IN ('photo', 'voice', 'document')) NOT VALID;
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_status_check" CHECK ("status" IN ('waiting', 'stored', 'failed')) NOT VALID;
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_key_check" CHECK ("key" ~ '^[a-z][a-z-]*$') NOT VALID;
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_step_check" CHECK ("step" ~ '^[a-z][a-z-]*$') NOT VALID;
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_audience_check" CHECK ("audience" IN ('owner', 'superior', 'admin')) NOT VALID;
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_status_check" CHECK ("status" IN ('waiting', 'sent', 'suppressed')) NOT VALID;
ALTER TABLE "Permit" ADD CONSTRAINT "Permit_kind_check" CHECK ("kind" IN ('str', 'certificate', 'sipps')) NOT VALID;
ALTER TABLE "GuidanceDocument" ADD CONSTRAINT "GuidanceDocument_status_check" CHECK ("status" IN ('offered', 'waiting', 'ready', 'refused')) NOT VALID;
ALTER TABLE "Update" ADD CONSTRAINT "Update_status_check" CHECK ("status" IN ('pending', 'done', 'dead')) NOT VALID;
ALTER TABLE "Message" ADD CONSTRAINT "Message_kind_check" CHECK ("kind" IN ('reply', 'notice')) NOT VALID;
ALTER TABLE "Message" ADD CONSTRAINT "Message_status_check" CHECK ("status" IN ('waiting', 'sending', 'sent', 'dead', 'dropped')) NOT VALID;
