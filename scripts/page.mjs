import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const page = fileURLToPath(new URL("../src/playground/page", import.meta.url));

/** Bundles the playground's page for browsers: one script, one style sheet, nothing loaded from elsewhere. */
export async function buildPage(outdir) {
  await build({
    entryPoints: {
      app: join(page, "main.tsx"),
      style: join(page, "style.css"),
      join: join(page, "join.css"),
    },
    outdir,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: ["chrome109", "firefox115", "safari16.4"],
    tsconfig: join(page, "tsconfig.json"),
    sourcemap: true,
    logLevel: "warning",
  });
  cpSync(join(page, "index.html"), join(outdir, "index.html"));
}
