import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isAlive, readPostmaster } from "../../src/records/storage/embedded/postmaster.js";
import { until } from "../delivery/engine.js";
import { bundle, run } from "../support/program.js";

test("a test run that is killed leaves no PostgreSQL running, and no folder", async () => {
  const dir = await mkdtemp(join(tmpdir(), "pendamping-reaper-"));
  const program = await bundle("test/support/reaper.program.ts");
  try {
    const killed = run(program.file, [dir]);
    await killed.line();
    const pid = (await readPostmaster(join(dir, "postgres")))?.pid ?? 0;
    expect(isAlive(pid)).toBe(true);
    await killed.kill("SIGKILL");
    await until(() => !isAlive(pid) && !existsSync(dir));
  } finally {
    await program.remove();
  }
});
