/**
 * `npm run laws -- FOLDER`: reads the texts of the laws that ship from a folder of scans (`uu-14-2019.md` …), mends them by
 * the lists in `scripts/laws`, checks them, and writes them to `locales/id/laws`. Says for each what it found.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { faultsOf } from "../src/guidance/laws/checks.js";
import type { Clause, Law } from "../src/guidance/laws/law.js";
import { readLaw } from "./laws/read.js";
import { shelf } from "./laws/shelf.js";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("Which folder holds the texts of the laws? npm run laws -- FOLDER");
  process.exit(2);
}
const line = z.string().min(1);
const mendsFile = z.record(
  line,
  z.array(z.strictObject({ place: line, from: line, to: z.string(), why: line })),
);
const mends = mendsFile.parse(parse(readFileSync("scripts/laws/mends.yaml", "utf8"), { maxAliasCount: -1 }));
const target = join("locales", "id", "laws");
mkdirSync(target, { recursive: true });

let wrong = 0;
const read = new Map<string, Law>();
for (const expected of shelf) {
  const raw = readFileSync(join(folder, `${expected.id}.md`), "utf8");
  const { law, faults } = readLaw(
    raw,
    expected,
    mends[expected.id] ?? [],
    read.get(expected.amends?.id ?? ""),
  );
  const all = [...faults, ...faultsOf(law, read.get(expected.amends?.id ?? ""))];
  read.set(law.id, law);
  wrong += all.length;
  const text = fileOf(law);
  writeFileSync(join(target, `${law.id}.json`), text);
  console.log(
    `${law.id}: ${countsOf(law)}, ${mends[law.id]?.length ?? 0} mends, ${Math.round(text.length / 1024)} KB, ${all.length} faults`,
  );
  for (const fault of all) console.log(`  ${fault}`);
}
process.exitCode = wrong === 0 ? 0 : 1;

/** One Pasal a line: what changes is seen. */
function fileOf({ pasals, ...head }: Law): string {
  const lines = pasals.map((pasal) => JSON.stringify(pasal)).join(",\n");
  return `${JSON.stringify(head).slice(0, -1)},"pasals":[\n${lines}\n]}\n`;
}

function countsOf(law: Law): string {
  const count = { ayat: 0, huruf: 0, angka: 0 };
  const walk = (clauses: readonly Clause[] = []) => {
    for (const { label, items } of clauses) {
      if (label.startsWith("(")) count.ayat += 1;
      else if (/^\d/.test(label)) count.angka += 1;
      else count.huruf += 1;
      walk(items);
    }
  };
  for (const pasal of law.pasals) walk(pasal.items);
  const explained = law.pasals.filter((pasal) => pasal.explained !== undefined).length;
  return `${law.pasals.length} Pasal, ${count.ayat} ayat, ${count.huruf} huruf, ${count.angka} angka, ${law.headings.length} headings, ${explained} explained`;
}
