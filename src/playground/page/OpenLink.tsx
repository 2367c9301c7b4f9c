/** A link that was pressed: to the bot, opened here by whom one chooses; to elsewhere, shown first. */
import { Avatar } from "./Avatar.js";
import { Dialog } from "./Dialog.js";
import { server } from "./server.js";
import { attempt, choose, set, useView } from "./store.js";

export function OpenLink({ link }: { readonly link: string }) {
  const { words, state, chosen } = useView();
  const close = () => set({ link: null });
  const match = /^(?:https?:\/\/)?t(?:elegram)?\.me\/(\w+)(?:\?start=([\w-]{1,64}))?$/i.exec(link);
  const isOurs = match?.[1]?.toLowerCase() === state?.bot.username.toLowerCase();
  if (!isOurs) {
    return (
      <Dialog title={words.linkOutside} onClose={close}>
        <p>
          <a href={link} target="_blank" rel="noreferrer">
            {link}
          </a>
        </p>
      </Dialog>
    );
  }
  const payload = match?.[2];
  const open = (person: number) => {
    close();
    choose(person);
    attempt(server.post("open", { person, ...(payload === undefined ? {} : { payload }) }));
  };
  // Whoever shares a link seldom opens it: the others come first.
  const people = [...(state?.people ?? [])].sort((a, b) => Number(a.id === chosen) - Number(b.id === chosen));
  return (
    <Dialog title={words.linkTitle} onClose={close}>
      <ul class="whom">
        {people.map(({ id, name }) => (
          <li key={id}>
            <button type="button" onClick={() => open(id)}>
              <Avatar name={name} size={36} /> {name}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
