/** The project's own questions in `test/guidance`, read and checked. The index learns from none of them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const folder = "test/guidance";
const slugs = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);
const marked = z.array(
  z.object({
    q: z.string(),
    topic: z.string().nullable(),
    also: slugs,
    style: z.string(),
  }),
);
const byKey = z.record(z.string(), z.array(z.string()));

/** What should come of a question: one of its topics, "of the field without an entry", or "outside of the field". */
export type Expected = "topic" | "field" | "outside";

/** A question of the project's own sets. */
export type OwnQuestion = {
  readonly text: string;
  /** The file it stands in, without its ending. */
  readonly set: string;
  readonly style: string;
  readonly expected: Expected;
  /** The topics that are a right first answer; none where no entry answers. */
  readonly topics: readonly string[];
};

/** A third, by what the text is: adding a question moves no other one. */
export function isFinal(text: string): boolean {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0;
  return (hash >>> 8) % 3 === 0;
}

/** Every question that stands alone; of one more file in the format of `questions.yaml` where it is named. */
export function loadQuestions(file?: string): OwnQuestion[] {
  if (file !== undefined) return markedQuestions(file, readFileSync(file, "utf8"));
  return [
    ...["questions", "questions.en"].flatMap((set) => markedQuestions(set, textOf(set))),
    ...keyedQuestions("tired"),
    ...keyedQuestions("tired.en"),
    ...Object.entries(byKey.parse(read("field"))).flatMap(([style, texts]) =>
      texts.map(
        (text): OwnQuestion => ({
          text,
          set: "field",
          style,
          expected: "field",
          topics: [],
        }),
      ),
    ),
  ];
}

/** A question after another, with the topic that had answered the first. */
export type FollowUpQuestion = {
  readonly before: string;
  readonly text: string;
  /** The right topics; none where no entry answers. */
  readonly topics: readonly string[];
  readonly part: string | undefined;
  /** It is about something else. */
  readonly isNew: boolean;
  readonly final: boolean;
};

const followUps = z.array(
  z.strictObject({
    topic: z.string(),
    first: z.string(),
    // biome-ignore lint/suspicious/noThenProperty: a field of the file, never awaited.
    then: z.string(),
    expect: z.union([
      z.string().transform((one) => [one]),
      z.array(z.string()),
      z.null().transform(() => []),
    ]),
    part: z.string().optional(),
    new: z.boolean().default(false),
  }),
);

/** Every question after another. */
export function loadFollowUps(): FollowUpQuestion[] {
  return followUps.parse(read("follow-ups")).map((one) => ({
    before: one.topic,
    text: one.then,
    topics: one.expect,
    part: one.part,
    isNew: one.new,
    final: isFinal(one.first + one.then),
  }));
}

/** Messages of small talk by kind, and under `none` what only looks like it. */
export function loadSmallTalk(): { readonly text: string; readonly kind: string; readonly final: boolean }[] {
  return Object.entries(byKey.parse(read("small-talk"))).flatMap(([kind, texts]) =>
    texts.map((text) => ({ text, kind, final: isFinal(text) })),
  );
}

const several = z.array(z.strictObject({ q: z.string(), topics: z.array(z.string().nullable()) }));

/** Messages of several questions, with a topic for each; null where any will do. */
export function loadSeveral(): { readonly q: string; readonly topics: readonly (string | null)[] }[] {
  return several.parse(read("several"));
}

function read(name: string): unknown {
  return parse(textOf(name));
}

function textOf(name: string): string {
  return readFileSync(join(folder, `${name}.yaml`), "utf8");
}

function markedQuestions(set: string, text: string): OwnQuestion[] {
  return marked.parse(parse(text)).map(({ q, topic, also, style }) => ({
    text: q,
    set,
    style,
    expected: topic === null ? "outside" : "topic",
    topics: topic === null ? [] : [topic, ...also],
  }));
}

/** Topics with their messages; `outside` for none. */
function keyedQuestions(set: string): OwnQuestion[] {
  return Object.entries(byKey.parse(read(set))).flatMap(([topic, texts]) =>
    texts.map((text) => ({
      text,
      set,
      style: "tired",
      expected: topic === "outside" ? "outside" : "topic",
      topics: topic === "outside" ? [] : [topic],
    })),
  );
}
