/**
 * Measures the reading of danger on the project's own messages: `npm run eval:danger -- [--final] [--show]`.
 *
 * Without `--final`, the two thirds that may be looked at; with it, the third kept for the final figure. Then the blind
 * waves, of which only figures are ever shown. `--show` lists every message that went wrong, never of the final third.
 */
import { statSync } from "node:fs";
import { openDangerReader } from "../src/guidance/danger/reader.js";
import { figuresOf, loadBlind, loadMessages, readAll, tableOf } from "./danger/figures.js";

const final = process.argv.includes("--final");
const show = process.argv.includes("--show") && !final;
const messages = loadMessages("test/guidance/danger").filter((message) => message.final === final);
const cache = "node_modules/.cache/pendamping/danger.model";
openDangerReader("locales", cache);
const started = performance.now();
const reader = openDangerReader("locales", cache);
const opened = performance.now();
const readings = readAll(reader, messages);
const each = (performance.now() - opened) / messages.length;

console.log(`${final ? "the final third" : "two thirds"}\n\n${tableOf(figuresOf(readings))}`);
if (show) {
  for (const { message, reading, wrong } of readings)
    if (wrong !== undefined)
      console.log(`  [${wrong}] ${message.text}\n      ${message.group}: ${JSON.stringify(reading)}`);
}
for (const [wave, blind] of loadBlind("test/guidance/danger"))
  console.log(`\nblind wave ${wave}\n\n${tableOf(figuresOf(readAll(reader, blind)))}`);
console.log(
  `\nopened in ${Math.round(opened - started)} ms from a kept model of ${Math.round(statSync(cache).size / 1000)} KB; ${each.toFixed(2)} ms a message`,
);
