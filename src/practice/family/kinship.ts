/** Whose child and partner everybody is, from how they are related to the client. */
import type { FamilyChild, FamilyMember, PersonId, UnionState } from "./family.js";
import type { FamilyDraft, UnionDraft } from "./familyDraft.js";
import type { Kin, ToldMember } from "./told.js";

/** The id of the client in a family. */
export const clientId: PersonId = "client";

/** What places the members: the draft they are placed in, what was told, and who is meant by a name. */
type Placing = {
  readonly draft: FamilyDraft;
  readonly told: readonly ToldMember[];
  readonly whose: (name: string | undefined) => PersonId | undefined;
};

/** Gives the members their places. Returns those whose place did not become clear. */
export function placeKin(placing: Placing): readonly ToldMember[] {
  placing.draft.place(clientId);
  placeForebears(placing);
  placeDescendants(placing);
  return placeThroughOthers(placing);
}

/** The members with one of these relations, in the order in which they were told. */
function related({ told }: Placing, ...relations: readonly Kin[]): readonly ToldMember[] {
  return told.filter(({ relation }) => relations.includes(relation));
}

function idsOf(placing: Placing, ...relations: readonly Kin[]): readonly PersonId[] {
  return related(placing, ...relations).map(({ member }) => member.id);
}

/** The client's own parents, and everybody who is there through them. */
function placeForebears(placing: Placing): void {
  const { draft } = placing;
  const own = idsOf(placing, "parent").slice(0, 2);
  const siblings = idsOf(placing, "sibling");
  const halves = idsOf(placing, "sibling-same-father", "sibling-same-mother");
  const grandparents = idsOf(placing, "grandparent-paternal", "grandparent-maternal");
  const aunts = idsOf(placing, "uncle-aunt-paternal", "uncle-aunt-maternal");
  const steps = related(placing, "step-parent");
  if ([own, siblings, halves, grandparents, aunts, steps].some(({ length }) => length > 0)) {
    const birth = draft.parents(own, clientId);
    draft.bear(birth, siblings);
    const [father, mother = father] = birth.partners;
    const later = (sex: FamilyMember["sex"]) =>
      steps.filter(({ member }) => member.sex === sex || (member.sex === "unknown" && sex === "male"));
    placeSide(placing, father, "paternal", later("female"));
    placeSide(placing, mother, "maternal", later("male"));
  }
  for (const [relation, as] of [
    ["adoptive-parent", "adopted"],
    ["foster-parent", "foster"],
  ] as const) {
    const some = idsOf(placing, relation).slice(0, 2);
    if (some.length > 0) draft.parents(some, clientId, as);
  }
}

/** A parent's later partners, the children they have together, and the parent's own parents, brothers and sisters. */
function placeSide(
  placing: Placing,
  parent: PersonId,
  side: "paternal" | "maternal",
  later: readonly ToldMember[],
): void {
  const { draft } = placing;
  const unions = later.map(({ member }) => draft.join([parent, member.id]));
  const halves = idsOf(placing, side === "paternal" ? "sibling-same-father" : "sibling-same-mother");
  if (halves.length > 0) {
    const sex = side === "paternal" ? "female" : "male";
    draft.bear(unions[0] ?? draft.join([parent, draft.nobody(sex)], { state: "separated" }), halves);
  }
  const grandparents = idsOf(placing, `grandparent-${side}`).slice(0, 2);
  const siblings = idsOf(placing, `uncle-aunt-${side}`);
  if (grandparents.length + siblings.length > 0) draft.bear(draft.parents(grandparents, parent), siblings);
}

