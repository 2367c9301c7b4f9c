/** The room's own tools: samples, a clean start, colours, language. */
import { useState } from "preact/hooks";
import { Dialog } from "./Dialog.js";
import { Icon } from "./icons.js";
import { type Entry, Menu } from "./Menu.js";
import { server } from "./server.js";
import { attempt, chooseLocale, chooseTheme, say, useView } from "./store.js";

export function RoomMenu({ filled }: { readonly filled: boolean }) {
  const { words, locale, theme } = useView();
  const [menu, openMenu] = useState<{ x: number; y: number } | null>(null);
  const [cleaning, clean] = useState(false);
  const fill = () => {
    say(words.filling);
    attempt(server.post("fill", {}).then(() => say(words.filled)));
  };
  const empty = () => {
    clean(false);
    say(words.cleaning);
    attempt(server.post("clean", {}).then(() => say(words.cleaned)));
  };
  const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  const entries: readonly Entry[] = [
    ...(filled ? [] : [{ label: words.fill, act: fill }]),
    { label: words.clean, act: () => clean(true), grave: true },
    { label: dark ? words.light : words.dark, act: () => chooseTheme(dark ? "light" : "dark") },
    {
      label: locale === "id" ? "English" : "Bahasa Indonesia",
      act: () => chooseLocale(locale === "id" ? "en" : "id"),
    },
  ];
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={words.roomMenu}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => {
          const { left, bottom } = currentTarget.getBoundingClientRect();
          openMenu({ x: left, y: bottom });
        }}
      >
        <Icon name="menu" />
      </button>
      {menu !== null && <Menu entries={entries} {...menu} onClose={() => openMenu(null)} />}
      {cleaning && (
        <Dialog
          title={words.cleanAsk}
          confirm={words.clean}
          grave
          onConfirm={empty}
          onClose={() => clean(false)}
        >
          <p>{words.cleanNote}</p>
        </Dialog>
      )}
    </>
  );
}
