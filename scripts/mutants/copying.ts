import { execFile } from "node:child_process";
import { cp, mkdir, readdir, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Copies the tracked files and what is generated into a folder, and links the packages of this one. */
export async function copyInto(dir: string): Promise<void> {
  const { stdout } = await run("git", ["ls-files"], { maxBuffer: 16 * 1024 * 1024 });
  for (const file of stdout.split("\n").filter(Boolean)) {
    await cp(file, join(dir, file), { recursive: true });
  }
  await cp("src/generated", join(dir, "src/generated"), { recursive: true });
  await mkdir(join(dir, "node_modules"));
  // All but what is kept between runs: a fault must not be learned from there, nor leave anything in it.
  for (const name of await readdir("node_modules")) {
    if (name !== ".cache") await symlink(resolve("node_modules", name), join(dir, "node_modules", name));
  }
}
