import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import type { Random } from "./ids.js";

/**
 * The cell a sealed value belongs to, which is bound into the encryption as its associated data. A value opens only
 * where it was sealed: swapped and moved rows are noticed.
 */
export type CellAddress = {
  /** Neither table nor column contains a dot, so `table.column.row` names one place only. */
  readonly table: string;
  readonly column: string;
  readonly row: string;
  /** The row that values of the format v1 were sealed for, where it was another. */
  readonly rowInV1?: string;
};

/** Why a sealed value did not open. */
export type SealFault =
  /** Not something that was sealed. */
  | "malformed"
  /** Sealed under a key that is not in `DATA_KEY` any more. */
  | "unknown-key"
  /** Changed, cut, or moved here from another row. */
  | "tampered";

/** A sealed value did not open. Names the place, never a word of the value. */
export class SealError extends Error {
  override readonly name = "SealError";
  readonly fault: SealFault;
  /** Names the value in the chat and in the log: six letters and digits, always the same for one value. */
  readonly reference: string;

  constructor(fault: SealFault, place: CellAddress) {
    super(`sealed value of ${place.table}.${place.column} in row ${place.row} does not open: ${fault}`);
    this.fault = fault;
    const digest = createHash("sha256").update(`${place.table}.${place.column}.${place.row}`).digest("hex");
    this.reference = digest.slice(0, 6).toUpperCase();
  }
}

/** Shown in place of a value that does not open: the reference under which the log names it. */
export type Unreadable = { readonly unreadable: string };

/** Whether a text looks sealed, in any format: for columns that were not sealed by earlier versions. */
export function isSealed(text: string): boolean {
  return /^v[12]\.[\w-]{8}\.[\w-]+$/.test(text);
}

/** Opens a value of a column that earlier versions wrote in clear. @throws {SealError} */
export function openOrClear(sealer: Sealer, stored: string, cell: CellAddress): string {
  return isSealed(stored) ? sealer.open(stored, cell) : stored;
}

/** Seals fields and files, and makes the keyed hashes by which a sealed field can still be found. */
export type Sealer = {
  /**
   * AES-256-GCM text: `v2.<key id>.<base64url of iv, ciphertext, tag>`. The text is padded to a size class, so that
   * its length does not tell which of a few answers it is.
   */
  readonly seal: (plain: string, place: CellAddress) => string;
  /**
   * The same, but always to the same text for the same text and place, so that SQL can compare: the initialisation vector
   * is not random but a keyed hash of both (as in SIV, RFC 5297). Only for what may be seen to be equal.
   */
  readonly sealAlike: (plain: string, place: CellAddress) => string;
  /** What `sealAlike` made with every key, current first. */
  readonly alike: (plain: string, place: CellAddress) => readonly string[];
  /** Also opens `v1`, which was not padded. @throws {SealError} */
  readonly open: (sealed: string, place: CellAddress) => string;
  /**
   * Like `open`, for places where one damaged value must not make others unusable: calls `alarm` and returns
   * `Unreadable`.
   */
  readonly read: (sealed: string, place: CellAddress) => string | Unreadable;
  /**
   * The same for a file in memory: `v3.<key id>.` and then raw bytes, padded by at most 12 % so that its size does not
   * tell which file it is. Opens `v1` and `v2` too, which were not padded.
   */
  readonly sealBytes: (plain: Uint8Array, place: CellAddress) => Buffer;
  /** @throws {SealError} */
  readonly openBytes: (sealed: Uint8Array, place: CellAddress) => Buffer;
  /** How every text begins that is sealed with the current key and in the current format; others are to be sealed again. */
  readonly header: string;
  /** Whether a sealed text begins so. */
  readonly isCurrent: (sealed: string) => boolean;
  /** The same of a sealed file. */
  readonly isCurrentFile: (sealed: Uint8Array) => boolean;
  /**
   * Blind index: a keyed hash (HMAC-SHA256, first 16 bytes, base64url). Equal values of the same purpose have equal
   * hashes, which reveal nothing without the key.
   */
  readonly index: (value: string, purpose: string) => string;
  /** The index of `value` under every key, current first: rows written before a rotation are found too. */
  readonly lookups: (value: string, purpose: string) => readonly string[];
};

