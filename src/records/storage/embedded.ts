import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Logger } from "pino";
import { findBinaries } from "./embedded/binaries.js";
import {
  clusterMajor,
  freePort,
  makeCluster,
  passwordOf,
  startServer,
  stopServer,
  superuser,
} from "./embedded/cluster.js";
import { EmbeddedDatabaseError } from "./embedded/error.js";
import { isAlive, type Postmaster, readPostmaster, worksIn } from "./embedded/postmaster.js";
import { databaseName, othersUseIt, takeShare } from "./embedded/share.js";
import { claimCluster, prepareDataDir, systemUserFor } from "./embedded/systemUser.js";
import { type Random, secureRandom } from "./ids.js";

/** A PostgreSQL that runs for us, in `DATA_DIR/postgres`. */
export type Embedded = {
  readonly url: string;
  /** It was running already: left by a process that was killed, or in use by another one. */
  readonly adopted: boolean;
  /** Stops the server, unless another process still uses it. Close your own connections first. */
  readonly stop: () => Promise<void>;
};

/** How long, in milliseconds, a server that starts or stops is waited for: it may be recovering after a crash. */
const patience = 60_000;

/**
 * Opens the embedded PostgreSQL of a folder: makes the cluster where there is none, adopts the server where one
 * is running (after `kill -9` of its process a postmaster lives on), starts it otherwise. Should the server die
 * while it is in use, it is started again on the same port.
 *
 * Who stops it? The last process that uses it, which is known by a shared advisory lock on a session of each:
 * a command-line tool that borrowed the server from a running bot leaves it alone, and a process that was
 * killed leaves no claim behind.
 *
 * @param options.settings overrides for PostgreSQL's settings; tests switch durability off.
 * @throws {EmbeddedDatabaseError} with the reason and a way out.
 */
export async function openEmbedded(
  dataDir: string,
  options: {
    readonly log: Pick<Logger, "info" | "warn" | "error">;
    readonly random?: Random;
    readonly settings?: Readonly<Record<string, string>>;
  },
): Promise<Embedded> {
  const { log, random = secureRandom, settings = {} } = options;
  if (process.platform === "win32") {
    throw new EmbeddedDatabaseError(
      "the embedded PostgreSQL does not run on Windows: set DATABASE_URL, or use WSL",
    );
  }
  const account = await systemUserFor(join(resolve(dataDir), "postgres"));
  const home = await prepareDataDir(resolve(dataDir), account);
  const clusterDir = join(home, "postgres");
  const binaries = await findBinaries(home, account);
  if ((await clusterMajor(clusterDir)) === undefined) {
    await makeCluster(clusterDir, { binaries, account, password: newPassword(random) });
  }
  const major = binaries.version.split(".")[0];
  const made = await clusterMajor(clusterDir);
  if (made !== major) {
    throw new EmbeddedDatabaseError(
      `${clusterDir} was made by PostgreSQL ${made} and this is PostgreSQL ${major}: start the version of ` +
        "Pendamping that made it, dump the database there, and load the dump here",
    );
  }
  await claimCluster(clusterDir, account);
  const password = await passwordOf(clusterDir);
  const urlAt = (port: number, name = databaseName) =>
    `postgresql://${superuser}:${password}@127.0.0.1:${port}/${name}`;

  /** Adopts or starts a server, and takes our share of it. `wanted` is the port after the first time. */
  async function bringUp(wanted?: number): Promise<{ port: number; adopted: boolean; session: pg.Client }> {
    let started = false;
    let failures = 0;
    for (let waited = 0; waited < patience; waited += 100) {
      const running = await readPostmaster(clusterDir);
      const state = running === undefined ? "gone" : await judge(running, clusterDir);
      if (running !== undefined && state === "ready") {
        const session = await takeShare(clusterDir, (name) => urlAt(running.port, name)).catch(
          async (error: unknown) => {
            if (started) await stopServer(clusterDir, running.pid, 5_000);
            throw error;
          },
        );
        if (session !== undefined) return { port: running.port, adopted: !started, session };
      } else if (state === "gone") {
        try {
          const port = wanted ?? (await freePort());
          await startServer(clusterDir, { binaries, account, port, settings });
          started = true;
          continue;
        } catch (error) {
          // Another process may have started it first, a stranger may have taken the port, or the last
          // sessions of a killed server are still letting go of its memory.
          failures += 1;
          if (failures === 5) throw error;
        }
      }
      await sleep(100);
    }
    throw new EmbeddedDatabaseError(
      `${clusterDir}/postmaster.pid names a process that runs but does not answer: ` +
        "stop it, or remove that file if the process is not PostgreSQL",
    );
  }

  let stopping = false;
  let revival: Promise<void> | undefined;
  const first = await bringUp();
  let session = first.session;
  watch(session);
  log.info(
    { dir: clusterDir, port: first.port, version: binaries.version, adopted: first.adopted },
    first.adopted
      ? "the embedded PostgreSQL is running already, and is used"
      : "started the embedded PostgreSQL; for more than one machine set DATABASE_URL",
  );

  /** Our session ends only when we end it or the server dies. */
  function watch(client: pg.Client): void {
    client.once("end", () => {
      if (!stopping) revival = revive();
    });
  }

  async function revive(): Promise<void> {
    log.error({ dir: clusterDir }, "the embedded PostgreSQL went away; starting it again");
    for (let pause = 250; !stopping; pause = Math.min(pause * 2, 10_000)) {
      try {
        ({ session } = await bringUp(first.port));
        watch(session);
        log.warn({ dir: clusterDir, port: first.port }, "the embedded PostgreSQL is back");
        return;
      } catch (error) {
        log.error(
          { err: error, dir: clusterDir },
          "the embedded PostgreSQL does not come back; trying again",
        );
        await sleep(pause);
      }
    }
  }

  return {
    url: urlAt(first.port),
    adopted: first.adopted,
    stop: async () => {
      if (stopping) return;
      stopping = true;
      // A server that does not come back must not keep us from leaving.
      if (revival !== undefined) await Promise.race([revival, sleep(3_000, undefined, { ref: false })]);
      if (await othersUseIt(session)) {
        log.info({ dir: clusterDir }, "another process uses the embedded PostgreSQL; it is left running");
        return;
      }
      const server = await readPostmaster(clusterDir);
      if (server !== undefined) await stopServer(clusterDir, server.pid, 5_000);
      log.info({ dir: clusterDir }, "stopped the embedded PostgreSQL");
    },
  };
}

function newPassword(random: Random): string {
  return Buffer.from(random(24)).toString("base64url");
}

/**
 * What to do about a `postmaster.pid`: the server answers (`ready`), is starting or stopping (`wait`), or is gone.
 * PostgreSQL refuses to start if another process has the number of a dead server, so a stale file is removed here.
 */
async function judge(running: Postmaster, clusterDir: string): Promise<"ready" | "wait" | "gone"> {
  if (!isAlive(running.pid)) return "gone";
  if (!(await worksIn(running.pid, clusterDir))) {
    await rm(join(clusterDir, "postmaster.pid"), { force: true });
    return "gone";
  }
  return running.status === "ready" ? "ready" : "wait";
}
