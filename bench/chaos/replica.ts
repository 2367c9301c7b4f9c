/** A PostgreSQL and its replica, for a failover: the first may be killed, and the second promoted in its place. */
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { type Binaries, findBinaries } from "../../src/records/storage/embedded/binaries.js";
import {
  freePort,
  makeCluster,
  startServer,
  stopServer,
  superuser,
} from "../../src/records/storage/embedded/cluster.js";
import { readPostmaster } from "../../src/records/storage/embedded/postmaster.js";
import { type SystemUser, systemUserFor } from "../../src/records/storage/embedded/systemUser.js";
import { type BenchPostgres, databasesAt, killServer } from "../postgres.js";
import { type Door, doorTo } from "./door.js";

/** Whether a commit waits for the replica. */
export type Replication = "synchronous" | "asynchronous";

/** Two servers, of which the second follows the first. */
export type Pair = {
  /** The first; nothing starts it again once it was killed. */
  readonly primary: BenchPostgres;
  /** Makes the replica of what is in the first by now, and lets it follow. */
  follow(replication: Replication): Promise<void>;
  /** Nothing reaches the replica any more. */
  cut(): void;
  /** Kills the first by SIGKILL. */
  kill(): Promise<void>;
  /** Makes a primary of the replica: a database's URL there, once it takes writes. */
  promote(url: string): Promise<string>;
  close(): Promise<void>;
};

const run = promisify(execFile);
const replicaName = "replica";
/** How long (ms) a server that starts is waited for. */
const patience = 60_000;
const replicating = { wal_level: "replica", max_wal_senders: "4", wal_keep_size: "512MB" } as const;

/** Starts the first server, in a new folder. What it tells its replica travels for `delay` milliseconds each way. */
export async function startPair(delay: number): Promise<Pair> {
  const dir = await mkdtemp(join(tmpdir(), "pendamping-failover-"));
  await chmod(dir, 0o711);
  const [primaryDir, replicaDir] = [join(dir, "postgres"), join(dir, "replica")];
  const account = await systemUserFor(primaryDir);
  const binaries = await findBinaries(dir, account);
  const password = randomBytes(18).toString("base64url");
  await makeCluster(primaryDir, { binaries, account, password });
  const [port, replicaPort] = [await freePort(), await freePort()];
  await startServer(primaryDir, { binaries, account, port, settings: replicating });
  const url = `postgresql://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  const replicaUrl = `postgresql://${superuser}:${password}@127.0.0.1:${replicaPort}/postgres`;
  const way: Door = await doorTo(url, delay);
  const primary: BenchPostgres = {
    dir,
    get pid(): number {
      throw new Error("its CPU is not measured");
    },
    ...databasesAt(url),
    close: async () => {},
  };
  return {
    primary,
    follow: async (replication) => {
      await ask(url, async (client) => {
        await client.query("SELECT pg_backup_start('replica', true)");
        await run("cp", ["-a", primaryDir, replicaDir]);
        const { rows } = await client.query<{ label: string }>(
          "SELECT labelfile AS label FROM pg_backup_stop(false)",
        );
        await rm(join(replicaDir, "postmaster.pid"));
        await writeFile(join(replicaDir, "backup_label"), rows[0]?.label ?? "");
        await writeFile(join(replicaDir, "standby.signal"), "");
        await run("chown", [
          "--reference",
          primaryDir,
          join(replicaDir, "backup_label"),
          join(replicaDir, "standby.signal"),
        ]);
        const source = new URL(way.through(url));
        await startReplica(replicaDir, { binaries, account, port: replicaPort }, source);
        await isThere(replicaUrl, "SELECT pg_is_in_recovery() AS there");
        if (replication === "synchronous") {
          await client.query(`ALTER SYSTEM SET synchronous_standby_names = '${replicaName}'`);
          await client.query("SELECT pg_reload_conf()");
        }
      });
      const state = replication === "synchronous" ? "sync" : "async";
      await isThere(
        url,
        `SELECT count(*) = 1 AS there FROM pg_stat_replication WHERE state = 'streaming' AND sync_state = '${state}'`,
      );
    },
    cut: () => way.shut(),
    kill: async () => {
      if (!(await killServer(primary))) throw new Error("the primary did not run");
    },
    promote: async (database) => {
      await ask(replicaUrl, (client) => client.query("SELECT pg_promote(true, 60)"));
      return Object.assign(new URL(database), { port: String(replicaPort) }).href;
    },
    close: async () => {
      await way.close();
      for (const cluster of [replicaDir, primaryDir]) {
        const server = await readPostmaster(cluster);
        if (server !== undefined) await stopServer(cluster, server.pid, 5_000);
      }
      // A bot that is ending may still write.
      await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function startReplica(
  cluster: string,
  { binaries, account, port }: { binaries: Binaries; account: SystemUser; port: number },
  source: URL,
): Promise<void> {
  const from = `host=${source.hostname} port=${source.port} user=${source.username} password=${source.password}`;
  const settings = {
    ...replicating,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    hot_standby: "on",
    max_connections: "50",
    primary_conninfo: `${from} application_name=${replicaName}`,
  };
  const log = await open(`${cluster}.log`, "a", 0o600);
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  spawn(binaries.postgres, ["-D", cluster, "-p", String(port), ...args], {
    env: { LC_ALL: "C", TZ: "UTC" },
    cwd: "/",
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  }).unref();
  await log.close();
}

/** Waits until a statement says that something is there. @throws {Error} where it does not for a minute */
async function isThere(url: string, statement: string): Promise<void> {
  for (const until = performance.now() + patience; performance.now() < until; await sleep(50)) {
    const is = await ask(url, (client) => client.query<{ there: boolean }>(statement)).catch(() => undefined);
    if (is?.rows[0]?.there === true) return;
  }
  throw new Error(`this did not come true within a minute: ${statement}`);
}

async function ask<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
