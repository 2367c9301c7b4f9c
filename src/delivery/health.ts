import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { isConnectionLost } from "../records/storage/connectionLost.js";
import type { Database } from "../records/storage/database.js";
import type { DataFolder } from "../records/storage/dataFolder.js";
import { duties, lockClass } from "./instance.js";
import type { Loop } from "./loop.js";
import type { Outage } from "./outage.js";
import { type Timers, within } from "./timers.js";

/** Whether the bot does its work, and what of it does not. */
export type Health = {
  readonly well: boolean;
  /** For `/health`: one word for each part, nothing of anybody. */
  readonly report: {
    readonly status: "ok" | "failing";
    readonly database: "reachable" | "refuses writes" | "away";
    readonly telegram: "answers" | "silent";
    /** Whether an instance asks Telegram for updates; with a webhook nobody does. */
    readonly polling: "held" | "by nobody" | "webhook";
    /** Of `DATA_DIR`, where files are kept; "another folder" than that of the other instances. */
    readonly disk: "free" | "full" | "another folder";
    readonly loops: Readonly<Record<string, "alive" | "silent">>;
  };
};

/** What the question takes. */
export type HealthDeps = {
  readonly database: Database;
  readonly loops: () => readonly Loop[];
  readonly outage: Pick<Outage, "silentFor">;
  readonly polls: boolean;
  readonly dataDir: string;
  readonly folder: DataFolder;
  /** How many bytes are free in a folder; asked of the file system by default. */
  readonly freeBytes?: (dir: string) => Promise<number>;
  readonly clock: () => Date;
  readonly timers: Timers;
};

/** A loop without a successful turn, or a Telegram without an answer, for this long (ms) counts as dead. */
const longestSilence = 60_000;
/** A database that does not answer for this long (ms) counts as down. */
const longestAnswer = 3_000;
/** Below this (bytes) no file of the largest size that Telegram gives can be kept. */
const leastFree = 64 * 1024 * 1024;

/**
 * Asks whether somebody polls, something can be sent, and what is answered can be kept: the database takes a write, the disk
 * has room, Telegram answers, and every loop ends its turns.
 */
export async function healthNow(deps: HealthDeps): Promise<Health> {
  const loops = Object.fromEntries(
    deps.loops().map((loop) => [loop.name, loop.silence() < longestSilence ? "alive" : "silent"] as const),
  );
  const { database, polling } = await databaseNow(deps);
  const telegram = deps.outage.silentFor() < longestSilence ? "answers" : "silent";
  const disk = await diskNow(deps);
  const well =
    database === "reachable" &&
    telegram === "answers" &&
    polling !== "by nobody" &&
    disk === "free" &&
    Object.values(loops).every((state) => state === "alive");
  return { well, report: { status: well ? "ok" : "failing", database, telegram, polling, disk, loops } };
}

async function diskNow({
  dataDir,
  folder,
  freeBytes = freeBytesOf,
}: HealthDeps): Promise<Health["report"]["disk"]> {
  if (!(await folder.isOfDatabase())) return "another folder";
  return (await freeBytes(dataDir)) < leastFree ? "full" : "free";
}

/** Writes when it was asked, and looks whether an instance holds the lease of polling. */
async function databaseNow({
  database,
  polls,
  clock,
  timers,
}: HealthDeps): Promise<Pick<Health["report"], "database" | "polling">> {
  const unknown = polls ? "by nobody" : "webhook";
  const away = { database: "away", polling: unknown } as const;
  const asked = database.pool
    .query<{ polling: boolean }>(askedNow, [JSON.stringify(clock()), lockClass.duty, duties.poller])
    .then(({ rows }) => {
      const polling = polls ? (rows[0]?.polling ? "held" : "by nobody") : "webhook";
      return { database: "reachable", polling } as const;
    });
  try {
    return await within(timers, longestAnswer, asked, away);
  } catch (error) {
    // Which of the two it is, is the answer; the loops log the reason.
    return isConnectionLost(error) ? away : { database: "refuses writes", polling: unknown };
  }
}

const askedNow = `
WITH written AS (
  INSERT INTO "Setting" ("key", "value") VALUES ('health-asked', $1::jsonb)
  ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value"
)
SELECT EXISTS (
  SELECT 1 FROM pg_locks l
  WHERE l.locktype = 'advisory' AND l.classid = $2::int::oid AND l.objid = $3::int::oid AND l.granted
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
) AS "polling"`;

/** How many bytes are free where the files are kept. The folder is made with the first file: its parent counts until then. */
async function freeBytesOf(dir: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(dir);
    return bavail * bsize;
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT" && dirname(dir) !== dir;
    if (isMissing) return freeBytesOf(dirname(dir));
    throw error;
  }
}
