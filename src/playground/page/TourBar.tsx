/** The tour over the page: which step it is, what is to be done, and the way there. What is done the server judges. */
import { type PersonLine, type State, type TourDeed, type TourStep, tourSteps } from "../serving/contract.js";
import { Icon } from "./icons.js";
import { server } from "./server.js";
import { attempt, choose, fillSamples, useView } from "./store.js";
import { useJump } from "./useClock.js";
import { filled, type Words } from "./words.js";

/** As whom a step is done. */
const roleOf = (step: TourStep): string => (step === "decided" ? "supervisor" : "worker");

const move = (to: TourDeed) => attempt(server.post("tour", { to }));

/** The first step that is not done, from 0; as many as there are where all are. */
function placeOf({ done }: NonNullable<State["tour"]>): number {
  const place = tourSteps.findIndex((step) => !done.includes(step));
  return place < 0 ? tourSteps.length : place;
}

/** The way into the tour from where it is not shown; null while it is. */
export function tourEntry({ tour }: State, words: Words): { label: string; act: () => void } | null {
  if (tour === null) return { label: words.tour.begin, act: () => move("begin") };
  if (!tour.left) return null;
  const place = placeOf(tour);
  if (place === tourSteps.length) return { label: words.tour.again, act: () => move("begin") };
  const values = { step: place + 1, of: tourSteps.length };
  return { label: filled(words.tour.takeUp, values), act: () => move("takeUp") };
}

export function TourBar({ state, chosen }: { readonly state: State; readonly chosen: number | null }) {
  const { words } = useView();
  const { tour } = state;
  if (tour === null || tour.left) return null;
  const place = placeOf(tour);
  const step = tourSteps[place];
  const person = step && state.people.find(({ roles }) => roles.includes(roleOf(step)));
  const values = { step: place + 1, of: tourSteps.length };
  return (
    <aside class="tour" aria-label={words.tour.name}>
      <div class="tour-words" aria-live="polite">
        <p class="tour-place">
          <b>{step === undefined ? words.tour.finished : filled(words.tour.step, values)}</b>
          <span class="tour-steps" aria-hidden="true">
            {tourSteps.map((one, at) => (
              <i key={one} class={tour.done.includes(one) ? "done" : at === place ? "now" : ""} />
            ))}
          </span>
        </p>
        <p>
          {step === undefined ? words.tour.end : filled(words.tour.steps[step], { name: person?.name ?? "" })}
        </p>
      </div>
      {step !== undefined && person !== undefined && (
        <Ways step={step} state={state} person={person} isThere={person.id === chosen} />
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={words.tour.leave}
        title={words.tour.leave}
        onClick={() => move("leave")}
      >
        <Icon name="close" />
      </button>
    </aside>
  );
}

/** What leads to where a step is done. */
function Ways({
  step,
  state,
  person,
  isThere,
}: {
  readonly step: TourStep;
  readonly state: State;
  readonly person: PersonLine;
  readonly isThere: boolean;
}) {
  const { words } = useView();
  const jump = useJump(state);
  const needsSamples = step === "decided" && !state.filled;
  return (
    <div class="tour-ways">
      {needsSamples && (
        <button type="button" onClick={() => fillSamples(false)}>
          {words.fill}
        </button>
      )}
      {step === "reminded" && (
        <button type="button" onClick={() => jump("morning")}>
          {words.jumpMorningLong}
        </button>
      )}
      {!isThere && !needsSamples && step !== "reminded" && (
        <button type="button" onClick={() => choose(person.id)}>
          {filled(words.tour.go, { name: person.name })}
        </button>
      )}
    </div>
  );
}
