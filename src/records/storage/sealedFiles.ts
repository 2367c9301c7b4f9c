/**
 * Where files are kept, each under an id, sealed by whoever keeps it. A file is written once, read, and removed; none is ever
 * changed in place but by the same file under another key.
 */
export type SealedFiles = {
  /** Writes a file completely or not at all. Once it resolves the bytes are on the disk. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** Undefined where there is none. */
  get(id: string): Promise<Buffer | undefined>;
  /** The files there are. */
  ids(): Promise<readonly string[]>;
  /** Removes a file; nothing where there is none. */
  remove(id: string): Promise<void>;
  /** Removes incomplete files older than `since`, which a killed process left behind. */
  sweep(since: Date): Promise<void>;
};
