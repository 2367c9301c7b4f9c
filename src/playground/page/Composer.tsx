/** Where one writes: text, commands, the bot's inline results, files, voice, and the bot's reply buttons. */
import type { InlineQueryResult, KeyboardButton, Message, ReplyKeyboardMarkup } from "@grammyjs/types";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ChatView, Offered, PersonLine } from "../serving/contract.js";
import { Attach } from "./Attach.js";
import { QuotedMessage } from "./Bubble.js";
import { Icon } from "./icons.js";
import { Recorder } from "./Recorder.js";
import { server } from "./server.js";
import { attempt, sendText, settleUnsent, useView } from "./store.js";
import { filled } from "./words.js";

/** What is being written: something new, a reply, or another wording of what was sent. */
export type ComposerMode =
  | { readonly kind: "new" }
  | { readonly kind: "reply" | "edit"; readonly message: Message };

/** What was begun and not sent, by person: it is there again when one comes back to the chat. */
const begun = new Map<number, string>();

/** How long a pause in writing (ms) makes an inline query. */
const inlinePause = 300;

export function Composer({
  person,
  chat,
  username,
  draft,
  onDraft,
}: {
  readonly person: PersonLine;
  readonly chat: ChatView | null;
  readonly username: string;
  readonly draft: ComposerMode;
  readonly onDraft: (draft: ComposerMode) => void;
}) {
  const { words, unsent } = useView();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => begun.get(person.id) ?? "");
  const [at, pointTo] = useState(0);
  const [showsCommands, setShowsCommands] = useState(false);
  const [offered, offer] = useState<readonly InlineQueryResult[]>([]);
  const [hidden, hide] = useState<ReplyKeyboardMarkup | null>(null);
  const [recording, record] = useState(false);
  const { commands } = person;
  const typedCommand = /^\/(\w*)$/.exec(text)?.[1];
  const listed =
    typedCommand !== undefined
      ? commands.filter(({ command }) => command.startsWith(typedCommand.toLowerCase()))
      : showsCommands
        ? commands
        : [];
  const inlineQuery = new RegExp(`^@${username}\\s(.*)$`, "is").exec(text)?.[1];

  // What changes the list of options points to its first again, in the same step: an effect would run after the next key.
  const write = (value: string) => {
    begun.set(person.id, value);
    setText(value);
    pointTo(0);
  };
  const showCommands = (shows: boolean) => {
    setShowsCommands(shows);
    pointTo(0);
  };
  // Before anything is painted: an effect that runs later would take the focus from where a quick person put it, and wipe
  // what they have typed by then.
  useLayoutEffect(() => {
    if (matchMedia("(hover: hover)").matches) field.current?.focus();
  }, []);
  useLayoutEffect(() => {
    if (draft.kind !== "new") field.current?.focus();
    if (draft.kind !== "edit") return;
    write(draft.message.text ?? "");
    return () => write("");
  }, [draft]);
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = "auto";
    element.style.height = `${Math.min(element.scrollHeight, 160)}px`;
  }, [text]);
  useLayoutEffect(() => {
    offer([]);
    if (inlineQuery === undefined) return;
    // What is offered for words that were changed meanwhile is not shown.
    let isCurrent = true;
    const show = (results: readonly InlineQueryResult[]) => {
      if (isCurrent) offer(results);
    };
    const timer = setTimeout(() => {
      // Where the bot offers nothing in time, nothing is shown.
      server
        .post<Offered>("inline", { person: person.id, query: inlineQuery })
        .then(({ results }) => show(results))
        .catch(() => show([]));
    }, inlinePause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [inlineQuery]);

  const send = (said = text) => {
    const trimmed = said.trim();
    if (trimmed === "") return;
    const body = { person: person.id, text: trimmed };
    if (draft.kind === "edit") {
      attempt(server.post("edit", { ...body, messageId: draft.message.message_id }));
    } else {
      const replyTo = draft.kind === "reply" ? { replyTo: draft.message.message_id } : {};
      sendText({ ...body, ...replyTo });
    }
    write("");
    showCommands(false);
    onDraft({ kind: "new" });
  };
  const pick = (result: InlineQueryResult) => {
    write("");
    attempt(server.post("pick", { person: person.id, result }));
  };
  const sendCommand = (command: string) => {
    send(`/${command}`);
    field.current?.focus();
  };
  const options = offered.length > 0 ? offered.length : listed.length;
  const take = () => {
    const result = offered[at];
    if (result !== undefined) return pick(result);
    const command = listed[at];
    if (command !== undefined) sendCommand(command.command);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      showCommands(false);
      offer([]);
      if (draft.kind !== "new") onDraft({ kind: "new" });
    } else if (options > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      pointTo((at + (event.key === "ArrowDown" ? 1 : options - 1)) % options);
    } else if (options > 0 && (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey))) {
      event.preventDefault();
      take();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };
  const keyboard = chat?.keyboard ?? null;
  const keyboardHidden = keyboard !== null && hidden === keyboard;

  return (
    <footer class="composer">
      {options > 0 && (
        <div
          class="options"
          role="listbox"
          id="options"
          aria-label={offered.length > 0 ? words.results : words.commands}
        >
          {offered.length > 0
            ? offered.map((result, index) => (
                <Option key={result.id} index={index} at={at} onTake={() => pick(result)}>
                  <b>{"title" in result ? result.title : result.id}</b>
                  {"description" in result && <span>{result.description}</span>}
                </Option>
              ))
            : listed.map(({ command, description }, index) => (
                <Option key={command} index={index} at={at} onTake={() => sendCommand(command)}>
                  <b>/{command}</b>
                  <span>{description}</span>
                </Option>
              ))}
        </div>
      )}
      {draft.kind !== "new" && (
        <div class="draft">
          <div>
            <small>{draft.kind === "edit" ? words.editing : words.replyingTo}</small>
            <QuotedMessage message={draft.message} />
          </div>
          <button
            type="button"
            class="icon-button"
            aria-label={words.cancel}
            onClick={() => onDraft({ kind: "new" })}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
      {unsent
        .filter((one) => one.person === person.id)
        .map((one) => (
          <div class="unsent" key={one.id}>
            <p>
              <small>{words.unsent}</small>
              <br />
              {one.text}
            </p>
            <button type="button" onClick={() => settleUnsent(one, true)}>
              {words.again}
            </button>
            <button
              type="button"
              class="icon-button"
              aria-label={words.discard}
              onClick={() => settleUnsent(one, false)}
            >
              <Icon name="close" />
            </button>
          </div>
        ))}
      {person.blocked ? (
        <div class="blocked">
          <span>{filled(words.blockedNote, { name: person.name })}</span>
          <button type="button" onClick={() => attempt(server.post("unblock", { person: person.id }))}>
            {words.unblock}
          </button>
        </div>
      ) : recording ? (
        <Recorder person={person.id} onEnd={() => record(false)} />
      ) : (
        <div class="line">
          {commands.length > 0 && (
            <button
              type="button"
              class="menu-button"
              aria-expanded={showsCommands}
              aria-label={words.commands}
              onClick={() => showCommands(!showsCommands)}
            >
              <Icon name={showsCommands ? "close" : "menu"} size={20} />
              <span>{words.menu}</span>
            </button>
          )}
          <div class="field">
            <textarea
              ref={field}
              rows={1}
              value={text}
              placeholder={words.message}
              aria-label={words.message}
              aria-controls={options > 0 ? "options" : undefined}
              aria-autocomplete="list"
              aria-activedescendant={options > 0 ? `option-${at}` : undefined}
              onInput={({ currentTarget }) => write(currentTarget.value)}
              onKeyDown={keys}
            />
            {keyboard !== null && (
              <button
                type="button"
                class="icon-button"
                aria-expanded={!keyboardHidden}
                aria-label={keyboardHidden ? words.keyboardShow : words.keyboardHide}
                onClick={() => hide(keyboardHidden ? null : keyboard)}
              >
                <Icon name="keyboard" />
              </button>
            )}
            <Attach person={person.id} field={field} />
          </div>
          {text.trim() === "" ? (
            <button type="button" class="send" aria-label={words.record} onClick={() => record(true)}>
              <Icon name="mic" />
            </button>
          ) : (
            <button type="button" class="send full" aria-label={words.send} onClick={() => send()}>
              <Icon name="send" />
            </button>
          )}
        </div>
      )}
      {keyboard !== null && !keyboardHidden && (
        <section class="reply-keyboard" aria-label={words.keyboard}>
          {keyboard.keyboard.map((row, index) => (
            <div class="keys" key={index}>
              {row.map((button) => (
                <button
                  type="button"
                  key={labelOf(button)}
                  onClick={() => attempt(server.post("key", { person: person.id, label: labelOf(button) }))}
                >
                  {labelOf(button)}
                </button>
              ))}
            </div>
          ))}
        </section>
      )}
    </footer>
  );
}

function Option({
  index,
  at,
  onTake,
  children,
}: {
  readonly index: number;
  readonly at: number;
  readonly onTake: () => void;
  readonly children: preact.ComponentChildren;
}) {
  const item = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (index === at) item.current?.scrollIntoView({ block: "nearest" });
  }, [index === at]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which points to the option
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrows, Tab and Enter are heard by the text
    <div
      ref={item}
      id={`option-${index}`}
      role="option"
      aria-selected={index === at}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      {children}
    </div>
  );
}

const labelOf = (button: KeyboardButton): string => (typeof button === "string" ? button : button.text);
