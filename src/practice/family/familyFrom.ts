/**
 * The family of a client as its assessment tells of it. Who is whose child and partner follows from how each member is
 * related to the client, which was asked already; what nobody told of but somebody hangs on, such as the father of
 * two half-brothers, is there without a name.
 */
import type { Answers, Birth, LocalDate } from "../form.js";
import { byBirth, sameDay } from "./birthOrder.js";
import {
  bonds,
  type Family,
  type FamilyChild,
  type FamilyMember,
  type PersonId,
  type Tie,
  type Twins,
  type UnionState,
  unionStates,
} from "./family.js";
import {
  ageAndYears,
  chosen,
  itemsOf,
  type Kin,
  numberOf,
  type ToldMember,
  textOf,
  toldMembers,
  whoIs,
} from "./told.js";

/** The client, or the head of a family that is the client, as the first contact tells of them. */
export type FamilyCentre = {
  /** What they are called in the picture. */
  readonly name: string;
  /** Other names they may be meant by. */
  readonly names: readonly string[];
  readonly sex: FamilyMember["sex"];
  readonly birth: Birth | undefined;
};

/** A family, and the names of those whose place in it did not become clear, as they were written. */
export type ReadFamily = { readonly family: Family; readonly unplaced: readonly string[] };

const clientId = "client";

type Draft = {
  partners: [PersonId] | [PersonId, PersonId];
  state: UnionState;
  since?: number;
  until?: number;
  children: FamilyChild[];
  twins: Twins[];
};

