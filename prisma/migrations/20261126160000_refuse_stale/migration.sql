-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- Ends a statement as a conflict where what it was to change is not any more as it was read.
CREATE FUNCTION refuse_stale() RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was read has changed' USING ERRCODE = 'serialization_failure';
END $$;
