import { type DeadlineKey, deadlineKeys } from "../../practice/deadlines.js";
import type { Sealer } from "./seal.js";
import { wordOf } from "./vocabulary.js";

/**
 * The kinds of deadlines as the database has them: a keyed hash each, since "report of a child victim" beside the code of
 * a case says what nobody may read without the key. Lists filter by kind in SQL, so the value is the same for all rows.
 */
type StoredKinds = {
  /** For each kind what may stand in a row, what is written today first: hashes with older keys, and the word of before. */
  readonly words: ReadonlyMap<DeadlineKey, readonly string[]>;
  readonly kindOf: ReadonlyMap<string, DeadlineKey>;
};

const kept = new WeakMap<Sealer, StoredKinds>();

function storedKinds(sealer: Sealer): StoredKinds {
  const known = kept.get(sealer);
  if (known !== undefined) return known;
  const words = new Map(deadlineKeys.map((key) => [key, [...sealer.lookups(key, "deadline-kind"), key]]));
  const kindOf = new Map([...words].flatMap(([key, all]) => all.map((word) => [word, key] as const)));
  const made = { words, kindOf };
  kept.set(sealer, made);
  return made;
}

/** What is written for a kind. */
export function storedKind(sealer: Sealer, key: DeadlineKey): string {
  return storedKinds(sealer).words.get(key)?.[0] ?? key;
}

/** Everything that may stand in a row of these kinds, for a condition. */
export function kindsIn(sealer: Sealer, keys: readonly DeadlineKey[]): string[] {
  return keys.flatMap((key) => storedKinds(sealer).words.get(key) ?? []);
}

/** A stored kind of a deadline, read; undefined where it is none. */
export function deadlineKindOf(sealer: Sealer, stored: string): DeadlineKey | undefined {
  return storedKinds(sealer).kindOf.get(stored);
}

/** A stored kind of a deadline, read. Throws `UnknownWord`. */
export function deadlineKeyOf(sealer: Sealer, stored: string): DeadlineKey {
  return deadlineKindOf(sealer, stored) ?? wordOf(deadlineKeys, stored, "Deadline.key");
}
