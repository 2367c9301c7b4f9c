/**
 * Reading the parameters of a request as Telegram reads them: leniently. The Bot API takes everything as
 * text (a form field, a query) and makes of it what it needs, so a number may come as "5", a keyboard as the
 * text of its JSON. Whether a *client of ours* may send it so is the schema's business, not these readers'.
 */
import { badRequest } from "./refusal.js";

/** The parameters of one call, before anything is known of them. */
export type Payload = { readonly [field: string]: unknown };

/** Whether a value is an object with fields, not an array. */
export function isRecord(value: unknown): value is Payload {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The field as text; absent, null and empty are all `undefined`, as for Telegram. */
export function textField(payload: Payload, field: string): string | undefined {
  const value = payload[field];
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "string") return value;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The field as a whole number, or `fallback` where it is absent or is none. */
export function integerField(payload: Payload, field: string, fallback = 0): number {
  const value = payload[field];
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? Math.trunc(number) : fallback;
}

/** The field as a number, `undefined` where it is absent or is none. */
export function numberField(payload: Payload, field: string): number | undefined {
  const value = payload[field];
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** The field as a flag: true, "true", "yes" and 1 are yes, the rest is no. */
export function flagField(payload: Payload, field: string): boolean {
  const value = payload[field];
  return value === true || value === 1 || value === "1" || value === "true" || value === "yes";
}

/**
 * The field as parsed JSON: an object or array as it stands, or the text of one. `what` names it in
 * Telegram's complaint ("can't parse reply keyboard markup JSON object").
 */
export function jsonField(payload: Payload, field: string, what: string): unknown {
  const value = payload[field];
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${what} JSON object`);
  }
}
