import { execFile } from "node:child_process";
import { chmod, chown, realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { makeFolder } from "../folder.js";
import { EmbeddedDatabaseError } from "./error.js";

const run = promisify(execFile);

/** Whom PostgreSQL runs as: undefined for the user we are ourselves, a system user when we are root. */
export type SystemUser = { readonly uid: number; readonly gid: number; readonly name: string } | undefined;

const systemUser = "postgres";

/**
 * PostgreSQL refuses to run as root, for good reason. As root we hand it to the system user `postgres`, made
 * here if the machine has none. A cluster that exists goes on under its owner.
 *
 * @throws {EmbeddedDatabaseError} where there is neither such a user nor a way to make one.
 */
export async function systemUserFor(clusterDir: string): Promise<SystemUser> {
  const self = process.getuid?.();
  const owner = await ownerOf(clusterDir);
  if (self !== 0) {
    if (owner === undefined || self === undefined || owner.uid === self) return undefined;
    throw new EmbeddedDatabaseError(
      `${clusterDir} belongs to user ${owner.uid}, and this is user ${self}: ` +
        "start as its owner, or give the folder to this user (chown -R)",
    );
  }
  if (owner !== undefined && owner.uid !== 0) return { ...owner, name: `user ${owner.uid}` };
  return (await lookUp(systemUser)) ?? (await makeSystemUser());
}

async function ownerOf(path: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new EmbeddedDatabaseError(`${path} cannot be looked at`, { cause: error });
  }
}

async function lookUp(name: string): Promise<SystemUser> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout), name };
  } catch {
    // `id` fails for a name it does not know, and says no more than that.
    return undefined;
  }
}

async function makeSystemUser(): Promise<SystemUser> {
  const args = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", systemUser];
  let cause: unknown;
  try {
    await run("useradd", args);
  } catch (error) {
    cause = error;
  }
  const account = await lookUp(systemUser);
  if (account !== undefined) return account;
  throw new EmbeddedDatabaseError(
    `PostgreSQL does not run as root, and the system user "${systemUser}" could not be made: ` +
      "start as an ordinary user, or set DATABASE_URL",
    { cause },
  );
}

/**
 * Makes `dataDir` and lets the account pass through it. The folder itself is ours, so it is opened to the
 * account's group for passing, nothing more. The folders above it are not ours to change. Returns its real path.
 *
 * @throws {EmbeddedDatabaseError} naming the folder that the account may not enter.
 */
export async function prepareDataDir(dataDir: string, account: SystemUser): Promise<string> {
  let path: string;
  try {
    await makeFolder(dataDir, 0o700);
    path = await realpath(dataDir);
  } catch (error) {
    throw new EmbeddedDatabaseError(`DATA_DIR ${dataDir} cannot be made`, { cause: error });
  }
  if (account === undefined) return path;
  const barred = await inaccessibleFolder(dirname(path), account);
  if (barred !== undefined) {
    throw new EmbeddedDatabaseError(
      `DATA_DIR ${dataDir} lies below ${barred}, which the database may not enter: as root, PostgreSQL runs ` +
        `as ${account.name}. Set DATA_DIR to a folder outside (for example /var/lib/pendamping), ` +
        "or start as an ordinary user",
    );
  }
  const folder = await stat(path);
  if (!mayEnter(folder, account)) {
    await chown(path, folder.uid, account.gid);
    await chmod(path, (folder.mode & 0o7777) | 0o010);
  }
  return path;
}

/** Gives the account a cluster that root put back from a copy; PostgreSQL wants it closed to everyone else. */
export async function claimCluster(clusterDir: string, account: SystemUser): Promise<void> {
  if (account === undefined || (await ownerOf(clusterDir))?.uid === account.uid) return;
  await run("chown", ["-R", `${account.uid}:${account.gid}`, clusterDir]);
  await chmod(clusterDir, 0o700);
}

function mayEnter(folder: { uid: number; gid: number; mode: number }, account: { uid: number; gid: number }) {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

/** The first folder from the root down to `path` that the account may not enter; undefined where all are open. */
export async function inaccessibleFolder(path: string, account: SystemUser): Promise<string | undefined> {
  if (account === undefined) return undefined;
  const above = dirname(path);
  const barred = above === path ? undefined : await inaccessibleFolder(above, account);
  return barred ?? (mayEnter(await stat(path), account) ? undefined : path);
}
