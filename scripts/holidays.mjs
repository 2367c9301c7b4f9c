/**
 * Writes src/generated/holidays.ts: what `date-holidays` knows of Indonesia. The whole world takes 50 MB of memory, one
 * country nothing that can be measured.
 */
import { readFileSync } from "node:fs";
import { writeGenerated } from "./generated.mjs";

const target = "src/generated/holidays.ts";
const whole = JSON.parse(
  readFileSync(new URL("../node_modules/date-holidays/data/holidays.json", import.meta.url), "utf8"),
);
const country = whole.holidays.ID;
const named = new Set(Object.values(country.days).map((day) => day._name));
const names = Object.fromEntries(Object.entries(whole.names).filter(([name]) => named.has(name)));
const data = { version: whole.version, holidays: { ID: country }, names };
const source = `// Written by scripts/holidays.mjs from the package date-holidays (${whole.license ?? "CC-BY-SA-3.0"}). Do not edit.
export const indonesianHolidays = ${JSON.stringify(data, null, 2)};
`;
writeGenerated(target, source);
