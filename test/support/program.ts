import { type ChildProcess, spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

/** A program under test that runs by itself, so that it can be killed. */
export type Program = {
  readonly pid: number;
  /** Its next line on standard output. Rejects when it ends first, with what it said on standard error. */
  readonly line: () => Promise<string>;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
  /** How it ended: its exit code, null where a signal ended it, and what it said on standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
};

let bundles = 0;

/**
 * Bundles a TypeScript program to one file that node runs, inside node_modules so that packages resolve. Files it
 * looks for beside itself it finds where its source stands.
 */
export async function bundle(entry: string): Promise<{ file: string; remove: () => Promise<void> }> {
  const file = join(process.cwd(), "node_modules", ".cache", "programs", `${process.pid}-${bundles++}.mjs`);
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    plugins: [besideItsSource],
    logLevel: "error",
  });
  return { file, remove: () => rm(file, { force: true }) };
}

/** A bundled module goes on finding its files where its source stands, not where the bundle lies. */
const besideItsSource: Plugin = {
  name: "beside-its-source",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$|\.program\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll(
        "import.meta.url",
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: "ts",
    }));
  },
};

/** Runs a bundled program. `as` is the user to run it as, where we are root. */
export function run(
  file: string,
  args: readonly string[],
  options: { readonly env?: Record<string, string>; readonly as?: { uid: number; gid: number } } = {},
): Program {
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env.PATH ?? "", ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    ...options.as,
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let said = "";
  child.stderr.on("data", (data: Buffer) => {
    said += data.toString();
  });
  const ended = endOf(child);
  return {
    pid: child.pid ?? 0,
    line: async () => {
      const next = await lines.next();
      if (next.done !== true) return next.value;
      await ended;
      throw new Error(said.trim() || "the program ended");
    },
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
    ended: ended.then(() => ({ code: child.exitCode, stderr: said })),
  };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("close", () => resolve());
  });
}
