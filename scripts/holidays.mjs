/**
 * Writes src/generated/holidays.ts: Indonesia's holidays of many years, as `date-holidays` calculates them. The bot itself reads a
 * list: the library and its calendars would take 20 MB of a running process.
 */
import { readFileSync } from "node:fs";
import { currentGenerated, writeGenerated } from "./generated.mjs";

const target = "src/generated/holidays.ts";
/** From before any case that is told of, as long as the Islamic calendar is known. */
const years = { first: 1990, last: 2076 };

const { version, license } = JSON.parse(
  readFileSync(new URL("../node_modules/date-holidays/package.json", import.meta.url), "utf8"),
);
const head = `// Written by scripts/holidays.mjs from date-holidays ${version} (${license}), ${years.first} to ${years.last}. Do not edit.\n`;
if (!currentGenerated(target)?.startsWith(head)) {
  const { default: Holidays } = await import("date-holidays");
  const indonesia = new Holidays("ID", { languages: ["en"], types: ["public"] });
  const lines = [];
  for (let year = years.first; year <= years.last; year += 1) {
    const days = indonesia.getHolidays(year).map(({ date, name }) => [date.slice(0, 10), name]);
    lines.push(`  [${year}, ${JSON.stringify(days)}],\n`);
  }
  writeGenerated(
    target,
    `${head}
/** By year: each holiday with its English name, in order. */
export const calculatedHolidays: ReadonlyMap<number, readonly (readonly [date: string, name: string])[]> = new Map<
  number,
  [string, string][]
>([
${lines.join("")}]);
`,
  );
}