const version = "v2";
const bytesVersion = "v3";
const ivBytes = 12;
const tagBytes = 16;
const indexBytes = 16;

type Keys = { readonly id: string; readonly seal: KeyObject; readonly index: KeyObject };

/** A key for one purpose (HKDF-SHA256). A leaked one reveals nothing about the others. */
function derive(key: Buffer, purpose: string, bytes = 32): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", `pendamping/v1/${purpose}`, bytes));
}

/** What a sealed value is bound to. A v2 value does not open as a v1 one. */
function boundTo(place: CellAddress, format: string): Buffer {
  const { table, column, row, rowInV1 = row } = place;
  return Buffer.from(
    format === "v1" ? `${table}.${column}.${rowInV1}` : `${format}.${table}.${column}.${row}`,
  );
}

/** Sizes in bytes to which short texts are padded; longer ones to a multiple of the last. */
const sizes = [64, 256, 1_024] as const;
/** Ends the text inside its padding; zeros follow (ISO/IEC 7816-4). */
const end = 0x80;

function padded(plain: string): Buffer {
  const length = Buffer.byteLength(plain) + 1;
  const most = sizes[2];
  const size = sizes.find((one) => length <= one) ?? Math.ceil(length / most) * most;
  const bytes = Buffer.alloc(size);
  bytes.write(plain);
  bytes[length - 1] = end;
  return bytes;
}

/**
 * The size to which a file of `length` bytes is padded: its length rounded up to few significant bits (Padmé, Nikitin et
 * al. 2019). A photo shares its size with tens of thousands of others.
 */
function paddedSize(length: number): number {
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** Math.max(0, exponent - Math.floor(Math.log2(Math.max(1, exponent))) - 1);
  return Math.ceil(length / step) * step;
}

function paddedFile(plain: Uint8Array): Buffer {
  const length = plain.length + 1;
  const bytes = Buffer.alloc(Math.max(sizes[2], paddedSize(length)));
  bytes.set(plain);
  bytes[length - 1] = end;
  return bytes;
}

function unpadded(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.lastIndexOf(end));
}

/** An identifier derived from a key, 8 characters, which reveals nothing about it. */
export function keyIdOf(key: Buffer): string {
  return derive(key, "id", 6).toString("base64url");
}

/**
 * Makes a sealer. `keys` are data keys of 32 bytes by id. `current` seals, all of them open. Each value gets 12 fresh
 * random bytes as its initialisation vector. `alarm` is called for each value that `read` could not open.
 */
