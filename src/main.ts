import { once } from "node:events";
import { setFlagsFromString } from "node:v8";
import { registerProcessMetrics } from "./app/processMetrics.js";
import { longestShutdown } from "./app/shutdown.js";
import { startApp } from "./app/start.js";
import { loadConfig } from "./config.js";
import { createLogger, safeError } from "./logger.js";
import { secureRandom } from "./records/storage/ids.js";

/**
 * V8 lets the old part of its heap grow to several times of what is in use before it collects there: under load the process held
 * twice the memory, and its answers cost no less for it.
 */
setFlagsFromString("--heap-growing-percent=40");

/**
 * The process exits so long (ms) after it was asked to, whatever is still running. By then everything important is in
 * the database.
 */
const patience = longestShutdown + 1_000;

const leaving = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    setTimeout(() => process.exit(0), patience).unref();
    leaving.abort();
  });
}

try {
  const config = loadConfig(process.env);
  registerProcessMetrics();
  const given = {
    log: createLogger(config.logLevel),
    clock: () => new Date(),
    random: secureRandom,
    leaving: leaving.signal,
    giveUp: () => process.exit(1),
    tell: console.log,
  };
  // Loaded only without a token, so that a production process contains nothing of the playground.
  const app =
    config.telegram.kind === "playground"
      ? await (await import("./app/playgroundStart.js")).startPlayground(config, given)
      : await startApp(config, given);
  if (!leaving.signal.aborted) await once(leaving.signal, "abort");
  await app.stop();
} catch (error) {
  if (!leaving.signal.aborted) {
    console.error(said(error));
    process.exit(1);
  }
}
process.exit(0);

/** The message of an error: one line each for faults of settings or machine, with the stack for anything else. */
function said(error: unknown): string {
  if (!(error instanceof Error)) return "the start failed";
  const { message, ...rest } = safeError(error);
  const isPlain =
    /^(Config|DataKey|EmbeddedDatabase|Migration|Guidance)Error$/.test(error.name) || "syscall" in rest;
  return isPlain ? message : `${message}\n${rest.stack ?? ""}`;
}
