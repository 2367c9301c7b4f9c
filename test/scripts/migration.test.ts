import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const hasGit = spawnSync("git", ["--version"]).status === 0;

describe.runIf(hasGit)("writing migrations", () => {
  let dir: string;

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), "pendamping-authoring-"));
    git("init", "--quiet");
    mkdirSync(join(dir, "prisma"));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  function git(...args: string[]): void {
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.org", ...args], { cwd: dir });
  }

  function schema(fields: string): void {
    writeFileSync(
      join(dir, "prisma", "schema.prisma"),
      `datasource db {\n  provider = "postgresql"\n}\n\nmodel Person {\n  id String @id\n  ${fields}\n}\n`,
    );
  }

  function author(name: string): string {
    const args = ["--import", resolve("scripts/typescript.mjs"), resolve("scripts/migration.ts"), name];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: dir, encoding: "utf8" });
    return stdout + stderr;
  }

  const migrations = () =>
    readdirSync(join(dir, "prisma", "migrations")).filter((name) => /^\d{14}_/.test(name));
  const fileOf = (folder: string | undefined) =>
    join(dir, "prisma", "migrations", folder ?? "", "migration.sql");
  const sqlOf = (folder: string | undefined) => readFileSync(fileOf(folder), "utf8");

  test("the first from nothing, again while it is not committed, the next from what is committed", () => {
    schema("name String");
    author("people");
    const [first] = migrations();
    expect(first).toMatch(/^\d{14}_people$/);
    expect(sqlOf(first)).toContain('"name" TEXT NOT NULL');

    // Written again: the same folder, and what was added by hand stays.
    const byHand =
      '-- Beyond the schema: by hand.\nCREATE INDEX "Person_odd" ON "Person" ("id") WHERE "id" > \'m\';\n';
    writeFileSync(fileOf(first), sqlOf(first) + byHand);
    schema("name String\n  age Int?");
    author("people");
    expect(migrations()).toEqual([first]);
    expect(sqlOf(first)).toContain('"age" INTEGER');
    expect(sqlOf(first).endsWith(byHand)).toBe(true);

    expect(author("phones")).toContain("is not committed yet");
    git("add", ".");
    git("commit", "--quiet", "-m", "people");
    expect(author("nothing")).toContain("there is nothing to migrate");

    schema("name String\n  age Int?\n  phone String?");
    author("phones");
    const second = migrations().find((name) => name.endsWith("_phones"));
    expect(sqlOf(second).trim()).toBe('-- AlterTable\nALTER TABLE "Person" ADD COLUMN     "phone" TEXT;');
  });

  test("a name is asked for", () => {
    expect(author("")).toContain("give the migration a name");
    expect(author("Add Phone")).toContain("give the migration a name");
  });
});
