/** Takes a ZIP apart without trusting what it says of itself, and puts one together. */
import { inflateRawSync } from "node:zlib";
import { zipSync } from "fflate";
import { FaultyFile } from "./faults.js";

/** A file inside. */
export type ZipEntry = { readonly name: string; readonly bytes: Buffer };

const most = { entries: 300, bytes: 24 * 1024 * 1024 } as const;

/** Of the end of a ZIP: its mark, and the most bytes it has. */
const end = { mark: 0x06054b50, length: 22, most: 22 + 0xffff } as const;
const central = { mark: 0x02014b50, length: 46 } as const;
const local = { mark: 0x04034b50, length: 30 } as const;
const isEncrypted = 1;

/** Which files of a ZIP are wanted, and of how many at most. */
type Choice = { readonly wanted: (name: string) => boolean; readonly entries: number };

const everything: Choice = { wanted: () => true, entries: most.entries };

/**
 * The files in a ZIP, or those that are wanted of it. Each is inflated up to what is left of the limit, whatever size is
 * announced.
 *
 * @throws {FaultyFile} for anything that is no plain ZIP, or is too much
 */
export function unzipped(zip: Buffer, choice = everything): readonly ZipEntry[] {
  try {
    return entriesOf(zip, choice);
  } catch (error) {
    if (error instanceof FaultyFile) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new FaultyFile([{ what: code === "ERR_BUFFER_TOO_LARGE" ? "large" : "not-docx" }]);
  }
}

function entriesOf(zip: Buffer, choice: Choice): readonly ZipEntry[] {
  const at = endOf(zip);
  const count = zip.readUInt16LE(at + 10);
  if (count > choice.entries) throw new FaultyFile([{ what: "large" }]);
  const entries: ZipEntry[] = [];
  let place = zip.readUInt32LE(at + 16);
  let left: number = most.bytes;
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(place) !== central.mark) throw new FaultyFile([{ what: "not-docx" }]);
    const nameLength = zip.readUInt16LE(place + 28);
    const name = zip.toString("utf8", place + central.length, place + central.length + nameLength);
    const isOdd = entries.some((other) => other.name === name) || /^\/|\\|(^|\/)\.\.?(\/|$)|\0/.test(name);
    if (isOdd || (zip.readUInt16LE(place + 8) & isEncrypted) !== 0)
      throw new FaultyFile([{ what: "not-docx" }]);
    if (!name.endsWith("/") && choice.wanted(name)) {
      const bytes = contentOf(zip, place, left);
      left -= bytes.length;
      entries.push({ name, bytes });
    }
    place += central.length + nameLength + zip.readUInt16LE(place + 30) + zip.readUInt16LE(place + 32);
  }
  return entries;
}

function endOf(zip: Buffer): number {
  for (let at = zip.length - end.length; at >= Math.max(0, zip.length - end.most); at -= 1) {
    if (zip.readUInt32LE(at) === end.mark) return at;
  }
  throw new FaultyFile([{ what: "not-docx" }]);
}

function contentOf(zip: Buffer, place: number, left: number): Buffer {
  const [method, size, start] = [
    zip.readUInt16LE(place + 10),
    zip.readUInt32LE(place + 20),
    zip.readUInt32LE(place + 42),
  ];
  if (zip.readUInt32LE(start) !== local.mark) throw new FaultyFile([{ what: "not-docx" }]);
  const from = start + local.length + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
  const packed = zip.subarray(from, from + size);
  if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  if (method !== 0) throw new FaultyFile([{ what: "not-docx" }]);
  if (packed.length > left) throw new FaultyFile([{ what: "large" }]);
  return packed;
}

/** Puts files into a ZIP. The same files give the same bytes. */
export function zipped(entries: readonly ZipEntry[]): Buffer {
  const mtime = new Date(2000, 0, 1);
  return Buffer.from(
    zipSync(Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])), { mtime, level: 1 }),
  );
}
