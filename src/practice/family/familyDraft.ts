import type { FamilyChild, FamilyMember, PersonId, Twins, UnionState } from "./family.js";

/** A union while a family is read: its children are in the order in which they were told. */
export type UnionDraft = {
  partners: [PersonId] | [PersonId, PersonId];
  state?: UnionState;
  since?: number;
  until?: number;
  children: FamilyChild[];
  twins: Twins[];
};

/** A family while it is read: its people, who is joined to whom, and who has a place in it already. */
export class FamilyDraft {
  readonly people: FamilyMember[];
  readonly unions: UnionDraft[] = [];
  readonly #placed = new Set<PersonId>();

  constructor(people: readonly FamilyMember[]) {
    this.people = [...people];
  }

  sexOf(id: PersonId): FamilyMember["sex"] {
    return this.people.find((person) => person.id === id)?.sex ?? "unknown";
  }

  /** Somebody only known to exist. */
  nobody(sex: FamilyMember["sex"]): PersonId {
    const id = `nobody.${this.people.length}`;
    this.people.push({ id, name: "", sex, life: "alive", household: false });
    return id;
  }

  /** Gives somebody a place without a union: what hangs on them may follow. */
  place(id: PersonId): void {
    this.#placed.add(id);
  }

  hasPlace(id: PersonId): boolean {
    return this.#placed.has(id);
  }

  /** A couple, or a parent alone. */
  join(partners: UnionDraft["partners"], more: Partial<UnionDraft> = {}): UnionDraft {
    for (const partner of partners) this.place(partner);
    const union: UnionDraft = { partners, children: [], twins: [], ...more };
    this.unions.push(union);
    return union;
  }

  /** Makes these children of a union, each once. */
  bear(union: UnionDraft, children: readonly PersonId[], as: FamilyChild["as"] = "born"): void {
    for (const id of children) {
      if (union.children.some((child) => child.id === id)) continue;
      this.place(id);
      union.children.push({ id, as });
    }
  }

  /** The first union somebody is a partner of. */
  unionOf(id: PersonId): UnionDraft | undefined {
    return this.unions.find(({ partners }) => partners.some((partner) => partner === id));
  }

  /** The union of these two. */
  coupleOf(one: PersonId, other: PersonId): UnionDraft | undefined {
    return this.unions.find(({ partners }) =>
      [one, other].every((id) => partners.some((partner) => partner === id)),
    );
  }

  /** The first union somebody is a child of. */
  bornTo(id: PersonId): UnionDraft | undefined {
    return this.unions.find(({ children }) => children.some((child) => child.id === id));
  }

  /** Two parents of a child: those told, and by birth nobody in the place of one who was not. */
  parents(told: readonly PersonId[], child: PersonId, as: FamilyChild["as"] = "born"): UnionDraft {
    const union = this.join(this.#pair(told, as));
    this.bear(union, [child], as);
    return union;
  }

  #pair([one, other]: readonly PersonId[], as: FamilyChild["as"]): UnionDraft["partners"] {
    if (one !== undefined && other !== undefined) return [one, other];
    if (as !== "born") return [one ?? this.nobody("unknown")];
    if (one === undefined) return [this.nobody("male"), this.nobody("female")];
    return this.sexOf(one) === "female" ? [this.nobody("male"), one] : [one, this.nobody("female")];
  }
}
