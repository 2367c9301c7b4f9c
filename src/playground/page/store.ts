/** What the page knows, and how what happens changes it. */
import type { Message } from "@grammyjs/types";
import { useLayoutEffect, useState } from "preact/hooks";
import type { ChatView, PageEvent, PersonLine, State } from "../serving/contract.js";
import { listen, RefusedCall, server } from "./server.js";
import { firstLocale, type PageLocale, type Words, wordsOf } from "./words.js";

export type Theme = "system" | "light" | "dark";

/** A text that could not be sent, kept until it is sent or thrown away. */
export type UnsentText = {
  readonly id: number;
  readonly person: number;
  readonly text: string;
  readonly replyTo?: number;
};

/** A notice at the top of the screen; an alert waits for a press. */
export type Notice = { readonly text: string; readonly alert: boolean; readonly id: number };

export type PageState = {
  readonly state: State | null;
  /** The person whose chat is open. */
  readonly chosen: number | null;
  readonly chat: ChatView | null;
  /** The trainer looks at the learners. */
  readonly atTraining: boolean;
  readonly typing: ReadonlySet<number>;
  readonly connected: boolean;
  readonly unsent: readonly UnsentText[];
  /** How many of the made-up cases are written, while they are. */
  readonly filling: { readonly done: number; readonly of: number } | null;
  readonly notice: Notice | null;
  readonly locale: PageLocale;
  readonly theme: Theme;
  /** A link that was pressed: to be opened as somebody. */
  readonly link: string | null;
};

/** So long (ms) the bot is quiet before roles and commands are asked for. */
const refreshPause = 600;

let view: PageState = {
  state: null,
  chosen: chosenInAddress(),
  chat: null,
  atTraining: false,
  typing: new Set(),
  connected: true,
  unsent: [],
  filling: null,
  notice: null,
  locale: firstLocale(),
  theme: (localStorage.getItem("theme") as Theme | null) ?? "system",
  link: null,
};
const listeners = new Set<() => void>();

export function set(patch: Partial<PageState>): void {
  view = { ...view, ...patch };
  for (const listener of listeners) listener();
}

