/**
 * Exercises of the training room, as data: `exercises/<key>.yaml` has the goals and how each is seen to be met, and
 * `locales/<locale>/exercises/<key>.yaml` what is said of them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { deadlineKeys } from "../practice/deadlines.js";
import { formIds } from "../practice/form.js";

const form = z.enum(formIds);
const word = z.string().regex(/^[a-z][a-zA-Z0-9-]*$/);

/** How a goal is seen to be met: in the learner's own records, and in what they opened of the guidance. */
const checkSchema = z.discriminatedUnion("kind", [
  /** A case begun in the exercise has one of these answers; of several choices one of those ticked. */
  z.strictObject({
    kind: z.literal("answered"),
    form,
    path: word,
    is: z.array(z.union([word, z.boolean()])).min(1),
  }),
  /** The question was answered at all, and not skipped. */
  z.strictObject({ kind: z.literal("given"), form, path: word }),
  z.strictObject({ kind: z.literal("sent"), form }),
  /** The supervisor approved it. */
  z.strictObject({ kind: z.literal("approved"), form }),
  /** What the law asks for was handed over before its time was over. */
  z.strictObject({ kind: z.literal("handed-over"), deadline: z.enum(deadlineKeys) }),
  /** The learner asked their supervisor. */
  z.strictObject({ kind: z.literal("asked-supervisor") }),
  /** An ethical dilemma was reasoned through to its last step. */
  z.strictObject({ kind: z.literal("reasoned") }),
  /** One of these topics of the guidance was opened. */
  z.strictObject({ kind: z.literal("looked-up"), topics: z.array(word).min(1) }),
]);

/** How a goal is seen to be met. */
export type GoalCheck = z.infer<typeof checkSchema>;

const exerciseSchema = z.strictObject({
  goals: z
    .array(
      z.strictObject({
        key: word,
        check: checkSchema,
        /** The rule behind it, where it is law, and the topic of the guidance that cites it. */
        law: z.strictObject({ work: z.string(), article: z.string(), topic: word }).optional(),
      }),
    )
    .min(1),
});

const text = z.string().trim().min(1);
const wordsSchema = z.strictObject({
  title: text,
  summary: text,
  story: z.array(text).min(1),
  cards: z.array(z.strictObject({ title: text, text })).min(1),
  goals: z.record(word, z.strictObject({ title: text, met: text, missed: text })),
});

/** What an exercise says in one language. */
export type WordsOfExercise = z.infer<typeof wordsSchema>;

/** An exercise: its goals in order, and its words. */
export type Exercise = z.infer<typeof exerciseSchema> & {
  readonly key: string;
  readonly words: Readonly<Record<"id" | "en", WordsOfExercise>>;
};

/** In the order in which they are offered: from what every day brings to what is rare. */
const order = ["neglected-elder", "child-victim", "envelope"];

/**
 * Reads all exercises.
 *
 * @throws {Error} naming the file that is wrong, or the goal that lacks its words.
 */
export function readExercises(folder: string, locales: string): readonly Exercise[] {
  const keys = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ""));
  return [...keys]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((key) => {
      const exercise = read(join(folder, `${key}.yaml`), exerciseSchema);
      const words = {
        id: read(join(locales, "id", "exercises", `${key}.yaml`), wordsSchema),
        en: read(join(locales, "en", "exercises", `${key}.yaml`), wordsSchema),
      };
      for (const [locale, { goals }] of Object.entries(words)) {
        const [told, meant] = [Object.keys(goals), exercise.goals.map((goal) => goal.key)];
        const odd = [
          ...meant.filter((one) => !told.includes(one)),
          ...told.filter((one) => !meant.includes(one)),
        ];
        if (odd.length > 0)
          throw new Error(`${locale}/exercises/${key}.yaml: words or goals of ${odd.join(", ")}`);
      }
      return { key, ...exercise, words };
    });
}

function read<Shape extends z.ZodType>(file: string, shape: Shape): z.output<Shape> {
  const parsed = shape.safeParse(parse(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}
