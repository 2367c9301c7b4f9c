import type { Family, PersonId, Union } from "../../practice/family/family.js";

/** Which row each person stands in, 0 at the top, and which couples stand in one row. */
export type Generations = {
  readonly row: (id: PersonId) => number;
  readonly rows: number;
  readonly isLevel: (union: Union) => boolean;
};

/**
 * Gives each person a row: partners share one, children stand below their parents. A couple of an ancestor and a
 * descendant cannot share a row and does not. Whoever is related to nobody stands in the client's row.
 */
export function generationsOf({ client, people, unions }: Family): Generations {
  const leader = new Map(people.map(({ id }) => [id, id]));
  const find = (id: PersonId): PersonId => {
    const up = leader.get(id) ?? id;
    return up === id ? id : find(up);
  };
  /** Whether one class of people has the other among its descendants. */
  const isAbove = (from: PersonId, to: PersonId, seen = new Set<PersonId>()): boolean =>
    unions.some(({ partners, children }) => {
      if (!partners.some((partner) => find(partner) === from)) return false;
      return children.some((child) => {
        const below = find(child.id);
        if (below === to) return true;
        if (seen.has(below)) return false;
        seen.add(below);
        return isAbove(below, to, seen);
      });
    });
  const level = new Set<Union>();
  for (const union of unions) {
    const [a, b] = union.partners;
    if (b === undefined) continue;
    const [one, other] = [find(a), find(b)];
    if (one !== other && (isAbove(one, other) || isAbove(other, one))) continue;
    leader.set(other, one);
    level.add(union);
  }

  // Exactly one row apart, as far as the family allows it: nearly all do.
  const found = new Map<PersonId, number>();
  const steps = unions.flatMap(({ partners, children }) =>
    partners.flatMap((parent) => children.map((child) => [find(parent), find(child.id)] as const)),
  );
  for (const { id } of [{ id: client }, ...people]) {
    if (found.has(find(id))) continue;
    found.set(find(id), found.get(find(client)) ?? 0);
    const queue = [find(id)];
    for (let here = queue.shift(); here !== undefined; here = queue.shift()) {
      const row = found.get(here) ?? 0;
      for (const [parent, child] of steps) {
        const [next, apart] = parent === here ? [child, 1] : child === here ? [parent, -1] : [here, 0];
        if (found.has(next)) continue;
        found.set(next, row + apart);
        queue.push(next);
      }
    }
  }
  // Where an uncle marries his niece, somebody stands further down than one row.
  for (let changed = true; changed; ) {
    changed = false;
    for (const [parent, child] of steps) {
      const least = (found.get(parent) ?? 0) + 1;
      if ((found.get(child) ?? 0) >= least) continue;
      found.set(child, least);
      changed = true;
    }
  }
  const top = Math.min(...people.map(({ id }) => found.get(find(id)) ?? 0));
  const row = (id: PersonId) => (found.get(find(id)) ?? 0) - top;
  return {
    row,
    rows: Math.max(...people.map(({ id }) => row(id))) + 1,
    isLevel: (union) => level.has(union),
  };
}
