import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it that are not there, with this mode. One after the other: Node's own recursive `mkdir`
 * never ends where the system takes no folder though the one above is there, as in /proc.
 *
 * @throws the error of the system for the first folder that cannot be made, or where a file is in the way.
 */
export async function makeFolder(path: string, mode: number): Promise<void> {
  const missing: string[] = [];
  for (let folder = path; !(await isThere(folder)); folder = dirname(folder)) missing.unshift(folder);
  for (const folder of missing) {
    await mkdir(folder, { mode }).catch((error: NodeJS.ErrnoException) => {
      // Another process made it a moment ago.
      if (error.code !== "EEXIST") throw error;
    });
  }
  // A file of that name is in the way.
  if (!(await stat(path)).isDirectory()) await mkdir(path);
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return false;
  }
}
