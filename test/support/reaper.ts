import { spawn } from "node:child_process";

/** Has the PostgreSQL of a folder ended when this process is gone, also where it was killed. Call it off at the end. */
export function endsWithUs(dir: string): () => void {
  const reaper = spawn(process.execPath, ["test/support/reaper.mjs", dir], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  reaper.unref();
  return () => reaper.stdin.end();
}
