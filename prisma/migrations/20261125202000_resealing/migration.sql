-- What is append-only may be sealed again with a new key: the values change, what they say does not.
CREATE OR REPLACE FUNCTION keep_as_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('pendamping.erasing', true) = 'on' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND current_setting('pendamping.resealing', true) = 'on'
    AND to_jsonb(OLD) - 'value' - 'path' = to_jsonb(NEW) - 'value' - 'path'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a row of "%" is never changed or removed', TG_TABLE_NAME;
END
$$;
