/** A PostgreSQL of its own for a measurement, thrown away afterwards, with as many databases as are wanted. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { readPostmaster, worksIn } from "../src/records/storage/embedded/postmaster.js";
import { openEmbedded } from "../src/records/storage/embedded.js";
import { migrate } from "../src/records/storage/migrate.js";

/** A server that runs for a measurement. */
export type BenchPostgres = {
  /** A folder that is removed with it: for attachments and other files. */
  readonly dir: string;
  /** The id of its first process, the postmaster; another one after it was killed. */
  readonly pid: number;
  /** A new, empty database: its URL. */
  fresh(): Promise<string>;
  /** A new database with our tables: its URL. */
  migrated(): Promise<string>;
  close(): Promise<void>;
};

/** That it was killed and is back need not be said: it is what is measured. */
const log = { info() {}, warn() {}, error() {} };

/** Starts one, durable as in production, in a new folder below `parent`. Whenever it is killed, it is started again. */
export async function startPostgres({
  settings = {},
  parent = tmpdir(),
}: {
  readonly settings?: Readonly<Record<string, string>>;
  readonly parent?: string;
} = {}): Promise<BenchPostgres> {
  const dir = await mkdtemp(join(parent, "pendamping-bench-"));
  const embedded = await openEmbedded(dir, { log, settings });
  return {
    dir,
    get pid() {
      return Number(readFileSync(join(dir, "postgres/postmaster.pid"), "utf8").split("\n", 1)[0]);
    },
    ...databasesAt(embedded.url),
    close: async () => {
      await embedded.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Makes databases on the server of this URL. */
export function databasesAt(url: string): Pick<BenchPostgres, "fresh" | "migrated"> {
  const urlOf = (name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const create = async (template = "template1") => {
    const name = `bench_${randomBytes(6).toString("hex")}`;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    await client.end();
    return name;
  };
  let template: string | undefined;
  return {
    fresh: async () => urlOf(await create()),
    migrated: async () => {
      if (template === undefined) {
        template = await create();
        await migrate(urlOf(template), "prisma/migrations", log);
      }
      return urlOf(await create(template));
    },
  };
}

/** Kills a server by SIGKILL. False where it does not run at this moment. */
export async function killServer({ dir }: BenchPostgres): Promise<boolean> {
  const clusterDir = join(dir, "postgres");
  const server = await readPostmaster(clusterDir);
  // The number in the file may be a stranger's by now.
  if (server === undefined || !(await worksIn(server.pid, clusterDir))) return false;
  return process.kill(server.pid, "SIGKILL");
}
