-- Beyond the schema: what Prisma's language cannot say, written by hand.

-- Proof beside the consent (UU 27/2022 Pasal 24): like an answer it is added, erased with its case or sealed anew, and
-- never changed.
CREATE TRIGGER "InformationGiven_append_only" BEFORE UPDATE OR DELETE ON "InformationGiven"
  FOR EACH ROW EXECUTE FUNCTION keep_as_recorded('text');
