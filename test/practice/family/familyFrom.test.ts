/** What an assessment is told of a family, and the family that follows from it. */
import { expect, test } from "vitest";
import type { Family } from "../../../src/practice/family/family.js";
import { type FamilyCentre, familyFrom } from "../../../src/practice/family/familyFrom.js";
import type { Answers, Value } from "../../../src/practice/form.js";
import { kin } from "../../../src/practice/forms/vocabulary.js";
import { chanceOf } from "../../support/chance.js";
import { genogramFaults } from "../../support/genogramFaults.js";

const today = "2026-11-25";
const centre: FamilyCentre = {
  name: "Klien",
  names: ["Rina Wati"],
  sex: "female",
  birth: { date: "2014-03-01" },
};

type Told = readonly [name: string, relation: string, more?: Readonly<Record<string, Value>>];
type ToldTie = readonly [who: string, other: string, bond: string, more?: Readonly<Record<string, Value>>];

function answersOf(members: readonly Told[], ties: readonly ToldTie[] = []): Answers {
  const answers = new Map<string, Value>();
  for (const [index, [name, relation, more = {}]] of members.entries()) {
    const all = { name, relation, life: "alive", sex: "male", ...more };
    answers.set(`family.${index}`, true);
    for (const [key, value] of Object.entries(all)) answers.set(`family.${index}.${key}`, value);
  }
  for (const [index, [who, other, bond, more = {}]] of ties.entries()) {
    for (const [key, value] of Object.entries({ who, with: other, bond, ...more }))
      answers.set(`familyTies.${index}.${key}`, value);
  }
  return answers;
}

/** "Ayah+Ibu: Klien, Adik" for each union; a person without a name is "?". */
function shown({ people, unions }: Family): string[] {
  const name = (id: string) => people.find((person) => person.id === id)?.name || "?";
  return unions.map(({ partners, state, children }) => {
    const joined = { married: "⚭", divorced: "÷", separated: "~", together: "~" } as const;
    const pair = partners.map(name).join(state === undefined ? "+" : joined[state]);
    const mark = { born: "", adopted: "*", foster: "°" } as const;
    return `${pair}:${children.map(({ id, as }) => ` ${name(id)}${mark[as]}`).join("")}`;
  });
}

const read = (members: readonly Told[], ties: readonly ToldTie[] = []) =>
  familyFrom(answersOf(members, ties), centre, today);

const woman = { sex: "female" } as const;

test.each<[string, readonly Told[], readonly string[]]>([
  ["nobody else", [], []],
  ["a mother alone: the father is there, unknown", [["Sumi", "parent", woman]], ["?+Sumi: Klien"]],
  [
    "brothers and sisters by their birth, whoever's is unknown after whom they were told after",
    [
      ["Ayah", "parent"],
      ["Ibu", "parent", woman],
      ["Bungsu", "sibling", { birth: { age: 3, asOf: today } }],
      ["Sulung", "sibling", { birth: { date: "2009-01-01" } }],
      ["Entah", "sibling"],
    ],
    ["Ayah+Ibu: Sulung Entah Klien Bungsu"],
  ],
  [
    "half-brothers: the father's with his later wife, the mother's with somebody unknown",
    [
      ["Ayah", "parent"],
      ["Ibu", "parent", woman],
      ["Ibu Tiri", "step-parent", woman],
      ["Seayah", "sibling-same-father"],
      ["Seibu", "sibling-same-mother"],
    ],
    ["Ayah+Ibu: Klien", "Ayah+Ibu Tiri: Seayah", "Ibu~?: Seibu"],
  ],
  [
    "both sides, and cousins through whom they are told",
    [
      ["Kakek", "grandparent-paternal"],
      ["Nenek", "grandparent-maternal", woman],
      ["Paman Jono", "uncle-aunt-paternal"],
      ["Bibi Sri", "uncle-aunt-maternal", woman],
      ["Sepupu", "cousin", { through: "jono" }],
    ],
    ["?+?: Klien", "Kakek+?: ? Paman Jono", "?+Nenek: ? Bibi Sri", "Paman Jono: Sepupu"],
  ],
  [
    "several marriages, and whose child is whose",
    [
      ["Anak", "child"],
      ["Budi", "partner", { union: "together", since: 2015 }],
      ["Anto", "former-partner"],
      ["Anak Anto", "child-former-partner"],
      ["Anak Budi", "step-child"],
      ["Angkat", "adopted-child"],
      ["Asuh", "foster-child"],
    ],
    ["Klien÷Anto: Anak Anto", "Klien~Budi: Anak Angkat* Asuh°", "Budi: Anak Budi"],
  ],
  [
    "the partner's family, and who came through others, in whatever order they were told",
    [
      ["Cucu", "grandchild", { through: "Anak" }],
      ["Menantu", "child-in-law", { through: "Anak" }],
      ["Anak", "child", woman],
      ["Budi", "partner"],
      ["Mertua", "parent-in-law", woman],
      ["Ipar", "sibling-in-law", { through: "Budi" }],
      ["Kakak", "sibling"],
      ["Istri Kakak", "sibling-in-law", { through: "Kakak", sex: "female" }],
      ["Ponakan", "nephew-niece"],
    ],
    [
      "?+?: Klien Kakak",
      "Klien+Budi: Anak",
      "?+Mertua: Budi Ipar",
      "Kakak+Istri Kakak: Ponakan",
      "Anak+Menantu: Cucu",
    ],
  ],
  [
    "parents who adopted, and who fosters",
    [
      ["Angkat", "adoptive-parent"],
      ["Angkati", "adoptive-parent", woman],
      ["Asuh", "foster-parent", woman],
    ],
    ["Angkat+Angkati: Klien*", "Asuh: Klien°"],
  ],
])("%s", (_name, members, expected) => {
  const { family, unplaced } = read(members);
  expect(new Set(shown(family))).toEqual(new Set(expected));
  expect(unplaced).toEqual([]);
  expect(genogramFaults(family)).toEqual([]);
});

