import { type GenogramPlan, nameWidth, planOf, sizes } from "../../src/documents/genogram/plan.js";
import type { Family, PersonId, Union } from "../../src/practice/family/family.js";

/** What may be wrong with a genogram. */
export type GenogramFault =
  | "overlap"
  | "birth order"
  | "couple apart"
  | "woman left"
  | "line on line"
  | "not level"
  | "lost";

/** What is wrong with the genogram of a family, with who is concerned; empty where it is as it should be. */
export function genogramFaults(family: Family): readonly (readonly [GenogramFault, string])[] {
  const plan = planOf(family);
  return [
    ...lost(family, plan),
    ...overlaps(plan),
    ...birthOrder(family, plan),
    ...couples(family, plan),
    ...linesOnLines(plan),
  ];
}

type Faults = (readonly [GenogramFault, string])[];

function lost({ people }: Family, plan: GenogramPlan): Faults {
  const drawn = plan.rows.flat();
  return people.flatMap(
    ({ id }): Faults =>
      drawn.filter((one) => one === id).length === 1 && Number.isFinite(plan.people.get(id)?.x)
        ? []
        : [["lost", id]],
  );
}

/** Symbols and names of two people, and of who would stand outside of the picture. */
function overlaps({ people, left, width, height }: GenogramPlan): Faults {
  const boxes = [...people.values()].map(({ member, x, y, name, years }) => ({
    id: member.id,
    from: x - nameWidth / 2,
    to: x + nameWidth / 2,
    top: y - sizes.radius - 6 - (name.length + (years === "" ? 0 : 1)) * sizes.line,
    bottom: y + sizes.radius,
  }));
  return boxes.flatMap((a, index): Faults => {
    const isOutside = a.from < left || a.to > left + width || a.top < 0 || a.bottom > height;
    const over = boxes
      .slice(index + 1)
      .filter((b) => a.from < b.to - 1e-6 && b.from < a.to - 1e-6 && a.top < b.bottom && b.top < a.bottom);
    return [
      ...(isOutside ? [["overlap", a.id] as const] : []),
      ...over.map((b) => ["overlap", `${a.id} ${b.id}`] as const),
    ];
  });
}

function birthOrder({ unions }: Family, plan: GenogramPlan): Faults {
  const homes = new Set<PersonId>();
  return unions.flatMap(({ children }): Faults => {
    // Who has two families stands in the order of the one they were born into.
    const own = children.filter(({ id, as }) => as === "born" && !homes.has(id));
    for (const { id } of own) homes.add(id);
    return own.flatMap(({ id }, index): Faults => {
      const before = own.slice(0, index).findLast((other) => row(plan, other.id) === row(plan, id));
      return before !== undefined && x(plan, before.id) >= x(plan, id) ? [["birth order", id]] : [];
    });
  });
}

/** Between two partners stand nobody but their brothers and sisters, and who married one of these or of the two. */
function couples({ unions, people }: Family, plan: GenogramPlan): Faults {
  const kin = (of: (union: Union) => readonly PersonId[]) => {
    const all = new Map<PersonId, PersonId[]>();
    for (const union of unions)
      for (const id of of(union)) all.set(id, [...(all.get(id) ?? []), ...of(union)]);
    return (id: PersonId) => all.get(id) ?? [];
  };
  const siblings = kin(({ children }) => children.map(({ id }) => id));
  const partners = kin((union) => union.partners);
  const sex = (id: PersonId) => people.find((person) => person.id === id)?.sex;
  return unions.flatMap((union): Faults => {
    const [a, b] = union.partners;
    if (b === undefined) return [];
    if (plan.unlevel.includes(union)) return [["not level", `${a} ${b}`]];
    const row = plan.rows.find((ids) => ids.includes(a)) ?? [];
    const [from, to] = [row.indexOf(a), row.indexOf(b)].sort((one, other) => one - other);
    const own = [a, b].flatMap((id) => [...siblings(id), ...partners(id)]);
    const near = new Set([...own, ...own.flatMap(partners), ...own.flatMap(partners).flatMap(siblings)]);
    const strangers = row.slice((from ?? 0) + 1, to).filter((id) => !near.has(id));
    const isTurned = sex(a) === "male" && sex(b) === "female" && x(plan, a) > x(plan, b);
    return [
      ...(strangers.length > 0 ? [["couple apart", `${a} ${b}: ${strangers.join(" ")}`] as const] : []),
      ...(isTurned ? [["woman left", `${a} ${b}`] as const] : []),
    ];
  });
}

/** Lines of different families that run along each other and could be taken for one. */
function linesOnLines({ couples: pairs, descents }: GenogramPlan): Faults {
  const level = [
    ...pairs.map(({ union, legs, y }) => ({ union, y, from: legs.from, to: legs.to })),
    ...descents.map(({ union, bar }) => ({ union, ...bar })),
  ];
  return level.flatMap(
    (a, index): Faults =>
      level
        .slice(index + 1)
        .filter((b) => a.union !== b.union && a.y === b.y && a.from < b.to && b.from < a.to)
        .map((b) => ["line on line", `${a.union.partners.join("+")} ${b.union.partners.join("+")}`] as const),
  );
}

function x(plan: GenogramPlan, id: PersonId): number {
  return plan.people.get(id)?.x ?? Number.NaN;
}

function row(plan: GenogramPlan, id: PersonId): number | undefined {
  return plan.people.get(id)?.row;
}
