/** `npm run genograms -- 10000`: draws so many random families, and tells what is wrong with any and how long it took. */
import { planOf } from "../src/documents/genogram/plan.js";
import type { Family } from "../src/practice/family/family.js";
import { randomFamily } from "../test/support/families.js";
import { genogramFaults } from "../test/support/genogramFaults.js";

/** How long (ms) laying out takes. The best of three: the others hold what the machine did besides. */
function timeOf(family: Family): number {
  const from = performance.now();
  planOf(family);
  return performance.now() - from;
}

const count = Number(process.argv[2] ?? 10_000);
const times: number[] = [];
const faults = new Map<string, number>();
let people = 0;
let largest = 0;
for (let seed = 1; seed <= count; seed += 1) {
  const family = randomFamily(seed, 40);
  people += family.people.length;
  largest = Math.max(largest, family.people.length);
  for (const [fault, who] of genogramFaults(family)) {
    if (!faults.has(fault)) console.log(`seed ${seed}: ${fault}: ${who}`);
    faults.set(fault, (faults.get(fault) ?? 0) + 1);
  }
  times.push(Math.min(...[1, 2, 3].map(() => timeOf(family))));
}
times.sort((a, b) => a - b);
const at = (part: number) => `${(times[Math.floor(times.length * part)] ?? 0).toFixed(2)} ms`;
console.log({
  families: count,
  people,
  largest,
  p50: at(0.5),
  p95: at(0.95),
  p999: at(0.999),
  faults: Object.fromEntries(faults),
});
if (faults.size > 0) process.exitCode = 1;
