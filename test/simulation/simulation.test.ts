import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { planted } from "../../scripts/mutants/mutant.js";
import { simulatedFaults } from "../../scripts/simulate/planting.js";
import { type Cluster, simulationCluster } from "./database.js";
import { planOf } from "./plan.js";
import { Promises, takeOn } from "./promises.js";
import { simulated } from "./scheduler.js";
import { shrunk } from "./shrinking.js";
import { opening, type Reference, referenceOf, simulate } from "./simulation.js";

// A few seeds that are always the same. `npm run simulate` tries others, and `-- --planted` shows what is caught.

const inChat = { date: 0, chat: { id: 1, type: "private", first_name: "Bu Sari" } } as const;

let cluster: Cluster;
let reference: Reference;

beforeAll(async () => {
  cluster = await simulationCluster(inject("cluster").url, opening);
  reference = await referenceOf(cluster);
});
afterAll(() => cluster.close());

test("everybody sees what they must see whatever goes wrong, and a seed takes the same steps again", async () => {
  // Three processes behind a webhook, and most of what can go wrong.
  const [plan, seed] = [planOf(27), 27];
  const { faults, trace, events } = await simulate(cluster, seed, plan, reference);
  expect(faults).toEqual([]);
  expect(events).toHaveLength(plan.events.length);
  const again = await simulate(cluster, seed, { ...plan, steps: 1_500 }, reference);
  expect(again.steps).toBe(1_500);
  expect(again.trace).toEqual(trace.slice(0, again.trace.length));
}, 300_000);

test("a fault that is planted is caught", async () => {
  const says = "what came is handled although an older one of its chat waits";
  const [place] = (await simulatedFaults()).find((fault) => fault.says === says)?.places ?? [];
  const plants = (sql: string) => (place && sql.includes(place.old) ? planted(place, sql) : sql);
  // The first six of what goes wrong are enough, and sooner over.
  const { events, ...plan } = planOf(17);
  const { faults } = await simulate(cluster, 17, { ...plan, events: events.slice(0, 6) }, reference, plants);
  expect(faults.join("\n")).toContain("never hears");
}, 300_000);

test("of a notice that came twice either copy may be the one that is written down", () => {
  const sender = simulated("p1");
  const hears = (...ids: readonly number[]) => {
    const promises = new Promises({ replies: new Map(), notices: new Map() });
    for (const id of ids)
      promises.hears({ message_id: id, text: "Selamat pagi", ...inChat }, sender, 0, id === ids[0]);
    return promises;
  };
  const faultsOf = (promises: Promises, written: string) => {
    promises.ends((id) => id === written);
    return promises.faults;
  };
  expect(faultsOf(hears(4, 5), "1 4")).toEqual([]);
  expect(faultsOf(hears(4, 5), "1 5")).toEqual([]);
  expect(faultsOf(hears(4, 5), "1 6")).toHaveLength(1);
  expect(faultsOf(hears(4), "1 6")).toHaveLength(1);
});

test("the screen of a danger names who has taken it on, where they have before it comes", () => {
  const sender = simulated("p1");
  const screen = [...reference.seen.replies.values()].flat().find((text) => text.includes("📣 Bu Lina"));
  if (screen === undefined) throw new Error("nobody sees who was told of a danger");
  const takenBy = (name: string) => screen.replace(/📣.*$/, `✋ ${name} menangani sejak 10.15.`);
  const faultsOf = (texts: readonly string[], takers = ["Bu Lina"]) => {
    const replies = new Map([[1, [screen, "Langkah keselamatan?"]]]);
    const promises = new Promises({ replies, notices: new Map() });
    for (const name of takers) promises.presses(name, takeOn);
    for (const [n, text] of texts.entries())
      promises.hears({ message_id: n + 1, text, ...inChat }, sender, 0, false);
    promises.isDay();
    promises.ends(() => false);
    return promises.faults;
  };
  const next = "Langkah keselamatan?";
  expect(faultsOf([takenBy("Bu Lina"), next])).toEqual([]);
  expect(faultsOf([screen, next])).toEqual([]);
  expect(faultsOf([screen, next], [])).toEqual([]);
  // Nobody has taken it on, or somebody else has.
  expect(faultsOf([takenBy("Bu Lina"), next], [])).not.toEqual([]);
  expect(faultsOf([takenBy("Bu Lina"), next], ["Pak Dedi"])).not.toEqual([]);
  expect(faultsOf([takenBy("Pak Dedi"), next], ["Bu Lina", "Pak Dedi"])).not.toEqual([]);
  // It is missing, too late, comes twice, or says something else.
  expect(faultsOf([next])).not.toEqual([]);
  expect(faultsOf([next, takenBy("Bu Lina")])).not.toEqual([]);
  expect(faultsOf([takenBy("Bu Lina"), takenBy("Bu Lina"), next])).not.toEqual([]);
  expect(faultsOf([screen, takenBy("Bu Lina"), next])).not.toEqual([]);
  expect(faultsOf([takenBy("Bu Lina"), screen, next])).not.toEqual([]);
  expect(faultsOf([takenBy("Bu Lina").replace("Jangan tinggalkan", "Tinggalkan"), next])).not.toEqual([]);
  expect(faultsOf([`${takenBy("Bu Lina")}\n\n${screen}`, next])).not.toEqual([]);
});

test("of a plan that fails what is not needed is left out", async () => {
  const events = Array.from({ length: 9 }, (_, index) => ({ index, at: index, what: "429" as const }));
  const plan = { isPolling: true, processes: 2, events };
  const needs = (wanted: readonly number[]) =>
    shrunk(plan, async (tried) => wanted.every((one) => tried.events.some(({ index }) => index === one)));
  expect(await needs([2, 7])).toEqual([2, 7]);
  expect(await needs([])).toEqual([]);
});

test("every fault that it must catch finds its place", async () => {
  for (const place of (await simulatedFaults()).flatMap(({ places }) => places)) {
    const original = await readFile(place.file, "utf8");
    expect(planted(place, original)).not.toBe(original);
  }
});