/** The view, and a new drawing whenever it changes. */
export function useView(): PageState & { readonly words: Words } {
  const [, draw] = useState(0);
  // What changes before the first painting is drawn too.
  useLayoutEffect(() => {
    const listener = () => draw((count) => count + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return { ...view, words: wordsOf(view.locale) };
}

export const words = (): Words => wordsOf(view.locale);
export const now = (): PageState => view;

let notices = 0;
/** Shows a notice for a moment; an alert until it is dismissed. */
export function showNotice(text: string, alert = false): void {
  const id = ++notices;
  set({ notice: { text, alert, id } });
  if (!alert) setTimeout(() => view.notice?.id === id && set({ notice: null }), 4_000);
}

/** Does something at the server; where it fails the person is told. */
export function attempt(what: Promise<unknown>): void {
  what.catch((error: unknown) => {
    showNotice(words().failed.replace("{reason}", reasonOf(error)));
  });
}

/** `fetch` rejects with a `TypeError` where the server cannot be reached. What errors say themselves is for developers. */
function reasonOf(error: unknown): string {
  console.warn(error);
  if (error instanceof RefusedCall) return words().refusals[error.kind];
  return error instanceof TypeError ? words().unreachable : words().refusals.failed;
}

/** Copies a text. A page from another machine, without TLS, has no clipboard of its own: the browser's old way does it. */
export function copy(text: string): void {
  const done = () => showNotice(words().copied);
  if (window.isSecureContext) {
    attempt(navigator.clipboard.writeText(text).then(done));
    return;
  }
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  done();
}

let unsentCount = 0;
/** Sends what somebody typed. Where it does not arrive the text is kept, to be sent again. */
export function sendText(text: {
  readonly person: number;
  readonly text: string;
  readonly replyTo?: number;
}): void {
  server.post("send", text).catch((error: unknown) => {
    showNotice(words().failed.replace("{reason}", reasonOf(error)));
    set({ unsent: [...view.unsent, { ...text, id: ++unsentCount }] });
  });
}

/** Tries a kept text again, or throws it away. */
export function settleUnsent({ id, ...text }: UnsentText, again: boolean): void {
  set({ unsent: view.unsent.filter((one) => one.id !== id) });
  if (again) sendText(text);
}

/** Asks for the made-up cases, unless they are there. How far they are is told by the stream. */
export function fillSamples(isFilled: boolean): void {
  if (isFilled) showNotice(words().alreadyFilled);
  else attempt(server.post("fill", {}).then(() => showNotice(words().filled)));
}

let refreshing: ReturnType<typeof setTimeout> | undefined;
/** After the bot has spoken roles and commands may be others: they are asked for once it is quiet. */
function refreshSoon(): void {
  clearTimeout(refreshing);
  refreshing = setTimeout(() => attempt(server.state().then((state) => set({ state }))), refreshPause);
}

/** Opens a person's chat; null goes back to the list. The address follows, so that "back" works. */
export function choose(person: number | null): void {
  if (person === view.chosen) return;
  history.pushState(null, "", person === null ? "#" : `#${person}`);
  show(person);
}

/** The trainer looks at the learners. */
export function showTraining(): void {
  choose(null);
  set({ atTraining: true });
}

function show(person: number | null): void {
  set({ chosen: person, chat: null, atTraining: false });
  if (person !== null) attempt(loadChat(person));
}

function chosenInAddress(): number | null {
  const id = Number(location.hash.slice(1));
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** Loads a chat. What was said while it was on the way is in no chat that is shown: then it is asked for once more. */
async function loadChat(person: number, isSecond = false): Promise<void> {
  const chat = await server.chat(person);
  if (view.chosen !== person) return;
  set({ chat });
  const last = view.state?.people.find(({ id }) => id === person)?.last?.message_id ?? 0;
  if (!isSecond && last > (chat.messages.at(-1)?.message_id ?? 0)) await loadChat(person, true);
}

/** The open chat was looked at down to its end. */
export function look(): void {
  const { chat } = view;
  const last = chat?.messages.at(-1)?.message_id ?? 0;
  if (chat === null || last <= chat.read || document.visibilityState !== "visible") return;
  set({ chat: { ...chat, read: last } });
  attempt(server.post("read", { person: chat.person, messageId: last }));
}

export function setPageLocale(locale: PageLocale): void {
  localStorage.setItem("locale", locale);
  document.documentElement.lang = locale;
  set({ locale });
  attempt(speakHere().then((state) => set({ state })));
}

/** The room as it is. One in which nobody did anything yet begins anew, with people who have their Telegram in the page's language. */
async function speakHere(): Promise<State> {
  const state = await server.state();
  const isSpoken = state.as === "learner" || state.language === view.locale;
  return isSpoken ? state : server.speak(view.locale);
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem("theme", theme);
  document.documentElement.dataset.theme = theme;
  set({ theme });
}

/** Asks for everything anew: after a lost connection, when much has changed. */
async function load(given?: State): Promise<void> {
  const state = given ?? (await server.state());
  const known = state.people.some(({ id }) => id === view.chosen);
  set({ state, chosen: known ? view.chosen : ownChat(state), ...(known ? {} : { chat: null }) });
  if (view.chosen !== null) await loadChat(view.chosen);
}

/** A learner has one chat: where there is room beside the exercise it is open. */
function ownChat({ as, people }: State): number | null {
  const isWide = matchMedia("(min-width: 761px)").matches;
  return as === "learner" && isWide ? (people[0]?.id ?? null) : null;
}

/** Starts the page: loads what there is, and listens. */
export function startPage(): void {
  document.documentElement.lang = view.locale;
  document.documentElement.dataset.theme = view.theme;
  addEventListener("popstate", () => show(chosenInAddress()));
  document.addEventListener("visibilitychange", look);
  listen(happened, (connected) => {
    // What happened while the stream was away is not told again.
    if (connected) attempt(view.state === null ? speakHere().then(load) : load());
    set({ connected });
  });
}

const typingTimers = new Map<number, ReturnType<typeof setTimeout>>();
/** Telegram shows an action for 5 seconds, or until the bot writes. */
function setTyping(chat: number, is: boolean): void {
  clearTimeout(typingTimers.get(chat));
  const typing = new Set(view.typing);
  if (is) typing.add(chat);
  else typing.delete(chat);
  if (is)
    typingTimers.set(
      chat,
      setTimeout(() => setTyping(chat, false), 5_000),
    );
  if (is || view.typing.has(chat)) set({ typing });
}

const news = new Set<() => void>();
/** Tells whenever something happened in the room. Returns the way to stop. */
export function onNews(tell: () => void): () => void {
  news.add(tell);
  return () => void news.delete(tell);
}

function happened(event: PageEvent): void {
  for (const tell of news) tell();
  switch (event.kind) {
    case "message": {
      const { message, unread, keyboard } = event;
      if (message.from?.is_bot) {
        setTyping(event.chat, false);
        refreshSoon();
      }
      changePerson(event.chat, (person) => ({ ...person, unread, last: message }));
      changeChat(event.chat, (chat) => ({
        ...chat,
        keyboard,
        messages: chat.messages.some(({ message_id: id }) => id === message.message_id)
          ? chat.messages
          : [...chat.messages, message],
      }));
      return;
    }
    case "edit": {
      const { message } = event;
      const isIt = ({ message_id: id }: Message) => id === message.message_id;
      changePerson(event.chat, (person) =>
        person.last && isIt(person.last) ? { ...person, last: message } : person,
      );
      changeChat(event.chat, (chat) => ({
        ...chat,
        messages: chat.messages.map((one) => (isIt(one) ? message : one)),
      }));
      return;
    }
    case "delete":
      changePerson(event.chat, (person) => ({ ...person, last: event.last, unread: event.unread }));
      changeChat(event.chat, (chat) => ({
        ...chat,
        messages: chat.messages.filter(({ message_id: id }) => id !== event.messageId),
      }));
      return;
    case "action":
      setTyping(event.chat, true);
      return;
    case "read":
      changePerson(event.chat, (person) => ({ ...person, unread: event.unread }));
      changeChat(event.chat, (chat) => ({ ...chat, read: Math.max(chat.read, event.read) }));
      return;
    case "clock":
      if (view.state !== null) set({ state: { ...view.state, now: event.now, ahead: event.ahead } });
      return;
    case "reaction":
    case "exercise":
      return;
    case "filling":
      set({ filling: event.of === 0 ? null : event });
      return;
    case "anew":
      attempt(load());
  }
}

function changePerson(id: number, change: (person: PersonLine) => PersonLine): void {
  const { state } = view;
  if (state === null) return;
  const people = state.people.map((person) => (person.id === id ? change(person) : person));
  set({ state: { ...state, people } });
}

function changeChat(person: number, change: (chat: ChatView) => ChatView): void {
  if (view.chat?.person === person) set({ chat: change(view.chat) });
}
