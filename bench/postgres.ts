/** A PostgreSQL of its own for a measurement, thrown away afterwards, with as many databases as are wanted. */
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openEmbedded } from "../src/records/storage/embedded.js";
import { migrate } from "../src/records/storage/migrate.js";

/** A server that runs for a measurement. */
export type BenchPostgres = {
  /** A folder that is removed with it: for attachments and other files. */
  readonly dir: string;
  /** The id of its first process, the postmaster. */
  readonly pid: number;
  /** A new, empty database: its URL. */
  fresh(): Promise<string>;
  /** A new database with our tables: its URL. */
  migrated(): Promise<string>;
  close(): Promise<void>;
};

const log = { info() {}, warn: console.warn, error: console.error };

/** Starts one, durable as in production. */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<BenchPostgres> {
  const dir = await mkdtemp(join(tmpdir(), "pendamping-bench-"));
  const embedded = await openEmbedded(dir, { log, settings });
  const [pid = ""] = (await readFile(join(dir, "postgres/postmaster.pid"), "utf8")).split("\n");
  const urlOf = (name: string) => Object.assign(new URL(embedded.url), { pathname: `/${name}` }).href;
  const create = async (template = "template1") => {
    const name = `bench_${randomBytes(6).toString("hex")}`;
    const client = new pg.Client({ connectionString: embedded.url });
    await client.connect();
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    await client.end();
    return name;
  };
  let template: string | undefined;
  return {
    dir,
    pid: Number(pid),
    fresh: async () => urlOf(await create()),
    migrated: async () => {
      if (template === undefined) {
        template = await create();
        await migrate(urlOf(template), "prisma/migrations", log);
      }
      return urlOf(await create(template));
    },
    close: async () => {
      await embedded.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
