/**
 * Measures the reading of danger on the project's own messages: `npm run eval:danger -- [--final] [--show]`.
 *
 * Without `--final`, the two thirds that may be looked at; with it, the third kept for the final figure. Then the blind
 * waves, of which only figures are ever shown. `--show` lists every message that went wrong, never of the final third.
 */
import { openDangerReader } from "../src/guidance/danger/reader.js";
import { figuresOf, loadBlind, loadMessages, readAll, tableOf } from "./danger/figures.js";

const final = process.argv.includes("--final");
const show = process.argv.includes("--show") && !final;
const messages = loadMessages("test/guidance/danger").filter((message) => message.final === final);
const reader = openDangerReader("locales", "node_modules/.cache/pendamping/danger.model");
const readings = readAll(reader, messages);

console.log(`${final ? "the final third" : "two thirds"}\n\n${tableOf(figuresOf(readings))}`);
if (show) {
  for (const { message, reading, wrong } of readings)
    if (wrong !== undefined)
      console.log(`  [${wrong}] ${message.text}\n      ${message.group}: ${JSON.stringify(reading)}`);
}
for (const [wave, blind] of loadBlind("test/guidance/danger"))
  console.log(`\nblind wave ${wave}\n\n${tableOf(figuresOf(readAll(reader, blind)))}`);
