/** One entry of the guidance: what its Markdown file says, checked. */
import { isMap, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { Locale } from "../texts.js";
import type { FaultCode, GuidanceFault } from "./faults.js";

/** The groups of entries: folders below `locales/<locale>/guidance`. */
export const groups = [
  "etika",
  "str",
  "sop",
  "standar",
  "hukum",
  "data",
  "darurat",
  "administrasi",
  "sasaran",
  "metode",
] as const;

/** A group of entries. */
export type Group = (typeof groups)[number];

/** The ways people ask, in the order an entry lists them. */
export const styles = ["formal", "informal", "misspelt", "short", "mixed", "story"] as const;

/** A way of asking. */
export type Style = (typeof styles)[number];

/** How far a source was read: `official` the law's text, `secondary` a report of it, `practice` no rule, `foreign` not Indonesian. */
export const standings = ["official", "secondary", "practice", "foreign"] as const;

/** The dangers to life whose numbers are shown before the answer, in the words of the danger question of the forms. */
export const emergencies = ["suicide", "violence-ongoing", "medical", "abandoned-child"] as const;

/** A danger to life. */
export type EmergencyKind = (typeof emergencies)[number];

const line = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a slug: lower case, digits, hyphens");

const source = z.strictObject({
  work: line,
  article: line.optional(),
  standing: z.enum(standings),
  note: line.optional(),
});

/** What an entry says after its short answer, and what is beside it: each is read when somebody wants it. */
export const furtherParts = ["steps", "limits", "sources", "supervisor", "toSay", "related"] as const;

/** One of these. */
export type FurtherPart = (typeof furtherParts)[number];

/** A short answer has at most so many characters, and so many paragraphs: it is read at a glance on a phone. */
export const shortAnswer = { characters: 400, paragraphs: 3 } as const;

/** The front matter of an entry. */
export const frontMatter = z.strictObject({
  topic: slug,
  title: line,
  emergency: z.enum(emergencies).optional(),
  keywords: z.array(line).min(1),
  sources: z.array(source).min(1).max(7),
  related: z.array(slug).min(2),
  reviewed: z.iso.date(),
  questions: z.array(line).min(1),
});

/** A source of an entry, as its front matter gives it. */
export type Source = z.infer<typeof source>;

/** A question an entry answers, in the words of somebody who asks it. The index learns from these. */
export type ExampleQuestion = { readonly text: string; readonly style: Style };

/** An entry as the chat shows it and the index learns it. Texts are Markdown with `**bold**` and nothing else. */
export type GuidanceEntry = Omit<z.infer<typeof frontMatter>, "questions"> & {
  readonly group: Group;
  readonly questions: readonly ExampleQuestion[];
  /** The short answer: one or two sentences, no longer than {@link shortAnswer}. An empty line separates paragraphs. */
  readonly answer: string;
  readonly steps: readonly string[];
  readonly limits: string;
  readonly supervisor: string;
  /** A sentence the worker may say to the client as it stands, without quotation marks; few entries have none. */
  readonly toSay?: string;
};

const headings = {
  id: {
    steps: "Langkah",
    toSay: "Kalimat untuk klien",
    limits: "Batas",
    supervisor: "Kapan ke supervisor",
  },
  en: {
    steps: "Steps",
    toSay: "Words for the client",
    limits: "Limits",
    supervisor: "When to ask your supervisor",
  },
} as const;

/** How many questions an entry needs: in all, and of each of its styles. */
const enough = {
  id: { all: 24, each: 4, styles },
  en: { all: 12, each: 3, styles: ["formal", "informal", "short", "story"] },
} as const;

/** Reads the text of an entry's file. Faults are collected, all at once. */
export function parseEntry(
  text: string,
  file: string,
  group: Group,
  locale: Locale,
): GuidanceEntry | readonly GuidanceFault[] {
  const faults: GuidanceFault[] = [];
  const fault = (code: FaultCode, at: number, message: string) =>
    void faults.push({ code, file, line: at, message });
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) {
    fault("GUIDE_001", 1, "must begin with front matter between two lines of ---");
    return faults;
  }
  const counter = new LineCounter();
  const document = parseDocument(lines.slice(1, end).join("\n"), { lineCounter: counter });
  for (const error of document.errors)
    fault("GUIDE_002", (error.linePos?.[0].line ?? 1) + 1, error.message.split("\n")[0] ?? "");
  if (faults.length > 0) return faults;
  const lineOf = (path: readonly PropertyKey[]): number => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    const parent = isMap(document.contents)
      ? document.contents.items.find((item) => String(item.key) === path[0])?.key
      : undefined;
    const range = rangeOf(node) ?? rangeOf(parent);
    return range === undefined ? 1 : counter.linePos(range).line + 1;
  };
  const front = frontMatter.safeParse(document.toJS());
  if (!front.success) {
    for (const issue of front.error.issues) {
      fault("GUIDE_003", lineOf(issue.path), `${issue.path.join(".") || "front matter"}: ${issue.message}`);
    }
  }
  const asked = styledQuestions(lines.slice(0, end), fault);
  checkQuestions(asked, locale, lines.findIndex((text) => text.startsWith("questions:")) + 1, fault);
  const body = parseBody(lines, end + 1, locale, fault);
  if (!front.success || faults.length > 0 || body === undefined) return faults;
  const { questions, ...rest } = front.data;
  return {
    ...rest,
    group,
    questions: questions.map((question, at) => ({ text: question, style: asked[at]?.style ?? "formal" })),
    ...body,
  };
}