/** Reads a family out of the answers of an assessment, in any of its versions. */
export function familyFrom(answers: Answers, centre: FamilyCentre, today: LocalDate): ReadFamily {
  const told = toldMembers(answers, today);
  const client: FamilyMember = {
    id: clientId,
    name: centre.name,
    sex: centre.sex,
    life: "alive",
    household: true,
    ...ageAndYears(centre.birth, "alive", undefined, today),
  };
  const people: FamilyMember[] = [client, ...told.map(({ member }) => member)];
  const unions: Draft[] = [];
  const placed = new Set<PersonId>([clientId]);
  const unplaced: string[] = [];
  const known = [
    { id: clientId, names: [centre.name, ...centre.names] },
    ...told.map(({ member }) => ({ id: member.id, names: [member.name] })),
  ];
  const whose = (name: string | undefined) => whoIs(name, known)?.id;

  const of = (...relations: readonly Kin[]) => told.filter(({ relation }) => relations.includes(relation));
  const ids = (some: readonly ToldMember[]) => some.map(({ member }) => member.id);
  const sexOf = (id: PersonId) => people.find((person) => person.id === id)?.sex ?? "unknown";
  function nobody(sex: FamilyMember["sex"]): PersonId {
    const id = `nobody.${people.length}`;
    people.push({ id, name: "", sex, life: "alive", household: false });
    return id;
  }
  function join(partners: Draft["partners"], more: Partial<Draft> = {}): Draft {
    for (const partner of partners) placed.add(partner);
    const union: Draft = { partners, state: "married", children: [], twins: [], ...more };
    unions.push(union);
    return union;
  }
  function bear(union: Draft, children: readonly PersonId[], as: FamilyChild["as"] = "born"): void {
    for (const id of children) {
      if (union.children.some((child) => child.id === id)) continue;
      placed.add(id);
      union.children.push({ id, as });
    }
  }
  const unionOf = (id: PersonId) => unions.find(({ partners }) => partners.some((partner) => partner === id));
  const bornTo = (id: PersonId) => unions.find(({ children }) => children.some((child) => child.id === id));
  /** Two parents of a child: those told, and nobody in the place of one who was not. */
  function parents(some: readonly PersonId[], child: PersonId, as: FamilyChild["as"] = "born"): Draft {
    const [one, other] = some;
    const man = some.find((id) => sexOf(id) === "male") ?? (sexOf(one ?? "") === "unknown" ? one : undefined);
    const woman = some.find((id) => id !== man);
    const pair: Draft["partners"] =
      one !== undefined && other !== undefined
        ? [one, other]
        : as === "born"
          ? [man ?? nobody("male"), woman ?? nobody("female")]
          : [one ?? nobody("unknown")];
    const union = join(pair);
    bear(union, [child], as);
    return union;
  }

  // The client's own parents, and everybody who is there through them.
  const own = ids(of("parent")).slice(0, 2);
  const throughFather = of("sibling-same-father", "grandparent-paternal", "uncle-aunt-paternal");
  const throughMother = of("sibling-same-mother", "grandparent-maternal", "uncle-aunt-maternal");
  const step = of("step-parent");
  const needed = [...of("sibling"), ...throughFather, ...throughMother, ...step];
  if (own.length + needed.length > 0) {
    const birth = parents(own, clientId);
    bear(birth, ids(of("sibling")));
    const [father, mother = father] = birth.partners;
    for (const [parent, half, grand, aunts, sex] of [
      [father, "sibling-same-father", "grandparent-paternal", "uncle-aunt-paternal", "female"],
      [mother, "sibling-same-mother", "grandparent-maternal", "uncle-aunt-maternal", "male"],
    ] as const) {
      const others = step.filter(
        ({ member }) => member.sex === sex || (member.sex === "unknown" && sex === "male"),
      );
      const later = others.map(({ member }) => join([parent, member.id]));
      const halves = ids(of(half));
      if (halves.length > 0) bear(later[0] ?? join([parent, nobody(sex)], { state: "separated" }), halves);
      const siblings = ids(of(aunts));
      if (siblings.length + of(grand).length > 0) bear(parents(ids(of(grand)).slice(0, 2), parent), siblings);
    }
  }
  for (const [relation, as] of [
    ["adoptive-parent", "adopted"],
    ["foster-parent", "foster"],
  ] as const) {
    const some = ids(of(relation)).slice(0, 2);
    if (some.length > 0) parents(some, clientId, as);
  }

  // Partners in the order in which they came, then the children of each.
  for (const { member, relation, state, since, until } of [...of("former-partner"), ...of("partner")]) {
    join([clientId, member.id], {
      state: state ?? (relation === "partner" ? "married" : "divorced"),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    });
  }
  const with_ = (some: readonly ToldMember[]) => {
    const last = some.at(-1)?.member.id;
    return unions.find(({ partners }) => partners[0] === clientId && partners[1] === last);
  };
  const alone = () =>
    unions.find(({ partners }) => partners.length === 1 && partners[0] === clientId) ?? join([clientId]);
  const [partners, former] = [of("partner"), of("former-partner")];
  const other = client.sex === "male" ? "female" : client.sex === "female" ? "male" : "unknown";
  const raise = (relation: Kin, as: FamilyChild["as"], union: () => Draft) => {
    const some = ids(of(relation));
    if (some.length > 0) bear(union(), some, as);
  };
  raise("child", "born", () => with_(partners) ?? alone());
  raise(
    "child-former-partner",
    "born",
    () => with_(former) ?? join([clientId, nobody(other)], { state: "divorced" }),
  );
  raise("adopted-child", "adopted", () => with_(partners) ?? alone());
  raise("foster-child", "foster", () => with_(partners) ?? alone());
  const partner = () => partners.at(-1)?.member.id ?? join([clientId, nobody(other)]).partners[1] ?? clientId;
  raise("step-child", "born", () => join([partner()]));

  // The partner's family.
  const inLaw = ids(of("parent-in-law")).slice(0, 2);
  const theirs = () => bornTo(partner()) ?? parents(inLaw, partner());
  if (inLaw.length > 0) theirs();

  // Whoever is there through another member. A grandchild may be told before the child: so again until nobody is left.
  const only = (relations: readonly Kin[]) => {
    const some = ids(of(...relations));
    return some.length === 1 ? some[0] : undefined;
  };
  const children = ["child", "child-former-partner", "adopted-child", "foster-child", "step-child"] as const;
  const defaults: { readonly [relation in Kin]?: readonly Kin[] } = {
    grandchild: children,
    "child-in-law": children,
    "nephew-niece": ["sibling"],
    cousin: ["uncle-aunt-paternal", "uncle-aunt-maternal"],
  };
  // Partners first: a child told of a member is then also its partner's.
  let left = [...of("child-in-law", "sibling-in-law"), ...of("grandchild", "nephew-niece", "cousin")];
  for (let before = -1; left.length !== before; ) {
    before = left.length;
    left = left.filter(({ member, relation, through }) => {
      const anchor = whose(through) ?? only(defaults[relation] ?? []);
      if (anchor === member.id) return true;
      if (
        relation === "sibling-in-law" &&
        (anchor === undefined || partners.some((one) => one.member.id === anchor))
      ) {
        // A brother or sister of the partner, unless it was told through whom else.
        if (through !== undefined && anchor === undefined) return true;
        if (partners.length === 0) return true;
        bear(theirs(), [member.id]);
        return false;
      }
      if (anchor === undefined || !placed.has(anchor)) return true;
      if (relation === "child-in-law" || relation === "sibling-in-law") join([anchor, member.id]);
      else bear(unionOf(anchor) ?? join([anchor]), [member.id]);
      return false;
    });
  }
  unplaced.push(...told.filter((one) => left.includes(one)).map(({ member }) => member.name));

  const birthOf = (id: PersonId) =>
    id === clientId ? centre.birth : told.find(({ member }) => member.id === id)?.birth;
  const ties: Tie[] = [];
  for (const item of itemsOf(answers, "familyTies")) {
    const at = (key: string) => answers.get(`${item}.${key}`);
    const names = [textOf(at("who")), textOf(at("with"))];
    const [from, to] = names.map(whose);
    const bond = textOf(at("bond"));
    if (bond === undefined) continue;
    if (from === undefined || to === undefined || from === to) {
      unplaced.push(names.filter((name) => name !== undefined).join(" – "));
      continue;
    }
    const line = chosen(bonds, bond);
    if (line !== undefined) {
      ties.push({ from, to, bond: line });
      continue;
    }
    const state = chosen(unionStates, bond);
    if (state !== undefined) {
      const couple =
        unions.find((union) => union.partners.includes(from) && union.partners.some((one) => one === to)) ??
        join([from, to]);
      const [since, until] = [numberOf(at("since")), numberOf(at("until"))];
      Object.assign(
        couple,
        { state },
        since === undefined ? {} : { since },
        until === undefined ? {} : { until },
      );
      continue;
    }
    const birth = bornTo(from);
    if (birth?.children.some(({ id }) => id === to)) {
      birth.twins.push({ ids: [from, to], identical: bond === "identical-twins" });
    }
  }

  return {
    unplaced,
    family: {
      client: clientId,
      people,
      unions: unions.map(({ children: some, twins, ...union }) => {
        const sorted = byBirth(some, birthOf);
        return { ...union, children: sorted, twins: joined([...twins, ...sameDay(sorted, birthOf)], sorted) };
      }),
      ties,
    },
  };
}

/** Twins in sets that share nobody: who is a twin of two others is one of three. They stand in the order of birth. */
function joined(twins: readonly Twins[], children: readonly FamilyChild[]): readonly Twins[] {
  const sets: Twins[] = [];
  for (const twin of twins) {
    const shared = sets.filter(({ ids }) => ids.some((id) => twin.ids.includes(id)));
    const all = new Set([...shared.flatMap(({ ids }) => ids), ...twin.ids]);
    for (const one of shared) sets.splice(sets.indexOf(one), 1);
    sets.push({
      ids: children.map(({ id }) => id).filter((id) => all.has(id)),
      identical: twin.identical || shared.some(({ identical }) => identical),
    });
  }
  return sets;
}