export function createSealer(options: {
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly current: string;
  readonly random: Random;
  readonly alarm?: (error: SealError) => void;
}): Sealer {
  const ring = new Map<string, Keys>();
  for (const [id, key] of options.keys) {
    if (key.length !== 32) throw new RangeError(`data key ${id} must be 32 bytes`);
    if (!/^[\w-]+$/.test(id)) throw new RangeError("a key id is made of letters, digits, _ and -");
    ring.set(id, {
      id,
      seal: createSecretKey(derive(key, "seal")),
      index: createSecretKey(derive(key, "index")),
    });
  }
  const current = ring.get(options.current);
  if (current === undefined) throw new RangeError(`there is no data key ${options.current}`);
  const header = `${version}.${current.id}.`;
  const headerBytes = Buffer.from(`${bytesVersion}.${current.id}.`, "latin1");
  // The current key first, then the others as they were given.
  const searched = [current, ...[...ring.values()].filter((keys) => keys !== current)];

  const encrypt = (
    plain: Uint8Array,
    place: CellAddress,
    format: string,
    { keys = current, iv = options.random(ivBytes) }: { readonly keys?: Keys; readonly iv?: Uint8Array } = {},
  ): Buffer[] => {
    const cipher = createCipheriv("aes-256-gcm", keys.seal, iv);
    cipher.setAAD(boundTo(place, format));
    const text = cipher.update(plain);
    cipher.final();
    return [Buffer.from(iv), text, cipher.getAuthTag()];
  };

  const decrypt = (body: Buffer, format: string, keyId: string, place: CellAddress): Buffer => {
    const keys = ring.get(keyId);
    if (keys === undefined) throw new SealError("unknown-key", place);
    if (body.length < ivBytes + tagBytes) throw new SealError("malformed", place);
    const tagAt = body.length - tagBytes;
    const decipher = createDecipheriv("aes-256-gcm", keys.seal, body.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(boundTo(place, format));
    decipher.setAuthTag(body.subarray(tagAt));
    const plain = decipher.update(body.subarray(ivBytes, tagAt));
    try {
      decipher.final();
    } catch {
      // OpenSSL reports only that the tag does not match.
      throw new SealError("tampered", place);
    }
    return plain;
  };

  const digestOf = (keys: Keys, value: string, purpose: string): Buffer =>
    createHmac("sha256", keys.index).update(`${purpose}\0${value}`).digest();

  const hash = (keys: Keys, value: string, purpose: string): string =>
    digestOf(keys, value, purpose).toString("base64url", 0, indexBytes);

  const sealAlike = (keys: Keys, plain: string, place: CellAddress): string => {
    const digest = digestOf(keys, `${boundTo(place, version)}\0${plain}`, "sealed-alike");
    const bytes = encrypt(padded(plain), place, version, { keys, iv: digest.subarray(0, ivBytes) });
    return `${version}.${keys.id}.${Buffer.concat(bytes).toString("base64url")}`;
  };

  const open = (sealed: string, place: CellAddress): string => {
    const [, format, keyId, body] = /^(v[12])\.([\w-]+)\.([\w-]+)$/.exec(sealed) ?? [];
    if (format === undefined || keyId === undefined || body === undefined)
      throw new SealError("malformed", place);
    const plain = decrypt(Buffer.from(body, "base64url"), format, keyId, place);
    return (format === "v1" ? plain : unpadded(plain)).toString("utf8");
  };

  return {
    seal: (plain, place) =>
      header + Buffer.concat(encrypt(padded(plain), place, version)).toString("base64url"),
    sealAlike: (plain, place) => sealAlike(current, plain, place),
    alike: (plain, place) => searched.map((keys) => sealAlike(keys, plain, place)),
    open,
    read: (sealed, place) => {
      try {
        return open(sealed, place);
      } catch (error) {
        if (!(error instanceof SealError)) throw error;
        options.alarm?.(error);
        return { unreadable: error.reference };
      }
    },
    sealBytes: (plain, place) =>
      Buffer.concat([headerBytes, ...encrypt(paddedFile(plain), place, bytesVersion)]),
    openBytes: (sealed, place) => {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const [head, format, keyId] = /^(v[123])\.([\w-]+)\./.exec(bytes.toString("latin1", 0, 64)) ?? [];
      if (head === undefined || format === undefined || keyId === undefined)
        throw new SealError("malformed", place);
      const plain = decrypt(bytes.subarray(head.length), format, keyId, place);
      return format === bytesVersion ? unpadded(plain) : plain;
    },
    header,
    isCurrent: (sealed) => sealed.startsWith(header),
    isCurrentFile: (sealed) => headerBytes.equals(sealed.subarray(0, headerBytes.length)),
    index: (value, purpose) => hash(current, value, purpose),
    lookups: (value, purpose) => searched.map((keys) => hash(keys, value, purpose)),
  };
}

/** A sealer over the keys as `DATA_KEY` lists them: the first is current, ids are derived. */
export function sealerOf(
  keys: readonly [Buffer, ...Buffer[]],
  random: Random,
  alarm: (error: SealError) => void = () => {},
): Sealer {
  return createSealer({
    keys: new Map(keys.map((key) => [keyIdOf(key), key])),
    current: keyIdOf(keys[0]),
    random,
    alarm,
  });
}
