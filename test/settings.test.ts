/** The variables of the environment are told of in four places, from one list. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { parts, withPart } from "../scripts/settings/written.js";
import { loadConfig } from "../src/config.js";
import { variables } from "../src/variables.js";

test.each(parts)("$file tells of the variables as the list does: npm run settings", (part) => {
  const source = readFileSync(part.file, "utf8");
  expect(withPart(source, part)).toBe(source);
});

test("every name that Compose asks of .env stands in .env.example, what it cannot do without uncommented", () => {
  const asked = [...readFileSync("compose.yaml", "utf8").matchAll(/\$\{(\w+)(:\?)?/g)];
  const example = readFileSync(".env.example", "utf8");
  expect(asked.length).toBeGreaterThan(10);
  for (const [, name, isNeeded] of asked) {
    expect(example, name).toMatch(new RegExp(`^${isNeeded ? "" : "#"}${name}=`, "m"));
  }
});

test("Compose gives the bot nothing that it does not read", () => {
  const { services } = parse(readFileSync("compose.yaml", "utf8")) as {
    readonly services: { readonly bot: { readonly environment: object } };
  };
  for (const name of Object.keys(services.bot.environment)) expect(Object.keys(variables)).toContain(name);
});

test.each(["a/b#c?d@e:f", "100% sure", "p ss'w\"rd", "рус"])(
  "the password %j is the database's own, however it is written",
  (password) => {
    const { database } = loadConfig({
      DATABASE_URL: "postgresql://bot@db:5432/pendamping",
      DATABASE_PASSWORD: password,
      DATA_KEY: Buffer.alloc(32, 7).toString("base64"),
    });
    const url = new URL(database.kind === "url" ? database.url : "");
    expect(decodeURIComponent(url.password)).toBe(password);
    expect(url.href).toMatch(/^postgresql:\/\/bot:[^/#?]+@db:5432\/pendamping$/);
  },
);

test("a password without a database is a fault", () => {
  expect(() => loadConfig({ DATABASE_PASSWORD: "x" })).toThrow(/^DATABASE_URL must be set/);
});
