/**
 * Many cases out of a few: the cases of a database are copied under new ids, with everything that belongs to them, until
 * there are as many as wanted. What is sealed is sealed anew for its new row, so that the bot opens it as its own.
 */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type CopiedTable, tablesOf } from "../src/records/backup/tables.js";
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

/** Makes copies of cases, sealed for their new rows. */
export function copierOf(sealer: Sealer) {
  /** What stands in a sealed value of the copied rows; opened once. */
  const opened = new WeakMap<Row, Map<string, string>>();

  function plainOf(row: Row, column: SealedColumn): string {
    const known = opened.get(row) ?? new Map<string, string>();
    opened.set(row, known);
    const plain =
      known.get(column.column) ?? sealer.open(String(row[column.column]), column.cell(row as KeyRow, sealer));
    known.set(column.column, plain);
    return plain;
  }

  function copyRow(table: string, row: Row, source: CaseRows, at: Place, tail: string): Row {
    const idOf = (id: string) =>
      source.ids.has(id) ? id.slice(0, id.length - ending) + tail : at.members.get(id);
    const changed: Record<string, Value> = {};
    for (const [column, value] of Object.entries(row)) {
      if (column === "organizationId") changed[column] = at.organizationId;
      else if (column === "code" && table === "Case") changed[column] = at.code;
      else if (value instanceof Date) changed[column] = new Date(value.getTime() - at.daysEarlier * day);
      else changed[column] = typeof value === "string" ? (idOf(value) ?? value) : value;
    }
    // The cells of other columns are named by the path: it comes first.
    const sealed = sealedColumns.filter((column) => column.table === table && row[column.column] !== null);
    for (const column of sealed.sort((one, other) => Number(other.alike ?? 0) - Number(one.alike ?? 0))) {
      const cell = column.cell(changed as KeyRow, sealer);
      const plain = plainOf(row, column);
      changed[column.column] = column.alike ? sealer.sealAlike(plain, cell) : sealer.seal(plain, cell);
    }
    return changed;
  }

  /** The rows of a copy, by table. */
  return function copied(source: CaseRows, copy: number, at: Place): ReadonlyMap<string, readonly Row[]> {
    const tail = endingOf(copy);
    return new Map(
      [...source.rows].map(([table, rows]) => [
        table,
        rows.map((row) => copyRow(table, row, source, at, tail)),
      ]),
    );
  };
}

/**
 * Runs `write` without the indexes that no row depends on, and makes them afterwards: kept up row by row they are most of
 * the work of writing millions.
 */
export async function inBulk(pool: pg.Pool, write: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{ name: string; definition: string }>(`
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
    WHERE t.relnamespace = 'public'::regnamespace AND NOT i.indisunique`);
  for (const { name } of rows) await pool.query(`DROP INDEX ${name}`);
  await write();
  for (const { definition } of rows) await pool.query(definition);
}

/** Writes rows into tables by COPY. References between them are not checked: what is copied is whole. */
export async function writeRows(
  url: string,
  batches: Iterable<ReadonlyMap<string, readonly Row[]>>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await tablesOf(client);
    await client.query("SET session_replication_role = replica; SET synchronous_commit = off");
    for (const batch of batches) {
      await client.query("BEGIN");
      for (const { table, columns } of tables)
        await writeTable(client, { table, columns }, batch.get(table) ?? []);
      await client.query("COMMIT");
    }
  } finally {
    await client.end();
  }
}

async function writeTable(
  client: pg.Client,
  { table, columns }: CopiedTable,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map((column) => `"${column}"`).join(", ");
  const lines = rows.map((row) => `${columns.map((column) => copyText(row[column])).join("\t")}\n`);
  await pipeline(Readable.from(lines), client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN`)));
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
  return text.replace(
    /[\\\t\n\r]/g,
    (sign) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[sign] ?? sign,
  );
}
