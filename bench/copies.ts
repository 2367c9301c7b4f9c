/**
 * Many cases out of a few: the cases of a database are copied under new ids, with everything that belongs to them, until
 * there are as many as wanted. What is sealed is sealed anew for its new row, so that the bot opens it as its own.
 */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { CopiedTable } from "../src/records/backup/tables.js";
import { type KeyRow, type SealedColumn, sealedColumns } from "../src/records/keys/sealedColumns.js";
import type { Sealer } from "../src/records/storage/seal.js";

/** Who is to be found where a copy is made: members of the copied rows, by the ids of whom they stand for. */
export type Place = {
  readonly organizationId: string;
  /** The members of the place by those of the case that is copied. */
  readonly members: ReadonlyMap<string, string>;
  readonly code: string;
  /** How many days earlier everything of this copy happened. */
  readonly daysEarlier: number;
};

type Value = string | number | boolean | Date | null | readonly unknown[] | object;
type Row = Readonly<Record<string, Value>>;

/** Everything of one case: its rows by table, and the ids that are its own. */
export type CaseRows = {
  readonly caseId: string;
  readonly closed: boolean;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly ids: ReadonlySet<string>;
};

/** Tables of one case, and by which column they hang on what (of the tables before them). */
const belonging = {
  Case: ["id", "case"],
  Client: ["id", "client"],
  CaseTurn: ["caseId", "case"],
  CaseNote: ["caseId", "case"],
  InformationGiven: ["caseId", "case"],
  Danger: ["caseId", "case"],
  Round: ["caseId", "case"],
  Deadline: ["caseId", "case"],
  Answer: ["roundId", "round"],
  Attachment: ["roundId", "round"],
} as const;

/** Reads every case there is, with what belongs to it. */
export async function readCases(pool: pg.Pool): Promise<readonly CaseRows[]> {
  const cases = (
    await pool.query<Row & { id: string; clientId: string; closedAt: Date | null }>('SELECT * FROM "Case"')
  ).rows;
  return Promise.all(
    cases.map(async ({ id, clientId, closedAt }) => {
      const rows = new Map<string, readonly Row[]>();
      const owners: Record<string, readonly string[]> = { case: [id], client: [clientId] };
      for (const [table, [column, owner]] of Object.entries(belonging)) {
        const found = await pool.query<Row>(`SELECT * FROM "${table}" WHERE "${column}" = ANY ($1)`, [
          owners[owner],
        ]);
        rows.set(table, found.rows);
        if (table === "Round") owners.round = found.rows.map((row) => String(row.id));
      }
      const ids = new Set(
        [...rows.values()].flat().flatMap((row) => (typeof row.id === "string" ? [row.id] : [])),
      );
      const audit = await pool.query<Row>('SELECT * FROM "AuditEvent" WHERE "subjectId" = ANY ($1)', [
        [...ids],
      ]);
      rows.set("AuditEvent", audit.rows);
      for (const row of audit.rows) ids.add(String(row.id));
      return { caseId: id, closed: closedAt !== null, rows, ids };
    }),
  );
}

const day = 86_400_000;
const digits = "abcdefghijklmnopqrstuvwxyz234567";
/** Ids of one copy share their end, which stands for its number. */
const ending = 6;

/** Six letters for a number below 32⁶, such that neighbours are far from each other, as those of random ids are. */
function endingOf(copy: number): string {
  let mixed = Math.imul(copy, 0x9e3779b1) >>> 2;
  let text = "";
  for (let n = 0; n < ending; n += 1) {
    text += digits[mixed % digits.length];
    mixed = Math.floor(mixed / digits.length);
  }
  return text;
}

/** One copy: where it is to be found, and the end of its ids. */
type Copy = Place & { readonly tail: string };
/** The value of a column in a copy. */
type Copied = (copy: Copy) => Value;

/** Rows as COPY reads them, by table. */
export type CopyLines = ReadonlyMap<string, string>;

/**
 * Makes copies of cases for these tables, sealed for their new rows. What changes from copy to copy is found out once for each
 * copied row: hundreds of rows are written for each case.
 */
