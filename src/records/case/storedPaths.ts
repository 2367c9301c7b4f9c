import type { Path } from "../../practice/form.js";
import { type CellAddress, isSealed, type Sealer } from "../storage/seal.js";

/**
 * Paths of answers as the database has them. Which question was answered may say something by itself: who consents in a
 * guardian's place is asked where the guardian cannot. So a path is sealed, and within one round always to the same
 * text, so that the newest answer to a question is found in SQL. In another round the same path is another text.
 */

/** Paths of this process: round and path → stored path, and round and stored path → path. */
type KnownPaths = { readonly stored: Map<string, string>; readonly opened: Map<string, string> };

/** How many are kept in memory, in 3 MB. Who answers needs the question at hand and the next. */
const mostKnown = 5_000;

const known = new WeakMap<Sealer, KnownPaths>();

function knownTo(sealer: Sealer): KnownPaths {
  const paths = known.get(sealer) ?? { stored: new Map(), opened: new Map() };
  known.set(sealer, paths);
  return paths;
}

/** What is written for a path of a round. */
export function storedPath(sealer: Sealer, roundId: string, path: Path): string {
  const { stored } = knownTo(sealer);
  return (
    stored.get(`${roundId} ${path}`) ??
    keep(stored, `${roundId} ${path}`, sealer.sealAlike(path, pathCell(roundId)))
  );
}

/** Everything that may stand in a row for a path of a round, for a condition: sealed with each key, or of before. */
export function storedPaths(sealer: Sealer, roundId: string, path: Path): string[] {
  return [...sealer.alike(path, pathCell(roundId)), path];
}

/**
 * A stored path of a round, read. One that does not open raises an alarm and is returned as it is stored: no question
 * has it, and all others stay usable.
 */
export function openedPath(sealer: Sealer, roundId: string, stored: string): Path {
  // Earlier versions wrote it in clear.
  if (!isSealed(stored)) return stored;
  const { opened } = knownTo(sealer);
  const key = `${roundId} ${stored}`;
  const before = opened.get(key);
  if (before !== undefined) return before;
  const path = sealer.read(stored, pathCell(roundId));
  return typeof path === "string" ? keep(opened, key, path) : stored;
}

/** The cell every path of a round is sealed for, in whichever table it stands. */
export function pathCell(roundId: string): CellAddress {
  return { table: "Round", column: "path", row: roundId };
}

function keep(paths: Map<string, string>, key: string, value: string): string {
  if (paths.size >= mostKnown) paths.clear();
  paths.set(key, value);
  return value;
}
