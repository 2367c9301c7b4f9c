/** A genogram and an ekomap in words, for whoever does not see the picture. */
import type { Family, FamilyMember, PersonId, Union } from "../../practice/family/family.js";
import type { ClientSystem } from "../../practice/family/systems.js";
import type { Wording } from "../telegram/wording.js";

/** A family in sentences, plain text: each couple with its children, then relations, and who has no place yet. */
export function familyWords(family: Family, unplaced: readonly string[], say: Wording): readonly string[] {
  const { people, unions, ties } = family;
  const byId = new Map(people.map((person) => [person.id, person]));
  const told = new Set<PersonId>();
  /** Somebody with what is known of them the first time, by their name after that. */
  const who = (id: PersonId): string => {
    const member = byId.get(id);
    if (member === undefined) return "";
    const name = nameOfMember(member, say);
    const facts = told.has(id) || member.name === "" ? [] : factsOf(member, say);
    told.add(id);
    return facts.length === 0 ? name : say.plain("reading-person", { name, facts: facts.join(", ") });
  };
  const list = (ids: readonly PersonId[]) => ids.map(who).join("; ");
  const couples = unions.map((union) => unionWords(union, who, say));
  const drawn = ties.map(({ from, to, bond }) =>
    say.plain(bond === "abuse" ? "reading-abuse" : "reading-tie", {
      from: who(from),
      to: who(to),
      bond: say.plain(`choice-bond-${bond}`),
    }),
  );
  const alone = people.filter(({ id }) => !told.has(id)).map(({ id }) => id);
  const household = people.filter((person) => person.household && person.id !== family.client);
  return [
    say.plain("reading-family", { count: people.filter(({ name }) => name !== "").length }),
    ...couples,
    ...(alone.length === 0 ? [] : [say.plain("reading-alone", { people: list(alone) })]),
    ...drawn,
    ...(household.length === 0
      ? []
      : [
          say.plain("reading-household", {
            people: household.map((one) => nameOfMember(one, say)).join(", "),
          }),
        ]),
    ...(unplaced.length === 0 ? [] : [say.plain("reading-unplaced", { names: unplaced.join(", ") })]),
  ];
}

/** The systems around a client in sentences, plain text. */
export function systemWords(systems: readonly ClientSystem[], say: Wording): readonly string[] {
  return [
    say.plain("reading-systems", { count: systems.length }),
    ...systems.map(({ name, kind, tie, flow }) =>
      say.plain("reading-system", {
        name,
        kind: say.plain(`choice-system-${kind}`),
        tie: say.plain(`choice-tie-${tie}`),
        flow: say.plain(`choice-flow-${flow}`),
      }),
    ),
  ];
}

function unionWords(
  { partners, state, since, until, children, twins = [] }: Union,
  who: (id: PersonId) => string,
  say: Wording,
): string {
  const [one, other] = partners;
  const years = since === undefined && until === undefined ? [] : [`${since ?? ""}–${until ?? ""}`];
  const couple =
    other === undefined
      ? who(one)
      : coupleWords(
          say,
          who(one),
          who(other),
          [...(state === undefined ? [] : [say.plain(`choice-union-${state}`)]), ...years].join(" "),
        );
  if (children.length === 0) return say.plain("reading-no-children", { couple });
  const kids = children.map(({ id, as }) => {
    const isTwin = twins.some(({ ids }) => ids.includes(id));
    const marks = [
      ...(as === "born" ? [] : [say.plain(`legend-${as === "adopted" ? "adopted" : "foster"}`)]),
      ...(isTwin ? [say.plain("choice-bond-twins")] : []),
    ];
    return [who(id), ...marks].join(", ");
  });
  return say.plain("reading-children", { couple, children: kids.join("; ") });
}

function nameOfMember({ name, sex, life }: FamilyMember, say: Wording): string {
  if (name !== "") return name;
  if (life === "unborn" || life === "lost") return say.plain(`choice-life-${life}`);
  return say.plain(`reading-nobody-${sex}`);
}

function factsOf({ sex, life, age, bornIn, diedIn }: FamilyMember, say: Wording): string[] {
  return [
    ...(life === "unborn" || life === "lost" ? [] : [say.plain(`choice-sex-${sex}`)]),
    ...(life === "alive" ? [] : [say.plain(`choice-life-${life}`)]),
    ...(age === undefined ? [] : [say.plain("reading-age", { age })]),
    ...(bornIn === undefined ? [] : [say.plain("reading-born", { year: String(bornIn) })]),
    ...(diedIn === undefined ? [] : [say.plain("reading-died", { year: String(diedIn) })]),
  ];
}

function coupleWords(say: Wording, one: string, other: string, state: string): string {
  return state === ""
    ? say.plain("reading-couple-untold", { one, other })
    : say.plain("reading-couple", { one, other, state });
}
