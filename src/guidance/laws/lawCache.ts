/** Stores what each Pasal is found by, so that a start need not read the laws word for word. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeKept } from "../keptFile.js";
import type { Library } from "../load.js";
import type { Reader } from "../normalise.js";
import { LawIndex } from "./lawIndex.js";
import type { Laws } from "./laws.js";
import { type LawTerms, termsOfLaws } from "./lawTerms.js";

/** Raised when the code reads other terms out of the same laws. */
const termsVersion = "1";

/** What an index is made from. `fingerprint` is that of the guidance the reader and the library were learned from. */
export type LawSources = {
  readonly dir: string;
  readonly fingerprint: string;
  readonly laws: Laws;
  readonly reader: Reader;
  readonly library: Library;
};

/** The index over the laws: from `file` where its copy is of these very texts; else they are read (seconds) and it is written. */
export function openLawIndex(
  { dir, fingerprint, laws, reader, library }: LawSources,
  file?: string,
): LawIndex {
  const own = fingerprintOfLaws(dir, fingerprint);
  const kept = file === undefined ? undefined : keptTerms(file, own);
  if (kept !== undefined) return new LawIndex(laws, reader, kept);
  const terms = termsOfLaws(reader, laws, library);
  if (file !== undefined) writeKept(file, JSON.stringify({ fingerprint: own, terms }));
  return new LawIndex(laws, reader, terms);
}

function fingerprintOfLaws(dir: string, fingerprint: string): string {
  const hash = createHash("sha256").update(termsVersion).update(fingerprint);
  const folder = join(dir, "id", "laws");
  for (const name of readdirSync(folder).sort())
    hash.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

function keptTerms(file: string, fingerprint: string): LawTerms | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined; // no copy was kept: the laws are read again
  }
  const kept: unknown = JSON.parse(text);
  return isKept(kept) && kept.fingerprint === fingerprint ? kept.terms : undefined;
}

/** Only what we wrote ourselves carries the fingerprint of these files: that it looks like ours is enough. */
function isKept(value: unknown): value is { readonly fingerprint: string; readonly terms: LawTerms } {
  return typeof value === "object" && value !== null && "fingerprint" in value && "terms" in value;
}
