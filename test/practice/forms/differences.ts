/** What differs between two forms, each difference in one line a person can find: `questions.danger.choices.suicide: gone`. */

type Plain = unknown;

/** The differences between two values as JSON has them; parts of a list that have a `key` are told apart by it. */
export function differences(before: Plain, after: Plain, at = ""): readonly string[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const [first, second] = [named(before), named(after)];
    const parts = compare(first, second, at);
    const order =
      [...first.keys()].filter((name) => second.has(name)).join() !==
      [...second.keys()].filter((name) => first.has(name)).join();
    return order ? [...parts, `${at}: in another order`] : parts;
  }
  if (isObject(before) && isObject(after)) {
    return compare(new Map(Object.entries(before)), new Map(Object.entries(after)), at);
  }
  return Object.is(before, after) ? [] : [`${at}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`];
}

function compare(before: ReadonlyMap<string, Plain>, after: ReadonlyMap<string, Plain>, at: string) {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const path = at === "" ? name : `${at}.${name}`;
    if (!after.has(name)) return [`${path}: gone`];
    if (!before.has(name)) return [`${path}: new`];
    return differences(before.get(name), after.get(name), path);
  });
}

function named(list: readonly Plain[]): ReadonlyMap<string, Plain> {
  return new Map(
    list.map((one, index) => {
      if (isObject(one)) return ["key" in one && typeof one.key === "string" ? one.key : String(index), one];
      return [String(one), one];
    }),
  );
}

function isObject(value: Plain): value is Record<string, Plain> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
