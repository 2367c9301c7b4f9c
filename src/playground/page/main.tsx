/** The playground's page: the people on the left, the chosen one's chat on the right. */
import { render } from "preact";
import { useEffect } from "preact/hooks";
import type { State } from "../serving/contract.js";
import { ChatPane } from "./Chat.js";
import { Dialog } from "./Dialog.js";
import { ExercisePane } from "./ExercisePane.js";
import { FirstMinute } from "./FirstMinute.js";
import { MadeUpLine } from "./MadeUpLine.js";
import { OpenLink } from "./OpenLink.js";
import { People } from "./People.js";
import { set, startPage, useView } from "./store.js";
import { TourBar } from "./TourBar.js";
import { TrainingScreen } from "./TrainingScreen.js";
import { filled } from "./words.js";

function App() {
  const { state, chosen, chat, words, notice, connected, link, filling, atTraining } = useView();
  const unread = state?.people.reduce((sum, person) => sum + person.unread, 0) ?? 0;
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ""}${words.title}`;
  }, [unread, words]);
  const person = state?.people.find(({ id }) => id === chosen);
  return (
    <div class={`app${person !== undefined || atTraining ? " in-chat" : ""}`}>
      <div class="above">
        {state?.open && <MadeUpLine />}
        {state?.as === "trainer" && <TourBar state={state} chosen={chosen} />}
      </div>
      {state?.as === "trainer" && <People state={state} chosen={chosen} />}
      {state?.as === "learner" && <ExercisePane state={state} />}
      {person !== undefined && <ChatPane key={person.id} chat={chat} person={person} />}
      {person === undefined && state?.as === "trainer" && <Home state={state} isTraining={atTraining} />}
      <div class="notices" role="status" aria-live="polite">
        {!connected && <p class="notice">{words.offline}</p>}
        {filling !== null && <p class="notice">{filled(words.fillingOf, filling)}</p>}
        {notice !== null && !notice.alert && (
          <p class="notice" key={notice.id}>
            {notice.text}
          </p>
        )}
      </div>
      {notice?.alert && (
        <Dialog title="Pendamping" onClose={() => set({ notice: null })}>
          <p class="alert">{notice.text}</p>
        </Dialog>
      )}
      {link !== null && <OpenLink link={link} />}
    </div>
  );
}

/** What the trainer, or a newcomer, sees where no chat is open. */
function Home({ state, isTraining }: { readonly state: State; readonly isTraining: boolean }) {
  if (isTraining) return <TrainingScreen />;
  return (
    <main class="chat nobody">
      <FirstMinute state={state} />
    </main>
  );
}

startPage();
render(<App />, document.body);
