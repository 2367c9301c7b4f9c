import { spawn } from "node:child_process";
import { chown, mkdir, open, readdir, readFile, rename, rm, statfs, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.js";
import { EmbeddedDatabaseError } from "./error.js";
import { isAlive, readPostmaster, worksIn } from "./postmaster.js";
import type { SystemUser } from "./systemUser.js";

/** The role that owns everything in an embedded cluster. */
export const superuser = "pendamping";
const passwordFile = "pendamping.password";

/** A fresh cluster takes 40 MB and its journal up to 512 MB more; below this it would not live a day. */
const bytesToBegin = 256 * 1024 * 1024;

/**
 * How the server runs on a small machine shared with the bot. Durability is PostgreSQL's own: fsync, full page
 * writes and synchronous commit stay on, so that what was confirmed survives the plug.
 */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "50",
  shared_buffers: "64MB",
  synchronous_commit: "on",
  // One server, no replicas: the journal need carry no more than recovery needs.
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "512MB",
  checkpoint_timeout: "15min",
  // Short statements over cached pages: compiling and parallel workers cost more than they bring.
  jit: "off",
  max_parallel_workers_per_gather: "0",
  io_method: "sync",
  random_page_cost: "1.1",
  // The queues turn over all their rows: clean up behind them early.
  autovacuum_naptime: "15s",
  timezone: "UTC",
  log_timezone: "UTC",
  // What people wrote stays out of the log: no statements, no DETAIL lines with values.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
};

/** Nothing of our environment, which holds secrets, is handed on. */
const environment = { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };

/** The password of the cluster's superuser, as `makeCluster` wrote it. */
export function passwordOf(clusterDir: string): Promise<string> {
  return readFile(join(clusterDir, passwordFile), "utf8").then(
    (text) => text.trim(),
    (error: unknown) => {
      throw new EmbeddedDatabaseError(
        `${join(clusterDir, passwordFile)}, the password of the embedded database, cannot be read: ` +
          "put it back from your copy of DATA_DIR",
        { cause: error },
      );
    },
  );
}

