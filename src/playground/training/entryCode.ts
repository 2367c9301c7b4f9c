/** Codes by which people come into a room: made at random, said aloud, read off a board, typed on a telephone. */
import { createHash, timingSafeEqual } from "node:crypto";

/** Without I and O, 0 and 1, which are mistaken for each other. 32 letters: 5 bits each. */
const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** 40 bits: with the tries that are allowed, nobody guesses one while a room is open. */
const codeLength = 8;

/** A new code, in two halves: `K7QM-2XHP`. */
export function newEntryCode(random: (bytes: number) => Uint8Array): string {
  const code = [...random(codeLength)].map((byte) => letters[byte & 31]).join("");
  return `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`;
}

/** Whether a code was typed, however it was written. How long the answer takes does not tell how much of it was right. */
export function isEntryCode(typed: string, code: string): boolean {
  return timingSafeEqual(digestOf(plain(typed)), digestOf(plain(code)));
}

const plain = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, "");
const digestOf = (text: string) => createHash("sha256").update(text).digest();

/** How often a wrong code may be typed within `span` milliseconds: from one address, and from all together. */
const limits = { span: 10 * 60_000, fromOne: 10, fromAll: 300 };

/** Who typed a wrong code lately. */
export type WrongEntries = {
  /** Whether another code is looked at that comes from this address. */
  mayTry(address: string): boolean;
  /** A wrong code came from this address. */
  failed(address: string): void;
};

/** Counts wrong codes. @param now the real time in milliseconds: moving a room's clock gives no further tries */
export function wrongEntriesOf(now: () => number): WrongEntries {
  let failures: { readonly from: string; readonly at: number }[] = [];
  return {
    mayTry(address) {
      const since = now() - limits.span;
      failures = failures.filter(({ at }) => at > since);
      const from = networkOf(address);
      return (
        failures.length < limits.fromAll &&
        failures.filter((one) => one.from === from).length < limits.fromOne
      );
    },
    failed: (address) => void failures.push({ from: networkOf(address), at: now() }),
  };
}

/** An IPv4 address by itself; of IPv6 the network, since a machine may take any address in it. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? (address.includes(":") ? address.split(":").slice(0, 4).join(":") : address);
}