function rangeOf(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range))
    return undefined;
  const [start] = node.range;
  return typeof start === "number" ? start : undefined;
}

type Report = (code: FaultCode, line: number, message: string) => void;

/** The questions with the style whose comment stands above them. A question is one line. */
function styledQuestions(
  front: readonly string[],
  fault: Report,
): { style: Style | undefined; text: string; line: number }[] {
  const asked: { style: Style | undefined; text: string; line: number }[] = [];
  let style: Style | undefined;
  const from = front.findIndex((text) => text.startsWith("questions:"));
  for (let at = from + 1; from >= 0 && at < front.length; at += 1) {
    const text = (front[at] ?? "").trim();
    const mark = /^# *(\S+)/.exec(text)?.[1];
    if (mark !== undefined) {
      style = styles.find((name) => name === mark);
      if (style === undefined)
        fault("GUIDE_004", at + 1, `"${mark}" is no style; styles are ${styles.join(", ")}`);
    } else if (text.startsWith("- ")) {
      if (style === undefined) fault("GUIDE_004", at + 1, "a question stands under no style comment");
      asked.push({ style, text: text.slice(2), line: at + 1 });
    }
  }
  return asked;
}

function checkQuestions(
  asked: readonly { style: Style | undefined; text: string; line: number }[],
  locale: Locale,
  at: number,
  fault: Report,
): void {
  const needs = enough[locale];
  if (asked.length < needs.all) fault("GUIDE_005", at, `has ${asked.length} questions, needs ${needs.all}`);
  for (const style of needs.styles) {
    const count = asked.filter((question) => question.style === style).length;
    if (count < needs.each)
      fault("GUIDE_005", at, `has ${count} questions of style ${style}, needs ${needs.each}`);
  }
  const seen = new Set<string>();
  for (const question of asked) {
    if (seen.has(question.text)) fault("GUIDE_012", question.line, "the same question stands above");
    seen.add(question.text);
  }
}

function parseBody(
  lines: readonly string[],
  from: number,
  locale: Locale,
  fault: Report,
): Pick<GuidanceEntry, "answer" | "steps" | "toSay" | "limits" | "supervisor"> | undefined {
  const sections = new Map<string, string[]>([["", []]]);
  let heading = "";
  for (const text of lines.slice(from)) {
    const next = /^## +(.*?) *$/.exec(text)?.[1];
    if (next !== undefined) {
      heading = next;
      sections.set(heading, []);
    } else sections.get(heading)?.push(text);
  }
  const prose = (name: string): string => {
    const paragraphs = (sections.get(name) ?? [])
      .join("\n")
      .trim()
      .split(/\n\s*\n/);
    const found = paragraphs.map((text) => text.replace(/\s*\n\s*/g, " ")).join("\n\n");
    if (found === "")
      fault("GUIDE_006", from, name === "" ? "the answer is missing" : `the section "## ${name}" is missing`);
    return found;
  };
  const { steps, toSay, limits, supervisor } = headings[locale];
  const items: string[] = [];
  for (const text of sections.get(steps) ?? []) {
    const item = /^(?:\d+\.|[-*]) +(.*)$/.exec(text)?.[1];
    if (item !== undefined) items.push(item.trim());
    else if (text.trim() !== "") items.push(`${items.pop() ?? ""} ${text.trim()}`.trim());
  }
  if (items.length === 0) fault("GUIDE_006", from, `the section "## ${steps}" is missing`);
  const known: readonly string[] = ["", ...Object.values(headings[locale])];
  for (const name of sections.keys())
    if (!known.includes(name)) fault("GUIDE_014", from, `"## ${name}" is no section of an entry`);
  const answer = prose("");
  const { characters, paragraphs } = shortAnswer;
  if (answer.replaceAll("**", "").length > characters || answer.split("\n\n").length > paragraphs)
    fault("GUIDE_015", from, `the answer has more than ${characters} characters or ${paragraphs} paragraphs`);
  return {
    answer,
    steps: items,
    ...(sections.has(toSay) ? { toSay: prose(toSay) } : {}),
    limits: prose(limits),
    supervisor: prose(supervisor),
  };
}
