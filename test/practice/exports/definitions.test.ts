import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readLembar } from "../../../src/practice/exports/definitions.js";
import { fieldAt } from "../../../src/practice/exports/fields.js";
import { formatted } from "../../../src/practice/exports/formats.js";
import { primeroCsv, readPrimeroMapping } from "../../../src/practice/exports/primero.js";
import { importedByPrimero } from "../../../src/practice/exports/primeroImport.js";
import type { FieldValue } from "../../../src/practice/exports/values.js";
import { approach } from "../cases.js";
import { recorded, zone } from "./recorded.js";

const shipped = (name: string) =>
  readFileSync(new URL(`../../../src/documents/definitions/${name}`, import.meta.url), "utf8");
const moment = { today: "2026-11-26", zone };

const client = recorded([
  {
    ...approach,
    answers: {
      ...approach.answers,
      name: "Siti Aminah",
      sex: "female",
      birth: { date: "2010-05-17" },
      legal: ["child-victim", "other"],
      guardian: { name: "Rohmah", relation: "Ibu", age: 40 },
      phone: "+62 812-3456",
      problem: "Tidak sekolah",
      contactDate: "2026-11-02",
    },
  },
]);

test("a path leads to a field of the record, in any version of a form, with what it tells", () => {
  const found = (path: string) => {
    const field = fieldAt(path);
    return field && [field.nature, field.read(client, moment)];
  };
  expect(found("approach.sex")).toEqual(["plain", { kind: "choices", set: "sex", keys: ["female"] }]);
  expect(found("approach.birth.age")).toEqual(["plain", { kind: "number", value: 16 }]);
  expect(found("approach.birth.date")).toEqual(["identity", { kind: "date", date: "2010-05-17" }]);
  expect(found("approach.guardian.name")).toEqual(["identity", { kind: "text", text: "Rohmah" }]);
  expect(found("approach.guardian.age")).toEqual(["plain", { kind: "number", value: 40 }]);
  expect(found("approach.problem")).toEqual(["narrative", { kind: "text", text: "Tidak sekolah" }]);
  expect(found("case.code")?.[0]).toBe("identity");
  expect(found("case.daysOpen")).toEqual(["plain", { kind: "number", value: 24 }]);
  expect(found("assessment.problems.0.title")).toEqual(["narrative", undefined]);
});

test.each([
  "approach",
  "approach.nothing",
  "approach.sex.key",
  "approach.signedPage",
  "plan.goals",
  "session.goals",
  "case.clientName",
  "constructor.name",
  "approach.guardian.phone",
  "",
])("%j leads nowhere", (path) => {
  expect(fieldAt(path)).toBeUndefined();
});

test.each(["lembar-contoh.yaml"])("the shipped %s is a lembar, and says that it is an example", (name) => {
  const read = readLembar(shipped(name));
  expect(read).toMatchObject({ kind: "definition", definition: { name: "Contoh lembar" } });
  expect(read.kind === "definition" && read.definition.note).toMatch(/bukan formulir resmi/);
});

test("every fault of a definition is named at once", () => {
  const text = JSON.stringify({
    name: "Lembar",
    fields: [
      { label: "Nama", path: "approach.nama" },
      { label: "Nama", path: "approach.name" },
      { label: "Umur", path: "approach.age" },
    ],
  });
  expect(readLembar(text)).toEqual({
    kind: "faults",
    faults: [
      { kind: "unknown-path", label: "Nama", path: "approach.nama" },
      { kind: "twice", label: "Nama" },
      { kind: "unknown-path", label: "Umur", path: "approach.age" },
    ],
  });
  expect(
    readLembar("name: x\nfields:\n  - { label: a, path: today, formt: raw }\n  - { path: today }"),
  ).toEqual({
    kind: "faults",
    faults: [
      { kind: "shape", at: "fields.0.formt" },
      { kind: "shape", at: "fields.1.label" },
    ],
  });
});

test.each([
  ["name: [", "unreadable"],
  ["a: &a [1]\nname: *b", "unreadable"],
  ["x".repeat(60_001), "too-long"],
  ["", "shape"],
  ["- 1", "shape"],
])("what is no definition is refused: %j", (text, kind) => {
  const read = readLembar(text);
  expect(read.kind === "faults" && read.faults[0]?.kind).toBe(kind);
});

