import { expect, test } from "vitest";
import { type GenogramWords, genogramOf } from "../../../src/documents/genogram/genogram.js";
import { legendKeys } from "../../../src/documents/genogram/legend.js";
import { planOf } from "../../../src/documents/genogram/plan.js";
import type { Family, FamilyChild, FamilyMember, Union } from "../../../src/practice/family/family.js";
import { randomFamily } from "../../support/families.js";
import { genogramFaults } from "../../support/genogramFaults.js";

test("a thousand families: nobody overlaps, siblings by birth, couples together, the man left, no line on a line", () => {
  const seeds = Array.from({ length: 1_000 }, (_, index) => index + 1);
  const wrong = seeds.flatMap((seed) =>
    genogramFaults(randomFamily(seed, 40)).map((fault) => [seed, ...fault]),
  );
  expect(wrong, "npm run genograms draws more of them").toEqual([]);
});

const person = (
  id: string,
  sex: FamilyMember["sex"] = "male",
  more: Partial<FamilyMember> = {},
): FamilyMember => ({
  id,
  name: id,
  sex,
  life: "alive",
  household: false,
  ...more,
});
const born = (...ids: string[]) => ids.map((id): FamilyChild => ({ id, as: "born" }));
const union = (
  partners: Union["partners"],
  children: readonly FamilyChild[],
  more: Partial<Union> = {},
): Union => ({
  partners,
  state: "married",
  children,
  ...more,
});
const family = (people: readonly FamilyMember[], ...unions: readonly Union[]): Family => ({
  client: "client",
  people,
  unions,
  ties: [],
});

const words: GenogramWords = {
  foot: "K-2026-0001",
  legend: Object.fromEntries(legendKeys.map((key) => [key, `<${key}>`])) as GenogramWords["legend"],
};
/** What the legend of a family explains. */
const explained = (of: Family) =>
  legendKeys.filter((key) => genogramOf(of, words).svg.includes(`&#60;${key}&#62;`));

test("a client alone, and one whose family is not related to them, are drawn", () => {
  expect(genogramFaults(family([person("client")]))).toEqual([]);
  expect(genogramFaults(family([person("client"), person("aunt", "female")]))).toEqual([]);
});

test.each<[string, Family]>([
  [
    "cousins who marry",
    family(
      [
        ...["client", "uncle", "father", "grandfather"].map((id) => person(id)),
        ...["cousin", "child", "grandmother"].map((id) => person(id, "female")),
      ],
      union(["grandfather", "grandmother"], born("father", "uncle")),
      union(["father"], born("client")),
      union(["uncle"], born("cousin")),
      union(["client", "cousin"], born("child")),
    ),
  ],
  [
    "an uncle who marries his niece",
    family(
      [
        ...["client", "uncle", "brother", "grandfather", "child"].map((id) => person(id)),
        person("niece", "female"),
      ],
      union(["grandfather"], born("brother", "uncle", "client")),
      union(["brother"], born("niece")),
      union(["uncle", "niece"], born("child")),
    ),
  ],
  [
    "two brothers who marry two sisters",
    family(
      [
        ...["client", "brother", "father", "her-father"].map((id) => person(id)),
        ...["sister", "wife"].map((id) => person(id, "female")),
      ],
      union(["father"], born("client", "brother")),
      union(["her-father"], born("sister", "wife")),
      union(["client", "wife"], []),
      union(["brother", "sister"], []),
    ),
  ],
])("%s", (_name, drawn) => {
  expect(genogramFaults(drawn)).toEqual([]);
});

test("a father who has a child by his daughter is drawn, in two rows", () => {
  const drawn = family(
    [person("father"), person("client", "female"), person("child")],
    union(["father"], born("client")),
    union(["father", "client"], born("child")),
  );
  expect(genogramFaults(drawn)).toEqual([["not level", "father client"]]);
  expect(planOf(drawn).rows).toEqual([["father"], ["client"], ["child"]]);
});

test("the legend explains what is drawn, and nothing else", () => {
  const plain = family([person("client"), person("wife", "female")], union(["client", "wife"], []));
  expect(explained(plain)).toEqual(["male", "female", "client"]);
  const rich: Family = {
    ...family(
      [
        person("client", "female"),
        person("ex", "male", { life: "died", household: true }),
        person("somebody", "unknown"),
        ...["unborn", "lost"].map((life) => person(life, "unknown", { life: life as "unborn" })),
        ...["adopted", "fostered", "man", "other"].map((id) => person(id)),
      ],
      union(
        ["ex", "client"],
        [
          { id: "adopted", as: "adopted" },
          { id: "fostered", as: "foster" },
        ],
        { state: "divorced" },
      ),
      union(["man", "client"], born("unborn", "lost"), { state: "together" }),
      union(["other", "client"], [], { state: "separated", since: 2001, until: 2010 }),
    ),
    ties: (["close", "fused", "distant", "conflict", "cut-off", "abuse"] as const).map((bond) => ({
      from: "ex",
      to: "client",
      bond,
    })),
  };
  expect(explained(rich)).toEqual(legendKeys);
  expect(genogramOf(rich, words).svg).toContain("2001–2010");
});

test("names are words in the picture and never markup; long ones are cut, what prints nothing is left out", () => {
  const name = '<script>&"\u0000\u202e';
  const { svg } = genogramOf(family([person("client", "female", { name })]), words);
  expect(svg).toContain("&#60;script&#62;&#38;&#34;<");
  const long = planOf(
    family([person("client", "male", { name: "Raden Mas Panji Sosrokartono bin Abdurrahman" })]),
  );
  expect(long.people.get("client")?.name).toHaveLength(2);
  expect(long.people.get("client")?.name[1]).toMatch(/…$/);
});
