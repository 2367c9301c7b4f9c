/** A text with its entities, as Telegram shows it. */
import type { MessageEntity } from "@grammyjs/types";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { State } from "../serving/contract.js";
import { now, set, useView } from "./store.js";
import { momentShown } from "./times.js";
import { useClock } from "./useClock.js";

/** What a press in a text does besides links: a command is sent at once, as in Telegram. */
export type Deeds = { readonly command: (command: string) => void };

/** Draws a text; entities are nested or apart, never across each other's ends. */
export function Formatted({
  text,
  entities,
  deeds,
}: {
  readonly text: string;
  readonly entities: readonly MessageEntity[] | undefined;
  readonly deeds: Deeds;
}) {
  return <>{within(text, 0, text.length, entities ?? [], deeds)}</>;
}

function within(
  text: string,
  from: number,
  to: number,
  entities: readonly MessageEntity[],
  deeds: Deeds,
): ComponentChildren[] {
  const drawn: ComponentChildren[] = [];
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    index += 1;
    if (entity === undefined || entity.offset < at || entity.offset >= to) continue;
    const end = Math.min(to, entity.offset + entity.length);
    const inner: MessageEntity[] = [];
    for (let next = entities[index]; next !== undefined && next.offset < end; next = entities[index]) {
      inner.push(next);
      index += 1;
    }
    if (entity.offset > at) drawn.push(text.slice(at, entity.offset));
    const children = within(text, entity.offset, end, inner, deeds);
    drawn.push(marked(entity, text.slice(entity.offset, end), children, deeds));
    // A block ends its line by itself.
    at = isBlock(entity) && text[end] === "\n" ? end + 1 : end;
  }
  if (at < to) drawn.push(text.slice(at, to));
  return drawn;
}

const isBlock = ({ type }: MessageEntity) =>
  type === "blockquote" || type === "expandable_blockquote" || type === "pre";

function marked(entity: MessageEntity, value: string, children: ComponentChildren, deeds: Deeds) {
  const key = `${entity.type}${entity.offset}`;
  switch (entity.type) {
    case "bold":
      return <b key={key}>{children}</b>;
    case "italic":
      return <i key={key}>{children}</i>;
    case "underline":
      return <u key={key}>{children}</u>;
    case "strikethrough":
      return <s key={key}>{children}</s>;
    case "code":
      return <code key={key}>{children}</code>;
    case "pre":
      return <pre key={key}>{children}</pre>;
    case "blockquote":
      return <blockquote key={key}>{children}</blockquote>;
    case "expandable_blockquote":
      return <Fold key={key}>{children}</Fold>;
    case "date_time": {
      const { state } = now();
      if (state === null) return <span key={key}>{children}</span>;
      return <Moment key={key} at={entity.unix_time * 1000} format={entity.date_time_format} state={state} />;
    }
    case "spoiler":
      return <Spoiler key={key}>{children}</Spoiler>;
    case "text_link":
      return (
        <Link key={key} href={entity.url}>
          {children}
        </Link>
      );
    case "url":
      return (
        <Link key={key} href={value.includes("://") ? value : `https://${value}`}>
          {children}
        </Link>
      );
    case "email":
      return (
        <a key={key} href={`mailto:${value}`}>
          {children}
        </a>
      );
    case "bot_command":
      return (
        <button key={key} type="button" class="inline-link" onClick={() => deeds.command(value)}>
          {children}
        </button>
      );
    case "mention":
    case "text_mention":
    case "hashtag":
      return (
        <span key={key} class="mark">
          {children}
        </span>
      );
    default:
      return <span key={key}>{children}</span>;
  }
}

/** A link. One to a bot is opened in here, by the person one chooses; any other asks first. */
export function Link({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  const open = (event: Event) => {
    event.preventDefault();
    set({ link: href });
  };
  return (
    <a href={href} onClick={open} rel="noreferrer">
      {children}
    </a>
  );
}

/** A quote that shows its first lines until it is pressed. */
function Fold({ children }: { readonly children: ComponentChildren }) {
  const { words } = useView();
  const [isOpen, open] = useState(false);
  return (
    <blockquote class={`fold${isOpen ? " open" : ""}`}>
      {children}
      <button
        type="button"
        class="unfold"
        aria-expanded={isOpen}
        aria-label={isOpen ? words.less : words.more}
        onClick={() => open(!isOpen)}
      >
        {isOpen ? "▴" : "▾"}
      </button>
    </blockquote>
  );
}

/** A time that the app shows by itself, in the zone of the one who reads: "in two hours" goes on while one looks. */
function Moment({ at, format, state }: MomentProps) {
  const { locale } = useView();
  const shown = momentShown(at, format, useClock(state), { locale, zone: state.zone });
  return <time dateTime={new Date(at).toISOString()}>{shown}</time>;
}

type MomentProps = {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly format: string;
  readonly state: State;
};

function Spoiler({ children }: { readonly children: ComponentChildren }) {
  const [shown, show] = useState(false);
  if (shown) return <span>{children}</span>;
  return (
    <button type="button" class="spoiler" aria-label="spoiler" onClick={() => show(true)}>
      <span aria-hidden="true">{children}</span>
    </button>
  );
}
