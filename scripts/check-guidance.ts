/**
 * `npm run check:guidance -- DIR`: compares every entry with the law texts (*.md, *.txt) of a folder. It fails on a run of
 * eight or more words in common, titles and names aside, and on an official citation of a law in the folder whose Pasal
 * the text does not have.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lawOf } from "../src/guidance/citations.js";
import type { GuidanceEntry } from "../src/guidance/entry.js";
import { loadLibrary } from "../src/guidance/load.js";
import { commonRuns, runsOf } from "./guidance/copied.js";

const dir = process.argv[2];
if (dir === undefined) {
  console.error("Which folder holds the law texts? npm run check:guidance -- DIR");
  process.exit(2);
}
const texts = readdirSync(dir)
  .filter((name) => /\.(md|txt)$/.test(name))
  .map((name) => ({ name, law: lawOf(name), text: readFileSync(join(dir, name), "utf8") }));
const runs = texts.map(({ name, text }) => ({ name, runs: runsOf(text) }));
const { id, en } = loadLibrary("locales");

let faults = 0;
let cited = 0;
for (const [locale, entries] of Object.entries({ id, en })) {
  for (const entry of entries.values()) {
    for (const { name, runs: known } of runs) {
      for (const run of commonRuns(wordsOf(entry), known)) {
        faults += 1;
        console.error(`${locale}/${entry.group}/${entry.topic} has in common with ${name}: ${run}`);
      }
    }
    if (locale === "id") checkCitations(entry);
  }
}
console.log(
  `${id.size + en.size} entries against ${texts.length} texts: ${cited} citations looked up, ${faults} faults`,
);
process.exitCode = faults === 0 ? 0 : 1;

/** What an entry says in its own words: body and notes, not titles or names of works. */
function wordsOf(entry: GuidanceEntry): string {
  const notes = entry.sources.map(({ note }) => note ?? "");
  return [entry.answer, entry.steps, entry.toSay, entry.limits, entry.supervisor, ...notes].join("\n");
}

function checkCitations(entry: GuidanceEntry): void {
  for (const { work, article, standing } of entry.sources) {
    const law = lawOf(work);
    const text = texts.find((one) => one.law === law && law !== undefined);
    const pasal = /^Pasal (\d+[A-Z]?)/.exec(article ?? "")?.[1];
    if (standing !== "official" || text === undefined || pasal === undefined) continue;
    cited += 1;
    // Scans run the words together here and there: "Pasa722", "Pasal55".
    if (new RegExp(`Pasa[l7I]?\\s*${pasal}(?!\\d)`).test(text.text)) continue;
    faults += 1;
    console.error(`id/${entry.group}/${entry.topic}: ${text.name} has no Pasal ${pasal}`);
  }
}
