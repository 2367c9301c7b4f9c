import { createReadStream } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { SealError, type Sealer } from "../storage/seal.js";

/**
 * A backup as one file: pieces one after another, each with its length in front and sealed with the data key. A piece is
 * bound to its place, so that none can be left out, moved, or brought in from another backup; the last one says that
 * it is the last.
 */

/** What a piece is, and its bytes. */
export type Piece = { readonly head: PieceHead; readonly bytes: Buffer };

/** What a piece is. */
export type PieceHead =
  | {
      readonly kind: "begin";
      readonly format: 1;
      readonly id: string;
      readonly madeAt: string;
      /** The migrations its database had. */
      readonly migrations: readonly string[];
    }
  /** Rows as PostgreSQL's COPY writes them, cut anywhere. */
  | { readonly kind: "rows"; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: "sequence"; readonly name: string; readonly last: string }
  /** A file as it is kept, which is sealed already. */
  | { readonly kind: "file"; readonly id: string }
  | { readonly kind: "end"; readonly pieces: number };

/** The file is no backup, or not as it was written. The message is for the operator. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

/** Longest piece that is read, in bytes: a file of 20 MB and what sealing adds. */
const longest = 32 * 1024 * 1024;
const lengthBytes = 4;

function placeOf(id: string, at: number) {
  return { table: "Backup", column: "piece", row: at === 0 ? "begin" : `${id}.${at}` };
}

/** Writes a backup beside `file`, which exists only once the last piece is on the disk. */
export async function writeArchive(
  file: string,
  sealer: Sealer,
  begin: Extract<PieceHead, { readonly kind: "begin" }>,
  fill: (add: (head: PieceHead, bytes?: Buffer) => Promise<void>) => Promise<void>,
): Promise<void> {
  const draft = `${file}.part`;
  const handle = await open(draft, "w", 0o600);
  let at = 0;
  const add = async (head: PieceHead, bytes: Buffer = Buffer.alloc(0)) => {
    const plain = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]);
    await writePiece(handle, sealer.sealBytes(plain, placeOf(begin.id, at)));
    at += 1;
  };
  try {
    await add(begin);
    await fill(add);
    await add({ kind: "end", pieces: at });
    await handle.sync();
    await handle.close();
    await rename(draft, file);
  } catch (error) {
    await handle.close();
    await rm(draft, { force: true });
    throw error;
  }
}

async function writePiece(handle: FileHandle, sealed: Buffer): Promise<void> {
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(sealed.length);
  // A single `write` may take a part only, as on a full disk, and says so by a number.
  await handle.writeFile(Buffer.concat([length, sealed]));
}

/**
 * The pieces of a backup, in order.
 *
 * @throws {ArchiveError} where it was cut off, changed, or sealed with a key that is not here
 */
export async function* readArchive(file: string, sealer: Sealer): AsyncGenerator<Piece> {
  let id = "";
  let at = 0;
  for await (const sealed of sealedPieces(file)) {
    const piece = pieceOf(openPiece(sealer, sealed, id, at));
    if ((piece.head.kind === "begin") !== (at === 0)) throw new ArchiveError("the file is no backup");
    if (piece.head.kind === "begin") id = piece.head.id;
    at += 1;
    yield piece;
    if (piece.head.kind === "end") return;
  }
  throw new ArchiveError("the backup is cut off: its end is missing");
}

function openPiece(sealer: Sealer, sealed: Buffer, id: string, at: number): Buffer {
  try {
    return sealer.openBytes(sealed, placeOf(id, at));
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    throw new ArchiveError(
      at === 0
        ? "the file does not open: it is no backup, or was made with another data key"
        : "the backup was changed after it was made",
    );
  }
}

function pieceOf(plain: Buffer): Piece {
  const end = plain.indexOf("\n");
  return {
    head: JSON.parse(plain.toString("utf8", 0, end)) as PieceHead,
    bytes: plain.subarray(end + 1),
  };
}

async function* sealedPieces(file: string): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    held = Buffer.concat([held, chunk as Buffer]);
    for (;;) {
      if (held.length < lengthBytes) break;
      const length = held.readUInt32BE();
      if (length > longest) throw new ArchiveError("the file is no backup");
      if (held.length < lengthBytes + length) break;
      yield held.subarray(lengthBytes, lengthBytes + length);
      held = held.subarray(lengthBytes + length);
    }
  }
}
