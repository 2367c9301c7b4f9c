/** What a client's goals and functioning were and are, on scales of a few steps: before hollow, now filled. */
import { round } from "../genogram/bonds.js";
import type { Picture } from "../genogram/genogram.js";
import { text } from "../genogram/legend.js";
import { linesOfText } from "../genogram/letters.js";
import { ink } from "../genogram/symbols.js";

/** A row: what was measured, and on which step it was and is (the first is 0); null where that is not known. */
export type OutcomeRow = { readonly label: string; readonly before: number | null; readonly now: number };

/** A scale with its steps by their names; `aim` is the step that was expected, drawn as a thicker line. */
export type OutcomeScale = {
  readonly title: string;
  readonly steps: readonly string[];
  readonly aim: number | null;
  readonly rows: readonly OutcomeRow[];
};

/** What stands around the scales. */
export type OutcomeWords = {
  readonly title: string;
  /** The score, in a sentence; empty without one. */
  readonly score: string;
  readonly before: string;
  readonly now: string;
  readonly foot: string;
};

const width = 640;
const size = 16;
const margin = 16;
const labelWidth = 270;
const gap = 36;
const dot = 7;
const colour = "#1f5fa8";

/** Draws the scales below each other. The same values give the same picture. */
export function outcomePicture(scales: readonly OutcomeScale[], words: OutcomeWords): Picture {
  const parts: string[] = [];
  let y = 0;
  const say = (line: string, from: number, letters: number, more = "") => {
    y += letters * 1.3;
    parts.push(text(line, from, y, letters, "start", more));
  };
  for (const line of linesOfText(words.title, size * 1.2, width / 1.1, 2))
    say(line, 0, size * 1.2, ' font-weight="700"');
  for (const line of linesOfText(words.score, size, width, 3)) say(line, 0, size);
  y += size * 0.6;
  y += size;
  parts.push(circle(dot, y - size * 0.35, false), text(words.before, dot * 3, y, size, "start"));
  y += size * 1.4;
  parts.push(circle(dot, y - size * 0.35, true), text(words.now, dot * 3, y, size, "start"));
  for (const scale of scales) {
    y += size * 0.8;
    const drawn = scaleOf(scale);
    parts.push(`<g transform="translate(0 ${round(y)})">${drawn.svg}</g>`);
    y += drawn.height;
  }
  y += size * 0.6;
  for (const line of linesOfText(words.foot, size * 0.8, width, 2)) say(line, 0, size * 0.8);
  const [wide, high] = [width + 2 * margin, Math.ceil(y + size * 0.4 + 2 * margin)];
  const whole = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}" `,
    `font-family="Arimo, DejaVu Sans" fill="${ink.line}">`,
    `<g transform="translate(${margin} ${margin})">${parts.join("")}</g></svg>`,
  ];
  return { svg: whole.join(""), width: wide, height: high };
}

function scaleOf({ title, steps, aim, rows }: OutcomeScale): {
  readonly svg: string;
  readonly height: number;
} {
  const parts: string[] = [];
  let y = 0;
  for (const line of linesOfText(title, size * 1.05, width / 1.1, 2)) {
    y += size * 1.35;
    parts.push(text(line, 0, y, size * 1.05, "start", ' font-weight="700"'));
  }
  const left = labelWidth + gap;
  const at = (step: number) => left + (step * (width - left - gap / 2)) / Math.max(1, steps.length - 1);
  y += size * 1.4;
  for (const [index, step] of steps.entries()) parts.push(text(step, at(index), y, size * 0.9, "middle"));
  const top = y + size * 0.4;
  y = top;
  const marks: string[] = [];
  for (const { label, before, now } of rows) {
    const lines = linesOfText(label, size, labelWidth, 2);
    const height = Math.max(lines.length * size * 1.2, size * 1.6) + size * 0.6;
    const middle = y + height / 2;
    lines.forEach((line, index) => {
      const base = middle + (index - (lines.length - 1) / 2) * size * 1.2 + size * 0.35;
      marks.push(text(line, 0, base, size, "start"));
    });
    if (before !== null && before !== now) marks.push(arrow(at(before), at(now), middle));
    if (before !== null) marks.push(circle(at(before), middle, false, before === now ? dot + 4 : dot));
    marks.push(circle(at(now), middle, true));
    y += height;
  }
  const lines = steps.map((_, index) => {
    const thick = index === aim ? 2.2 : 0.8;
    const paint = index === aim ? ink.line : "#b9c0c6";
    return `<path d="M${round(at(index))} ${round(top)}V${round(y)}" stroke="${paint}" stroke-width="${thick}"/>`;
  });
  return { svg: [...lines, ...parts, ...marks].join(""), height: y };
}

function circle(x: number, y: number, filled: boolean, radius: number = dot): string {
  const fill = filled ? colour : ink.paper;
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${fill}" stroke="${colour}" stroke-width="2"/>`;
}

/** From the edge of one dot to that of the other, with a head. */
function arrow(from: number, to: number, y: number): string {
  const way = Math.sign(to - from);
  const [start, tip] = [from + way * dot, to - way * (dot + 2)];
  const back = tip - way * 8;
  const line = `<path d="M${round(start)} ${round(y)}H${round(back)}" stroke="${colour}" stroke-width="2"/>`;
  const head = `<path d="M${round(tip)} ${round(y)}L${round(back)} ${round(y - 5)}V${round(y + 5)}Z" fill="${colour}"/>`;
  return line + head;
}
