import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const folder = "node_modules/.cache/typesetting";

/** The thread in which papers are set. A build has it beside itself; from source it is bundled once for a run. */
export const typesettingThread = pathToFileURL(resolve(folder, "thread.mjs"));

/** The process in which files of institutions are looked into, bundled likewise. */
export const confinedProgram = pathToFileURL(resolve(folder, "confined.mjs"));

/** The process in which documents of institutions are read. */
export const readingProgram = pathToFileURL(resolve(folder, "reading.mjs"));

/** Bundles them into a folder. Their packages stay where they are: some bring a binary. */
export async function bundleTypesetting(outdir = folder): Promise<void> {
  await build({
    entryPoints: {
      thread: "src/documents/typesettingThread.ts",
      confined: "src/documents/own/confinedProgram.ts",
      reading: "src/app/readingProgram.ts",
    },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "error",
  });
}
