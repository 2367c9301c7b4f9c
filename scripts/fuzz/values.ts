/** Values of any type of the Bot API, by the schema that is derived from `@grammyjs/types`. */
import { readFileSync } from "node:fs";
import type { Dice } from "./dice.js";
import { anyText } from "./words.js";

/** A type, as far as `scripts/bot-api-schema.ts` writes it. */
export type Schema = {
  readonly type?: "object" | "array" | "string" | "number" | "boolean";
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly $ref?: string;
};

/** A value of an object type. */
export type Fields = { [name: string]: unknown };

const { definitions } = JSON.parse(
  readFileSync(new URL("./update.schema.json", import.meta.url), "utf8"),
) as { readonly definitions: { readonly [name: string]: Schema } };

/** The type of this name. */
export function typeNamed(name: string): Schema {
  const found = definitions[name];
  if (found === undefined) throw new Error(`the Bot API has no type ${name}`);
  return found;
}

/** The type of a field of an object type. */
export function fieldOf(schema: Schema, name: string): Schema {
  const found = resolved(schema).properties?.[name];
  if (found === undefined) throw new Error(`there is no field ${name}`);
  return found;
}

/** The optional fields of an object type. */
export function optionalFields(schema: Schema): readonly string[] {
  const { properties = {}, required = [] } = resolved(schema);
  return Object.keys(properties).filter((name) => !required.includes(name));
}

/** Beyond this depth nothing optional is put in, and lists are empty: some types contain themselves. */
const deepest = 4;

const numbers = [0, 1, -1, 2, 7, 64, 1.5, 4_096, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, -(2 ** 53), 1e21];

/** Some value of a type: what is required, and a few of the fields that are not. */
export function anyValue(given: Schema, dice: Dice, depth = 0): unknown {
  const schema = resolved(given);
  if ("const" in schema) return schema.const;
  if (schema.enum !== undefined) return dice.pick(schema.enum);
  if (schema.anyOf !== undefined) {
    const [first] = schema.anyOf;
    return anyValue(depth > deepest && first !== undefined ? first : dice.pick(schema.anyOf), dice, depth);
  }
  switch (schema.type) {
    case "string":
      return anyText(dice);
    case "number":
      return dice.likely(60) ? dice.roll(5_000) : dice.pick(numbers);
    case "boolean":
      return dice.likely(50);
    case "array":
      return listOf(schema.items ?? {}, dice, depth);
    default:
      return anyObject(schema, dice, depth);
  }
}

function listOf(items: Schema, dice: Dice, depth: number): unknown[] {
  const length = depth > deepest ? 0 : dice.pick([0, 1, 1, 2, 3]);
  return Array.from({ length }, () => anyValue(items, dice, depth + 1));
}

/** What is required, and each other field with a chance that leaves about one of them. */
function anyObject(schema: Schema, dice: Dice, depth: number): Fields {
  const { properties = {}, required = [] } = schema;
  const optional = optionalFields(schema);
  const percent = depth > deepest ? 0 : 100 / Math.max(2, optional.length);
  const chosen = [...required, ...optional.filter(() => dice.likely(percent))];
  return Object.fromEntries(chosen.map((name) => [name, anyValue(properties[name] ?? {}, dice, depth + 1)]));
}

function resolved(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : typeNamed(schema.$ref.replace("#/definitions/", ""));
}
