/** The open chat: who one is, what was said, what one may do. */
import type { Message } from "@grammyjs/types";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ChatView, PersonLine } from "../serving/contract.js";
import { fileOf } from "./Attachment.js";
import { Avatar } from "./Avatar.js";
import { Bubble } from "./Bubble.js";
import { Composer, type ComposerMode } from "./Composer.js";
import { Icon } from "./icons.js";
import { Menu, type MenuItem } from "./Menu.js";
import { fileUrl, server } from "./server.js";
import { attempt, choose, copy, look, sendText, useView } from "./store.js";
import { dayKey, longDay } from "./times.js";
import { filled } from "./words.js";

/** So many messages are drawn at first, and so many more each time one scrolls up to the oldest. */
const portion = 200;
/** How long (ms) the day stays on the screen after one has stopped scrolling. */
const dayStays = 1_000;

/** Whoever looks has asked for no motion. */
const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function ChatPane({ chat, person }: { readonly chat: ChatView | null; readonly person: PersonLine }) {
  const { words, state, typing, locale } = useView();
  const zone = state?.zone ?? "Asia/Jakarta";
  const [menu, openMenu] = useState<{ entries: readonly MenuItem[]; x: number; y: number } | null>(null);
  const [draft, setDraft] = useState<ComposerMode>({ kind: "new" });
  const username = state?.bot.username ?? "";
  const isTyping = typing.has(person.id);

  const send = (text: string) => sendText({ person: person.id, text });
  const deeds = useMemo(() => ({ command: send }), [person.id]);
  const messageMenu = useMemo(
    () => (message: Message, at: { readonly x: number; readonly y: number }) => {
      const text = message.text ?? message.caption;
      const entries: MenuItem[] = [{ label: words.reply, act: () => setDraft({ kind: "reply", message }) }];
      const isFree = message.has_protected_content !== true;
      if (text !== undefined && isFree) entries.push({ label: words.copy, act: () => copy(text) });
      const file = fileOf(message);
      if (file !== undefined && isFree) {
        const save = () => attempt(download(fileUrl(file.id), file.name ?? words[file.kind]));
        entries.push({ label: words.download, act: save });
      }
      if (message.from?.is_bot === false && message.text !== undefined) {
        entries.push({ label: words.edit, act: () => setDraft({ kind: "edit", message }) });
      }
      openMenu({ entries, ...at });
    },
    [words],
  );
  const chatMenu = (event: MouseEvent) => {
    const { left, bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const save = (path: string, name: string) => () =>
      attempt(download(`/playground/${path}?person=${person.id}`, name));
    const call = person.blocked ? "unblock" : "block";
    openMenu({
      x: left,
      y: bottom,
      entries: [
        { label: words.saveText, act: save("transcript", `${person.name}.txt`) },
        ...(state?.as === "learner" ? [] : [{ label: words.saveTest, act: save("script", "ruang.json") }]),
        {
          label: words[call],
          act: () => attempt(server.post(call, { person: person.id })),
          grave: !person.blocked,
        },
      ],
    });
  };

  return (
    <main class="chat" aria-label={`Pendamping, ${filled(words.as, { name: person.name })}`}>
      <header class="bar">
        <button
          type="button"
          class="icon-button only-narrow"
          onClick={() => choose(null)}
          aria-label={words.back}
        >
          <Icon name="back" />
        </button>
        <Avatar name="Pendamping" isBot size={42} />
        <div class="title">
          <h1>{state?.bot.name ?? "Pendamping"}</h1>
          <p class={isTyping ? "typing" : ""}>
            {isTyping ? (
              <>
                {words.typing}
                <span class="dots" aria-hidden="true">
                  <i />
                  <i />
                  <i />
                </span>
              </>
            ) : (
              filled(words.as, { name: person.name })
            )}
          </p>
        </div>
        <button
          type="button"
          class="icon-button"
          onClick={chatMenu}
          aria-label={words.chatMenu}
          aria-haspopup="menu"
        >
          <Icon name="more" />
        </button>
      </header>
      <Log
        chat={chat}
        drawn={(message, album, first, last) => (
          <Bubble
            key={message.message_id}
            message={message}
            album={album}
            own={message.from?.is_bot === false}
            first={first}
            last={last}
            read
            person={person.id}
            words={words}
            locale={locale}
            zone={zone}
            deeds={deeds}
            onMenu={messageMenu}
          />
        )}
      />
      {chat !== null && chat.messages.length === 0 ? (
        <footer class="composer">
          <button
            type="button"
            class="start"
            onClick={() => attempt(server.post("open", { person: person.id }))}
          >
            {words.start}
          </button>
        </footer>
      ) : (
        <Composer person={person} chat={chat} username={username} draft={draft} onDraft={setDraft} />
      )}
      {menu !== null && <Menu {...menu} onClose={() => openMenu(null)} />}
    </main>
  );
}

/**
 * What was said, oldest first. The scrolling box runs backwards (column-reverse) around a list that does not: so it
 * stays at its end by itself while messages come, and is read in the right order.
 */
function Log({
  chat,
  drawn,
}: {
  readonly chat: ChatView | null;
  /** `album` holds all that were sent together with the message, it among them. */
  readonly drawn: (
    message: Message,
    album: readonly Message[],
    first: boolean,
    last: boolean,
  ) => preact.ComponentChild;
}) {
  const { words, locale, state } = useView();
  const place = { locale, zone: state?.zone ?? "Asia/Jakarta" };
  const box = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const [count, grow] = useState(portion);
  const [away, setAway] = useState(false);
  const [day, showDay] = useState<string | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const messages = chat?.messages ?? [];
  const shown = messages.slice(-count);
  const lastId = messages.at(-1)?.message_id;

  useEffect(() => {
    if (!away) look();
  }, [lastId, away]);
  useLayoutEffect(() => {
    const own = messages.at(-1)?.from?.is_bot === false;
    if (own && box.current !== null) box.current.scrollTop = 0;
  }, [lastId]);
  useEffect(() => {
    if (top.current === null || count >= messages.length) return;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) grow((before) => before + portion);
      },
      { root: box.current, rootMargin: "600px" },
    );
    watcher.observe(top.current);
    return () => watcher.disconnect();
  }, [count, messages.length]);

  const move = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    const rows = [...(box.current?.querySelectorAll<HTMLElement>(".row") ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[event.key === "ArrowUp" ? (at < 0 ? rows.length : at) - 1 : at + 1];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };

  const scrolled = (element: HTMLDivElement) => {
    setAway(element.scrollTop < -200);
    const edge = element.getBoundingClientRect().top;
    const days = [...element.querySelectorAll<HTMLElement>(".day")];
    const above = days.filter((one) => one.getBoundingClientRect().top < edge).at(-1);
    showDay(above?.textContent ?? null);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => showDay(null), dayStays);
  };

  return (
    <div class="log-frame">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it moves the focus from message to message */}
      <div
        class="log-box"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
        tabIndex={0}
        onKeyDown={move}
        onScroll={({ currentTarget }) => scrolled(currentTarget)}
      >
        <div
          class="log"
          role="log"
          aria-live="polite"
          aria-relevant="additions text"
          aria-label={words.message}
        >
          <div ref={top} />
          {chat !== null && messages.length === 0 && <p class="empty">{words.emptyChat}</p>}
          {albumsOf(shown).map((album, index, all) => {
            const [message] = album;
            const before = all[index - 1]?.[0];
            const after = all[index + 1]?.[0];
            const day = dayKey(new Date(message.date * 1000), place);
            const isNewDay = before === undefined || dayKey(new Date(before.date * 1000), place) !== day;
            const same = (other: Message | undefined) =>
              other !== undefined &&
              other.from?.is_bot === message.from?.is_bot &&
              Math.abs(other.date - message.date) < 600;
            return [
              isNewDay && (
                <p class="day" key={`day ${day}`}>
                  <span>{longDay(new Date(message.date * 1000), place)}</span>
                </p>
              ),
              drawn(message, album, isNewDay || !same(before), !same(after)),
            ];
          })}
        </div>
      </div>
      {day !== null && (
        <p class="day-now" aria-hidden="true">
          {day}
        </p>
      )}
      {away && (
        <button
          type="button"
          class="to-end"
          aria-label={words.newer}
          onClick={() => box.current?.scrollTo({ top: 0, behavior: isStill() ? "instant" : "smooth" })}
        >
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}

/** Messages of one album come right after each other, and are drawn as one. */
function albumsOf(messages: readonly Message[]): (readonly [Message, ...Message[]])[] {
  const albums: [Message, ...Message[]][] = [];
  for (const message of messages) {
    const current = albums.at(-1);
    const together = message.media_group_id;
    if (current !== undefined && together !== undefined && current[0].media_group_id === together)
      current.push(message);
    else albums.push([message]);
  }
  return albums;
}

async function download(url: string, name: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(response.statusText);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
