import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { SealedFiles } from "./sealedFiles.js";

const half = ".part";

/** Files below `DATA_DIR/attachments`. Machines that share a database must share this folder too. */
export function folderFiles(dataDir: string): SealedFiles {
  const dir = join(dataDir, "attachments");
  const pathOf = (id: string) => {
    if (!/^[a-z2-7]+$/.test(id)) throw new RangeError("a file's id is made of a-z and 2-7");
    return join(dir, id);
  };

  /** Being written by this process: not left behind by a killed one, whatever a clock says. */
  const drafts = new Set<string>();

  const names = () =>
    readdir(dir).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    });

  return {
    async put(id, bytes) {
      const path = pathOf(id);
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const draft = `${path}.${randomBytes(6).toString("hex")}${half}`;
      drafts.add(draft);
      try {
        await writeSynced(draft, bytes);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      } finally {
        drafts.delete(draft);
      }
      // Only a sync of the folder makes the new name durable.
      const folder = await open(dir, "r");
      await folder.sync().finally(() => folder.close());
    },

    get: (id) =>
      readFile(pathOf(id)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      }),

    async ids() {
      return (await names()).filter((name) => !name.endsWith(half));
    },

    async remove(id) {
      await rm(pathOf(id), { force: true });
    },

    async sweep(since) {
      for (const name of (await names()).filter((one) => one.endsWith(half))) {
        const path = join(dir, name);
        if (!drafts.has(path) && (await stat(path)).mtime < since) await rm(path, { force: true });
      }
    },
  };
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
