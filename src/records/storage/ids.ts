import { randomBytes } from "node:crypto";

/** A source of random bytes, passed in so that a test can seed it. */
export type Random = (bytes: number) => Uint8Array;

/** How many random bytes are fetched from the system at once. The call costs more than the bytes. */
const drawn = 8_192;
let pool = Buffer.alloc(0);

/** The system's randomness. Every byte is handed out once. */
export const secureRandom: Random = (bytes) => {
  if (bytes > drawn) return randomBytes(bytes);
  if (pool.length < bytes) pool = randomBytes(drawn);
  const taken = pool.subarray(0, bytes);
  pool = pool.subarray(bytes);
  return taken;
};

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/**
 * Makes ids of [a-z2-7], 5 bits a character: the 16 of a row's id hold 80 bits, and fit into the 64 bytes of a
 * button together with what the button does.
 */
export function idMaker(random: Random): (length?: number) => string {
  return (length = 16) => {
    let id = "";
    for (const byte of random(length)) id += alphabet[byte & 31];
    return id;
  };
}
