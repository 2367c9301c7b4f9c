import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBinaries } from "../../src/records/storage/embedded/binaries.js";
import { openEmbedded } from "../../src/records/storage/embedded.js";
import { bundle, type Program, run } from "../support/program.js";

const onLinux = process.platform === "linux";
const asRoot = onLinux && process.getuid?.() === 0;
const log = { info() {}, warn() {}, error() {} };

let home: string;
let program: { file: string; remove: () => Promise<void> };
/** Durability off: nothing here pulls the plug, only processes. */
const settings = { fsync: "off" };

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "pendamping-embedded-"));
  // As root the server runs as another user, who must be able to pass.
  await chmod(home, 0o711);
  program = await bundle("test/records/embedded.program.ts");
});
afterAll(async () => {
  await program.remove();
  await rm(home, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function opened(started: Program): Promise<{ url: string; adopted: boolean }> {
  return JSON.parse(await started.line()) as { url: string; adopted: boolean };
}

async function postmasterOf(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // Signal 0 also reaches the dead who still wait for init; their command line is empty.
    return !onLinux || readFileSync(`/proc/${pid}/cmdline`).length > 0;
  } catch {
    return false;
  }
}

describe("one folder, from its first start on", () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = join(home, "data");
  });

  test("the first start makes a cluster: UTF-8, durable, this machine only", async () => {
    const database = await openEmbedded(dataDir, { log });
    expect(database.adopted).toBe(false);
    expect(database.url).toMatch(/^postgresql:\/\/pendamping:[\w-]{32}@127\.0\.0\.1:\d+\/pendamping$/);
    const [row] = await ask(
      database.url,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync,
        current_setting('synchronous_commit') AS sync, current_setting('listen_addresses') AS listens,
        current_setting('data_checksums') AS checksums, lower('É') AS lower`,
    );
    expect(row).toEqual({
      encoding: "UTF8",
      fsync: "on",
      sync: "on",
      listens: "127.0.0.1",
      checksums: "on",
      lower: "é",
    });
    await ask(database.url, "CREATE TABLE kept (word text)");
    await database.stop();
    expect((await stat(join(dataDir, "postgres", "pendamping.password"))).mode & 0o777).toBe(0o600);
    expect((await readdir(dataDir)).sort()).toEqual(["postgres", "postgres.log"]);
  });

  test("after kill -9 of its process the server is adopted, and nothing is lost", async () => {
    const killed = run(program.file, [dataDir]);
    const before = await opened(killed);
    const pid = await postmasterOf(dataDir);
    await ask(before.url, "INSERT INTO kept VALUES ('said before')");
    await killed.kill("SIGKILL");
    expect(isRunning(pid)).toBe(true);

    const database = await openEmbedded(dataDir, { log });
    expect(database).toMatchObject({ adopted: true, url: before.url });
    expect(await postmasterOf(dataDir)).toBe(pid);
    expect(await ask(database.url, "SELECT word FROM kept")).toEqual([{ word: "said before" }]);
    await database.stop();
    expect(isRunning(pid)).toBe(false);
  });

  test("a second process shares the server, and the last one to leave stops it", async () => {
    const bot = run(program.file, [dataDir]);
    const { url } = await opened(bot);
    const pid = await postmasterOf(dataDir);
    const tool = await openEmbedded(dataDir, { log });
    expect(tool).toMatchObject({ adopted: true, url });
    await tool.stop();
    expect(await ask(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await bot.kill("SIGTERM");
    expect(isRunning(pid)).toBe(false);
  });

  test.runIf(onLinux)(
    "Ctrl+C in the terminal reaches the process, not its server: it has a session of its own",
    async () => {
      const database = await openEmbedded(dataDir, { log, settings });
      const pid = await postmasterOf(dataDir);
      const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1]?.split(" ") ?? [];
      expect(Number(fields[3])).toBe(pid);
      await database.stop();
    },
  );

  test("a postmaster.pid whose number now belongs to a stranger does not stand in the way", async () => {
    const pidFile = join(dataDir, "postgres", "postmaster.pid");
    await writeFile(pidFile, `${process.pid}\n${dataDir}/postgres\n0\n1\n\n127.0.0.1\n\nready\n`);
    const database = await openEmbedded(dataDir, { log, settings });
    expect(database.adopted).toBe(false);
    expect(await ask(database.url, "SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 1 }]);
    await database.stop();
  });

  test("a server that is killed comes back on its port, with what was confirmed", async () => {
    let isBack = () => {};
    const back = new Promise<void>((resolve) => {
      isBack = resolve;
    });
    // It warns of nothing else.
    const database = await openEmbedded(dataDir, { log: { ...log, warn: () => isBack() } });
    await ask(database.url, "INSERT INTO kept VALUES ('said after')");
    process.kill(await postmasterOf(dataDir), "SIGKILL");
    await back;
    expect(await ask(database.url, "SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 2 }]);
    const pid = await postmasterOf(dataDir);
    await database.stop();
    expect(isRunning(pid)).toBe(false);
  });

  test.runIf(asRoot)(
    "as root the server runs as a system user, and the rest of the folder stays closed",
    async () => {
      const database = await openEmbedded(dataDir, { log, settings });
      const server = await stat(`/proc/${await postmasterOf(dataDir)}`);
      expect(server.uid).not.toBe(0);
      expect((await stat(dataDir)).mode & 0o777).toBe(0o710);
      expect((await stat(join(dataDir, "postgres"))).mode & 0o777).toBe(0o700);
      await database.stop();
    },
  );

  test.runIf(asRoot)("a copy that root put back is given to that user again", async () => {
    const copy = join(home, "copy");
    await mkdir(copy);
    execFileSync("cp", ["-r", join(dataDir, "postgres"), join(copy, "postgres")]);
    const database = await openEmbedded(copy, { log, settings });
    expect(await ask(database.url, "SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 2 }]);
    await database.stop();
  });

  test("a cluster of another major version is refused", async () => {
    const version = join(dataDir, "postgres", "PG_VERSION");
    await writeFile(version, "17\n");
    await expect(openEmbedded(dataDir, { log })).rejects.toThrow(
      /made by PostgreSQL 17 and this is PostgreSQL 18/,
    );
    await writeFile(version, "18\n");
  });

  test("a lost password file is named", async () => {
    await rm(join(dataDir, "postgres", "pendamping.password"));
    await expect(openEmbedded(dataDir, { log })).rejects.toThrow(/pendamping\.password.*put it back/);
  });
});

test("two processes that start at once on an empty folder share one cluster", async () => {
  const dataDir = join(home, "race");
  const both = [run(program.file, [dataDir]), run(program.file, [dataDir])];
  const [one, two] = await Promise.all(both.map(opened));
  expect(one?.url).toBe(two?.url);
  expect((await readdir(dataDir)).sort()).toEqual(["postgres", "postgres.log"]);
  for (const started of both) await started.kill("SIGTERM");
});

test("what a killed first start left half done is cleared away", async () => {
  const dataDir = join(home, "half");
  await mkdir(join(dataDir, "postgres.new-999999999"), { recursive: true });
  const database = await openEmbedded(dataDir, { log, settings });
  await database.stop();
  expect((await readdir(dataDir)).sort()).toEqual(["postgres", "postgres.log"]);
});

describe.runIf(asRoot)("users and folders", () => {
  test("a folder below one that the database's user may not enter is refused, and that one is named", async () => {
    const closed = join(home, "closed");
    await mkdir(closed, { mode: 0o700 });
    await expect(openEmbedded(join(closed, "data"), { log })).rejects.toThrow(
      new RegExp(`lies below ${closed}, which the database may not enter.*Set DATA_DIR`),
    );
  });

  test("a DATA_DIR that is itself closed is opened for passing, nothing more", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "pendamping-closed-"));
    try {
      const database = await openEmbedded(dataDir, { log, settings });
      await database.stop();
      expect((await stat(dataDir)).mode & 0o777).toBe(0o710);
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });

  test("an ordinary user runs it as itself, and does not take another user's cluster", async () => {
    const nobody = { uid: 65_534, gid: 65_534 };
    const dataDir = join(home, "ordinary");
    await mkdir(dataDir);
    await chown(dataDir, nobody.uid, nobody.gid);
    const started = run(program.file, [dataDir], { as: nobody });
    await opened(started);
    expect((await stat(`/proc/${await postmasterOf(dataDir)}`)).uid).toBe(nobody.uid);
    await started.kill("SIGTERM");

    await chown(join(dataDir, "postgres"), 1, 1);
    await expect(run(program.file, [dataDir], { as: nobody }).line()).rejects.toThrow(/belongs to user 1/);
  });
});

describe("the programs that npm installed", () => {
  /** A package as it is where install scripts were blocked: without its symbolic links. */
  async function unlinked(name: string): Promise<{ root: string; version: string }> {
    const real = dirname(dirname(dirname((await findBinaries(home, undefined)).postgres)));
    const root = join(home, name);
    await cp(real, root, {
      recursive: true,
      filter: (path) =>
        readlink(path).then(
          () => false,
          () => true,
        ),
    });
    return { root, version: "18.test" };
  }

  test("missing links are made", async () => {
    const source = await unlinked("unlinked");
    const binaries = await findBinaries(home, undefined, source);
    expect(binaries.postgres).toBe(join(source.root, "native", "bin", "postgres"));
    expect(await readlink(join(source.root, "native", "lib", "libpq.so.5"))).toMatch(/^libpq\.so\.5\.\d+$/);
    expect(execFileSync(binaries.postgres, ["--version"], { encoding: "utf8" })).toContain("PostgreSQL) 18");
  });

  test.runIf(asRoot)("where the database's user cannot reach them, a copy in DATA_DIR serves", async () => {
    const source = await unlinked("unreachable");
    await chmod(source.root, 0o700);
    const account = { uid: 65_534, gid: 65_534, name: "nobody" };
    const binaries = await findBinaries(home, account, source);
    expect(binaries.postgres).toBe(join(home, "postgres-binaries-18.test", "native", "bin", "postgres"));
    const said = execFileSync(binaries.postgres, ["--version"], { encoding: "utf8", ...account });
    expect(said).toContain("PostgreSQL) 18");
    expect(await findBinaries(home, account, source)).toEqual(binaries);
  });
});
