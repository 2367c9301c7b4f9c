/** Reads the structure of a law out of its running text: each number is looked for in turn, wherever it stands. */
import type { Clause } from "../../src/guidance/laws/law.js";

/** A part of the text, with the number it begins with. */
export type Piece = { readonly number: string; readonly text: string };

/** Cuts a text where `at(number)` finds the next of `numbers`; what stands before the first is `before`. */
export function cut(
  text: string,
  numbers: readonly string[],
  at: (number: string) => RegExp,
): { before: string; pieces: Piece[]; missing: string[] } {
  const marks: { number: string; start: number; end: number }[] = [];
  const missing: string[] = [];
  let from = 0;
  for (const number of numbers) {
    const pattern = at(number);
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (found === null) {
      missing.push(number);
      continue;
    }
    const end = found.index + found[0].length;
    marks.push({ number, start: found.index + (found[1] ?? "").length, end });
    from = end;
  }
  const pieces = marks.map(({ number, end }, index) => ({
    number,
    text: text.slice(end, marks[index + 1]?.start ?? text.length),
  }));
  return { before: text.slice(0, marks[0]?.start ?? text.length), pieces, missing };
}

/** Where the heading of a Pasal stands: not where a sentence speaks of it. */
export function pasalHeading(number: string): RegExp {
  return new RegExp(
    `(\\n\\s*|[.;:)”"]\\s+|[A-Z]\\p{L}*\\s+)Pasal ${number}(?=\\s+(?:\\(1\\)|[A-Z\\n“]))`,
    "gu",
  );
}

/** The parts of a Pasal: ayat if it has any, below them lists. */
export function clausesOf(text: string): Omit<Clause, "label"> {
  const whole = ` ${text.trim()}`;
  if (!/^\s*\(1\)/.test(whole)) return listOf(whole);
  const marks: { label: string; start: number; end: number }[] = [];
  const pattern = /(^|[\s\S])\((\d{1,2})([a-z]?)\)\s/gu;
  let last = { number: 0, letter: "" };
  for (const found of whole.matchAll(pattern)) {
    const start = found.index + (found[1] ?? "").length;
    if (/(?:ayat|dan|atau|dengan)\s*$/.test(whole.slice(Math.max(0, start - 10), start))) continue;
    const number = Number(found[2]);
    const letter = found[3] ?? "";
    const next = letter === "" ? number === last.number + 1 : number === last.number && letter > last.letter;
    if (!next) continue;
    last = { number, letter };
    marks.push({ label: `(${number}${letter})`, start, end: found.index + found[0].length });
  }
  const items = marks.map(({ label, end }, at) => ({
    label,
    ...listOf(whole.slice(end, marks[at + 1]?.start ?? whole.length)),
  }));
  return { text: "", items };
}

type Open = { label: string; text: string; items: Open[]; tail?: string };

/** A text with its huruf and angka, each list nested where it begins. */
function listOf(text: string): Omit<Clause, "label"> {
  const root: Open = { label: "", text: "", items: [] };
  const path: Open[] = [root];
  let from = 0;
  for (const found of text.matchAll(/(^|\s)([a-z]{1,2}|\d{1,2}[a-z]?)\.(?=\s+\S)/g)) {
    const label = found[2] ?? "";
    const start = found.index + (found[1] ?? "").length;
    const before = text.slice(0, start);
    const free = /(?:^|[:;.,]|\bdan|\batau|\bserta|dan\/atau)\s*$/.test(before) || /\n$/.test(before);
    if (!free) continue;
    const depth = depthOf(path, label, text.slice(from, start));
    if (depth === undefined) continue;
    add(path, text.slice(from, start));
    from = start + label.length + 1;
    path.length = depth + 1;
    const item: Open = { label, text: "", items: [] };
    path[depth]?.items.push(item);
    path.push(item);
  }
  add(path, text.slice(from));
  return closed(root);
}

/** The depth of the list a label goes on with, or of a new list it begins; undefined where it is part of a sentence. */
function depthOf(path: readonly Open[], label: string, pending: string): number | undefined {
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const last = path[depth]?.items.at(-1);
    if (last !== undefined && follows(last.label, label)) return depth;
  }
  if (label !== "a" && label !== "1") return undefined;
  const innermost = path.at(-1);
  return innermost !== undefined && innermost.items.length === 0 && /:\s*$/.test(pending)
    ? path.length - 1
    : undefined;
}

/** Whether a label comes right after another in a list: `b` after `a`, `15a` after `15`, `16` after `15a`. */
export function follows(last: string, next: string): boolean {
  const [, number, letter = ""] = /^(\d+)([a-z]?)$/.exec(last) ?? [];
  if (number === undefined) {
    if (last === "z") return next === "aa";
    if (last.length === 2) return next.length === 2 && next.charCodeAt(1) === last.charCodeAt(1) + 1;
    return next.length === 1 && next.charCodeAt(0) === last.charCodeAt(0) + 1;
  }
  if (next === String(Number(number) + 1)) return true;
  const following = letter === "" ? "a" : String.fromCharCode(letter.charCodeAt(0) + 1);
  return next === `${number}${following}`;
}

function add(path: readonly Open[], text: string): void {
  const innermost = path.at(-1);
  if (innermost !== undefined) innermost.text += text;
}

function closed(open: Open): { text: string; items?: Clause[]; tail?: string } {
  const items = open.items.map((item) => ({ label: item.label, ...closed(item) }));
  const last = open.items.at(-1);
  const tail = last === undefined ? undefined : tailOf(last);
  if (tail !== undefined) {
    const shortened = items.at(-1);
    if (shortened !== undefined) items[items.length - 1] = { ...shortened, text: plain(tail.item) };
  }
  return {
    text: plain(open.text),
    ...(items.length > 0 && { items }),
    ...(tail !== undefined && { tail: plain(tail.rest) }),
  };
}

/** A line below the last item that begins a sentence, or goes on with the sentence the list interrupted. */
function tailOf(last: Open): { item: string; rest: string } | undefined {
  if (last.items.length > 0) return undefined;
  const at = last.text.trimEnd().search(/(?<=[.,;])\s*\n\s*(?=[a-zA-Z])/);
  return at < 0 ? undefined : { item: last.text.slice(0, at), rest: last.text.slice(at) };
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
