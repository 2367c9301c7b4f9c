/** The trainer's screen: how learners come in, and how far each of them is. */
import { useEffect, useState } from "preact/hooks";
import type { ExerciseView, LearnersView } from "../serving/contract.js";
import { Dialog } from "./Dialog.js";
import { GoalList, progressOf } from "./GoalList.js";
import { Icon } from "./icons.js";
import { server } from "./server.js";
import { attempt, choose, set, useView } from "./store.js";
import { trainingWordsOf } from "./trainingWords.js";
import { useNews } from "./useNews.js";
import { filled } from "./words.js";

type LearnerLine = LearnersView["learners"][number];

export function TrainingScreen() {
  const { locale, words: page } = useView();
  const words = trainingWordsOf(locale);
  const [view, setView] = useState<LearnersView | null>(null);
  const [given, give] = useState<{ readonly name: string; readonly code: string } | null>(null);
  const load = () => attempt(server.learners().then(setView));
  useNews(load);
  useEffect(load, []);
  const giveBack = ({ person, name }: LearnerLine) =>
    attempt(
      server.post<{ code: string }>("learners/return", { person }).then(({ code }) => give({ name, code })),
    );
  return (
    <main class="chat training" aria-label={words.training}>
      <header class="bar">
        <button
          type="button"
          class="icon-button only-narrow"
          onClick={() => set({ atTraining: false })}
          aria-label={page.back}
        >
          <Icon name="back" />
        </button>
        <div class="title">
          <h1>{words.training}</h1>
        </div>
      </header>
      {view !== null && (
        <div class="training-body">
          <dl class="way-in">
            <div>
              <dt>{words.address}</dt>
              <dd>
                {view.addresses.length === 0
                  ? words.noAddress
                  : view.addresses.map((one) => <span key={one}>{one}</span>)}
              </dd>
            </div>
            <div>
              <dt>{words.code}</dt>
              <dd class="entry-code">{view.code}</dd>
            </div>
          </dl>
          <p class="muted">{words.tips}</p>
          <h2>{filled(words.learners, { count: view.learners.length })}</h2>
          {view.learners.length === 0 && <p class="muted">{words.noLearners}</p>}
          <ul class="learners">
            {view.learners.map((learner) => (
              <LearnerCard
                key={learner.person}
                learner={learner}
                exercise={view.exercises.find(({ key }) => key === learner.run?.exercise)}
                giveBack={() => giveBack(learner)}
                end={() => attempt(server.endExercise(learner.person).then(load))}
              />
            ))}
          </ul>
        </div>
      )}
      {given !== null && (
        <Dialog title={words.giveBack} onClose={() => give(null)}>
          <p class="entry-code">{given.code}</p>
          <p>{filled(words.giveBackNote, { name: given.name })}</p>
        </Dialog>
      )}
    </main>
  );
}

function LearnerCard({
  learner,
  exercise,
  giveBack,
  end,
}: {
  readonly learner: LearnerLine;
  readonly exercise: ExerciseView | undefined;
  readonly giveBack: () => void;
  readonly end: () => void;
}) {
  const { locale } = useView();
  const words = trainingWordsOf(locale);
  const { run, name, person } = learner;
  return (
    <li>
      <h3>{name}</h3>
      {run === null || exercise === undefined ? (
        <p class="muted">{words.noExercise}</p>
      ) : (
        <>
          <p>
            {exercise.words[locale].title}
            {run.ended !== null && <b> · {words.ended[run.ended]}</b>}
          </p>
          <details>
            <summary>
              <progress
                value={progressOf(exercise, run).done}
                max={progressOf(exercise, run).of}
                aria-hidden="true"
              />{" "}
              {filled(words.progress, progressOf(exercise, run))}
            </summary>
            <GoalList exercise={exercise} run={run} withFeedback={false} />
          </details>
        </>
      )}
      <p class="exercise-deeds">
        <button type="button" class="quiet" onClick={() => choose(person)}>
          {words.openChat}
        </button>
        {run?.ended === null && (
          <button type="button" class="quiet" onClick={end}>
            {words.endFor}
          </button>
        )}
        <button type="button" class="quiet" onClick={giveBack}>
          {words.giveBack}
        </button>
      </p>
    </li>
  );
}