/** The client's partners in the order in which they came, then the children of each. */
function placeDescendants(placing: Placing): void {
  const { draft } = placing;
  const [partners, former] = [related(placing, "partner"), related(placing, "former-partner")];
  for (const { member, relation, state, since, until } of [...former, ...partners]) {
    draft.join([clientId, member.id], {
      ...stateOf(relation, state),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    });
  }
  const withLast = (some: readonly ToldMember[]) => {
    const last = some.at(-1);
    return last === undefined ? undefined : draft.coupleOf(clientId, last.member.id);
  };
  const alone = () =>
    draft.unions.find(({ partners: [one, other] }) => one === clientId && other === undefined) ??
    draft.join([clientId]);
  const raise = (relation: Kin, as: FamilyChild["as"], union: () => UnionDraft) => {
    const some = idsOf(placing, relation);
    if (some.length > 0) draft.bear(union(), some, as);
  };
  raise("child", "born", () => withLast(partners) ?? alone());
  raise(
    "child-former-partner",
    "born",
    () => withLast(former) ?? draft.join([clientId, draft.nobody(otherSex(draft))], { state: "divorced" }),
  );
  raise("adopted-child", "adopted", () => withLast(partners) ?? alone());
  raise("foster-child", "foster", () => withLast(partners) ?? alone());
  raise("step-child", "born", () => draft.join([partnerOf(placing)]));
  const inLaw = idsOf(placing, "parent-in-law");
  if (inLaw.length > 0) parentsInLaw(placing);
}

/** The client's partner; where none was told, somebody only known to exist. */
function partnerOf(placing: Placing): PersonId {
  const { draft } = placing;
  const told = idsOf(placing, "partner").at(-1);
  if (told !== undefined) return told;
  const partner = draft.nobody(otherSex(draft));
  draft.join([clientId, partner]);
  return partner;
}

function otherSex(draft: FamilyDraft): FamilyMember["sex"] {
  const sex = draft.sexOf(clientId);
  return sex === "male" ? "female" : sex === "female" ? "male" : "unknown";
}

/** The union the client's partner is a child of. */
function parentsInLaw(placing: Placing): UnionDraft {
  const { draft } = placing;
  const partner = partnerOf(placing);
  return draft.bornTo(partner) ?? draft.parents(idsOf(placing, "parent-in-law").slice(0, 2), partner);
}

/** Through whom somebody is related where that was not told, and only one member can be meant. */
const through: { readonly [relation in Kin]?: readonly Kin[] } = {
  grandchild: ["child", "child-former-partner", "adopted-child", "foster-child", "step-child"],
  "child-in-law": ["child", "child-former-partner", "adopted-child", "foster-child", "step-child"],
  "nephew-niece": ["sibling"],
  cousin: ["uncle-aunt-paternal", "uncle-aunt-maternal"],
};

/** Whoever is there through another member, which may have been told later: again until nobody finds a place any more. */
function placeThroughOthers(placing: Placing): readonly ToldMember[] {
  // Partners first: a child told of a member is then also its partner's.
  let left = [
    ...related(placing, "child-in-law", "sibling-in-law"),
    ...related(placing, "grandchild", "nephew-niece", "cousin"),
  ];
  for (let before = -1; left.length !== before; ) {
    before = left.length;
    left = left.filter((one) => !findsPlace(placing, one));
  }
  return placing.told.filter((one) => left.includes(one));
}

function findsPlace(placing: Placing, { member, relation, through: name }: ToldMember): boolean {
  const { draft, whose } = placing;
  const candidates = idsOf(placing, ...(through[relation] ?? []));
  const anchor = whose(name) ?? (candidates.length === 1 ? candidates[0] : undefined);
  const partners = idsOf(placing, "partner");
  if (relation === "sibling-in-law" && partners.length > 0) {
    // A brother or sister of the partner, unless it was told through whom else.
    const isPartners = anchor === undefined ? name === undefined : partners.includes(anchor);
    if (isPartners) {
      draft.bear(parentsInLaw(placing), [member.id]);
      return true;
    }
  }
  if (anchor === undefined || anchor === member.id || !draft.hasPlace(anchor)) return false;
  if (relation === "child-in-law" || relation === "sibling-in-law") draft.join([anchor, member.id]);
  else draft.bear(draft.unionOf(anchor) ?? draft.join([anchor]), [member.id]);
  return true;
}

/** How a couple lives, as far as it is known: former partners are apart, of others nothing is supposed. */
function stateOf(relation: string, told: UnionState | undefined): { readonly state?: UnionState } {
  if (told !== undefined) return { state: told };
  return relation === "former-partner" ? { state: "divorced" } : {};
}
