/** The table of callbacks itself: what buttons hold, what is read back, and that each has its handler. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { callback, id, maxCallbackBytes } from "../../src/chat/telegram/callback.js";
import { type CallbackName, callbacks, pressOf } from "../../src/chat/telegram/callbacks.js";
import { allForms } from "../../src/practice/forms/catalogue.js";

const names = Object.keys(callbacks) as CallbackName[];

describe.each(names)("%s", (name) => {
  const { longest, read } = callbacks[name];

  test("fits into a button at its longest, and is read back as itself and nothing else", () => {
    expect(Buffer.byteLength(longest)).toBeLessThanOrEqual(maxCallbackBytes);
    expect(read(longest)).toBeDefined();
    expect(pressOf(longest)).toEqual({ name, args: read(longest) });
    expect(names.filter((other) => callbacks[other].read(longest) !== undefined)).toEqual([name]);
  });

  test("takes no number beyond its span", () => {
    const parts = longest.split(":");
    for (const [at, part] of parts.entries()) {
      if (!/^\d{2,4}$/.test(part)) continue;
      const beyond = parts.map((one, index) => (index === at ? String(Number(part) + 1) : one)).join(":");
      expect(read(beyond), beyond).toBeUndefined();
    }
  });

  test("does not take what is forged", () => {
    const parts = longest.split(":");
    const forged = [
      `${longest}:`,
      `:${longest}`,
      `${longest}:x`,
      ` ${longest}`,
      `${longest}\n`,
      longest.toUpperCase(),
      ...parts.flatMap((_, at) =>
        lies.map((lie) => parts.map((part, index) => (index === at ? lie : part)).join(":")),
      ),
    ];
    // A part may be put right by chance: what is read has then to be a button that could have been drawn.
    for (const data of forged.filter((one) => one !== longest)) {
      const args = read(data);
      if (args !== undefined) expect(drawnAgain(name, args), data).toBe(data);
    }
  });
});

test("a callback that would not fit into a button cannot be in the table", () => {
  const most = "x".repeat(maxCallbackBytes - 17);
  expect(callback(`${most}:{caseId}`, { caseId: id }).longest).toHaveLength(maxCallbackBytes);
  expect(() => callback(`${most}x:{caseId}`, { caseId: id })).toThrow("cannot be read back");
});

/** What people who write their own client send. */
const lies = [
  "constructor",
  "__proto__",
  "toString",
  "zzz",
  "",
  "-1",
  "1e3",
  "0x1",
  "٣",
  "9".repeat(20),
  "2026-13-45",
  "a".repeat(64),
  "null",
  "..",
  "%00",
];

function drawnAgain(name: CallbackName, args: object): string {
  const draw: (args: never) => string = callbacks[name];
  return draw(args as never);
}

test("what no button says is nobody's", () => {
  for (const data of [
    "",
    ":",
    ":::",
    "zzz",
    "constructor",
    "__proto__",
    "q:",
    "q:aaaa",
    "q:aaaa:month:xxxx",
  ]) {
    expect(pressOf(data), data).toBeUndefined();
  }
});

test("every path of every form fits into the button that asks it again", () => {
  const caseId = "a".repeat(16);
  for (const form of allForms) {
    for (const question of form.questions) {
      const paths =
        question.type === "group"
          ? [`${question.key}.99`, ...question.questions.map(({ key }) => `${question.key}.99.${key}`)]
          : [question.key];
      for (const path of paths) expect(callbacks.editAnswer({ roundId: caseId, path })).toContain(path);
    }
  }
});

describe("in the source", () => {
  const files = readdirSync("src/chat", { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.ts$/.test(file),
  );
  const source = files
    .filter((file) => !/callbacks(\/\w+)?\.ts$/i.test(file))
    .map((file) => readFileSync(join("src/chat", file), "utf8"))
    .join("\n");
  const walker = readFileSync("src/chat/form/presses.ts", "utf8");

  test("no button of a room has the name of one of another", () => {
    const rooms = files.filter((file) => /callbacks\/\w+\.ts$|questionCallbacks\.ts$/.test(file));
    const written = rooms.flatMap((file) =>
      [...readFileSync(join("src/chat", file), "utf8").matchAll(/^ {2}(\w+): (?:plain|callback)\(/gm)].map(
        ([, name]) => name,
      ),
    );
    expect(written.sort()).toEqual([...names].sort());
  });

  const count = (pattern: RegExp) => [...source.matchAll(pattern)].length;

  test.each(names)("%s has one handler, and a button somewhere", (name) => {
    const handlers =
      count(new RegExp(`handle\\(composer, callbacks\\.${name},`, "g")) +
      // What a dialogue takes itself: the question at hand, and the entry.
      count(new RegExp(`callbacks\\.${name}\\.read`, "g")) +
      (walker.includes(`case "${name}":`) ? 1 : 0);
    expect(handlers).toBe(1);
    const mentioned = count(new RegExp(`callbacks\\.${name}\\b(?!\\.read)`, "g"));
    const registered = count(new RegExp(`handle\\(composer, callbacks\\.${name},`, "g"));
    expect(mentioned - registered).toBeGreaterThan(0);
  });

  test("no handler is addressed in any other way", () => {
    expect(source).not.toMatch(/\.callbackQuery\(\s*["'`/]/);
  });
});
