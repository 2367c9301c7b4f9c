/** A learner's side of training: which exercise they do, what they can ask about, and how it ended. */
import { useEffect, useState } from "preact/hooks";
import type { ExercisesView, ExerciseView, State } from "../serving/contract.js";
import type { ExerciseRun } from "../training/classroom.js";
import { Dialog } from "./Dialog.js";
import { GoalList, progressOf } from "./GoalList.js";
import { server } from "./server.js";
import { attempt, choose, setPageLocale, useView } from "./store.js";
import { trainingWordsOf } from "./trainingWords.js";
import { useNews } from "./useNews.js";
import { filled } from "./words.js";

export function ExercisePane({ state }: { readonly state: State }) {
  const { locale } = useView();
  const words = trainingWordsOf(locale);
  const [view, setView] = useState<ExercisesView | null>(null);
  const [isChoosing, chooseAnother] = useState(false);
  const me = state.people[0];
  const load = () => attempt(server.exercises().then(setView));
  useNews(load);
  useEffect(load, []);
  const begin = (exercise: string) => {
    chooseAnother(false);
    attempt(server.post<ExercisesView>("exercise", { exercise }).then(setView));
  };
  const run = view?.run ?? null;
  const exercise = view?.exercises.find(({ key }) => key === run?.exercise);
  return (
    <nav class="people exercise" aria-label={words.exercises}>
      <header class="bar">
        <div class="title">
          <h2>{words.exercises}</h2>
          <p>{me?.name}</p>
        </div>
        <button type="button" class="quiet" onClick={() => setPageLocale(locale === "id" ? "en" : "id")}>
          {locale === "id" ? "English" : "Bahasa Indonesia"}
        </button>
      </header>
      <div class="exercise-body">
        {view !== null && (run === null || exercise === undefined || isChoosing) && (
          <Offers exercises={view.exercises} begin={begin} />
        )}
        {run !== null && exercise !== undefined && !isChoosing && (
          <>
            {run.ended === null ? (
              <Doing exercise={exercise} run={run} end={() => attempt(server.endExercise().then(setView))} />
            ) : (
              <Ended exercise={exercise} run={run} />
            )}
            {run.ended !== null && (
              <p class="exercise-deeds">
                <button type="button" class="strong" onClick={() => chooseAnother(true)}>
                  {words.other}
                </button>
                <button type="button" class="quiet" onClick={() => begin(exercise.key)}>
                  {words.again}
                </button>
              </p>
            )}
          </>
        )}
      </div>
      {me !== undefined && (
        <footer class="only-narrow">
          <button type="button" class="strong" onClick={() => choose(me.id)}>
            {words.toChat}
          </button>
        </footer>
      )}
    </nav>
  );
}

function Offers({
  exercises,
  begin,
}: {
  readonly exercises: readonly ExerciseView[];
  readonly begin: (exercise: string) => void;
}) {
  const { locale } = useView();
  const words = trainingWordsOf(locale);
  return (
    <>
      <p class="muted">{words.chooseExercise}</p>
      <ul class="offers">
        {exercises.map(({ key, words: said }) => (
          <li key={key}>
            <h3>{said[locale].title}</h3>
            <p>{said[locale].summary}</p>
            <button
              type="button"
              class="strong"
              onClick={() => begin(key)}
              aria-label={`${words.begin}: ${said[locale].title}`}
            >
              {words.begin}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** While it is done only what was reached is shown: what is left is for the learner to find. */
function Doing({
  exercise,
  run,
  end,
}: {
  readonly exercise: ExerciseView;
  readonly run: ExerciseRun;
  readonly end: () => void;
}) {
  const { locale } = useView();
  const words = trainingWordsOf(locale);
  const [asking, ask] = useState(false);
  const said = exercise.words[locale];
  const progress = progressOf(exercise, run);
  const reached = exercise.goals.filter(({ key }) => run.goals[key] === "met");
  return (
    <>
      <h3>{said.title}</h3>
      <p class="progress-line">
        <progress value={progress.done} max={progress.of} aria-hidden="true" />{" "}
        {filled(words.progress, progress)}
      </p>
      <section aria-label={words.story}>
        {said.story.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      <section>
        <h4>{words.cards}</h4>
        {said.cards.map((card) => (
          <details key={card.title}>
            <summary>{card.title}</summary>
            <p>{card.text}</p>
          </details>
        ))}
      </section>
      <section>
        <h4>{words.reached}</h4>
        {reached.length === 0 ? (
          <p class="muted">{words.nothingYet}</p>
        ) : (
          <ul class="goals">
            {reached.map(({ key }) => (
              <li key={key} class="met">
                <span class="mark" aria-hidden="true">
                  ✓
                </span>
                <b>{said.goals[key]?.title}</b>
              </li>
            ))}
          </ul>
        )}
      </section>
      <p class="exercise-deeds">
        <button type="button" class="quiet" onClick={() => ask(true)}>
          {words.finish}
        </button>
      </p>
      {asking && (
        <Dialog
          title={words.finishAsk}
          confirm={words.finish}
          onClose={() => ask(false)}
          onConfirm={() => {
            ask(false);
            end();
          }}
        >
          <p>{words.finishNote}</p>
        </Dialog>
      )}
    </>
  );
}

function Ended({ exercise, run }: { readonly exercise: ExerciseView; readonly run: ExerciseRun }) {
  const { locale } = useView();
  const words = trainingWordsOf(locale);
  return (
    <>
      <h3>{exercise.words[locale].title}</h3>
      <p class="progress-line">
        <b>{filled(words.progress, progressOf(exercise, run))}</b> ·{" "}
        {run.ended !== null && words.ended[run.ended]}
      </p>
      <h4>{words.feedback}</h4>
      <GoalList exercise={exercise} run={run} withFeedback />
    </>
  );
}
