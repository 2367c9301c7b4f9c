/** One message: its words, what is attached, the buttons below it. */
import type { InlineKeyboardButton, Message } from "@grammyjs/types";
import { Component } from "preact";
import { useState } from "preact/hooks";
import { Album } from "./Album.js";
import { type Deeds, Formatted } from "./formatted.js";
import { Icon } from "./icons.js";
import { server } from "./server.js";
import { attempt, copy, set, showNotice } from "./store.js";
import { timeOf } from "./times.js";
import { filled, type PageLocale, type Words } from "./words.js";

export type BubbleProps = {
  readonly message: Message;
  /** All that were sent together with it, it among them. */
  readonly album: readonly Message[];
  readonly own: boolean;
  /** The first and the last of several messages of one side in a row. */
  readonly first: boolean;
  readonly last: boolean;
  readonly read: boolean;
  readonly person: number;
  readonly words: Words;
  readonly locale: PageLocale;
  readonly zone: string;
  readonly deeds: Deeds;
  readonly onMenu: (message: Message, at: { readonly x: number; readonly y: number }) => void;
};

/** Drawn again only when something of it changed: a chat may have thousands. */
export class Bubble extends Component<BubbleProps> {
  override shouldComponentUpdate(next: BubbleProps): boolean {
    const before = this.props;
    return (
      next.album.length !== before.album.length ||
      next.album.some((one, place) => one !== before.album[place]) ||
      (Object.keys(next) as (keyof BubbleProps)[]).some((key) => key !== "album" && next[key] !== before[key])
    );
  }

  render({
    message,
    album,
    own,
    first,
    last,
    read,
    words,
    locale,
    zone,
    deeds,
    onMenu,
    person,
  }: BubbleProps) {
    const { sticker } = message;
    // An album says what the only one of it with words says; of several each says its own.
    const telling = album.filter(({ text, caption }) => (text ?? caption) !== undefined);
    const teller = telling.length === 1 ? telling[0] : undefined;
    const said = teller?.text ?? teller?.caption;
    const isBare = telling.length === 0 && (sticker !== undefined || message.photo !== undefined);
    const at = timeOf(new Date(message.date * 1000), { locale, zone });
    const speaker = own ? words.you : "Pendamping";
    const side = `${own ? "own" : "theirs"}${first ? " first" : ""}${last ? " last" : ""}`;
    const menu = (event: MouseEvent) => {
      event.preventDefault();
      onMenu(message, { x: event.clientX, y: event.clientY });
    };
    const keys = (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget || (event.key !== "Enter" && event.key !== "ContextMenu"))
        return;
      event.preventDefault();
      const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
      onMenu(message, { x: left + 24, y: top + 24 });
    };
    return (
      <article
        class={`row ${side}`}
        tabIndex={-1}
        data-message={message.message_id}
        aria-label={`${speaker}, ${at}`}
        onKeyDown={keys}
      >
        <div class={`stack${message.reply_markup === undefined ? "" : " with-keys"}`}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the row opens the same menu with Enter */}
          <div
            class={`bubble${isBare ? " bare" : ""}${message.has_protected_content ? " protected" : ""}`}
            onContextMenu={menu}
            onCopy={(event) => message.has_protected_content && event.preventDefault()}
          >
            {message.forward_origin !== undefined && (
              <p class="origin">{`${words.forwarded} ${filled(words.from, { name: originOf(message) })}`}</p>
            )}
            {message.via_bot !== undefined && (
              <p class="origin">{filled(words.via, { name: message.via_bot.username ?? "" })}</p>
            )}
            {message.reply_to_message !== undefined && (
              <QuotedMessage message={message.reply_to_message as Message} />
            )}
            <Album messages={album} tellsEach={telling.length > 1} words={words} onMenu={onMenu} />
            {said !== undefined && (
              <div class="text">
                <Formatted
                  text={said}
                  entities={teller?.entities ?? teller?.caption_entities}
                  deeds={deeds}
                />
              </div>
            )}
            <span class="meta">
              {message.edit_date !== undefined && own && `${words.edited} `}
              {message.edit_date !== undefined && !own && <span class="edited">{words.edited} </span>}
              {message.has_protected_content === true && (
                <span class="locked" role="img" aria-label={words.protected} title={words.protected}>
                  <Icon name="lock" size={13} />
                </span>
              )}
              <time>{at}</time>
              {own && (
                <span class={`tick${read ? " read" : ""}`}>
                  <Icon name="check" size={16} />
                </span>
              )}
            </span>
          </div>
          {message.reply_markup !== undefined && (
            <Keyboard message={message} rows={message.reply_markup.inline_keyboard} person={person} />
          )}
        </div>
      </article>
    );
  }
}

function originOf({ forward_origin: origin }: Message): string {
  if (origin?.type === "hidden_user") return origin.sender_user_name;
  return origin?.type === "user" ? origin.sender_user.first_name : "";
}

/** What a message replies to, shortly. */
export function QuotedMessage({ message }: { readonly message: Message }) {
  const said = message.text ?? message.caption ?? "📎";
  return (
    <blockquote class="quote">
      <b>{message.from?.first_name}</b>
      <span>{said.slice(0, 120)}</span>
    </blockquote>
  );
}

/** The buttons below a message. One that was pressed turns until the bot has answered. */
function Keyboard({
  message,
  rows,
  person,
}: {
  readonly message: Message;
  readonly rows: readonly (readonly InlineKeyboardButton[])[];
  readonly person: number;
}) {
  const [waiting, wait] = useState<string | null>(null);
  const press = (button: InlineKeyboardButton, place: string) => {
    if ("url" in button) return set({ link: button.url });
    if ("copy_text" in button) return copy(button.copy_text.text);
    if (!("callback_data" in button)) return;
    wait(place);
    attempt(
      server
        .press(person, message.message_id, button.callback_data)
        .then(({ text, alert, url }) => {
          if (text !== null) showNotice(text, alert);
          if (url !== null) set({ link: url });
        })
        .finally(() => wait(null)),
    );
  };
  return (
    <div class="inline-keyboard">
      {rows.map((row, index) => (
        <div class={row.length < 5 ? "keys" : "keys crowded"} key={index}>
          {row.map((button, column) => {
            const place = `${index}.${column}`;
            return (
              <button
                type="button"
                key={place}
                class={[button.style, waiting === place && "waiting"].filter(Boolean).join(" ")}
                disabled={"disabled" in button}
                aria-busy={waiting === place}
                onClick={() => press(button, place)}
              >
                <span>{button.text}</span>
                {"url" in button && <Icon name="link" size={13} />}
                {"copy_text" in button && <Icon name="copy" size={13} />}
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
