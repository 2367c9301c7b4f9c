import { existsSync, readFileSync } from "node:fs";
import { collectDefaultMetrics, Gauge } from "prom-client";

/**
 * Metrics of the process and not of an app: memory, CPU, event loop and garbage collection as prom-client names them, and
 * which build this is. They stand in prom-client's own registry, once.
 */
export function registerProcessMetrics(): void {
  collectDefaultMetrics();
  new Gauge({
    name: "pendamping_build_info",
    help: "Always 1; the labels say which build runs",
    labelNames: ["version", "revision", "node"],
  }).set({ ...builtFrom(), node: process.version }, 1);
}

/** What the build noted of itself; nothing is known where the program runs from source. */
function builtFrom(): { readonly version: string; readonly revision: string } {
  const noted = new URL("../build.json", import.meta.url);
  if (!existsSync(noted)) return { version: "source", revision: "source" };
  return JSON.parse(readFileSync(noted, "utf8")) as { version: string; revision: string };
}
