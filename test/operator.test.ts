/** What an operator copies from docs/operator names things that are there. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { variables } from "../src/variables.js";

/** Made by the library for every Node process. */
const ofTheProcess = /^(process|nodejs)_/;
const source = readFileSync("src/delivery/metrics.ts", "utf8");
const known = new Set([...source.matchAll(/name: "(pendamping_\w+)"/g)].map(([, name]) => name));

test.each(["grafana.json", "alerts.yaml"])("docs/operator/%s asks for metrics that the bot has", (file) => {
  const text = readFileSync(`docs/operator/${file}`, "utf8");
  const asked = [...text.matchAll(/\b(pendamping|process|nodejs)_[a-z_]+/g)].map(([name]) => name);
  expect(asked.length).toBeGreaterThan(7);
  for (const name of asked.filter((name) => !ofTheProcess.test(name))) {
    expect(known, name).toContain(name.replace(/_(bucket|sum|count)$/, ""));
  }
});

test("every alert has its line in the guide", () => {
  const guide = readFileSync("docs/operator.md", "utf8");
  const alerts = [...readFileSync("docs/operator/alerts.yaml", "utf8").matchAll(/alert: (\w+)/g)];
  expect(alerts.length).toBeGreaterThan(5);
  for (const [, name] of alerts) expect(guide).toContain(`| \`${name}\` |`);
});

test("systemd waits longer for the end than the program takes, and gives it variables that it reads", () => {
  const unit = readFileSync("docs/operator/pendamping.service", "utf8");
  const seconds = Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1]);
  const compose = readFileSync("compose.yaml", "utf8");
  expect(seconds).toBe(Number(/stop_grace_period: (\d+)s/.exec(compose)?.[1]));
  const given = /^Environment=(.*)$/m
    .exec(unit)?.[1]
    ?.split(" ")
    .map((pair) => pair.split("=")[0]);
  for (const name of given ?? []) expect([...Object.keys(variables), "NODE_ENV"]).toContain(name);
});

test("every command of the operator that the guide writes exists", () => {
  const commands = readFileSync("src/admin.ts", "utf8");
  for (const file of ["README.md", "docs/operator.md", "SECURITY.md"]) {
    const used = readFileSync(file, "utf8").matchAll(/(?:admin\.js|npm run admin --) ([a-z][a-z-]+)/g);
    for (const [, name] of used)
      expect(commands, `${file}: ${name}`).toMatch(new RegExp(`^ {2}"?${name}"?: \\{`, "m"));
  }
});