test("a definition that doubles itself without end is refused", () => {
  const lines = Array.from({ length: 12 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`);
  const read = readLembar(["a0: &a0 [lol]", ...lines].join("\n"));
  expect(read).toEqual({ kind: "faults", faults: [{ kind: "unreadable", line: 1 }] });
});

test.each<[FieldValue, Parameters<typeof formatted>[1], string]>([
  [{ kind: "date", date: "2026-03-05" }, { format: "DD/MM/YYYY" }, "05/03/2026"],
  [{ kind: "moment", at: new Date("2026-03-04T18:00:00Z") }, { format: "DD-MM-YYYY" }, "05-03-2026"],
  [{ kind: "choices", set: "sex", keys: ["male"] }, { translate: { male: "L" } }, "L"],
  [{ kind: "choices", set: "sex", keys: ["male"] }, { translate: { constructor: "x" } }, "words"],
  [{ kind: "choices", set: "legal", keys: ["a", "b"] }, { translate: { b: "2" } }, "2"],
  [{ kind: "choices", set: "legal", keys: ["a", "b"] }, { format: "raw" }, "a, b"],
  [{ kind: "yesNo", value: false }, { translate: { no: "0" } }, "0"],
  [{ kind: "text", text: "+62 812" }, { format: "upper" }, "WORDS"],
  [{ kind: "number", value: 3 }, {}, "words"],
])("%j as %j", (value, how, text) => {
  expect(formatted(value, how, { zone, words: "words" })).toBe(text);
});

const mappingOf = (text: string) => {
  const read = readPrimeroMapping(text);
  if (read.kind === "faults") throw new Error(JSON.stringify(read.faults));
  return read.definition;
};

test("the shipped mapping for Primero is one, and names no field the importer sets itself", () => {
  const mapping = mappingOf(shipped("primero.yaml"));
  expect(mapping.moduleId).toBe("primeromodule-cp");
  expect(mapping.columns.map(({ name }) => name)).toContain("name_first");
  for (const primero of ["id", "owned_by", "module_id"])
    expect(readPrimeroMapping(`columns: [{ primero: ${primero}, path: today }]`).kind).toBe("faults");
});

test("what is written for Primero comes out of its importer as it went in", () => {
  const mapping = mappingOf(
    "columns: [{ primero: name, path: approach.name }, { primero: age, path: today }, { primero: sex, path: today }]",
  );
  const rows = [
    { name: 'Siti "Nur", binti\nAli', age: "16", sex: "" },
    { name: "=HYPERLINK(1)", age: "-3", sex: "female" },
    { name: "", age: "", sex: "" },
    ...Array.from({ length: 600 }, (_, at) => ({ name: `Klien, ${at}\r\nbaris`, age: "", sex: "male" })),
  ];
  const { records, batches, errors } = importedByPrimero(primeroCsv(mapping, rows));
  expect(errors).toEqual([]);
  expect(batches).toBe(3);
  expect(records).toHaveLength(603);
  expect(records[0]).toEqual({
    id: null,
    data: { module_id: "primeromodule-cp", name: 'Siti "Nur", binti Ali', age: "16" },
  });
  // A space keeps the importer from an apostrophe of its own.
  expect(records[1]?.data).toEqual({
    module_id: "primeromodule-cp",
    name: " =HYPERLINK(1)",
    age: " -3",
    sex: "female",
  });
  expect(records[2]?.data).toEqual({ module_id: "primeromodule-cp" });
  expect(records[602]?.data).toMatchObject({ name: "Klien, 599 baris" });
});

test("the importer's rules: batches are cut at lines, blank cells and nameless columns are dropped, an id replaces", () => {
  expect(importedByPrimero("a,,b,module_id,id\n1,2, ,m,7\n=x,,y,,\n")).toEqual({
    records: [
      { id: "7", data: { a: "1", module_id: "m" } },
      { id: null, data: { a: "'=x", b: "y", module_id: "primeromodule-cp" } },
    ],
    batches: 1,
    errors: [],
  });
  // The end of a line inside of a cell is the end of a batch too.
  const cut = `a\n${"1\n".repeat(249)}"two\nlines"\n`;
  expect(importedByPrimero(cut)).toMatchObject({ batches: 2, errors: [2, 252] });
  expect(importedByPrimero("")).toEqual({ records: [], batches: 0, errors: [] });
  expect(importedByPrimero("\ufeffa\n1\n").records[0]?.data).toHaveProperty("\ufeffa");
});
