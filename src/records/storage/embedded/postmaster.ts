import { execFile } from "node:child_process";
import { readFile, readlink, realpath } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What a running (or crashed) server left in `postmaster.pid` of its folder. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `stopping`, `ready`; empty when the file is only half written. */
  readonly status: string;
};

/**
 * Reads `postmaster.pid`: line 1 the pid, 4 the port, 8 the status, as PostgreSQL's `pidfile.h` lays them out.
 * Undefined where there is none, or nothing in it yet.
 */
export async function readPostmaster(clusterDir: string): Promise<Postmaster | undefined> {
  let text: string;
  try {
    text = await readFile(join(clusterDir, "postmaster.pid"), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? "").trim() };
}

/** Whether any process has this number; one that is not ours to signal counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether the process is a server of this folder, as far as the system tells. After a reboot, or in a new
 * container, the number in the file often belongs to someone else. On Linux a postmaster is known by working
 * in its data folder; elsewhere by its name at least.
 */
export async function worksIn(pid: number, clusterDir: string): Promise<boolean> {
  if (process.platform !== "linux") {
    const { stdout } = await run("ps", ["-o", "comm=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
    return basename(stdout.trim()).startsWith("postgres");
  }
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(clusterDir));
  } catch (error) {
    // Gone by now; or another user's process, which a server of a folder that is ours cannot be.
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ESRCH" || code === "EACCES" || code === "EPERM") return false;
    throw error;
  }
}
