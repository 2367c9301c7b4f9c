import { randomBytes } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DataKeyError, loadDataKeys, writeKeyFile } from "../../src/records/storage/dataKey.js";

let home: string;
let dataDir: string;
let warnings: string[];
const log = { warn: (_: object, message: string) => void warnings.push(message) };

beforeEach(async () => {
  warnings = [];
  home = await mkdtemp(join(tmpdir(), "pendamping-key-"));
  dataDir = join(home, "data");
});
afterEach(() => rm(home, { recursive: true }));

function load(dataKeys?: [Buffer, ...Buffer[]], url?: string, dataKeyFile?: string) {
  const database =
    url === undefined ? { kind: "embedded" as const, dir: dataDir } : { kind: "url" as const, url };
  const config = { dataDir, dataKeys, database, ...(dataKeyFile === undefined ? {} : { dataKeyFile }) };
  return loadDataKeys(config, { random: randomBytes, log });
}

test("made once, for its owner only, with a warning to keep a copy", async () => {
  const made = await load();
  expect(made).toHaveLength(1);
  expect(made[0]).toHaveLength(32);
  const file = `${dataDir}.key`;
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, "utf8")).toBe(`${made[0].toString("base64")}\n`);
  // What is backed up is DATA_DIR: it holds no key.
  expect([await readdir(home), await readdir(dataDir)]).toEqual([["data", "data.key"], []]);
  expect(warnings).toEqual([expect.stringContaining("keep a copy")]);

  expect(await load()).toEqual(made);
  expect(warnings).toHaveLength(1);
});

test("two processes that start at once get the same key", async () => {
  const [one, two] = await Promise.all([load(), load()]);
  expect(one).toEqual(two);
  expect(await readdir(home)).toEqual(["data", "data.key"]);
});

test("makes the folder where there is none", async () => {
  dataDir = join(dataDir, "below", "it");
  await load();
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
});

test("DATA_KEY wins, and the file's key still opens what it sealed", async () => {
  const [kept] = await load();
  const given = Buffer.alloc(32, 9);
  expect(await load([given])).toEqual([given, kept]);
  expect(await load([kept])).toEqual([kept]);
});

test("a file may hold several keys, a line each", async () => {
  const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  await writeFile(`${dataDir}.key`, keys.map((key) => key.toString("base64")).join("\n"), {
    mode: 0o600,
  });
  expect(await load()).toEqual(keys);
});

test("a file that others could read is closed, with a warning", async () => {
  await load();
  await chmod(`${dataDir}.key`, 0o644);
  await load();
  expect((await stat(`${dataDir}.key`)).mode & 0o777).toBe(0o600);
  expect(warnings.at(-1)).toContain("could be read by others");
});

test("a broken file is refused, and not replaced", async () => {
  await writeFile(`${dataDir}.key`, "", { mode: 0o600 });
  await expect(load()).rejects.toThrow(DataKeyError);
  expect(await readFile(`${dataDir}.key`, "utf8")).toBe("");
});

test("a database without its key is refused: a new one would only hide the loss", async () => {
  await mkdir(join(dataDir, "postgres"), { recursive: true });
  await writeFile(join(dataDir, "postgres", "PG_VERSION"), "18\n");
  await expect(load()).rejects.toThrow("put your copy back");
});

test("a database of one's own uses DATA_KEY and touches no file", async () => {
  const given = Buffer.alloc(32, 9);
  expect(await load([given], "postgres://db/x")).toEqual([given]);
  await expect(load(undefined, "postgres://db/x")).rejects.toThrow("DATA_KEY or DATA_KEY_FILE must be set");
  expect(await readdir(home)).toEqual([]);
});

test("a key that an earlier version made inside DATA_DIR stays where it is", async () => {
  const [made] = await load();
  await rename(`${dataDir}.key`, join(dataDir, "data.key"));
  expect(await load()).toEqual([made]);
  expect(await readdir(home)).toEqual(["data"]);
});

test("DATA_KEY_FILE names the file: it is made for the embedded database, and asked for with any other", async () => {
  const dataKeyFile = join(home, "secrets", "key");
  const [made] = await load(undefined, undefined, dataKeyFile);
  expect(await readFile(dataKeyFile, "utf8")).toBe(`${made.toString("base64")}\n`);
  // A secret of Docker may be read by others inside its container, and cannot be changed.
  await chmod(dataKeyFile, 0o444);
  expect(await load(undefined, "postgres://db/x", dataKeyFile)).toEqual([made]);
  expect((await stat(dataKeyFile)).mode & 0o777).toBe(0o444);
  await rm(dataKeyFile);
  await expect(load(undefined, "postgres://db/x", dataKeyFile)).rejects.toThrow(`there is no ${dataKeyFile}`);
});

test("a file is written anew with the new key in front", async () => {
  const [old] = await load();
  const added = Buffer.alloc(32, 7);
  await writeKeyFile(`${dataDir}.key`, [added, old], randomBytes);
  expect(await load()).toEqual([added, old]);
  expect(await readdir(home)).toEqual(["data", "data.key"]);
});
