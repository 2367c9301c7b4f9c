/**
 * `npm run simulate`: lets people talk to the bot while everything goes wrong that a seed draws, and holds what they see
 * and what is kept against what they must see. Processes, network and time are simulated; the bot and PostgreSQL are real.
 *
 *   npm run simulate                     seeds nobody has tried: they begin with the time of day
 *   npm run simulate -- 7                seed 7
 *   npm run simulate -- 7 --seeds 100    seeds 7 to 106
 *   npm run simulate -- 7 --only 0,3     of what goes wrong in it only the first and the fourth: "--only -" for nothing
 *   npm run simulate -- 7 --twice        each seed twice: both must take the same steps
 *   npm run simulate -- 7 --trace        every step
 *   npm run simulate -- --planted        plants the faults of test/simulation/faults.json one at a time, and says at which of
 *                                        the seeds 1 to 20 each is caught; "--planted redelivery" only those that say so
 *
 * Of a seed that fails it prints the shortest plan with which it still fails, its last steps, and how to run it again. Ends
 * with code 1 then.
 */
import { parseArgs } from "node:util";
import { type Cluster, ownCluster } from "../test/simulation/database.js";
import { type Plan, planOf } from "../test/simulation/plan.js";
import { shrunk } from "../test/simulation/shrinking.js";
import {
  type Outcome,
  opening,
  type Reference,
  referenceOf,
  simulate,
} from "../test/simulation/simulation.js";
import { learn } from "../test/support/learned.js";
import { caughtFaults } from "./simulate/planting.js";

/** Steps printed of a failure. */
const shownSteps = 30;
/** Seeds tried where none is named. */
const usually = 20;

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: "string" },
    only: { type: "string" },
    twice: { type: "boolean", default: false },
    trace: { type: "boolean", default: false },
    planted: { type: "boolean", default: false },
    "first-failure": { type: "boolean", default: false },
  },
});
if (given.planted) process.exit((await caughtFaults(positionals)) ? 0 : 1);
const first = Number(positionals[0] ?? Math.floor(Date.now() / 1000));
const count = Number(given.seeds ?? (positionals.length > 0 ? 1 : usually));
if (!Number.isSafeInteger(first) || !Number.isSafeInteger(count)) {
  console.error("npm run simulate -- [SEED] [--seeds N] [--only 0,3] [--twice] [--trace]");
  process.exit(1);
}

learn();
const cluster = await ownCluster(opening);
try {
  const failed = await main(cluster);
  if (failed > 0) process.exitCode = 1;
} finally {
  await cluster.close();
}
process.exit();

async function main(cluster: Cluster): Promise<number> {
  const begun = performance.now();
  const reference = await referenceOf(cluster);
  const totals = { seeds: 0, steps: 0, events: 0, repeats: 0, failed: 0 };
  for (let seed = first; seed < first + count; seed += 1) {
    const plan = planned(seed);
    const outcome = await simulate(cluster, seed, plan, reference);
    const { hash, steps, repeats, faults, events } = outcome;
    totals.seeds += 1;
    totals.steps += steps;
    totals.events += events.length;
    totals.repeats += repeats;
    const told = `${steps} steps, ${events.length} events, ${repeats} messages repeated`;
    console.log(`seed ${seed}  ${hash}  ${told}${faults.length > 0 ? "  FAILS" : ""}`);
    if (given.trace) console.log(outcome.trace.join("\n"));
    if (given.twice) {
      const again = await simulate(cluster, seed, plan, reference);
      if (again.hash !== hash)
        faults.push(`it takes other steps the second time: ${parting(outcome, again)}`);
    }
    if (faults.length === 0) continue;
    totals.failed += 1;
    await explain(cluster, outcome, plan, reference);
    if (given["first-failure"]) break;
  }
  const seconds = Math.round((performance.now() - begun) / 1000);
  const { seeds, steps, events, repeats, failed } = totals;
  console.log(
    `${seeds} seeds, ${steps} steps, ${events} events, ${repeats} messages repeated as allowed, ${failed} failed, ${seconds} s`,
  );
  return failed;
}

/** Where two runs part. */
function parting({ trace }: Outcome, { trace: other }: Outcome): string {
  const at = trace.findIndex((line, n) => line !== other[n]);
  const before = trace.slice(Math.max(0, at - 3), at);
  return `after ${before.join(" | ")}, ${trace[at]} or ${other[at]} (line ${at})`;
}

/** The plan of a seed, or the part of it that `--only` names. */
function planned(seed: number): Plan {
  const plan = planOf(seed);
  if (given.only === undefined) return plan;
  const kept = given.only === "-" ? [] : given.only.split(",").map(Number);
  return { ...plan, events: plan.events.filter(({ index }) => kept.includes(index)) };
}

async function explain(cluster: Cluster, outcome: Outcome, plan: Plan, reference: Reference): Promise<void> {
  const { seed } = outcome;
  console.log(outcome.faults.map((fault) => `  ${fault}`).join("\n"));
  if (given["first-failure"]) return;
  let last = outcome;
  const kept = await shrunk(plan, async (fewer) => {
    const tried = await simulate(cluster, seed, fewer, reference);
    if (tried.faults.length === 0) return false;
    last = tried;
    return true;
  });
  console.log(`  the shortest plan that fails (${kept.length} of ${plan.events.length} events):`);
  console.log(last.events.map((event) => `    ${event}`).join("\n"));
  console.log(last.faults.map((fault) => `  ${fault}`).join("\n"));
  console.log(
    last.trace
      .slice(-shownSteps)
      .map((line) => `    | ${line}`)
      .join("\n"),
  );
  console.log(
    `  again: npm run simulate -- ${seed} --only ${kept.length === 0 ? "-" : kept.join(",")} --trace`,
  );
}
