/**
 * Leaves in node_modules what the running bot needs, behind `npm ci --omit=dev`. npm keeps whatever an optional companion of
 * a library wants as soon as development asks for it too (`devOptional` in the lock): Prisma's command line with a
 * development server, because @prisma/client names it. The bot has its own migrator and needs none of it.
 */
import { readFileSync, rmSync } from "node:fs";

/** The folders of such packages. */
export function developmentPackages({ packages }) {
  return Object.entries(packages).flatMap(([folder, { devOptional }]) => (devOptional ? [folder] : []));
}

if (process.argv[1] === import.meta.filename) {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  for (const folder of developmentPackages(lock)) rmSync(folder, { recursive: true, force: true });
}
