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
  type FamilyMember,
  type PersonId,
  type Tie,
  type Twins,
  unionStates,
} from "./family.js";
import { FamilyDraft } from "./familyDraft.js";
import { clientId, placeKin } from "./kinship.js";
import { ageAndYears, chosen, itemsOf, numberOf, textOf, toldMembers, whoIs } from "./told.js";

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
  const known = [
    { id: clientId, names: [centre.name, ...centre.names] },
    ...told.map(({ member }) => ({ id: member.id, names: [member.name] })),
  ];
  const whose = (name: string | undefined) => whoIs(name, known)?.id;
  const draft = new FamilyDraft([client, ...told.map(({ member }) => member)]);
  const left = placeKin({ draft, told, whose });
  const { ties, unknown } = tiesFrom(answers, draft, whose);

  const births = new Map([
    [clientId, centre.birth],
    ...told.map(({ member, birth }) => [member.id, birth] as const),
  ]);
  const birthOf = (id: PersonId) => births.get(id);
  const unions = draft.unions.map(({ children: some, twins, ...union }) => {
    const children = byBirth(some, birthOf);
    return { ...union, children, twins: joined([...twins, ...sameDay(children, birthOf)], children) };
  });
  return {
    family: { client: clientId, people: draft.people, unions, ties },
    unplaced: [...left.map(({ member }) => member.name), ...unknown],
  };
}

/**
 * The relations told besides kinship: lines between two people, and into the draft what couples and twins there are.
 * Where a name is nobody's, the two as they were written.
 */
function tiesFrom(
  answers: Answers,
  draft: FamilyDraft,
  whose: (name: string | undefined) => PersonId | undefined,
): { readonly ties: readonly Tie[]; readonly unknown: readonly string[] } {
  const ties: Tie[] = [];
  const unknown: string[] = [];
  for (const item of itemsOf(answers, "familyTies")) {
    const at = (key: string) => answers.get(`${item}.${key}`);
    const names = [textOf(at("who")), textOf(at("with"))];
    const [from, to] = names.map(whose);
    const bond = textOf(at("bond"));
    if (bond === undefined) continue;
    if (from === undefined || to === undefined || from === to) {
      unknown.push(names.filter((name) => name !== undefined).join(" – "));
      continue;
    }
    const line = chosen(bonds, bond);
    const state = chosen(unionStates, bond);
    if (line !== undefined) {
      ties.push({ from, to, bond: line });
    } else if (state !== undefined) {
      const couple = draft.coupleOf(from, to) ?? draft.join([from, to]);
      const [since, until] = [numberOf(at("since")), numberOf(at("until"))];
      couple.state = state;
      if (since !== undefined) couple.since = since;
      if (until !== undefined) couple.until = until;
    } else {
      const birth = draft.bornTo(from);
      const areSiblings = birth?.children.some(({ id }) => id === to) === true;
      if (areSiblings) birth.twins.push({ ids: [from, to], identical: bond === "identical-twins" });
      else unknown.push(names.join(" – "));
    }
  }
  return { ties, unknown };
}

/** Twins in sets that share nobody: who is a twin of two others is one of three. They stand in the order of birth. */
function joined(twins: readonly Twins[], children: readonly { readonly id: PersonId }[]): readonly Twins[] {
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
