import { shippedDefinition } from "../../documents/definitions.js";
import { dateIn } from "../../practice/calendar.js";
import { formatted } from "../../practice/exports/formats.js";
import { type PrimeroMapping, primeroCsv, readPrimeroMapping } from "../../practice/exports/primero.js";
import { importedByPrimero } from "../../practice/exports/primeroImport.js";
import type { RecordedCase } from "../../practice/exports/record.js";
import { primeroMappingText } from "../../records/exports/settings.js";
import type { Work } from "../../records/people/work.js";
import { type FieldWording, fieldText } from "./fieldWords.js";

/** The mapping of the acting admin's institution: its own, or the shipped one. Throws `NotAllowed`. */
export async function mappingOf(work: Work): Promise<PrimeroMapping> {
  const own = await primeroMappingText(work);
  const read = readPrimeroMapping(own ?? shippedDefinition("primero"));
  // It was read before it was kept; a later version may know a path no more.
  if (read.kind === "faults") throw new Error("the kept mapping for Primero is none");
  return read.definition;
}

/** The cases as a file Primero imports. It was read by the importer's rules; throws where these lose a case. */
export function primeroFile(
  records: readonly RecordedCase[],
  mapping: PrimeroMapping,
  wording: FieldWording,
  now: Date,
): string {
  const { zone } = wording;
  const moment = { zone, today: dateIn(zone, now) };
  const rows = records.map((record) =>
    Object.fromEntries(
      mapping.columns.map(({ name, field, format, translate }) => {
        const value = field.read(record, moment);
        if (value === undefined) return [name, ""];
        return [name, formatted(value, { format, translate }, { zone, words: fieldText(value, wording) })];
      }),
    ),
  );
  const file = primeroCsv(mapping, rows);
  const { records: imported, errors } = importedByPrimero(file);
  if (errors.length > 0 || imported.length !== rows.length)
    throw new Error("Primero's importer would not take every case");
  return file;
}
