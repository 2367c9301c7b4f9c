import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** Which rooms a room may look into. Nobody but the wiring at the root looks into `chat`. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  practice: [],
  guidance: [],
  playground: [],
  records: ["practice"],
  samples: ["practice", "records"],
  delivery: ["practice", "records"],
  documents: ["practice", "records"],
  chat: ["practice", "records", "documents", "guidance"],
};
/** At the root, for every room but those that must stand alone. */
const shared = ["config", "texts", "logger"];
const alone = ["practice", "playground"];
/** What the build makes, and who uses it. */
const generated: Readonly<Record<string, readonly string[]>> = { prisma: ["records"], messages: ["texts"] };

type Import = { readonly file: string; readonly from: string; readonly to: string };

/** `practice/forms/plan.ts` is in the room `practice`; `main.ts` is itself. */
const roomOf = (path: string) => path.split("/")[0]?.replace(/\.[jt]s$/, "") ?? "";

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !file.startsWith("generated/"),
);
const imports: Import[] = files.flatMap((file) => {
  const specifiers = readFileSync(join("src", file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
  const targets = [...specifiers].map(([, specifier = ""]) => join(dirname(file), specifier));
  return targets.filter((to) => !to.startsWith("..")).map((to) => ({ file, from: roomOf(file), to }));
});

function isAllowed({ file, from, to }: Import): boolean {
  const target = roomOf(to);
  if (target === from) return true;
  if (target === "generated")
    return generated[roomOf(to.slice("generated/".length))]?.includes(from) === true;
  if (!file.includes("/") && !shared.includes(from)) return true;
  if (shared.includes(target)) return !alone.includes(from);
  return mayImport[from]?.includes(target) === true;
}

test("imports go one way", () => {
  expect(imports.length).toBeGreaterThan(200);
  const faults = imports.filter((one) => !isAllowed(one)).map(({ file, to }) => `${file} imports ${to}`);
  expect(faults).toEqual([]);
});

test("every room is named here", () => {
  const rooms = new Set(files.filter((file) => file.includes("/")).map(roomOf));
  expect([...rooms].filter((room) => mayImport[room] === undefined)).toEqual([]);
});
