import { once } from "node:events";
import { startApp } from "./app/start.js";
import { loadConfig } from "./config.js";
import { createLogger, safeError } from "./logger.js";
import { secureRandom } from "./records/storage/ids.js";

/**
 * The process exits this long (ms) after it was asked to, whatever is still running. What matters is in the
 * database by then.
 */
const patience = 9_500;

const leaving = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    setTimeout(() => process.exit(0), patience).unref();
    leaving.abort();
  });
}

try {
  const config = loadConfig(process.env);
  const given = {
    log: createLogger(config.logLevel),
    clock: () => new Date(),
    random: secureRandom,
    leaving: leaving.signal,
    tell: console.log,
  };
  // Loaded only without a token: with one, nothing of the playground is even in memory.
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

/** What is wrong with the settings or the machine in a line each; of anything else also where it happened. */
function said(error: unknown): string {
  if (!(error instanceof Error)) return "the start failed";
  const { message, ...rest } = safeError(error);
  const isPlain =
    /^(Config|DataKey|EmbeddedDatabase|Migration|Guidance)Error$/.test(error.name) || "syscall" in rest;
  return isPlain ? message : `${message}\n${rest.stack ?? ""}`;
}
