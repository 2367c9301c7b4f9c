/**
 * Writes src/generated/holidays.ts: what `date-holidays` knows of Indonesia. The whole world takes 50 MB of memory, one
 * country nothing that can be measured.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

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
mkdirSync("src/generated", { recursive: true });
// Left alone where nothing changed, so that nothing is compiled again.
if (current() !== source) writeFileSync(target, source);

function current() {
  try {
    return readFileSync(target, "utf8");
  } catch {
    // Not written yet.
    return undefined;
  }
}
