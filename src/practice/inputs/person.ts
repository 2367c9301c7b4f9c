/** A person in one line: "Siti, ibu, 45", "Siti - ibu - 45 th", "Siti (ibu)". Name, relation, perhaps an age. */
import type { Age, NamedPerson, Value } from "../form.js";
import { explained } from "../reasons.js";
import { isAge, readAge } from "./birth.js";
import { accepted, type InputOutcome } from "./outcome.js";
import { cleanLine, isVisible, lengthOf } from "./text.js";

/** The longest name or relation, in characters. */
const max = 120;
const oldest = 125;

/** A person in one line of text. With more parts than three ("Siti, S.Pd., ibu, 45") the reading is shown back. */
export function acceptPerson(text: string): InputOutcome {
  const line = cleanLine(text.replace(/\n/g, ", "));
  const loose = withoutCommas(line);
  if (loose !== undefined) return checkPerson(loose, false);
  const parts = (line.includes(",") || line.includes(";") ? line.split(/[,;]/) : split(line))
    .map((part) => part.trim())
    .filter(isVisible);
  const age = parts.length > 1 ? readAge(parts.at(-1) ?? "") : undefined;
  if (age && age.told.age > oldest) return explained("person-age", { max: oldest });
  const words = age ? parts.slice(0, -1) : parts;
  const relation = words.at(-1);
  const name = words.slice(0, -1).join(", ");
  if (relation === undefined || name === "") return explained("person-incomplete", {});
  const person: NamedPerson = age ? { name, relation, ...age.told } : { name, relation };
  return checkPerson(person, words.length === 2);
}

/** Words by which people name a relation, in both languages. */
const relations =
  "ibu|bapak|ayah|suami|istri|isteri|anak|kakak|adik|nenek|kakek|paman|bibi|tante|om|cucu|keponakan|menantu|mertua|sepupu|tetangga|wali|mother|father|husband|wife|son|daughter|brother|sister|grandmother|grandfather|uncle|aunt|cousin|neighbour|guardian";
const unparted = new RegExp(
  `^(.*\\S)\\s+((?:${relations})(?:\\s+(?:kandung|tiri|angkat))?)(?:\\s+(.+))?$`,
  "iu",
);

/** "Siti Aminah ibu 34": a name, a relation and perhaps an age, with nothing between them. */
function withoutCommas(line: string): NamedPerson | undefined {
  const [, name = "", relation = "", rest] = /[,;()/|]|\s[-‐-―]\s/.test(line)
    ? []
    : (unparted.exec(line) ?? []);
  if (name === "") return undefined;
  if (rest === undefined) return { name, relation };
  const age = readAge(rest);
  return age && { name, relation, ...age.told };
}

/** A person that needs no reading, such as one put together field by field. */
export function checkPerson(value: Value, sure = true): InputOutcome {
  if (!isPerson(value)) return explained("button-gone", {});
  const name = cleanLine(value.name);
  const relation = cleanLine(value.relation);
  if (!isVisible(name) || !isVisible(relation)) return explained("person-incomplete", {});
  const length = Math.max(lengthOf(name), lengthOf(relation));
  if (length > max) return explained("text-too-long", { length, max });
  if (value.age === undefined) return accepted({ name, relation }, sure);
  const age: Age = { age: value.age, ...(value.months === undefined ? {} : { months: value.months }) };
  if (!isAge(age) || age.age > oldest) return explained("person-age", { max: oldest });
  return accepted({ name, relation, ...age }, sure);
}

function isPerson(value: Value): value is NamedPerson {
  return typeof value === "object" && value !== null && "name" in value && "relation" in value;
}

/** "Siti - ibu - 45", "Siti (ibu) 45", "Siti / ibu". A hyphen inside a name has no spaces around it. */
function split(line: string): readonly string[] {
  const bracketed = /^([^()]+)\(([^()]+)\)(.*)$/.exec(line);
  if (bracketed) return bracketed.slice(1);
  return line.split(/\s+[-‐-―/|]\s+/);
}
