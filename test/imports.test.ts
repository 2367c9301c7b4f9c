import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** Which rooms a room may look into. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  practice: [],
  guidance: [],
  playground: [],
  records: ["practice"],
  samples: ["practice", "records"],
  delivery: ["practice", "records"],
  chat: ["practice", "records", "guidance"],
  // The application put together sees everything; nobody but the process looks into it.
  app: ["practice", "guidance", "playground", "records", "samples", "delivery", "chat"],
};

/** Which shelves a shelf of a big room may look into. */
const shelves: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  records: {
    storage: [],
    people: ["storage"],
    case: ["people", "storage"],
    danger: ["people", "storage"],
    due: ["case", "people", "storage"],
    questions: ["people", "storage"],
  },
  chat: {
    telegram: [],
    danger: ["telegram"],
    form: ["telegram"],
    case: ["danger", "form", "telegram"],
    due: ["case", "danger", "form", "telegram"],
    entrance: ["danger", "form", "telegram"],
    approval: ["case", "danger", "form", "telegram"],
    staff: ["approval", "entrance", "form", "telegram"],
    guidance: ["entrance", "danger", "form", "telegram"],
  },
};

/** At the root, for every room but those that must stand alone. */
const shared = ["config", "texts", "logger"];
const alone = ["practice", "playground"];
/** What the build makes, and who uses it. */
const generated: Readonly<Record<string, readonly string[]>> = {
  holidays: ["records"],
  prisma: ["records"],
  messages: ["texts"],
  deadlines: ["practice"],
};

type Import = { readonly file: string; readonly to: string };

/** `practice/forms/plan.ts` is in the room `practice`; `main.ts` is itself. */
const roomOf = (path: string) => path.split("/")[0]?.replace(/\.[jt]s$/, "") ?? "";

/** `chat/due/tasks.ts` is on the shelf `due`; a file at the top of its room, which puts the shelves together, on none. */
const shelfOf = (path: string) => (path.split("/").length > 2 ? path.split("/")[1] : undefined);

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !file.startsWith("generated/"),
);
const imports: Import[] = files.flatMap((file) => {
  const specifiers = readFileSync(join("src", file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
  const targets = [...specifiers].map(([, specifier = ""]) => join(dirname(file), specifier));
  return targets.filter((to) => !to.startsWith("..")).map((to) => ({ file, to }));
});

function isAllowed({ file, to }: Import): boolean {
  const [from, target] = [roomOf(file), roomOf(to)];
  if (target === from) return isAllowedInside(from, shelfOf(file), shelfOf(to));
  if (target === "generated")
    return generated[roomOf(to.slice("generated/".length))]?.includes(from) === true;
  if (!file.includes("/") && !shared.includes(from)) return true;
  if (shared.includes(target)) return !alone.includes(from);
  return rooms[from]?.includes(target) === true;
}

function isAllowedInside(room: string, from: string | undefined, to: string | undefined): boolean {
  const order = shelves[room];
  if (order === undefined || from === to || from === undefined) return true;
  return to !== undefined && order[from]?.includes(to) === true;
}

/** The files that a file leads back to itself through; types count. */
function circleOf(start: string): readonly string[] | undefined {
  const seen = new Set<string>();
  const ways: (readonly string[])[] = [[start]];
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    for (const next of graph.get(way.at(-1) ?? "") ?? []) {
      if (next === start) return [...way, start];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}

const graph = new Map<string, string[]>();
for (const { file, to } of imports) {
  const target = [to.replace(/\.js$/, ".ts"), to.replace(/\.js$/, ".tsx"), to].find((one) =>
    files.includes(one),
  );
  if (target !== undefined) graph.set(file, [...(graph.get(file) ?? []), target]);
}

test("imports go one way, between rooms and between the shelves of a room", () => {
  expect(imports.length).toBeGreaterThan(200);
  const faults = imports.filter((one) => !isAllowed(one)).map(({ file, to }) => `${file} imports ${to}`);
  expect(faults).toEqual([]);
});

test("every room and every shelf is named here, and none that does not exist", () => {
  const inFolders = files.filter((file) => file.includes("/"));
  expect(new Set(inFolders.map(roomOf))).toEqual(new Set(Object.keys(rooms)));
  for (const [room, order] of Object.entries(shelves)) {
    const found = new Set(inFolders.filter((file) => roomOf(file) === room).map(shelfOf));
    found.delete(undefined);
    expect(found).toEqual(new Set(Object.keys(order)));
  }
});

test("no file of records, chat, delivery or practice imports itself by a detour", () => {
  const circles = files
    .filter((file) => ["records", "chat", "delivery", "practice"].includes(roomOf(file)))
    .map(circleOf)
    .filter((circle) => circle !== undefined)
    .map((circle) => circle.join(" → "));
  expect(circles).toEqual([]);
});
