/** The names a case knows, and how a free text reads without them. */
import type { Answers, Path, Value } from "./form.js";

/** Names of people: the client's own, and those of relatives, guardians and whoever spoke for the client. */
export type NamedPeople = { readonly client: readonly string[]; readonly others: readonly string[] };

/** Where the approach form asks for the name of a person it serves. The name of a group is nobody's. */
const clientPaths: readonly Path[] = ["name", "headName"];

/** Where the approach and the assessment ask for the name of somebody else. */
const otherPaths =
  /^(?:guardian|consentPerson|consentWitness|spokesperson|members\.\d+\.member|family\.\d+\.name)$/;

/** The names in the answers of one form. */
export function namedPeopleIn(answers: Answers): NamedPeople {
  return {
    client: clientPaths.flatMap((path) => nameIn(answers.get(path))),
    others: [...answers].flatMap(([path, value]) => (otherPaths.test(path) ? nameIn(value) : [])),
  };
}

/** The names of several forms, each once. */
export function allNamed(forms: readonly NamedPeople[]): NamedPeople {
  const once = (names: readonly string[]) => [...new Set(names)];
  return {
    client: once(forms.flatMap(({ client }) => client)),
    others: once(forms.flatMap(({ others }) => others)),
  };
}

function nameIn(value: Value | undefined): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null && "name" in value ? [value.name] : [];
}

/** The shortest word of a name that is looked for: shorter ones stand in many other words' places. */
const shortest = 3;

/** What is written in a name and is nobody's: how people address and describe each other. */
export const notNames: ReadonlySet<string> = new Set(
  (
    "abah adik almarhum almarhumah anak ayah bang bapak bibi binti bungsu cucu emak hajah haji ibu istri kak kakak kakek kedua " +
    "ketiga mak mama mas mbah mbak menantu mertua nenek pak paman papa pertama suami teman tetangga uak ustad ustadz ustadzah wali " +
    "aunt brother child daughter father grandfather grandmother husband mother mrs neighbour sister son the uncle wife"
  ).split(" "),
);

/** Whether a text names the client, or somebody else. */
export function namedIn(
  text: string,
  people: NamedPeople,
): { readonly client: boolean; readonly other: boolean } {
  const has = (names: readonly string[]) => names.some((name) => patternOf(name)?.test(text) === true);
  return { client: has(people.client), other: has(people.others) };
}

/** The text with `called` in the place of the client's name, and initials in the place of other names: "A." */
export function withoutNames(text: string, people: NamedPeople, called: string): string {
  const [first = "", ...more] = called.split(" ");
  // "Mak Iyah" is "Mak I" afterwards, not "Mak Mak I".
  const before = more.length === 0 ? "" : `(?:${literal(first)}\\s+)?`;
  const own = people.client.reduce(
    (so, name) => replaced(so, patternOf(name, { before }), () => called),
    text,
  );
  return people.others.reduce(
    // An initial ends a sentence by its own full stop.
    (so, name) =>
      replaced(so, patternOf(name, { after: "\\.?" }), ([initial = ""]) => `${initial.toUpperCase()}.`),
    own,
  );
}

function replaced(text: string, pattern: RegExp | undefined, by: (found: string) => string): string {
  return pattern === undefined ? text : text.replaceAll(new RegExp(pattern, "giu"), (found) => by(found));
}

/** Any word of a name as a whole word, with what follows it of the same name; undefined where no word tells anything. */
function patternOf(name: string, { before = "", after = "" } = {}): RegExp | undefined {
  const words = name.match(/[\p{L}'’]+/gu) ?? [];
  const telling = words.filter((word) => [...word].length >= shortest && !notNames.has(word.toLowerCase()));
  if (telling.length === 0) return undefined;
  const [any, all] = [telling, words].map((some) => some.map(literal).join("|"));
  return new RegExp(`(?<!\\p{L})${before}(?:${any})(?:\\s+(?:${all}))*(?!\\p{L})${after}`, "iu");
}

function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
