import type { Family, PersonId, Union } from "../../practice/family/family.js";
import type { Order } from "./order.js";

/** From middle to middle (units of the picture): beside each other, and where another family begins. */
export const spacing = { beside: 80, apart: 98 } as const;

/** Sweeps up and down; the picture moves by less than a unit after these. */
const sweeps = 30;

/**
 * The column (x of the middle) of everybody: children centred below their parents and parents above their children, as
 * near to it as the order of the rows and the room for a name allow. Each row is a weighted least squares problem under
 * its order, solved exactly by pooling adjacent violators, again and again from row to row.
 */
export function columnsOf({ people, unions }: Family, { rows, home }: Order): ReadonlyMap<PersonId, number> {
  const x = new Map<PersonId, number>();
  const own = new Map<PersonId, Union[]>(people.map(({ id }) => [id, []]));
  for (const union of unions) for (const partner of union.partners) own.get(partner)?.push(union);
  const at = (id: PersonId) => x.get(id) ?? 0;
  const middle = (ids: readonly PersonId[]) => ids.reduce((sum, id) => sum + at(id), 0) / ids.length;
  const gap = (a: PersonId, b: PersonId) => {
    const isCouple = own.get(a)?.some(({ partners }) => partners.some((partner) => partner === b)) === true;
    const areSiblings = home.get(a) !== undefined && home.get(a) === home.get(b);
    return isCouple || areSiblings ? spacing.beside : spacing.apart;
  };
  const offsets = rows.map((row) => {
    let sum = 0;
    return row.map((id, index) => {
      const before = row[index - 1];
      sum += before === undefined ? 0 : gap(before, id);
      return sum;
    });
  });
  for (const [index, row] of rows.entries()) {
    for (const [place, id] of row.entries()) x.set(id, offsets[index]?.[place] ?? 0);
  }

  // Whom each person should stand below or above: both as lists of people, whose middles are to be the same.
  const kids = (union: Union) =>
    union.children.flatMap((child) => (home.get(child.id) === union ? [child.id] : []));
  const pulls = new Map(
    people.map(({ id }) => {
      const parents = home.get(id);
      const up = parents === undefined ? [] : [{ own: kids(parents), others: parents.partners }];
      const down = (own.get(id) ?? []).flatMap((union) => {
        const children = kids(union);
        return children.length === 0 ? [] : [{ own: union.partners, others: children }];
      });
      return [id, [...up, ...down]];
    }),
  );
  const wish = (id: PersonId): number => {
    const all = pulls.get(id) ?? [];
    if (all.length === 0) return at(id);
    return at(id) + all.reduce((sum, pull) => sum + middle(pull.others) - middle(pull.own), 0) / all.length;
  };
  const isBound = (id: PersonId) => (pulls.get(id)?.length ?? 0) > 0;

  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (let step = 0; step < rows.length; step += 1) {
      const index = sweep % 2 === 0 ? step : rows.length - 1 - step;
      const [row = [], offset = []] = [rows[index], offsets[index]];
      const weights = row.map((id) => (isBound(id) ? 1 : 0.02));
      const wanted = row.map((id, place) => wish(id) - (offset[place] ?? 0));
      for (const [place, value] of rising(wanted, weights).entries()) {
        const id = row[place];
        if (id !== undefined) x.set(id, value + (offset[place] ?? 0));
      }
    }
  }
  return x;
}

/** The numbers nearest to `wanted` (weighted least squares) of which none is smaller than the one before. */
function rising(wanted: readonly number[], weights: readonly number[]): number[] {
  const pools: { sum: number; weight: number; count: number }[] = [];
  for (const [index, value] of wanted.entries()) {
    const weight = weights[index] ?? 1;
    let pool = { sum: value * weight, weight, count: 1 };
    for (let last = pools.at(-1); last !== undefined; last = pools.at(-1)) {
      if (last.sum / last.weight <= pool.sum / pool.weight) break;
      pools.pop();
      pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, weight, count }) => Array.from({ length: count }, () => sum / weight));
}
