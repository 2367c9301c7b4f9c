/** The container as `docker compose up` makes it: whoever gets into it gains nothing. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { developmentPackages, type LockedPackage } from "../scripts/removeDevelopmentPackages.mjs";
import { longestShutdown } from "../src/app/shutdown.js";

const { services } = parse(readFileSync("compose.yaml", "utf8")) as {
  readonly services: { readonly bot: { readonly stop_grace_period: string } };
};

test("is read-only but for its volume, without capabilities, and gains no rights", () => {
  expect(services.bot).toMatchObject({
    read_only: true,
    tmpfs: ["/tmp"],
    cap_drop: ["ALL"],
    security_opt: ["no-new-privileges:true"],
    volumes: ["attachments:/data"],
  });
});

test("opens the webhook to this machine alone, and neither health nor metrics", () => {
  expect(services.bot).toMatchObject({ ports: ["127.0.0.1:8080:8080"] });
});

test("waits for the bot to end by itself, for longer than it may take", () => {
  const { stop_grace_period: grace } = services.bot;
  expect(grace).toMatch(/^\d+s$/);
  // The bot leaves a second after its longest shutdown; the rest is for Docker and a busy machine.
  expect(Number.parseInt(grace, 10) * 1_000).toBeGreaterThanOrEqual(longestShutdown + 3_000);
});

test("runs as nobody special, and writes to its volume", () => {
  const last = readFileSync("Dockerfile", "utf8")
    .split(/^FROM /m)
    .at(-1);
  expect(last).toMatch(/^USER node$/m);
  expect(last).toMatch(/^ENV .*\bDATA_DIR=\/data$/m);
});

test("holds every package that the bot needs, and not Prisma's command line", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const removed = developmentPackages(lock);
  expect(removed).toContain("node_modules/prisma");
  const needed = new Set<string>();
  const waiting = [""];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const { dependencies, optionalDependencies } = lock.packages[folder] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = placeOf(name, folder, lock.packages);
      if (found === undefined || needed.has(found)) continue;
      needed.add(found);
      waiting.push(found);
    }
  }
  expect(needed.size).toBeGreaterThan(100);
  expect(removed.filter((folder) => needed.has(folder))).toEqual([]);
});

/** Where Node finds a package from the folder of another: beside it, or further up. */
function placeOf(name: string, from: string, packages: object): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const place = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (place in packages) return place;
    if (folder === "") return undefined;
  }
}
