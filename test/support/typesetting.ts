import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const bundled = "node_modules/.cache/typesetting/thread.mjs";

/** The thread in which papers are set. A build has it beside itself; from source it is bundled once for a run. */
export const typesettingThread = pathToFileURL(resolve(bundled));

/** Bundles the thread. Its packages stay where they are: one of them brings a binary. */
export async function bundleTypesetting(): Promise<void> {
  await build({
    entryPoints: ["src/documents/typesettingThread.ts"],
    outfile: bundled,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "error",
  });
}
