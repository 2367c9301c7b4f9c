/** The members of a family and the relations between them, as an assessment was told of them. */
import { partsOf } from "../calendar.js";
import { ageOn, isBirth } from "../conditions.js";
import type { Answers, Birth, LocalDate, Path, Value } from "../form.js";
import { kin } from "../forms/vocabulary.js";
import { folded } from "../inputs/text.js";
import { type FamilyMember, lives, type UnionState, unionStates } from "./family.js";

/** How a member is related to the client. */
export type Kin = (typeof kin)[number];

/** A member, and what else was told of them. */
export type ToldMember = {
  readonly member: FamilyMember;
  readonly relation: Kin;
  /** The name of whom they are related through, as it was written. */
  readonly through: string | undefined;
  readonly birth: Birth | undefined;
  /** Of a partner: how the couple lives, and the years in which that began and ended. */
  readonly state: UnionState | undefined;
  readonly since: number | undefined;
  readonly until: number | undefined;
};

/** The members in the order in which they were told. Whoever has no name or relation yet is left out. */
export function toldMembers(answers: Answers, today: LocalDate): readonly ToldMember[] {
  return itemsOf(answers, "family").flatMap((item): ToldMember[] => {
    const at = (key: string) => answers.get(`${item}.${key}`);
    const name = textOf(at("name"));
    const relation = chosen(kin, at("relation"));
    if (name === undefined || relation === undefined) return [];
    // The first versions of the form asked whether somebody lives, and nothing of pregnancies.
    const life = chosen(lives, at("life")) ?? (at("alive") === false ? "died" : "alive");
    const birth = at("birth");
    const told = isBirth(birth) ? birth : undefined;
    const diedIn = numberOf(at("diedIn"));
    return [
      {
        member: {
          id: item,
          name,
          sex: chosen(["male", "female"], at("sex")) ?? "unknown",
          life,
          household: at("livesTogether") === true,
          ...ageAndYears(told, life, diedIn, today),
        },
        relation,
        through: textOf(at("through")),
        birth: told,
        state: chosen(unionStates, at("union")),
        since: numberOf(at("since")),
        until: numberOf(at("until")),
      },
    ];
  });
}

/** Age and years of somebody. An age that was told of the dead is the one they reached. */
export function ageAndYears(
  birth: Birth | undefined,
  life: FamilyMember["life"],
  diedIn: number | undefined,
  today: LocalDate,
): Pick<FamilyMember, "age" | "bornIn" | "diedIn"> {
  const died = diedIn === undefined ? {} : { diedIn };
  if (birth === undefined) return died;
  if (life !== "died")
    return { age: ageOn(birth, today), ...("date" in birth ? { bornIn: partsOf(birth.date).year } : {}) };
  if (!("date" in birth)) return { age: birth.age, ...died };
  const bornIn = partsOf(birth.date).year;
  return { bornIn, ...died, ...(diedIn === undefined ? {} : { age: Math.max(0, diedIn - bornIn) }) };
}

/** The paths of the items of a group, in order: "family.0", "family.1". */
export function itemsOf(answers: Answers, group: string): readonly Path[] {
  const items = new Set<number>();
  for (const path of answers.keys()) {
    const [key, index, inner] = path.split(".");
    if (key === group && inner !== undefined) items.add(Number(index));
  }
  return [...items].sort((a, b) => a - b).map((index) => `${group}.${index}`);
}

/**
 * Who is meant by a name: the one whose whole name it is, else the only one whose name has all its words. Undefined
 * where that is nobody, or several people.
 */
export function whoIs<Named extends { readonly names: readonly string[] }>(
  name: string | undefined,
  people: readonly Named[],
): Named | undefined {
  const wanted = folded(name ?? "");
  if (wanted === "") return undefined;
  const whole = people.filter(({ names }) => names.some((one) => folded(one) === wanted));
  if (whole.length > 0) return whole.length === 1 ? whole[0] : undefined;
  const words = wanted.split(" ");
  const some = people.filter(({ names }) =>
    names.some((one) => words.every((word) => folded(one).split(" ").includes(word))),
  );
  return some.length === 1 ? some[0] : undefined;
}

/** A text that was answered; undefined where nothing or something else was. */
export function textOf(value: Value | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A number that was answered. */
export function numberOf(value: Value | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** A choice that was answered, if it is one of these. */
export function chosen<const C extends string>(
  choices: readonly C[],
  value: Value | undefined,
): C | undefined {
  return choices.find((choice) => choice === value);
}
