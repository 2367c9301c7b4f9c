/**
 * The exercises of a room: which learner does which, how far they are, and how it ended. Whether a goal is met is asked of
 * the app behind the bot, which looks at what really happened; here it is remembered what was begun and what came of it.
 *
 *     begun ── all goals met ──────────────► ended (met)
 *       ├───── the learner says so ────────► ended (learner)
 *       └───── the trainer says so ────────► ended (trainer)
 */

/** How a goal stands: met, still open, or missed for good. When an exercise ends, what is open was missed. */
export type GoalStanding = "met" | "open" | "missed";

/** The goals of an exercise by their keys. */
export type Goals = Readonly<Record<string, GoalStanding>>;

/** Who or what ended an exercise. */
export type ExerciseEnd = "met" | "learner" | "trainer";

/** An exercise one learner began. `since` is the clock of the room, in milliseconds. */
export type ExerciseRun = {
  readonly person: number;
  readonly exercise: string;
  readonly since: number;
  readonly goals: Goals;
  readonly ended: ExerciseEnd | null;
};

/** What the classroom asks of the app. */
export type Judge = (exercise: string, person: number, since: Date) => Promise<Goals>;

/** The exercises of a room. */
export type Classroom = {
  /** A learner begins an exercise; what they began before and did not end is dropped. */
  begin(person: number, exercise: string): Promise<ExerciseRun>;
  /** The exercise a learner does, or did last, as it stands. */
  standing(person: number): Promise<ExerciseRun | undefined>;
  end(person: number, by: ExerciseEnd): Promise<ExerciseRun | undefined>;
  /** Something happened to somebody, or to everybody: what is known of their goals is out of date. */
  changed(person?: number): void;
  forget(): void;
  /** To keep for the next run. */
  entries(): readonly ExerciseRun[];
};

/** Begins where an earlier run stopped. @param now the clock of the room */
export function classroomOf(judge: Judge, now: () => Date, earlier: readonly ExerciseRun[] = []): Classroom {
  const runs = new Map(earlier.map((run) => [run.person, run]));
  /** How somebody stands, as it was asked last; gone where something happened since. */
  const asked = new Map<number, Promise<ExerciseRun | undefined>>();

  const keep = (run: ExerciseRun): ExerciseRun => {
    runs.set(run.person, run);
    return run;
  };
  function standing(person: number): Promise<ExerciseRun | undefined> {
    const known = asked.get(person);
    if (known !== undefined) return known;
    const asking = judged(person, () => asked.get(person) === asking);
    asked.set(person, asking);
    // What failed is asked again.
    asking.catch(() => asked.get(person) === asking && asked.delete(person));
    return asking;
  }
  /** @param isLast nothing has happened since it was asked: an older answer does not replace a newer one */
  async function judged(person: number, isLast: () => boolean): Promise<ExerciseRun | undefined> {
    const run = runs.get(person);
    if (run === undefined || run.ended !== null) return run;
    const goals = await judge(run.exercise, person, new Date(run.since));
    if (!isLast()) return standing(person);
    const isMet = Object.values(goals).every((one) => one === "met");
    return keep({ ...run, goals, ended: isMet ? "met" : null });
  }

  return {
    async begin(person, exercise) {
      const run = keep({ person, exercise, since: now().getTime(), goals: {}, ended: null });
      asked.delete(person);
      return (await standing(person)) ?? run;
    },
    standing,
    async end(person, by) {
      asked.delete(person);
      const run = await standing(person);
      asked.delete(person);
      if (run === undefined || run.ended !== null) return run;
      const goals = Object.fromEntries(
        Object.entries(run.goals).map(([key, one]) => [key, one === "met" ? one : ("missed" as const)]),
      );
      return keep({ ...run, goals, ended: by });
    },
    changed(person) {
      if (person === undefined) asked.clear();
      else asked.delete(person);
    },
    forget() {
      runs.clear();
      asked.clear();
    },
    entries: () => [...runs.values()],
  };
}
