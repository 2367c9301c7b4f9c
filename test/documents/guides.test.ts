/** The guides say what the bot does: names of its buttons, its commands, the same tasks in both languages. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { pagesOf } from "../../scripts/guides.mjs";
import { commands } from "../../src/chat/entrance/commands.js";
import { type Locale, locales } from "../../src/texts.js";
import { guidesFromSource } from "../support/guides.js";
import { readPdf } from "../support/pdf.js";

/** What stands on buttons in a language, without the number or the name that ends some of them. */
function facesOf(locale: Locale): ReadonlySet<string> {
  const folder = join("locales", locale);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ftl"),
  );
  const faces = files.flatMap((file) => [
    ...readFileSync(join(folder, file), "utf8").matchAll(/^button-[\w-]+ = (.+)$/gm),
  ]);
  return new Set(faces.map(([, face = ""]) => face.replace(/ \(?\{ \$\w+ \}\)?$/, "")));
}

const read = (page: string) => readFileSync(join("docs", page), "utf8");
const boldIn = (text: string) =>
  [...text.matchAll(/\*\*(.+?)\*\*/gs)].map(([, words = ""]) => words.replace(/\s+/g, " "));
const headingsIn = (text: string) => [...text.matchAll(/^#+ /gm)].map(([mark]) => mark);
const picturesIn = (text: string) =>
  [...text.matchAll(/!\[[^\]]+\]\((.+?)\)|<img src="(.+?)"/g)].map(([, a, b]) => a ?? b ?? "");

const guides = [
  ["id", "panduan.md"] as const,
  ...locales.flatMap((locale) => Object.values(pagesOf[locale]).map((page) => [locale, page] as const)),
];

describe.each(guides)("the guide in %s, docs/%s", (locale, page) => {
  const text = read(page);

  test("writes in bold names of buttons, and nothing else", () => {
    const faces = facesOf(locale);
    const bold = boldIn(text);
    expect(bold.length).toBeGreaterThan(3);
    expect(bold.filter((words) => !faces.has(words))).toEqual([]);
  });

  test("names commands that the bot knows", () => {
    const known = [...commands, "start", "help"];
    const named = [...text.matchAll(/`\/(\w+)/g)].map(([, command = ""]) => command);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((command) => !known.includes(command))).toEqual([]);
  });

  test("shows pictures that are there, in its language", () => {
    for (const picture of picturesIn(text)) {
      expect(existsSync(join("docs", dirname(page), picture)), picture).toBe(true);
      if (/phone|\/(id|en)\//.test(picture)) expect(picture).toContain(`/${locale}/`);
    }
  });
});

test.each(Object.keys(pagesOf.id) as (keyof typeof pagesOf.id)[])(
  "the page of %s tells the same tasks, with the same pictures, in both languages",
  (reader) => {
    const [id, en] = [read(pagesOf.id[reader]), read(pagesOf.en[reader])];
    expect(headingsIn(en)).toEqual(headingsIn(id));
    expect(headingsIn(id).length).toBeGreaterThan(7);
    expect(picturesIn(en)).toEqual(picturesIn(id).map((picture) => picture.replace("/id/", "/en/")));
  },
);

test("a build sets the guide of a role with the page for everybody, so that every phone and reader aloud shows it", async () => {
  const pdf = await guidesFromSource("en", "supervisor");
  const told = await readPdf(Buffer.from(pdf));
  const words = JSON.stringify(told);
  expect(words).toContain("Guide for supervisors");
  expect(words).toContain("A lost or a new phone");
  expect(words).not.toContain("**");
});
