/** Every pair of colours that words and signs of the page are drawn with: 4.5 : 1 for words, 3 : 1 for signs (WCAG 2.2). */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync("src/playground/page/style.css", "utf8");

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** The variables of a theme: those of the light one, with what the dark one sets anew. */
function coloursOf(...selectors: readonly string[]): ReadonlyMap<string, Colour> {
  const found = new Map<string, Colour>();
  for (const selector of selectors) {
    const block = css.slice(css.indexOf(`${selector} {`));
    for (const [, name = "", hex = ""] of block
      .slice(0, block.indexOf("}"))
      .matchAll(/--([\w-]+): #(\w+);/g)) {
      const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
      found.set(name, [part(0), part(2), part(4), hex.length === 8 ? part(6) / 255 : 1]);
    }
  }
  return found;
}

const over = ([r, g, b, a]: Colour, [x, y, z]: Colour): Colour => [
  r * a + x * (1 - a),
  g * a + y * (1 - a),
  b * a + z * (1 - a),
  1,
];

function luminance([r, g, b]: Colour): number {
  const [x = 0, y = 0, z = 0] = [r, g, b].map((value) =>
    value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

function contrast(a: Colour, b: Colour): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** What is drawn on what; where the second lets something through, what lies below it. */
const words: readonly (readonly [string, string, string?])[] = [
  ["text", "ground"],
  ["text", "theirs"],
  ["text", "own"],
  ["text", "quiet"],
  ["text", "selected"],
  ["muted", "ground"],
  ["muted", "quiet"],
  ["muted", "theirs"],
  ["muted", "selected"],
  ["muted", "hover"],
  ["link", "ground"],
  ["link", "theirs"],
  ["link", "own"],
  ["link", "selected"],
  ["own-meta", "own"],
  ["accent", "ground"],
  ["on-accent", "accent"],
  ["danger", "ground"],
  ["on-danger", "danger"],
  ["on-key", "success"],
  ["on-key", "key", "wall"],
  ["on-key", "key", "wall-two"],
  ["on-key", "key-hover", "wall"],
  ["on-key", "chip", "wall"],
  ["on-key", "chip", "theirs"],
];

describe.each([
  ["light", coloursOf(":root")],
  ["dark", coloursOf(":root", ':root[data-theme="dark"]')],
])("%s", (_, colours) => {
  const colour = (name: string): Colour => {
    const found = colours.get(name);
    if (found === undefined) throw new Error(`there is no --${name}`);
    return found;
  };
  test.each(words.map((pair) => ({ pair, name: pair.slice(0, 2).join(" on ") })))("$name", ({ pair }) => {
    const [above, below, lowest] = pair;
    const ground = lowest === undefined ? colour(below) : over(colour(below), colour(lowest));
    expect(contrast(colour(above), ground)).toBeGreaterThanOrEqual(4.5);
  });
});

test("the two ways to be dark say the same", () => {
  const system = coloursOf(':root:not([data-theme="light"])');
  expect(system).toEqual(coloursOf(':root[data-theme="dark"]'));
  expect(system.size).toBeGreaterThan(15);
});
