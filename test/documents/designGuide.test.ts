/** The guide for templates says what there is, and nothing that there is not. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { samplesOf } from "../../src/chat/papers/samplePaper.js";
import { wordingOf } from "../../src/chat/telegram/wording.js";
import { docxFields } from "../../src/documents/own/docxFields.js";
import type { Paper } from "../../src/documents/paper.js";
import { shippedTemplates } from "../../src/documents/typesetter.js";
import { templatedKinds } from "../../src/practice/paperTemplates.js";
import { createTexts } from "../../src/texts.js";

const guide = readFileSync("docs/templat-dokumen.md", "utf8");
const between = (from: string, to: string) =>
  guide.slice(guide.indexOf(from), to === "" ? undefined : guide.indexOf(to));
const [word, data, layout] = [
  between("## Word", "## Typst: data"),
  between("## Typst: data", "## Typst: yang"),
  between("## Typst: yang", ""),
];
const found = (text: string, pattern: RegExp) =>
  new Set([...text.matchAll(pattern)].map(([, name = ""]) => name));

const say = wordingOf(
  createTexts("locales", (fault) => {
    throw fault;
  }),
  "id",
);
const samples = templatedKinds.flatMap((kind) =>
  samplesOf(say, kind, { name: "LKS", address: "Jl. Melati", contacts: "Telp." }).map(
    (json) => JSON.parse(json) as Paper & Record<string, unknown>,
  ),
);

test("every field of a document of Word, and each list with its own", () => {
  const fields = Object.entries(docxFields);
  expect(found(word, /\{#?\/?([a-z_]+)\}/g)).toEqual(
    new Set(fields.flatMap(([name, inner]) => [name, ...inner])),
  );
  for (const [name, inner] of fields.filter(([, names]) => names.length > 0)) {
    const row = word.split("\n").find((line) => line.startsWith(`| \`{#${name}}\``)) ?? "";
    expect(found(row, /\{([a-z_]+)\}/g), name).toEqual(new Set(inner));
  }
});

test("everything a template is given, by its name", () => {
  expect(found(data, /\| `d\.(\w+)`/g)).toEqual(new Set(samples.flatMap((paper) => Object.keys(paper))));
  for (const { institution, words } of samples) {
    for (const name of [...Object.keys(institution), ...Object.keys(words)])
      expect(data).toContain(`\`${name}\``);
  }
});

test("every kind of block with what it holds, and every key that the papers have", () => {
  const blocks = samples.flatMap(({ parts, below }) => [...parts, ...below].flatMap((part) => part.blocks));
  const kinds = between("Jenis `blocks`", "`key` menamai");
  expect(new Set(blocks.map(({ kind }) => kind)).size).toBe(7);
  for (const block of blocks) {
    const said = new RegExp(`\`${block.kind}\` \\(([^)]*)\\)`).exec(kinds)?.[1] ?? "";
    const names = Object.keys(block).filter((name) => name !== "kind" && name !== "list");
    expect(found(said, /`(\w+)`/g), block.kind).toEqual(new Set(names));
  }
  const keys = ["agreements", "referralLetter", "paperOf"].flatMap((file) =>
    [...readFileSync(`src/chat/papers/${file}.ts`, "utf8").matchAll(/\bkey: "([a-z-]+)"/g)].map(
      ([, key = ""]) => key,
    ),
  );
  const made = samples.flatMap(({ facts, parts }) => [...facts, ...parts].flatMap(({ key }) => key ?? []));
  for (const key of keys) expect(data).toContain(`\`${key}\``);
  // Only the second and later filling of a form is counted on its paper.
  expect(new Set([...made, "sequence"])).toEqual(new Set(keys));
});

test("every function that a template may import", () => {
  const { "layout.typ": source = "" } = shippedTemplates();
  const told = found(layout, /`(\w+)(?:\([^`]*)?`/g);
  for (const name of found(source, /^#let (\w+)/gm)) expect(told, name).toContain(name);
});
