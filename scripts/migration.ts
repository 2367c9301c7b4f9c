/**
 * Writes a migration: `npm run migration -- <name>` compares prisma/schema.prisma with the committed one (git)
 * and puts the SQL that leads from there to here into prisma/migrations/<time>_<name>/migration.sql.
 *
 * While it is not committed it may be written again under the same name, which replaces it. What Prisma's
 * language cannot say (partial indexes, checks) is written by hand below the line `-- Beyond the schema`, and kept.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { openEmbedded } from "../src/records/storage/embedded.js";
import { diff, type Schema } from "./schemaEngine.js";

const run = promisify(execFile);
const log = { info() {}, warn: console.warn, error: console.error };

const schemaFile = "prisma/schema.prisma";
const migrationsDir = "prisma/migrations";
/** Where a migration's hand-written part begins. */
const beyond = "-- Beyond the schema";

/** A migration that is written but not committed, with its hand-written part. */
type Draft = { readonly folder: string; readonly byHand: string };

async function git(...args: string[]): Promise<string> {
  return (await run("git", args, { maxBuffer: 16 * 1024 * 1024 })).stdout;
}

async function committedSchema(): Promise<Schema> {
  // A repository without a commit, or whose commits have no schema yet, begins from nothing.
  return git("show", `HEAD:${schemaFile}`).catch(() => null);
}

async function drafts(): Promise<Draft[]> {
  if (!existsSync(migrationsDir)) return [];
  const committed = new Set(
    (await git("ls-tree", "-r", "--name-only", "HEAD", migrationsDir).catch(() => "")).split("\n"),
  );
  const folders = (await readdir(migrationsDir, { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const uncommitted = folders.filter(
    (entry) => !committed.has(`${migrationsDir}/${entry.name}/migration.sql`),
  );
  return Promise.all(
    uncommitted.map(async ({ name: folder }) => {
      const sql = await readFile(join(migrationsDir, folder, "migration.sql"), "utf8");
      const at = sql.indexOf(beyond);
      return { folder, byHand: at < 0 ? "" : sql.slice(at) };
    }),
  );
}

/** The engine wants a PostgreSQL to speak with; a throw-away one does. */
async function sqlBetween(from: Schema, to: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "pendamping-migration-"));
  const database = await openEmbedded(dir, { log, settings: { fsync: "off" } });
  try {
    return await diff(database.url, from, to);
  } finally {
    await database.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function main(name: string | undefined): Promise<void> {
  if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error(
      "give the migration a name of small letters, digits and _: npm run migration -- add_phone",
    );
  }
  // Without git there is nothing to compare with, and every migration would begin from nothing.
  await git("rev-parse", "--git-dir");
  const waiting = await drafts();
  const other = waiting.find(({ folder }) => !folder.endsWith(`_${name}`));
  if (other !== undefined) {
    throw new Error(
      `${migrationsDir}/${other.folder} is not committed yet: commit it, or write it again by its name`,
    );
  }
  const draft = waiting[0];
  const sql = await sqlBetween(await committedSchema(), await readFile(schemaFile, "utf8"));
  const byHand = draft?.byHand ?? "";
  if (sql === "" && byHand === "") {
    console.log("the schema did not change: there is nothing to migrate");
    return;
  }
  const folder = draft?.folder ?? `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`;
  const target = join(migrationsDir, folder);
  await mkdir(target, { recursive: true });
  await writeFile(
    join(target, "migration.sql.new"),
    `${[sql.trim(), byHand.trim()].filter(Boolean).join("\n\n")}\n`,
  );
  await rename(join(target, "migration.sql.new"), join(target, "migration.sql"));
  // Prisma's own tools want to know which database the folder speaks.
  await writeFile(join(migrationsDir, "migration_lock.toml"), 'provider = "postgresql"\n');
  console.log(`wrote ${target}/migration.sql`);
}

await main(process.argv[2]);
