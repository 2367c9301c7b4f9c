import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lintTexts, variablesOf } from "../../scripts/texts/lint.js";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "pendamping-lint-"));
  write("src/chat.ts", `say("hello"); say.plain("button-ok"); say(\`stage-\${stage}\`);`);
  write("id/a.ftl", "hello = Halo\n");
  write("en/a.ftl", "hello = Hello\n");
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), text);
}

/** Faults as `place problem`, without the temporary folder. */
function faults(): string[] {
  return lintTexts(dir, join(dir, "src")).faults.map(
    ({ where, problem }) => `${where.slice(dir.length + 1)} ${problem}`,
  );
}

function both(text: string): void {
  write("id/a.ftl", text);
  write("en/a.ftl", text);
}

test("texts that are right have no fault", () => {
  both(`hello = Halo <b>{ $name }</b>, { $count ->
    [one] satu
   *[other] { $count }
 } kasus <a href="{ $url }">di sini</a>
button-ok = Baik & siap
`);
  expect(faults()).toEqual([]);
});

describe("the languages against each other", () => {
  test("a missing file", () => {
    write("id/b.ftl", "hi = Hai\n");
    expect(faults()).toEqual(["en/b.ftl is missing"]);
  });

  test("a missing text or attribute", () => {
    write("id/a.ftl", "hello = Halo\n    .why = Sebab\nbye = Dah\n");
    expect(faults()).toEqual(["id/a.ftl:2 hello.why is missing in en", "id/a.ftl:3 bye is missing in en"]);
  });

  test("a text in another file", () => {
    write("id/b.ftl", "hi = Hai\n");
    write("en/b.ftl", "other = Other\n");
    write("id/a.ftl", "hello = Halo\nother = Lain\n");
    write("en/a.ftl", "hello = Hello\nhi = Hi\n");
    expect(faults()).toEqual(["en/b.ftl:1 other belongs into a.ftl", "en/a.ftl:2 hi belongs into b.ftl"]);
  });

  test("other variables, also where a text asks for them through another", () => {
    write("id/a.ftl", "hello = Halo { part }\npart = { $name }\n");
    write("en/a.ftl", "hello = Hello { part }\npart = { $title }\n");
    expect(faults()).toEqual([
      "en/a.ftl:1 hello has variables $title, and $name in id",
      "en/a.ftl:2 part has variables $title, and $name in id",
    ]);
  });
});

describe("a text by itself", () => {
  test("what does not parse", () => {
    both("hello = Halo { $name\n");
    expect(faults()[0]).toMatch(/^id\/a\.ftl:1 not Fluent: /);
  });

  test("a key that stands twice", () => {
    both("hello = Halo\nhello = Hai\n");
    expect(faults()).toEqual([
      "id/a.ftl:2 hello stands in a.ftl:1 already",
      "en/a.ftl:2 hello stands in a.ftl:1 already",
    ]);
  });

  test("a reference to nothing", () => {
    both("hello = Halo { nobody } { -brand }\n");
    expect(faults().slice(0, 2)).toEqual([
      "id/a.ftl:1 hello refers to -brand, which does not exist",
      "id/a.ftl:1 hello refers to nobody, which does not exist",
    ]);
  });

  test("a function that does not exist", () => {
    both("hello = { UPPER($name) }\n");
    expect(faults()[0]).toMatch(/^id\/a\.ftl:1 hello cannot be said: .*UPPER/);
  });
});

describe("a text against Telegram", () => {
  test.each(["<b>Halo", "<b><i>Halo</b></i>", "<h1>Halo</h1>", "umur < 18", '<a href="x>Halo</a>'])(
    "%s",
    (text) => {
      both(`hello = ${text}\n`);
      expect(faults()[0]).toMatch(
        /^id\/a\.ftl:1 hello is not HTML that Telegram takes: .*can't parse entities/,
      );
    },
  );

  test("a tag that only one variant leaves open", () => {
    both("hello = <b>{ $count ->\n    [one] satu\n   *[other] banyak</b>\n }\n");
    expect(faults()[0]).toContain("hello is not HTML that Telegram takes");
  });

  test("too long a message, too long a button", () => {
    both(`hello = ${"a".repeat(4097)}\nbutton-ok = ${"a".repeat(65)}\n`);
    expect(faults().slice(0, 2)).toEqual([
      "id/a.ftl:1 hello is longer than 4096 characters",
      expect.stringMatching(/^id\/a\.ftl:2 button-ok is longer than the 64 characters of a button/),
    ]);
  });

  test("markup where plain text is asked for: a button, a form, a choice, an answer to a press", () => {
    both("button-ok = <b>Baik</b>\nhello = <b>Halo</b>\n");
    write("id/forms/plan.ftl", "plan-goal = Apa <i>tujuannya</i>?\n");
    write("en/forms/plan.ftl", "plan-goal = What is the goal?\n");
    write("src/more.ts", 'answer(say.plain(closed ? "hello" : "button-ok"));');
    const problem = "is plain text and holds markup, which would be shown as it is";
    expect(faults()).toEqual([
      `id/a.ftl:1 button-ok ${problem}`,
      `id/a.ftl:2 hello ${problem}`,
      `id/forms/plan.ftl:1 plan-goal ${problem}`,
      `en/a.ftl:1 button-ok ${problem}`,
      `en/a.ftl:2 hello ${problem}`,
    ]);
  });
});

test("a text that nothing speaks of", () => {
  both(
    "hello = Halo { part }\npart = x\nstage-plan = Rencana\ngone = Pergi\n    .why = Sebab\nbutton-ok = Baik\n",
  );
  write("id/choices.ftl", "choice-sex-male = Laki-laki\n");
  write("en/choices.ftl", "choice-sex-male = Male\n");
  const { unused } = lintTexts(dir, join(dir, "src"));
  expect(unused.map(({ problem }) => problem)).toEqual(["gone is used nowhere", "gone.why is used nowhere"]);
});

test("a variable is a number where any language chooses by plural, counts or formats", () => {
  write("id/a.ftl", "hello = { $count } { $name } { NUMBER($share) } { $month }\n");
  write(
    "en/a.ftl",
    "hello = { $count ->\n    [one] one\n   *[other] many\n } { $name } { $share } { $month ->\n    [1] May\n   *[2] June\n }\n",
  );
  const { catalogues } = lintTexts(dir, join(dir, "src"));
  const kinds = [...variablesOf("hello", catalogues)].map(([name, { kind }]) => [name, kind]);
  expect(Object.fromEntries(kinds)).toEqual({
    count: "number",
    name: "any",
    share: "number",
    month: "number",
  });
});
