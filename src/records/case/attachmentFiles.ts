import type { Sealer } from "../storage/seal.js";
import type { SealedFiles } from "../storage/sealedFiles.js";

/** The bytes of attachments, sealed. */
export type AttachmentFiles = {
  /** Writes a file completely or not at all. Once it resolves the bytes are on the disk. */
  keep(id: string, bytes: Uint8Array): Promise<void>;
  /**
   * The bytes as they were sent. The code of its error is ENOENT where there is no such file.
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

/** Attachments in a store, sealed before they go there. */
export function attachmentFiles(store: SealedFiles, sealer: Sealer): AttachmentFiles {
  const placeOf = (id: string) => ({ table: "Attachment", column: "bytes", row: id });
  const keep = (id: string, bytes: Uint8Array) => store.put(id, sealer.sealBytes(bytes, placeOf(id)));
  return {
    keep,
    keepSealed: store.put,
    readSealed: store.get,
    ids: store.ids,
    remove: store.remove,
    sweep: store.sweep,

    async read(id) {
      const sealed = await store.get(id);
      if (sealed === undefined) throw Object.assign(new Error("there is no such file"), { code: "ENOENT" });
      return sealer.openBytes(sealed, placeOf(id));
    },

    async reseal(id) {
      const sealed = await store.get(id);
      if (sealed === undefined || sealer.isCurrentFile(sealed)) return false;
      await keep(id, sealer.openBytes(sealed, placeOf(id)));
      return true;
    },
  };
}
