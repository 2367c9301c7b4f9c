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
 * told to read no table so where it can help it: so the answer does not depend on the few rows of a test. Whether it takes the
 * index over many rows, `npm run bench:growth` shows.
 */
export async function withoutIndex(client: pg.ClientBase, statements: readonly Sent[]): Promise<string[]> {
  await client.query("SET enable_seqscan = off");
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
