/** The goals of an exercise, and what is said of them once it has ended. */
import type { ExerciseView } from "../serving/contract.js";
import type { ExerciseRun } from "../training/classroom.js";
import { useView } from "./store.js";
import { trainingWordsOf } from "./trainingWords.js";
import { filled } from "./words.js";

const marks = { met: "✓", open: "○", missed: "✗" } as const;

/** How many goals of a run are met, and how many there are. */
export function progressOf(exercise: ExerciseView, run: ExerciseRun): { done: number; of: number } {
  const done = exercise.goals.filter(({ key }) => run.goals[key] === "met").length;
  return { done, of: exercise.goals.length };
}

/** Every goal with how it stands; with the feedback and its source where `withFeedback`. */
export function GoalList({
  exercise,
  run,
  withFeedback,
}: {
  readonly exercise: ExerciseView;
  readonly run: ExerciseRun;
  readonly withFeedback: boolean;
}) {
  const { locale } = useView();
  const words = trainingWordsOf(locale);
  const said = exercise.words[locale].goals;
  return (
    <ol class="goals">
      {exercise.goals.map(({ key, source }) => {
        const standing = run.goals[key] ?? "open";
        const goal = said[key];
        return (
          <li key={key} class={standing}>
            <span class="mark" aria-hidden="true">
              {marks[standing]}
            </span>
            <div>
              <b>{goal?.title}</b> <small>{words[standing]}</small>
              {withFeedback && <p>{standing === "met" ? goal?.met : goal?.missed}</p>}
              {withFeedback && source !== null && <p class="source">{filled(words.source, { source })}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
