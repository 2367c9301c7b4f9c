/** What the classifier of danger learns from: the shipped phrases of both kinds, and what the guidance is asked. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type EmergencyKind, emergencies } from "../entry.js";
import { GuidanceError } from "../faults.js";
import type { Library } from "../load.js";

const lines = z.string().transform((text) => text.split("\n").filter((line) => line !== ""));
const dangerFile = z.array(
  z.strictObject({
    by: z.string(),
    whom: z.enum(["worker", "client"]),
    dangers: z.array(z.enum(emergencies)).min(1),
    phrases: lines,
  }),
);
const ordinaryFile = z.array(
  z.strictObject({ by: z.string(), about: z.string(), at: z.enum(["idle", "answer"]), phrases: lines }),
);

/** A phrase, who wrote it, and where it would be typed. `danger` is undefined where nobody is in danger now. */
export type Phrase = {
  readonly text: string;
  /** {@link guidanceAuthor} for the example questions of the guidance. */
  readonly by: string;
  readonly at: "idle" | "answer";
  readonly danger:
    | { readonly whom: "worker" | "client"; readonly kinds: readonly EmergencyKind[] }
    | undefined;
};

/** Who wrote the example questions of the guidance. */
export const guidanceAuthor = "guidance";

/** The files of phrases below a locales directory. */
export const phraseFiles = [
  join("id", "learning", "danger-phrases.yaml"),
  join("id", "learning", "ordinary-phrases.yaml"),
] as const;

/**
 * Every phrase. The example questions of the guidance are ordinary, but not those of the entries for an emergency, which are
 * asked in one, nor those of the groups of clients, whose stories tell of people as they are found: chained, sold, left. Throws {@link GuidanceError} where a file is not of its shape.
 */
export function loadPhrases(localesDir: string, library: Library): Phrase[] {
  const [danger, ordinary] = phraseFiles;
  const phrases = [
    ...read(join(localesDir, danger), dangerFile).flatMap(({ by, whom, dangers, phrases }) =>
      phrases.map((text): Phrase => ({ text, by, at: "idle", danger: { whom, kinds: dangers } })),
    ),
    ...read(join(localesDir, ordinary), ordinaryFile).flatMap(({ by, at, phrases }) =>
      phrases.map((text): Phrase => ({ text, by, at, danger: undefined })),
    ),
  ];
  for (const entries of [library.id, library.en])
    for (const { emergency, group, questions } of entries.values())
      if (emergency === undefined && group !== "sasaran")
        for (const { text } of questions)
          phrases.push({ text, by: guidanceAuthor, at: "idle", danger: undefined });
  return phrases;
}

function read<T>(file: string, shape: z.ZodType<T>): T {
  const result = shape.safeParse(parse(readFileSync(file, "utf8")));
  if (result.success) return result.data;
  throw new GuidanceError(
    result.error.issues.map(({ path, message }) => ({
      code: "GUIDE_013",
      file,
      line: 1,
      message: `${path.join(".") || "file"}: ${message}`,
    })),
  );
}
