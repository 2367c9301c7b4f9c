/**
 * What people are called in an export: `KL-7F3K2QMD` for a client. Keyed, so that nobody without the institution's key
 * finds out who it is, and the same person is called the same in every sheet and in every later export.
 */
import type { PseudonymOf } from "./values.js";

/** Digits and letters that are not taken for each other when they are read aloud or written by hand. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Eight of thirty signs: among 10,000 people the odds that any two are called alike are below one in ten thousand. */
const length = 8;

const prefixes: { readonly [of in PseudonymOf]: string } = { client: "KL", member: "PS", relative: "KR" };

/** A keyed hash: at least eight bytes that nobody can make without the key. */
export type KeyedHash = (text: string) => Uint8Array;

/** The pseudonym of a person, by their id. */
export function pseudonymOf(hash: KeyedHash, of: PseudonymOf, id: string): string {
  let rest = 0n;
  for (const byte of hash(`${of}\0${id}`).subarray(0, 16)) rest = (rest << 8n) | BigInt(byte);
  let signs = "";
  while (signs.length < length) {
    signs += alphabet[Number(rest % BigInt(alphabet.length))];
    rest /= BigInt(alphabet.length);
  }
  return `${prefixes[of]}-${signs}`;
}

/**
 * The id of a relative of a client, who has no record of their own: the same name of the same client is the same person,
 * whatever the case of its letters and the spaces between its words.
 */
export function relativeId(clientId: string, name: string): string {
  return `${clientId} ${name.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ")}`;
}