/** The major version a cluster was made by; undefined where there is no cluster. */
export async function clusterMajor(clusterDir: string): Promise<string | undefined> {
  try {
    return (await readFile(join(clusterDir, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Makes a cluster: UTF-8, with PostgreSQL's built-in C.UTF-8 so that no locale of the machine matters, password
 * authentication, data checksums. It is made beside its place and moved there whole: a crash, a full disk or a
 * second process starting at the same time leaves no half cluster.
 */
export async function makeCluster(
  clusterDir: string,
  options: { readonly binaries: Binaries; readonly account: SystemUser; readonly password: string },
): Promise<void> {
  const { binaries, account, password } = options;
  const dataDir = dirname(clusterDir);
  const { bavail, bsize } = await statfs(dataDir);
  if (bavail * bsize < bytesToBegin) {
    throw new EmbeddedDatabaseError(
      `there is too little room at ${dataDir} to begin a database: ` +
        `${Math.floor((bavail * bsize) / 1024 / 1024)} MB free, ${bytesToBegin / 1024 / 1024} MB needed`,
    );
  }
  await clearDrafts(clusterDir);
  const draft = `${clusterDir}.new-${process.pid}`;
  const pwfile = `${draft}.password`;
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(pwfile, `${password}\n`, { mode: 0o600, flag: "wx" });
    if (account !== undefined) {
      await chown(draft, account.uid, account.gid);
      await chown(pwfile, account.uid, account.gid);
    }
    const args = ["-D", draft, "-U", superuser, `--pwfile=${pwfile}`, "--auth=scram-sha-256"];
    args.push("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
    args.push("--no-instructions");
    await runToEnd(binaries.initdb, args, account);
    await rename(pwfile, join(draft, passwordFile));
    await rename(draft, clusterDir);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    await rm(pwfile, { force: true });
    // Someone else's cluster took the place meanwhile: it is as good as ours.
    if ((await clusterMajor(clusterDir)) === undefined) throw error;
  }
}

/** Removes what starts that were killed left behind. A draft is named after the process that makes it. */
async function clearDrafts(clusterDir: string): Promise<void> {
  const dataDir = dirname(clusterDir);
  for (const name of await readdir(dataDir)) {
    const pid = new RegExp(`^${basename(clusterDir)}\\.new-(\\d+)`).exec(name)?.[1];
    if (pid === undefined || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    await rm(join(dataDir, name), { recursive: true, force: true });
  }
}

/** What a child process of the account is given, whichever of PostgreSQL's programs it is. */
function spawnOptions(account: SystemUser) {
  return {
    env: environment,
    cwd: "/",
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  } as const;
}

async function runToEnd(program: string, args: readonly string[], account: SystemUser): Promise<void> {
  const child = spawn(program, args, { ...spawnOptions(account), stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-2_000);
  });
  await new Promise<void>((resolve, reject) => {
    child.once("error", (error) =>
      reject(new EmbeddedDatabaseError(`${program} cannot run here`, { cause: error })),
    );
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else {
        reject(new EmbeddedDatabaseError(`${basename(program)} failed (${signal ?? code}): ${said.trim()}`));
      }
    });
  });
}

/**
 * Starts the server and waits until it answers. It runs in a session of its own, so that Ctrl+C in our terminal
 * reaches us and not it: we stop it last. Its log goes to a file, which outlives us as it does.
 *
 * @throws {EmbeddedDatabaseError} with the end of its log when it does not come up.
 */
export async function startServer(
  clusterDir: string,
  options: {
    readonly binaries: Binaries;
    readonly account: SystemUser;
    readonly port: number;
    readonly settings: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { binaries, account, port } = options;
  const logPath = `${clusterDir}.log`;
  const args = ["-D", clusterDir, "-p", String(port)];
  for (const [name, value] of Object.entries({ ...settings, ...options.settings })) {
    args.push("-c", `${name}=${value}`);
  }
  // A new log for each start; the last one is kept, for who wants to know why it stopped.
  await rename(logPath, `${logPath}.1`).catch(ignoreMissing);
  const log = await open(logPath, "a", 0o600);
  let failure: string | undefined;
  try {
    const child = spawn(binaries.postgres, args, {
      ...spawnOptions(account),
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    child.once("error", (error) => {
      failure = error.message;
    });
    child.once("exit", (code, signal) => {
      failure ??= `it ended with ${signal ?? code}`;
    });
    child.unref();
    // A crash recovery may read up to the whole journal first.
    for (let waited = 0; failure === undefined; waited += 10) {
      const server = await readPostmaster(clusterDir);
      if (server?.pid === child.pid && server?.status === "ready") return;
      if (waited > 120_000) failure = "it is not ready after two minutes";
      await sleep(10);
    }
  } finally {
    await log.close();
  }
  const said = (await readFile(logPath, "utf8")).slice(-2_000).trim();
  throw new EmbeddedDatabaseError(`the embedded PostgreSQL did not start, ${failure}: ${said}`);
}

function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}

/**
 * Stops the server fast (SIGINT: sessions are ended, everything is written), and after `patience` milliseconds at
 * once (SIGQUIT: nothing confirmed is lost, the next start recovers from the journal).
 */
export async function stopServer(clusterDir: string, pid: number, patience: number): Promise<void> {
  // The number in the file may be a stranger's by now.
  if (!(await worksIn(pid, clusterDir))) return;
  for (const [signal, wait] of [
    ["SIGINT", patience],
    ["SIGQUIT", 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ESRCH") return;
      throw error;
    }
    for (let waited = 0; waited < wait; waited += 10) {
      // An orphan stays in the table of processes until init has looked at it, but works nowhere any more.
      if ((await readPostmaster(clusterDir))?.pid !== pid && !(await worksIn(pid, clusterDir))) return;
      await sleep(10);
    }
  }
  throw new EmbeddedDatabaseError(`the embedded PostgreSQL (pid ${pid}) does not stop`);
}

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("a TCP server has no port");
  return address.port;
}
