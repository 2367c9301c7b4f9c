/**
 * `npm test`: format and lint, the types, and the tests, side by side: the first of them leave the other core idle. What is
 * said of a fault stands at the end, and the first fault found ends the rest. Arguments go to Vitest.
 */
import { spawn } from "node:child_process";

const checks = [
  ["biome", "check"],
  ["tsc", "--noEmit"],
  ["tsc", "--noEmit", "-p", "src/playground/page"],
];

/** Runs a tool of node_modules; resolves with its output and whether it found nothing wrong. */
function run([tool, ...args], stdio) {
  const child = spawn(`node_modules/.bin/${tool}`, args, { stdio });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (said += part));
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ isWell: code === 0, said }));
  });
  return { child, ended };
}

const tests = run(["vitest", "run", ...process.argv.slice(2)], "inherit");
const faults = [];
const checked = checks.map(async (check) => {
  const { isWell, said } = await run(check, ["ignore", "pipe", "pipe"]).ended;
  if (isWell) return;
  faults.push(`${check.join(" ")}\n${said}`);
  // Vitest ends its database with itself.
  tests.child.kill("SIGINT");
});
const { isWell } = await tests.ended;
await Promise.all(checked);
for (const fault of faults) console.error(`\n${fault}`);
process.exit(isWell && faults.length === 0 ? 0 : 1);
