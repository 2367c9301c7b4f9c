import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Sealer } from "../storage/seal.js";

/** The bytes of attachments, sealed, one file each. */
export type AttachmentFiles = {
  /** Writes a file completely or not at all. Once it resolves the bytes are on the disk. */
  keep(id: string, bytes: Uint8Array): Promise<void>;
  /**
   * The bytes as they were sent.
   *
   * @throws {SealError} where the file was changed or its key is missing
   */
  read(id: string): Promise<Buffer>;
  /** The file as it lies there, for a copy of everything; undefined where it is gone. */
  readSealed(id: string): Promise<Buffer | undefined>;
  /** Puts back what `readSealed` gave, completely or not at all. */
  keepSealed(id: string, sealed: Uint8Array): Promise<void>;
  /** The files there are. */
  ids(): Promise<readonly string[]>;
  /**
   * Seals a file again that is sealed with an older key or in an older format. False where it is not, or is gone.
   *
   * @throws {SealError} where it does not open
   */
  reseal(id: string): Promise<boolean>;
  /** Removes a file; nothing where there is none. */
  remove(id: string): Promise<void>;
  /** Removes incomplete files older than `since`, which a killed process left behind. */
  sweep(since: Date): Promise<void>;
};

const half = ".part";

/** Files below `DATA_DIR/attachments`. Machines that share a database must share this folder too. */
export function attachmentFiles(dataDir: string, sealer: Sealer): AttachmentFiles {
  const dir = join(dataDir, "attachments");
  const placeOf = (id: string) => ({ table: "Attachment", column: "bytes", row: id });
  const pathOf = (id: string) => {
    if (!/^[a-z2-7]+$/.test(id)) throw new RangeError("an attachment's id is made of a-z and 2-7");
    return join(dir, id);
  };

  /** Being written by this process: not left behind by a killed one, whatever a clock says. */
  const drafts = new Set<string>();

  const keep = (id: string, bytes: Uint8Array) => keepSealed(id, sealer.sealBytes(bytes, placeOf(id)));

  async function keepSealed(id: string, sealed: Uint8Array): Promise<void> {
    const path = pathOf(id);
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomBytes(6).toString("hex")}${half}`;
    drafts.add(draft);
    try {
      await writeSynced(draft, sealed);
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
  }

  const names = () =>
    readdir(dir).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    });

  const readSealed = (id: string) =>
    readFile(pathOf(id)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    });

  return {
    keep,
    keepSealed,
    readSealed,

    async read(id) {
      return sealer.openBytes(await readFile(pathOf(id)), placeOf(id));
    },

    async ids() {
      return (await names()).filter((name) => !name.endsWith(half));
    },

    async reseal(id) {
      const sealed = await readSealed(id);
      if (sealed === undefined || sealer.isCurrentFile(sealed)) return false;
      await keep(id, sealer.openBytes(sealed, placeOf(id)));
      return true;
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
