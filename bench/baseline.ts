/**
 * What the rival does on this machine, at 0 and at 60 ms:
 *
 *     node --import ./scripts/typescript.mjs bench/baseline.ts
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "../src/records/embedded.js";
import { runLoad } from "./load.js";
import { tableHead, tableRow } from "./table.js";

const log = { info() {}, warn: console.warn, error: console.error };
const dir = await mkdtemp(join(tmpdir(), "pendamping-bench-"));
const embedded = await openEmbedded(dir, { log });
try {
  const postmaster = Number((await readFile(join(dir, "postgres/postmaster.pid"), "utf8")).split("\n", 1)[0]);
  console.log(tableHead());
  for (const latency of [0, 60]) {
    const result = await runLoad({
      people: 50,
      answersPerPerson: 24,
      latency,
      postgresPid: () => postmaster,
      startBot: ({ apiRoot, token }) =>
        spawn(process.execPath, ["--import", "./scripts/typescript.mjs", "bench/rivals/runner.ts"], {
          env: { ...process.env, TELEGRAM_API_ROOT: apiRoot, BOT_TOKEN: token, DATABASE_URL: embedded.url },
          stdio: ["ignore", "inherit", "inherit"],
        }),
      begin: (person) => void person.opens(),
      answer: ({ text }) =>
        text?.startsWith("Pertanyaan") === true ? { text: "Ya, sudah dua kali." } : undefined,
    });
    console.log(tableRow("grammY with runner", result));
  }
} finally {
  await embedded.stop();
  await rm(dir, { recursive: true, force: true });
}