test("an answer of the first versions says who died, and ages grow until today", () => {
  const { family } = read([
    ["Kakek", "grandparent-paternal", { life: null, alive: false }],
    ["Adik", "sibling", { birth: { age: 4, asOf: "2025-01-01" }, livesTogether: true }],
    [
      "Nenek",
      "grandparent-paternal",
      { ...woman, life: "died", birth: { date: "1950-05-05" }, diedIn: 2014 },
    ],
  ]);
  const by = (name: string) => family.people.find((person) => person.name === name);
  expect(by("Kakek")).toMatchObject({ life: "died", household: false });
  expect(by("Adik")).toMatchObject({ age: 5, household: true });
  expect(by("Nenek")).toMatchObject({ bornIn: 1950, diedIn: 2014, age: 64 });
  expect(by("Klien")).toMatchObject({ age: 12, bornIn: 2014 });
});

test("relations that do not follow from kinship: couples, twins, lines; the client by their own name too", () => {
  const members: readonly Told[] = [
    ["Ayah", "parent"],
    ["Ibu", "parent", woman],
    ["Ana", "sibling", { ...woman, birth: { date: "2010-10-10" } }],
    ["Ani", "sibling", { ...woman, birth: { date: "2010-10-10" } }],
    ["Kembar", "sibling"],
    ["Kembaran", "sibling"],
    ["Teman", "other"],
  ];
  const { family, unplaced } = read(members, [
    ["Ayah", "Ibu", "divorced", { since: 2009, until: 2016 }],
    ["Ayah", "rina", "abuse"],
    ["Klien", "Teman", "close"],
    ["Kembar", "Kembaran", "identical-twins"],
    ["Ayah", "Pakde", "conflict"],
    ["Ayah", "Ayah", "conflict"],
  ]);
  expect(family.unions[0]).toMatchObject({ state: "divorced", since: 2009, until: 2016 });
  expect(family.unions[0]?.twins).toEqual([
    { ids: ["family.4", "family.5"], identical: true },
    { ids: ["family.2", "family.3"], identical: false },
  ]);
  expect(family.ties).toEqual([
    { from: "family.0", to: "client", bond: "abuse" },
    { from: "client", to: "family.6", bond: "close" },
  ]);
  expect(unplaced).toEqual(["Ayah – Pakde", "Ayah – Ayah"]);
});

test("a name two people have is nobody's, and who stays without a place is named", () => {
  const { unplaced } = read([
    ["Siti", "child", woman],
    ["Siti", "child", woman],
    ["Cucu", "grandchild", { through: "Siti" }],
    ["Ipar", "sibling-in-law", { through: "entah" }],
  ]);
  expect(unplaced).toEqual(["Cucu", "Ipar"]);
});

test("whatever is told of a family, it is drawn with everybody in it", () => {
  const names = ["Ali", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hadi", "Intan", "Joko"];
  const wrong: unknown[] = [];
  for (let seed = 1; seed <= 120; seed += 1) {
    const random = chanceOf(seed);
    const one = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
    const members = Array.from({ length: Math.floor(random() * 41) }, (_, index): Told => {
      const more = {
        sex: one(["male", "female", "unknown"]),
        life: one(["alive", "died", "unborn", "lost"]),
      };
      const birth = random() < 0.5 ? { birth: { age: Math.floor(random() * 90), asOf: today } } : {};
      return [
        `${one(names)} ${index}`,
        one(kin),
        { ...more, ...birth, through: `${one(names)} ${Math.floor(random() * 40)}` },
      ];
    });
    const ties = Array.from({ length: 4 }, (): ToldTie => {
      const bond = one(["close", "abuse", "divorced", "married", "twins", "identical-twins"]);
      return [
        `${one(names)} ${Math.floor(random() * 40)}`,
        `${one(names)} ${Math.floor(random() * 40)}`,
        bond,
      ];
    });
    const { family } = read(members, ties);
    // Words typed at random marry anybody to anybody: only that nobody is lost or hidden is asked of those.
    const faults = genogramFaults(family).filter(([fault]) =>
      ["lost", "overlap", "line on line"].includes(fault),
    );
    if (family.people.length < members.length + 1 || faults.length > 0) wrong.push([seed, ...faults]);
  }
  expect(wrong).toEqual([]);
});
