/** Short words for the conditions of a form, so that a form reads like the SOP it is. */
import type { Condition, FactKey, Key } from "../form.js";

/** A key of the form, or a fact of the case that there is. */
type Known<K extends string> = K extends `case.${string}` ? FactKey : string;

/** The answer under `key` is one of these; of several ticked choices, at least one. */
export function is<const K extends string>(
  key: K & Known<K>,
  ...anyOf: (string | number | boolean)[]
): Condition {
  return { kind: "is", key, anyOf };
}

/** The birth under `key` makes a child: not yet 18, as UU 23/2002 Pasal 1 angka 1 counts. */
export function isChild(key: Key): Condition {
  return { kind: "under", key, years: 18 };
}

/** The question under `key` was answered and not skipped. */
export function answered(key: Key): Condition {
  return { kind: "answered", key };
}

/** The repeated group under `key` has an item. */
export function hasItems(key: Key): Condition {
  return { kind: "hasItems", key };
}

/** Every part holds. */
export function all(...of: Condition[]): Condition {
  return { kind: "all", of };
}

/** At least one part holds. */
export function any(...of: Condition[]): Condition {
  return { kind: "any", of };
}

/** The part does not hold; also where it was not answered yet, so ask after what it reads. */
export function not(of: Condition): Condition {
  return { kind: "not", of };
}
