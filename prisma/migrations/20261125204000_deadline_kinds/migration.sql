-- The kind of a deadline is a keyed hash from now on; words of before are carried over by `npm run admin -- rotate-key`.
-- The rows of before are checked by the next migration.
ALTER TABLE "Deadline" DROP CONSTRAINT "Deadline_key_check",
  ADD CONSTRAINT "Deadline_key_check" CHECK ("key" ~ '^[A-Za-z0-9_-]+$') NOT VALID;
