/** The statements a process really sends, and whether an index serves each of them. */
import pg from "pg";

/** Tables that grow with the cases of an institution: nothing that people wait for may read one from end to end. */
const growing: ReadonlySet<string> = new Set([
  "Answer",
  "Attachment",
  "AuditEvent",
  "AuditLink",
  "Case",
  "CaseNote",
  "CaseTurn",
  "Client",
  "Consultation",
  "Danger",
  "Deadline",
  "Letter",
  "Message",
  "Paper",
  "Reminder",
  "Round",
  "Update",
]);

type Sent = { readonly text: string; readonly values: readonly unknown[] };

/** Statements that were sent to a database, each text once. */
export type Recorded = {
  readonly statements: () => readonly Sent[];
  /** Ends the recording. */
  readonly stop: () => void;
};

/** Records what any connection of this process sends to a database from now on. */
export function recordStatements(database: string): Recorded {
  const sent = new Map<string, Sent>();
  const { query } = pg.Client.prototype;
  const recording = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args;
    const config: { readonly text?: unknown; readonly values?: readonly unknown[] } =
      typeof first === "object" && first !== null ? first : { text: first };
    const { text } = config;
    const values = config.values ?? (Array.isArray(second) ? second : []);
    if (typeof text === "string" && this.database === database && !sent.has(text))
      sent.set(text, { text, values });
    return Reflect.apply(query, this, args) as unknown;
  };
  Object.assign(pg.Client.prototype, { query: recording });
  return {
    statements: () => [...sent.values()],
    stop: () => void Object.assign(pg.Client.prototype, { query }),
  };
}

/**
 * Of these statements those for which no index serves, with the growing table they would read from end to end. PostgreSQL is
 * told to read no table so where it can help it: so the answer does not depend on the few rows of a test.
 */
export async function withoutIndex(client: pg.ClientBase, statements: readonly Sent[]): Promise<string[]> {
  await client.query("SET enable_seqscan = off");
  return scansOf(client, statements);
}

/**
 * Of these statements those for which PostgreSQL would read a growing table from end to end if a million rows stood in each,
 * although an index might serve.
 */
export async function readWhole(client: pg.ClientBase, statements: readonly Sent[]): Promise<string[]> {
  await client.query("BEGIN");
  try {
    await client.query("SET LOCAL enable_seqscan = on");
    await believeInRows(client, 1_000_000);
    return await scansOf(client, statements);
  } finally {
    await client.query("ROLLBACK");
  }
}

/**
 * Tells PostgreSQL that so many rows stand in each growing table, and how alike they are: hundreds of thousands in one
 * organisation, ten to a case or a day, hardly any that wait. Of a table without a page it makes up its own mind: ten pages.
 */
async function believeInRows(client: pg.ClientBase, rows: number): Promise<void> {
  await client.query(
    `SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', "name", 'relpages', 1, 'reltuples',
       (CASE WHEN pg_relation_size(quote_ident("name")::regclass) = 0 THEN -1 ELSE $2 END)::real)
     FROM unnest($1::text[]) AS t("name")`,
    [[...growing], rows],
  );
  await client.query(
    `SELECT pg_restore_attribute_stats('schemaname', 'public', 'relname', c."relname"::text, 'attname', a."attname"::text,
       'inherited', false, 'avg_width', 20, 'null_frac', (CASE WHEN a."attnotnull" THEN 0 ELSE 0.1 END)::real, 'n_distinct',
       (CASE WHEN a."attname" = 'organizationId' THEN 20 WHEN a."attname" = 'status' THEN 1000
         WHEN a."attname" ~ '(Id|Key|At|^at|^path|^lane|^notBefore)$' THEN -0.1 ELSE 5 END)::real)
     FROM pg_attribute a JOIN pg_class c ON c."oid" = a."attrelid"
     WHERE c."relname" = ANY ($1) AND c."relnamespace" = 'public'::regnamespace AND a."attnum" > 0 AND NOT a."attisdropped"`,
    [[...growing]],
  );
}

/** Each growing table that a statement reads from end to end, with the statement. */
async function scansOf(client: pg.ClientBase, statements: readonly Sent[]): Promise<string[]> {
  const found: string[] = [];
  for (const { text, values } of statements) {
    if (!/^\s*(--.*\n\s*)*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(text)) continue;
    const tables = (await scanned(client, text, values)).filter((table) => growing.has(table));
    for (const table of tables) found.push(`${table}: ${text.replace(/\s+/g, " ").trim()}`);
  }
  return found;
}

type Plan = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly Plan[];
};

async function scanned(client: pg.ClientBase, text: string, values: readonly unknown[]): Promise<string[]> {
  const explained = await client.query<{ "QUERY PLAN": readonly { readonly Plan: Plan }[] }>({
    text: `EXPLAIN (FORMAT JSON) ${text}`,
    values: [...values],
  });
  const plan = explained.rows[0]?.["QUERY PLAN"][0]?.Plan;
  return plan === undefined ? [] : scansIn(plan);
}

function scansIn(plan: Plan): string[] {
  const inside = (plan.Plans ?? []).flatMap(scansIn);
  const table = plan["Relation Name"];
  return plan["Node Type"] === "Seq Scan" && table !== undefined ? [table, ...inside] : inside;
}
