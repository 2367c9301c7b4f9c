import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lintTexts } from "../scripts/texts/lint.js";
import { parseHtml } from "../src/playground/html.js";
import { createTexts, escapeHtml, html, localeOf, TextError, type Texts } from "../src/texts.js";

describe("the texts of the chat", () => {
  const { faults, unused } = lintTexts("locales", "src");

  test("no key or variable is missing in any language, and every text renders to what Telegram takes", () => {
    expect(faults.map(({ where, problem }) => `${where} ${problem}`)).toEqual([]);
  });

  test("none is left over", () => {
    expect(unused.map(({ where, problem }) => `${where} ${problem}`)).toEqual([]);
  });
});

describe("speaking", () => {
  let dir: string;
  let texts: Texts;

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), "pendamping-texts-"));
    mkdirSync(join(dir, "id", "chat"), { recursive: true });
    mkdirSync(join(dir, "en", "chat"), { recursive: true });
    writeFileSync(
      join(dir, "id", "chat", "a.ftl"),
      `greeting = Selamat pagi, <b>{ $name }</b>
    .short = Pagi, { $name }
card = { $body }, tahun { $year }
only-id = Hanya di sini
broken-en = Halo, { $name }
`,
    );
    writeFileSync(
      join(dir, "en", "chat", "a.ftl"),
      `greeting = Good morning, <b>{ $name }</b>
    .short = Morning, { $name }
card = { $body }, year { $year }
broken-en = Hello, { $name } of { $place }
`,
    );
    texts = createTexts(dir);
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  test("in the language that is asked for", () => {
    expect(texts.dynamic("id", "greeting", { name: "Siti" })).toBe("Selamat pagi, <b>Siti</b>");
    expect(texts.dynamic("en", "greeting", { name: "Siti" })).toBe("Good morning, <b>Siti</b>");
    expect(texts.dynamic("en", "greeting.short", { name: "Siti" })).toBe("Morning, Siti");
  });

  test("what a person wrote is escaped, and comes out as it went in", () => {
    const name = `<b>Siti</b> & "Budi"`;
    const said = texts.dynamic("id", "greeting", { name });
    expect(said).toBe("Selamat pagi, <b>&lt;b&gt;Siti&lt;/b&gt; &amp; &quot;Budi&quot;</b>");
    expect(parseHtml(said).text).toBe(`Selamat pagi, ${name}`);
  });

  test("NUL and half surrogate pairs do not reach Telegram", () => {
    expect(texts.dynamic("id", "greeting", { name: "a\0b\ud83dc😀" })).toBe(
      "Selamat pagi, <b>a\uFFFDb\uFFFDc😀</b>",
    );
  });

  test("a text may hold another one", () => {
    const body = texts.dynamic("id", "greeting", { name: "A & B" });
    expect(texts.dynamic("id", "card", { body: html(body), year: 2026 })).toBe(
      "Selamat pagi, <b>A &amp; B</b>, tahun 2026",
    );
  });

  test("plain text is not escaped, a year has no thousands", () => {
    expect(texts.dynamicPlain("id", "card", { body: "A & B", year: 2026 })).toBe("A & B, tahun 2026");
  });

  test("whether there is a text", () => {
    expect(
      ["greeting", "greeting.short", "greeting.long", "other"].map((key) => texts.has("id", key)),
    ).toEqual([true, true, false, false]);
  });

  test("a missing text or variable is an error that names it", () => {
    expect(() => texts.dynamic("id", "other")).toThrow("text other (id): there is no such text");
    expect(() => texts.dynamic("en", "greeting")).toThrow("text greeting (en): Unknown variable: $name");
    expect(() => texts.dynamic("en", "greeting")).toThrow(TextError);
  });

  test("where the error is logged instead, a person still gets a whole message", () => {
    const faults: string[] = [];
    const lenient = createTexts(dir, (fault) => faults.push(fault.message));
    expect(lenient.dynamic("en", "only-id")).toBe("Hanya di sini");
    expect(lenient.dynamic("en", "broken-en", { name: "Siti" })).toBe("Halo, Siti");
    expect(lenient.dynamic("id", "greeting")).toBe("Selamat pagi, <b>…</b>");
    expect(() => lenient.dynamic("en", "nowhere")).toThrow(TextError);
    expect(faults).toEqual([
      "text only-id (en): there is no such text",
      "text broken-en (en): Unknown variable: $place",
      "text greeting (id): Unknown variable: $name",
      "text nowhere (en): there is no such text",
    ]);
  });

  test("the same key in two files stops the start", () => {
    writeFileSync(join(dir, "id", "chat", "b.ftl"), "greeting = Halo\n");
    expect(() => createTexts(dir)).toThrow(/b\.ftl: .*"greeting"/);
    rmSync(join(dir, "id", "chat", "b.ftl"));
  });
});

test("escaping is for text and for attributes", () => {
  expect(escapeHtml(`<a href="x">&</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
});

test.each([
  ["id", "id"],
  ["en", "en"],
  ["en-GB", "en"],
  ["jv", "id"],
  ["", "id"],
  [undefined, "id"],
])("whose Telegram speaks %s reads %s", (code, locale) => {
  expect(localeOf(code)).toBe(locale);
});
