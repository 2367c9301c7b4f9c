/** The playground's page: the people on the left, the chosen one's chat on the right. */
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { ChatPane } from "./Chat.js";
import { Dialog } from "./Dialog.js";
import { FirstMinute } from "./FirstMinute.js";
import { OpenLink } from "./OpenLink.js";
import { People } from "./People.js";
import { set, startPage, useView } from "./store.js";
import { TourBar } from "./TourBar.js";
import { filled } from "./words.js";

function App() {
  const { state, chosen, chat, words, notice, connected, link, filling } = useView();
  const unread = state?.people.reduce((sum, person) => sum + person.unread, 0) ?? 0;
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ""}${words.title}`;
  }, [unread, words]);
  const person = state?.people.find(({ id }) => id === chosen);
  return (
    <div class={`app${person === undefined ? "" : " in-chat"}`}>
      {state !== null && <TourBar state={state} chosen={chosen} />}
      {state !== null && <People state={state} chosen={chosen} />}
      {person !== undefined ? (
        <ChatPane key={person.id} chat={chat} person={person} />
      ) : (
        state !== null && (
          <main class="chat nobody">
            <FirstMinute state={state} />
          </main>
        )
      )}
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

startPage();
render(<App />, document.body);
