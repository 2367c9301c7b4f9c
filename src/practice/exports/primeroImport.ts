/**
 * What Primero's importer would make of a file: the rules of `app/models/importers/csv_record_importer.rb`, written anew
 * (see `primero.ts`). A file that is handed out was read by them first.
 */
import { defaultModule, importBatch } from "./primero.js";

/** A record as the importer would store it. */
export type ImportedRecord = {
  /** A record it would replace; null for a new one. */
  readonly id: string | null;
  readonly data: Readonly<Record<string, string>>;
};

/** What the importer would say of a file. */
export type ImportResult = {
  readonly records: readonly ImportedRecord[];
  readonly batches: number;
  /** Lines (from 1, the head included) at which a batch could not be read. */
  readonly errors: readonly number[];
};

/** Reads a file as Primero's importer does. */
export function importedByPrimero(file: string): ImportResult {
  const lines = file.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const [first, ...body] = lines;
  const headers = first === undefined ? [] : (parsed(first)?.[0] ?? []);
  const records: ImportedRecord[] = [];
  const errors: number[] = [];
  let batches = 0;
  for (let at = 0; at < body.length; at += importBatch) {
    batches += 1;
    const rows = parsed(body.slice(at, at + importBatch).join(""));
    if (rows === undefined || headers.length === 0) errors.push(at + 2);
    else for (const row of rows) records.push(recordOf(headers, row));
  }
  return { records, batches, errors };
}

function recordOf(headers: readonly string[], row: readonly string[]): ImportedRecord {
  const data: Record<string, string> = {};
  for (const [at, header] of headers.entries()) {
    const value = row[at] ?? "";
    if (header.trim() !== "" && value.trim() !== "") data[header] = guarded(value);
  }
  const id = Object.hasOwn(data, "id") ? String(data.id) : null;
  delete data.id;
  return { id, data: { module_id: defaultModule, ...data } };
}

/** Its reader (CSVSafe) puts an apostrophe before what a spreadsheet would take for a formula, and keeps it. */
function guarded(value: string): string {
  return /^[-=+@%|\t\r]/.test(value) ? `'${value}` : value;
}

/** Rows of CSV (RFC 4180); undefined where a quote is left open or stands inside an unquoted cell. */
function parsed(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let value = "";
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) return undefined;
        value += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        value += '"';
        at += 1;
      }
    } else {
      const end = text.slice(at).search(/[,\r\n]/);
      value = end < 0 ? text.slice(at) : text.slice(at, at + end);
      if (value.includes('"')) return undefined;
      at += value.length;
    }
    row.push(value);
    if (text[at] === ",") {
      at += 1;
      // A comma before the end of the text is followed by one more, empty cell.
      if (at === text.length) row.push("");
      continue;
    }
    const ending = /^(?:\r\n|\n|\r)?/.exec(text.slice(at, at + 2))?.[0] ?? "";
    if (ending === "" && at < text.length) return undefined;
    at += ending.length;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