export function copierOf(sealer: Sealer, tables: readonly CopiedTable[]) {
  const rowsBySource = new WeakMap<CaseRows, ReadonlyMap<string, readonly Copied[][]>>();

  function columnsOf({ table, columns }: CopiedTable, row: Row, source: CaseRows): Copied[] {
    const plain = new Map<string, Copied>(
      columns.map((column) => [column, plainColumn(table, column, row[column] ?? null, source)]),
    );
    const sealed = sealedColumns.filter((one) => one.table === table && row[one.column] != null);
    // The cells of other columns are named by the path, and may be by one in clear.
    const clear = new Map(sealed.filter(({ alike }) => alike).map((one) => [one.column, opened(one, row)]));
    const copies = new Map(plain);
    for (const column of sealed) copies.set(column.column, sealedColumn(column, row, plain, clear));
    return columns.map((column) => copies.get(column) ?? (() => null));
  }

  function opened(column: SealedColumn, row: Row): string {
    return sealer.open(String(row[column.column]), column.cell(row as KeyRow, sealer));
  }

  function sealedColumn(
    column: SealedColumn,
    row: Row,
    plain: ReadonlyMap<string, Copied>,
    clear: ReadonlyMap<string, string>,
  ): Copied {
    const words = opened(column, row);
    const names = [...Object.keys(column.key), ...column.named];
    return (copy) => {
      const named: Record<string, Value> = {};
      for (const name of names) named[name] = clear.get(name) ?? plain.get(name)?.(copy) ?? null;
      const cell = column.cell(named as KeyRow, sealer);
      return column.alike ? sealer.sealAlike(words, cell) : sealer.seal(words, cell);
    };
  }

  function rowsOf(source: CaseRows): ReadonlyMap<string, readonly Copied[][]> {
    const known = rowsBySource.get(source);
    if (known !== undefined) return known;
    const rows = new Map(
      tables.map((one) => [
        one.table,
        (source.rows.get(one.table) ?? []).map((row) => columnsOf(one, row, source)),
      ]),
    );
    rowsBySource.set(source, rows);
    return rows;
  }

  /** The rows of a copy. */
  return function copied(source: CaseRows, copy: number, at: Place): CopyLines {
    const made = { ...at, tail: endingOf(copy) };
    const lines = new Map<string, string>();
    for (const [table, rows] of rowsOf(source)) {
      let text = "";
      for (const row of rows) text += `${row.map((column) => copyText(column(made))).join("\t")}\n`;
      lines.set(table, text);
    }
    return lines;
  };
}

/** A column that is not sealed. */
function plainColumn(table: string, column: string, value: Value, source: CaseRows): Copied {
  if (column === "organizationId") return ({ organizationId }) => organizationId;
  if (column === "code" && table === "Case") return ({ code }) => code;
  if (value instanceof Date) return ({ daysEarlier }) => new Date(value.getTime() - daysEarlier * day);
  if (typeof value !== "string") return () => value;
  if (!source.ids.has(value)) return ({ members }) => members.get(value) ?? value;
  const beginning = value.slice(0, value.length - ending);
  return ({ tail }) => beginning + tail;
}

/**
 * Runs `write` without any index but the primary keys, and makes them afterwards: kept up row by row they are most of the
 * work of writing millions.
 */
export async function inBulk(pool: pg.Pool, write: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{ name: string; definition: string }>(`
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
    WHERE t.relnamespace = 'public'::regnamespace AND NOT i.indisprimary`);
  for (const { name } of rows) await pool.query(`DROP INDEX ${name}`);
  await write();
  const client = await pool.connect();
  await client.query("SET maintenance_work_mem = '512MB'");
  for (const { definition } of rows) await client.query(definition);
  client.release(true);
}

/** Writes rows into tables by COPY. References between them are not checked: what is copied is whole. */
export async function writeRows(
  url: string,
  tables: readonly CopiedTable[],
  batches: Iterable<CopyLines>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica; SET synchronous_commit = off");
    for (const batch of batches) {
      await client.query("BEGIN");
      for (const one of tables) await writeTable(client, one, batch.get(one.table) ?? "");
      await client.query("COMMIT");
    }
  } finally {
    await client.end();
  }
}

async function writeTable(client: pg.Client, { table, columns }: CopiedTable, lines: string): Promise<void> {
  if (lines === "") return;
  const names = columns.map((column) => `"${column}"`).join(", ");
  await pipeline(Readable.from([lines]), client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN`)));
}

/** A value as COPY reads it. */
function copyText(value: Value | undefined): string {
  if (value === null || value === undefined) return "\\N";
  if (value instanceof Date) return value.toISOString();
  const text = Array.isArray(value)
    ? `{${value.map((one) => JSON.stringify(String(one))).join(",")}}`
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value);
  // Sealed texts and ids have none of these.
  if (!/[\\\t\n\r]/.test(text)) return text;
  return text.replace(
    /[\\\t\n\r]/g,
    (sign) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[sign] ?? sign,
  );
}
