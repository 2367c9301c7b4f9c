/**
 * What the rivals keep, in PostgreSQL as ours: the state of a chat under its key, and a row for each answer. The three
 * functions are what the documentation of grammY and of Telegraf asks of a storage; over a pool, where
 * @grammyjs/storage-psql has one connection.
 */
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
// A connection that PostgreSQL ended is replaced by the next one; without this the process would end.
pool.on("error", () => {});

await pool.query(`
  CREATE TABLE IF NOT EXISTS sessions (key text PRIMARY KEY, value jsonb NOT NULL);
  CREATE TABLE IF NOT EXISTS answers (
    id bigserial PRIMARY KEY,
    chat_id bigint NOT NULL,
    question int NOT NULL,
    answer text NOT NULL,
    answered_at timestamptz NOT NULL DEFAULT now()
  );
`);

/** Reads the state under a key. */
export async function read<State>(key: string): Promise<State | undefined> {
  const { rows } = await pool.query<{ value: State }>("SELECT value FROM sessions WHERE key = $1", [key]);
  return rows[0]?.value;
}

/** Writes the state under a key. */
export async function write(key: string, value: unknown): Promise<void> {
  await pool.query(
    "INSERT INTO sessions VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    [key, JSON.stringify(value)],
  );
}

/** Removes the state under a key. */
export async function remove(key: string): Promise<void> {
  await pool.query("DELETE FROM sessions WHERE key = $1", [key]);
}

/** Keeps an answer to a question. */
export async function keep(chat: number, question: number, answer: string): Promise<void> {
  await pool.query("INSERT INTO answers (chat_id, question, answer) VALUES ($1, $2, $3)", [
    chat,
    question,
    answer,
  ]);
}
