import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The definitions that are shipped: a mapping for Primero, and an example of a lembar. */
export type ShippedDefinition = "primero" | "lembar-contoh";

const read = new Map<ShippedDefinition, string>();

/** The text of a shipped definition. */
export function shippedDefinition(name: ShippedDefinition): string {
  const known = read.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(fileURLToPath(new URL(`./definitions/${name}.yaml`, import.meta.url)), "utf8");
  read.set(name, text);
  return text;
}
