/** The playground's own tools: samples, colours, language, and apart from them a clean start. */
import { useState } from "preact/hooks";
import type { State } from "../serving/contract.js";
import { Dialog } from "./Dialog.js";
import { Icon } from "./icons.js";
import { Menu, type MenuItem } from "./Menu.js";
import { server } from "./server.js";
import { attempt, chooseTheme, fillSamples, setPageLocale, showNotice, useView } from "./store.js";
import { tourEntry } from "./TourBar.js";

export function PlaygroundMenu({ state }: { readonly state: State }) {
  const { words, locale, theme } = useView();
  const [menu, openMenu] = useState<{ x: number; y: number } | null>(null);
  const [asked, ask] = useState<"not" | "once" | "twice">("not");
  const empty = () => {
    ask("not");
    showNotice(words.cleaning);
    attempt(server.post("clean", {}).then(() => showNotice(words.cleaned)));
  };
  const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  const tour = tourEntry(state, words);
  const entries: readonly MenuItem[] = [
    ...(tour === null ? [] : [tour]),
    { label: words.fill, act: () => fillSamples(state.filled) },
    { label: dark ? words.light : words.dark, act: () => chooseTheme(dark ? "light" : "dark") },
    {
      label: locale === "id" ? "English" : "Bahasa Indonesia",
      act: () => setPageLocale(locale === "id" ? "en" : "id"),
    },
    { label: words.clean, act: () => ask("once"), grave: true },
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
      {asked !== "not" && (
        <Dialog
          key={asked}
          title={asked === "once" ? words.cleanAsk : words.cleanSurely}
          confirm={asked === "once" ? words.clean : words.cleanYes}
          grave
          onConfirm={() => (asked === "once" ? ask("twice") : empty())}
          onClose={() => ask("not")}
        >
          <p>{asked === "once" ? words.cleanNote : words.cleanLast}</p>
        </Dialog>
      )}
    </>
  );
}
