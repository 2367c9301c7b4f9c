import { spawn } from "node:child_process";

/** Has the PostgreSQL of a folder ended when this process is gone, also where it was killed. Call it off at the end. */
export function endsWithUs(dir: string): () => void {
  const undertaker = spawn(process.execPath, ["test/support/undertaker.mjs", dir], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  undertaker.unref();
  return () => undertaker.stdin.end();
}
