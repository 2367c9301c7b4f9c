/**
 * Is a request what the Bot API documents? Every call is held against the JSON Schema derived from
 * `@grammyjs/types`. Telegram itself ignores what it does not know, so a misspelt `replymarkup` passes there
 * and the keyboard is simply missing; here it is recorded as a violation that a test can fail on.
 */
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import schema from "./bot-api.schema.json" with { type: "json" };
import type { MethodName } from "./methods/names.js";
import { isRecord, type Payload } from "./payload.js";

/** A request that the documentation does not allow: the method, where in the request, and what is wrong. */
export type Violation = {
  readonly method: string;
  /** Places and complaints only, never the values: they are people's words. */
  readonly faults: readonly string[];
};

const validators = new Map<MethodName, ValidateFunction>();
let ajv: Ajv | undefined;

/** Compiled at the first call of each method: a bot uses a dozen of them, compiling takes milliseconds. */
function validatorOf(method: MethodName): ValidateFunction {
  const known = validators.get(method);
  if (known !== undefined) return known;
  ajv ??= new Ajv({ allErrors: true, strict: false, schemas: [{ ...schema, $id: "bot-api" }] });
  const compiled = ajv.compile({ $ref: `bot-api#/methods/${method}` });
  validators.set(method, compiled);
  return compiled;
}

/** Holds a request against the schema: what is wrong with it, `undefined` where nothing is. */
export function violationOf(method: MethodName, payload: Payload): Violation | undefined {
  const validate = validatorOf(method);
  if (validate(payload)) return undefined;
  return { method, faults: [...new Set(telling(validate.errors ?? []).map(describe))] };
}

/**
 * A button that fits none of eleven kinds of button fails eleven times, and its keyboard with it. The fault
 * lies where the path is longest, and a field that nobody knows says more than those that are then missing.
 */
function telling(errors: readonly ErrorObject[]): ErrorObject[] {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split("/").length;
  const deepest = Math.max(...errors.map(depth));
  const candidates = errors.filter((error) => depth(error) === deepest);
  const unknown = candidates.filter(({ keyword }) => keyword === "additionalProperties");
  return unknown.length > 0 ? unknown : candidates;
}

function describe({ instancePath, message, params }: ErrorObject): string {
  const unknown: unknown = params.additionalProperty;
  const detail = typeof unknown === "string" ? `: ${unknown}` : "";
  return `${instancePath === "" ? "request" : instancePath} ${message ?? "is wrong"}${detail}`;
}

/**
 * A form, a query or a multipart body carries text only. Gives the fields that the schema wants as numbers,
 * flags, arrays or objects their type, so that they can be held against it; leaves the rest as text.
 */
export function coerced(method: MethodName, fields: Payload): Payload {
  const properties: { readonly [field: string]: unknown } =
    "properties" in schema.methods[method] ? schema.methods[method].properties : {};
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      typeof value === "string" && !takesText(properties[field]) ? parsed(value) : value,
    ]),
  );
}

/** Whether a field wants its text as it stands: `text` does, `chat_id` only where it is no number. */
function takesText(property: unknown): boolean {
  if (!isRecord(property)) return true;
  return property.type === "string" || (Array.isArray(property.enum) && property.enum.includes("HTML"));
}

function parsed(value: string): unknown {
  if (!/^(?:-?\d+(?:\.\d+)?|true|false|[[{].*)$/s.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
