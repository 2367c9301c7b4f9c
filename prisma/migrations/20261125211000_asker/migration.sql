-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- Reminders are for a worker who waits for a decision as well. NOT VALID looks at no row; the next migration does.
ALTER TABLE "Reminder" DROP CONSTRAINT "Reminder_audience_check";
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_audience_check" CHECK ("audience" IN ('owner', 'superior', 'admin', 'asker')) NOT VALID;
