/** Where no chat is open: three things to begin with, and a tour. */
import type { State } from "../serving/contract.js";
import { server } from "./server.js";
import { attempt, choose, useView } from "./store.js";
import { tourEntry } from "./TourBar.js";

export function FirstMinute({ state }: { readonly state: State }) {
  const { words } = useView();
  const first = (role: string) => state.people.find(({ roles }) => roles.includes(role))?.id;
  /** Opens somebody's chat and says something there. */
  const says = (role: string, text: string) => {
    const person = first(role);
    if (person === undefined) return;
    choose(person);
    attempt(server.post("send", { person, text }));
  };
  /** The supervisor's menu, with the numbers of a room that has cases. */
  const watch = () => {
    const supervisor = first("supervisor");
    if (supervisor === undefined) return;
    choose(supervisor);
    const isFilled = state.filled ? Promise.resolve() : server.post("fill", {});
    attempt(isFilled.then(() => server.post("send", { person: supervisor, text: "/mulai" })));
  };
  const tour = tourEntry(state, words);
  return (
    <section class="first-minute">
      <h2>{words.firstTitle}</h2>
      <button type="button" onClick={() => says("worker", "/kasus")}>
        {words.firstCase}
      </button>
      <button type="button" onClick={watch}>
        {words.firstRoom}
      </button>
      <button type="button" onClick={() => says("worker", "/etika")}>
        {words.firstAsk}
      </button>
      {tour !== null && (
        <button type="button" onClick={tour.act}>
          {tour.label}
        </button>
      )}
      <p>{words.choose}</p>
    </section>
  );
}
