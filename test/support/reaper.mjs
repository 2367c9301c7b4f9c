// Given a folder with a PostgreSQL in it: once whoever started this program is gone, however it went, the server is
// ended and the folder removed. A test run that is killed leaves nothing behind.
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const dir = process.argv[2];
const lockFile = join(dir, "postgres", "postmaster.pid");
const postmaster = async () => Number((await readFile(lockFile, "utf8").catch(() => "")).split("\n", 1)[0]);

// The other end of this pipe closes with its process.
for await (const _ of process.stdin);
const pid = await postmaster();
// SIGINT is PostgreSQL's fast shutdown; its lock file goes last.
if (pid > 0) process.kill(pid, "SIGINT");
while ((await postmaster()) > 0) await sleep(50);
await rm(dir, { recursive: true, force: true });
