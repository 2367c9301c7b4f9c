import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import type { Random } from "./ids.js";

/** Where a sealed value lives. A value opens only where it was sealed: swapped rows are noticed. */
export type Place = {
  /** Neither table nor column contains a dot, so `table.column.row` names one place only. */
  readonly table: string;
  readonly column: string;
  readonly row: string;
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

  constructor(fault: SealFault, place: Place) {
    super(`sealed value of ${place.table}.${place.column} in row ${place.row} does not open: ${fault}`);
    this.fault = fault;
  }
}

/** Seals fields and files, and makes the keyed hashes by which a sealed field can still be found. */
export type Sealer = {
  /** AES-256-GCM text: `v1.<key id>.<base64url of iv, ciphertext, tag>`. */
  readonly seal: (plain: string, place: Place) => string;
  /** @throws {SealError} */
  readonly open: (sealed: string, place: Place) => string;
  /** The same for a file in memory: `v1.<key id>.` and then raw bytes. */
  readonly sealBytes: (plain: Uint8Array, place: Place) => Buffer;
  /** @throws {SealError} */
  readonly openBytes: (sealed: Uint8Array, place: Place) => Buffer;
  /** False for what was sealed under an older key and ought to be sealed again. */
  readonly isCurrent: (sealed: string) => boolean;
  /**
   * Blind index: a keyed hash (HMAC-SHA256, first 16 bytes, base64url) that is equal for equal values of the
   * same purpose, and says nothing to who has no key.
   */
  readonly index: (value: string, purpose: string) => string;
  /** The index of `value` under every key, current first: rows written before a rotation are found too. */
  readonly lookups: (value: string, purpose: string) => readonly string[];
};

const version = "v1";
const ivBytes = 12;
const tagBytes = 16;
const indexBytes = 16;

type Keys = { readonly id: string; readonly seal: KeyObject; readonly index: KeyObject };

/** One purpose, one key (HKDF-SHA256): what leaks of one says nothing of another. */
function derive(key: Buffer, purpose: string, bytes = 32): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", `pendamping/${version}/${purpose}`, bytes));
}

/** Names a key without telling it: 8 characters derived from it, so that no one has to number keys. */
export function keyIdOf(key: Buffer): string {
  return derive(key, "id", 6).toString("base64url");
}

/**
 * Makes a sealer. `keys` are data keys of 32 bytes by id; `current` seals, all of them open. Random bytes are
 * asked for 12 at a time, a fresh initialisation vector for each value.
 */
export function createSealer(options: {
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly current: string;
  readonly random: Random;
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
  const headerBytes = Buffer.from(header, "latin1");
  // The current key first, then the others as they were given.
  const searched = [current, ...[...ring.values()].filter((keys) => keys !== current)];

  const encrypt = (plain: string | Uint8Array, place: Place): Buffer[] => {
    const iv = options.random(ivBytes);
    const cipher = createCipheriv("aes-256-gcm", current.seal, iv);
    cipher.setAAD(Buffer.from(`${place.table}.${place.column}.${place.row}`));
    const text = typeof plain === "string" ? cipher.update(plain, "utf8") : cipher.update(plain);
    cipher.final();
    return [Buffer.from(iv), text, cipher.getAuthTag()];
  };

  const decrypt = (body: Buffer, keyId: string, place: Place): Buffer => {
    const keys = ring.get(keyId);
    if (keys === undefined) throw new SealError("unknown-key", place);
    if (body.length < ivBytes + tagBytes) throw new SealError("malformed", place);
    const tagAt = body.length - tagBytes;
    const decipher = createDecipheriv("aes-256-gcm", keys.seal, body.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(`${place.table}.${place.column}.${place.row}`));
    decipher.setAuthTag(body.subarray(tagAt));
    const plain = decipher.update(body.subarray(ivBytes, tagAt));
    try {
      decipher.final();
    } catch {
      // OpenSSL says only that the tag does not match, which is all there is to say.
      throw new SealError("tampered", place);
    }
    return plain;
  };

  const hash = (keys: Keys, value: string, purpose: string): string => {
    const digest = createHmac("sha256", keys.index).update(`${purpose}\0${value}`).digest();
    return digest.toString("base64url", 0, indexBytes);
  };

  return {
    seal: (plain, place) => header + Buffer.concat(encrypt(plain, place)).toString("base64url"),
    open: (sealed, place) => {
      const match = /^v1\.([\w-]+)\.([\w-]+)$/.exec(sealed);
      if (match?.[1] === undefined || match[2] === undefined) throw new SealError("malformed", place);
      return decrypt(Buffer.from(match[2], "base64url"), match[1], place).toString("utf8");
    },
    sealBytes: (plain, place) => Buffer.concat([headerBytes, ...encrypt(plain, place)]),
    openBytes: (sealed, place) => {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const match = /^v1\.([\w-]+)\./.exec(bytes.toString("latin1", 0, 64));
      if (match?.[1] === undefined) throw new SealError("malformed", place);
      return decrypt(bytes.subarray(match[0].length), match[1], place);
    },
    isCurrent: (sealed) => sealed.startsWith(header),
    index: (value, purpose) => hash(current, value, purpose),
    lookups: (value, purpose) => searched.map((keys) => hash(keys, value, purpose)),
  };
}

/** A sealer over the keys as `DATA_KEY` lists them: the first is current, ids are derived. */
export function sealerOf(keys: readonly [Buffer, ...Buffer[]], random: Random): Sealer {
  return createSealer({
    keys: new Map(keys.map((key) => [keyIdOf(key), key])),
    current: keyIdOf(keys[0]),
    random,
  });
}
