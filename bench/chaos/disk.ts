/** A small disk that can be filled: a tmpfs, where this machine lets us mount one. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of a run. */
export type Disk = {
  readonly dir: string;
  /** Fills it to the last byte; undefined where the folder is on a disk that others need. */
  readonly fill: (() => void) | undefined;
  free(): Promise<void>;
  remove(): Promise<void>;
};

/** Room for PostgreSQL with its journal and the data of all runs, and the files people send. */
const size = "1200m";

/** Mounts a small disk, or makes a folder that cannot be filled. */
export async function smallDisk(): Promise<Disk> {
  const dir = await mkdtemp(join(tmpdir(), "pendamping-disk-"));
  const ballast = join(dir, "ballast");
  const free = () => rm(ballast, { force: true });
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size},mode=0755`, "tmpfs", dir]);
  if (status !== 0)
    return { dir, fill: undefined, free, remove: () => rm(dir, { recursive: true, force: true }) };
  return {
    dir,
    fill: () => {
      const chunk = Buffer.alloc(1024 * 1024);
      for (let bytes = chunk.length; bytes >= 1; )
        try {
          writeFileSync(ballast, chunk.subarray(0, bytes), { flag: "a" });
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
          bytes = Math.floor(bytes / 2);
        }
    },
    free,
    remove: async () => {
      spawnSync("umount", ["-l", dir]);
      await rm(dir, { recursive: true, force: true });
    },
  };
}
