/**
 * A CSV file that Primero imports, made by a mapping that is data: `our path → Primero's field`.
 *
 * What the importer does was read in its source (primeroIMS/primero, `app/models/importers/csv_record_importer.rb`,
 * 26 November 2026). The first *line* of the file names the fields; the lines after it are read in batches of 250, each
 * parsed by itself, so no cell may hold the end of a line. A column without a name and a cell without a value are left
 * out. `id` makes it replace a record of that id. `module_id` is `primeromodule-cp` where it is missing. Everything else
 * goes into the record as it is, without a check against its forms; `owned_by` and `created_by` come from who runs it.
 * A byte order mark would become part of the first field's name.
 */
import { z } from "zod";
import { type DefinitionFault, type ReadDefinition, shaped, withFields } from "./definitions.js";
import type { Field } from "./fields.js";
import { type FieldFormat, fieldFormats } from "./formats.js";

/** A column of the file. */
export type PrimeroColumn = {
  /** Primero's name of the field. */
  readonly name: string;
  readonly field: Field;
  readonly format?: FieldFormat | undefined;
  readonly translate?: Readonly<Record<string, string>> | undefined;
};

/** A mapping: which of Primero's modules, and the columns. */
export type PrimeroMapping = { readonly moduleId: string; readonly columns: readonly PrimeroColumn[] };

/** The module Primero's importer takes where none is named. */
export const defaultModule = "primeromodule-cp";

/** How many lines Primero's importer reads at once. */
export const importBatch = 250;

/** A name of a field as Primero's forms have it. */
const fieldName = /^[a-z][a-z0-9_]{0,62}$/;

/** Fields that Primero's importer sets by itself, or that would replace a record of somebody else. */
const reserved = ["id", "owned_by", "created_by", "module_id"];

const columnShape = z.strictObject({
  primero: z.string().regex(fieldName),
  path: z.string().trim().min(1).max(120),
  format: z.enum(fieldFormats).optional(),
  translate: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String))
    .optional(),
});

const mappingShape = z.strictObject({
  note: z.string().max(2_000).optional(),
  module_id: z
    .string()
    .regex(/^[a-z0-9_-]{1,64}$/)
    .default(defaultModule),
  columns: z.array(columnShape).min(1).max(150),
});

/** Reads a mapping. */
export function readPrimeroMapping(text: string): ReadDefinition<PrimeroMapping> {
  const read = shaped(text, mappingShape);
  if (read.kind === "faults") return read;
  const { module_id: moduleId, columns } = read.definition;
  const { known, faults } = withFields(columns, ({ primero }) => primero);
  const taken: DefinitionFault[] = columns.flatMap(({ primero }, at) =>
    reserved.includes(primero) ? [{ kind: "shape", at: `columns.${at}.primero` } as const] : [],
  );
  if (faults.length + taken.length > 0) return { kind: "faults", faults: [...taken, ...faults] };
  return {
    kind: "definition",
    definition: {
      moduleId,
      columns: known.map(({ given: { primero, format, translate }, field }) => ({
        name: primero,
        field,
        format,
        translate,
      })),
    },
  };
}

/** Rows by Primero's names of the fields, as the text of the file. `module_id` stands first. */
export function primeroCsv(
  { moduleId, columns }: PrimeroMapping,
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const names = ["module_id", ...columns.map(({ name }) => name)];
  const lines = rows.map((row) =>
    names.map((name) => cell(name === "module_id" ? moduleId : (row[name] ?? ""))),
  );
  return [names, ...lines].map((line) => `${line.join(",")}\n`).join("");
}

/**
 * A cell in one line. What a spreadsheet would take for a formula gets a space before it, since Primero's reader would
 * put an apostrophe there.
 */
function cell(text: string): string {
  const line = text
    .replace(/[\r\n\t\u2028\u2029]+/g, " ")
    .trim()
    .replace(/^(?=[=+\-@%|])/, " ");
  return /[",]/.test(line) || line.startsWith(" ") ? `"${line.replaceAll('"', '""')}"` : line;
}
