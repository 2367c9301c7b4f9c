/** The room of a training: its learners, the entrance they come in by, and its exercises, judged by what really happened. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { z } from "zod";
import type { Listening } from "../config.js";
import type { Conversation } from "../playground/chats.js";
import { type Entrance, openEntrance } from "../playground/serving/entrance.js";
import type { OpenTraining, Page } from "../playground/serving/page.js";
import type { TelegramEmulator } from "../playground/telegram.js";
import {
  type Classroom,
  classroomOf,
  type ExerciseRun,
  type Goals,
} from "../playground/training/classroom.js";
import { type Learners, learnersOf } from "../playground/training/learners.js";
import type { Random } from "../records/storage/ids.js";
import { actingAs, type RunAt } from "../samples/acting.js";
import { readExercises } from "../training/exercise.js";
import { happenedSince } from "../training/happened.js";
import { standingsOf } from "../training/judging.js";
import { addressFault } from "./servers.js";

const locales = fileURLToPath(new URL("../../locales", import.meta.url));
const exercisesFolder = fileURLToPath(new URL("../training/exercises", import.meta.url));

/** What is kept of a training room beside the chats. */
export const trainingSchema = z.object({
  learners: z.array(z.object({ person: z.number(), session: z.string().nullable() })),
  runs: z.array(
    z.object({
      person: z.number(),
      exercise: z.string(),
      since: z.number(),
      goals: z.record(z.string(), z.enum(["met", "open", "missed"])),
      ended: z.enum(["met", "learner", "trainer"]).nullable(),
    }),
  ),
});

const faults = z.object({
  "wrong-code": z.string(),
  "too-many": z.string(),
  "no-name": z.string(),
  taken: z.string(),
  full: z.string(),
});
const joinWords = z.object({
  title: z.string(),
  madeUp: z.string(),
  intro: z.string(),
  code: z.string(),
  name: z.string(),
  nameHint: z.string(),
  enter: z.string(),
  otherLanguage: z.string(),
  faults,
});

/** A room that is open to learners. */
export type TrainingRoom = {
  readonly training: OpenTraining;
  /** Opens the entrance. Learners come in from then on. @throws {ConfigError} where its address cannot be had */
  open(page: Page): Promise<Entrance>;
  /** The room was emptied. */
  forget(): void;
  /** To keep for the next run. */
  entries(): z.infer<typeof trainingSchema>;
  close(): Promise<void>;
};

/** Puts a training room together; it is not open yet. */
export function trainingRoomOf(deps: {
  readonly at: Listening;
  readonly telegram: TelegramEmulator;
  /** The clock of the room, and how far it is ahead (ms) of the real time. */
  readonly clock: { readonly now: () => Date; readonly ahead: () => number };
  readonly random: Random;
  readonly log: Logger;
  readonly run: RunAt;
  /** What the people of the institution are called in it: nobody else is to be taken for them. */
  readonly staffNames: readonly string[];
  readonly earlier: z.infer<typeof trainingSchema> | undefined;
}): TrainingRoom {
  const { at, telegram, clock, random, log, run, staffNames, earlier } = deps;
  const exercises = readExercises(exercisesFolder, locales);
  const learners: Learners = learnersOf(random, earlier?.learners);
  const classroom: Classroom = classroomOf(
    judge,
    clock.now,
    earlier?.runs as readonly ExerciseRun[] | undefined,
  );
  let entrance: Entrance | undefined;
  for (const kind of ["message", "edit", "answer"] as const) {
    telegram.on(kind, ({ conversation }) => classroom.changed(conversation.chat.id));
  }

  /** Looks with the rights of the learner: at their own cases, questions and notes, and at their own chat. */
  async function judge(key: string, person: number, since: Date): Promise<Goals> {
    const exercise = exercises.find((one) => one.key === key);
    const chat = telegram.people().find(({ id }) => id === person)?.conversation;
    if (exercise === undefined || chat === undefined) return {};
    const topics = topicsIn(chat, since);
    return actingAs(run, clock.now(), person, async (work) => {
      const nothing = { now: work.now, cases: [], questions: 0, isReasoned: false, topics };
      const isMember = work.actor !== undefined;
      return standingsOf(exercise, isMember ? await happenedSince(work, since, topics) : nothing);
    });
  }

  return {
    training: {
      learners,
      classroom,
      entrance: () => ({ code: entrance?.code ?? "", addresses: entrance?.addresses ?? [] }),
      exercises: exercises.map(({ key, words, goals }) => ({
        key,
        words,
        goals: goals.map((goal) => ({
          key: goal.key,
          source: goal.law === undefined ? null : `${goal.law.work} ${goal.law.article}`,
        })),
      })),
    },
    async open(page) {
      entrance = await openEntrance({
        ...at,
        random,
        learners,
        now: () => clock.now().getTime() - clock.ahead(),
        words: { id: wordsOf("id"), en: wordsOf("en") },
        isTaken: (name) => {
          const known = [...staffNames, ...telegram.people().map(({ user }) => user.first_name)];
          return known.some((one) => one.toLowerCase() === name.toLowerCase());
        },
        admit: page.admit,
        returned: page.drop,
        failed: (error) => log.error({ err: error }, "a request of the training room failed"),
        serve: page.serve,
      }).catch(addressFault(at, { host: "PLAYGROUND_HOST", port: "PLAYGROUND_PORT" }));
      return entrance;
    },
    forget() {
      learners.forget();
      classroom.forget();
    },
    entries: () => ({ learners: [...learners.entries()], runs: [...classroom.entries()] }),
    close: async () => entrance?.close(),
  };
}

function wordsOf(locale: "id" | "en") {
  return joinWords.parse(JSON.parse(readFileSync(join(locales, locale, "join.json"), "utf8")));
}

/** Topics of the guidance that the bot showed in a chat since a time: each answer ends with its hashtag. */
function topicsIn({ history }: Conversation, since: Date): ReadonlySet<string> {
  const shown = history.flatMap((happening) => {
    const isOfBot = (happening.kind === "message" || happening.kind === "edit") && happening.isFromBot;
    return isOfBot && happening.at >= since.getTime() ? [happening.message.text ?? ""] : [];
  });
  const tags = shown.flatMap((text) => text.match(/#[a-z0-9_]+/g) ?? []);
  return new Set(tags.map((tag) => tag.slice(1).replaceAll("_", "-")));
}
