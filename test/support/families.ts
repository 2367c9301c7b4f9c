import type {
  Bond,
  Family,
  FamilyChild,
  FamilyMember,
  Twins,
  Union,
} from "../../src/practice/family/family.js";
import { bonds, unionStates } from "../../src/practice/family/family.js";
import { chanceOf } from "./chance.js";

const names = [
  "Siti",
  "Budi Santoso",
  "Maria Magdalena Rumahorbo",
  "Ag",
  "Mohammad Hasanuddin",
  "Ni Wayan Sukerti",
];

/**
 * A family of up to `most` people in at most four generations around a client: grandparents on one side or both, uncles
 * and aunts with partners and children, brothers and sisters, several marriages, a partner with parents and brothers and
 * sisters of their own, twins, adoption and foster care, pregnancy and loss, single and unknown parents, and at times a
 * marriage of cousins.
 */
export function randomFamily(seed: number, most: number): Family {
  const random = chanceOf(seed);
  const upTo = (count: number) => Math.floor(random() * (count + 1));
  const maybe = (chance: number) => random() < chance;
  const one = <T>(of: readonly [T, ...T[]]) => of[Math.floor(random() * of.length)] ?? of[0];
  const people: FamilyMember[] = [];
  const unions: { -readonly [key in keyof Union]: Union[key] }[] = [];
  const isFull = () => people.length >= most;

  function person(more: Partial<FamilyMember> = {}): FamilyMember {
    const bornIn = maybe(0.7) ? 1930 + upTo(90) : undefined;
    const made: FamilyMember = {
      id: `p${people.length}`,
      name: maybe(0.1) ? "" : (names[upTo(names.length - 1)] ?? ""),
      sex: maybe(0.04) ? "unknown" : maybe(0.5) ? "male" : "female",
      life: maybe(0.2) ? "died" : "alive",
      household: maybe(0.3),
      ...(maybe(0.7) ? { age: upTo(90) } : {}),
      ...(bornIn === undefined ? {} : { bornIn }),
      ...more,
    };
    people.push(made);
    return made;
  }
  function couple(a: FamilyMember, b: FamilyMember) {
    const partners: [string, string] = a.sex === "female" && b.sex === "male" ? [b.id, a.id] : [a.id, b.id];
    const union = { partners, state: one(unionStates), since: 1950 + upTo(70), children: [] };
    unions.push(union);
    return unions.at(-1) ?? union;
  }
  function children(union: (typeof unions)[number], count: number, first?: FamilyMember): FamilyMember[] {
    const some = first === undefined ? [] : [first];
    for (let left = count; left > 0 && !isFull(); left -= 1) {
      const life = maybe(0.05) ? "unborn" : maybe(0.05) ? "lost" : undefined;
      const child = person(life === undefined ? {} : { life, sex: "unknown", name: "", household: false });
      if (maybe(0.5)) some.push(child);
      else some.unshift(child);
    }
    const as = (): FamilyChild["as"] => (maybe(0.06) ? one(["adopted", "foster"]) : "born");
    union.children = some.map(({ id }) => ({ id, as: as() }));
    if (some.length > 1 && maybe(0.2)) {
      const at = upTo(some.length - 2);
      const ids = some.slice(at, at + (maybe(0.1) ? 3 : 2)).map(({ id }) => id);
      const twins: Twins = { ids, identical: maybe(0.4) };
      union.twins = [twins];
    }
    return some.filter((child) => child.life === "alive" || child.life === "died");
  }
  const other = ({ sex }: FamilyMember): Partial<FamilyMember> =>
    maybe(0.03) ? {} : { sex: sex === "male" ? "female" : "male", name: "" };
  const parentsOf = (child: FamilyMember, count: number): FamilyMember[] => {
    if (maybe(0.12)) {
      const single = { partners: [person().id] as [string], state: "married" as const, children: [] };
      unions.push(single);
      return children(unions.at(-1) ?? single, count, child);
    }
    return children(couple(person({ sex: "male" }), person({ sex: "female" })), count, child);
  };
  const marries = (member: FamilyMember, chance: number, kids: number): FamilyMember[] => {
    const all: FamilyMember[] = [];
    for (let times = maybe(chance) ? (maybe(0.12) ? 2 : 1) : 0; times > 0 && !isFull(); times -= 1) {
      all.push(...children(couple(member, person(other(member))), upTo(kids)));
    }
    return all;
  };

  const client = person({ name: "Klien", life: "alive", household: true });
  const isOld = maybe(0.4);
  const cousins: FamilyMember[] = [];
  const siblings: FamilyMember[] = [];
  if (!maybe(0.08)) {
    siblings.push(...parentsOf(client, upTo(4)));
    const [father, mother] = unions[0]?.partners ?? [];
    for (const id of isOld ? [] : [father, mother]) {
      const parent = people.find((candidate) => candidate.id === id);
      if (parent === undefined || maybe(0.15)) continue;
      for (const sibling of parentsOf(parent, upTo(4))) {
        if (sibling !== parent) cousins.push(...marries(sibling, 0.6, 3));
      }
      cousins.push(...marries(parent, 0.15, 2));
    }
  }
  for (const sibling of siblings) if (sibling !== client) marries(sibling, 0.5, 2);
  const married = people.find(({ id }) => id === cousins.find((cousin) => cousin.sex !== client.sex)?.id);
  if (married !== undefined && maybe(0.2)) {
    children(couple(client, married), upTo(2));
  } else if (maybe(0.6) && !isFull()) {
    const partner = person(other(client));
    const kids = children(couple(client, partner), upTo(4));
    if (maybe(0.4))
      for (const sibling of parentsOf(partner, upTo(3))) if (sibling !== partner) marries(sibling, 0.4, 2);
    if (isOld) for (const kid of kids) marries(kid, 0.6, 3);
    if (maybe(0.2)) marries(client, 1, 2);
  }
  if (maybe(0.1)) person();
  const ties = Array.from({ length: upTo(5) }, () => ({
    from: maybe(0.6) ? client.id : (people[upTo(people.length - 1)]?.id ?? client.id),
    to: people[upTo(people.length - 1)]?.id ?? client.id,
    bond: one<Bond>([...bonds] as [Bond, ...Bond[]]),
  }));
  return { client: client.id, people, unions, ties };
}
