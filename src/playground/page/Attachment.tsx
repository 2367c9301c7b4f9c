/** What comes with a message besides words: a picture, a voice, a file, a place, a contact, a sticker. */
import type { Message } from "@grammyjs/types";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Dialog } from "./Dialog.js";
import { Icon } from "./icons.js";
import { fileUrl } from "./server.js";
import type { Words } from "./words.js";

/** A picture or a file that came with a message, as it can be kept; undefined where there is none. */
export function fileOf({
  photo,
  document: file,
  voice,
}: Message):
  | { readonly id: string; readonly kind: "photo" | "document" | "voice"; readonly name?: string }
  | undefined {
  const picture = photo?.at(-1);
  if (picture !== undefined) return { id: picture.file_id, kind: "photo" };
  if (voice !== undefined) return { id: voice.file_id, kind: "voice" };
  if (file === undefined) return undefined;
  const name = file.file_name;
  return { id: file.file_id, kind: "document", ...(name === undefined ? {} : { name }) };
}

export function Attachment({ message, words }: { readonly message: Message; readonly words: Words }) {
  const { photo, voice, document: file, location, contact, sticker } = message;
  const isProtected = message.has_protected_content === true;
  const picture = photo?.at(-1);
  if (picture !== undefined) {
    const { width, height, file_id: id } = picture;
    const image = (
      <img
        src={fileUrl(id)}
        width={width}
        height={height}
        alt={words.picture}
        loading="lazy"
        decoding="async"
        draggable={!isProtected}
      />
    );
    // What is protected is seen here, and nowhere else.
    if (isProtected) return <div class="picture">{image}</div>;
    return (
      <a class="picture" href={fileUrl(id)} target="_blank" rel="noreferrer" aria-label={words.picture}>
        {image}
      </a>
    );
  }
  if (voice !== undefined) return <Voice id={voice.file_id} duration={voice.duration} words={words} />;
  if (file !== undefined) {
    const name = file.file_name ?? words.document;
    const canBeShown = shown(file.mime_type);
    const way = canBeShown ? words.open : isProtected ? words.protected : words.download;
    const about = (
      <>
        <span class="round">
          <Icon name={isProtected ? "lock" : "file"} size={22} />
        </span>
        <span class="lines">
          <b>{name}</b>
          <small>
            {sizeOf(file.file_size ?? 0)} · {way}
          </small>
        </span>
      </>
    );
    if (isProtected)
      return <ProtectedFile id={file.file_id} name={name} about={about} isShown={canBeShown} />;
    return (
      <a
        class="file"
        href={fileUrl(file.file_id)}
        target="_blank"
        rel="noreferrer"
        download={canBeShown ? undefined : name}
      >
        {about}
      </a>
    );
  }
  if (location !== undefined) {
    const { latitude, longitude } = location;
    return (
      <div class="place" role="img" aria-label={`${words.location}: ${latitude}, ${longitude}`}>
        <span class="spot">
          <Icon name="pin" size={34} />
        </span>
        <small>
          {latitude.toFixed(5)}, {longitude.toFixed(5)}
        </small>
      </div>
    );
  }
  if (contact !== undefined) {
    return (
      <div class="file">
        <span class="round">
          <Icon name="person" size={22} />
        </span>
        <span class="lines">
          <b>{contact.first_name}</b>
          <small>{contact.phone_number}</small>
        </span>
      </div>
    );
  }
  if (sticker !== undefined) return <div class="sticker">{sticker.emoji}</div>;
  return null;
}

/** A file that may be looked at and not kept: it opens in here, without the browser's ways to save it. */
function ProtectedFile({
  id,
  name,
  about,
  isShown,
}: {
  readonly id: string;
  readonly name: string;
  readonly about: ComponentChildren;
  readonly isShown: boolean;
}) {
  const [isOpen, open] = useState(false);
  if (!isShown) return <div class="file">{about}</div>;
  return (
    <>
      <button type="button" class="file" onClick={() => open(true)}>
        {about}
      </button>
      {isOpen && (
        <Dialog title={name} onClose={() => open(false)}>
          <iframe class="reading" src={`${fileUrl(id)}#toolbar=0`} title={name} />
        </Dialog>
      )}
    </>
  );
}

const shown = (mime: string | undefined) => mime === "application/pdf" || mime?.startsWith("image/") === true;

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** The bars of a voice note: not its sound, but always the same for the same note. */
function barsOf(id: string): number[] {
  let seed = 0;
  for (const letter of id) seed = (seed * 31 + letter.charCodeAt(0)) >>> 0;
  return Array.from({ length: 34 }, (_, place) => {
    seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
    return 4 + ((seed >>> 24) % 16) * Math.sin(((place + 1) / 35) * Math.PI);
  });
}

function Voice({
  id,
  duration,
  words,
}: {
  readonly id: string;
  readonly duration: number;
  readonly words: Words;
}) {
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, play] = useState(false);
  const [at, reach] = useState(0);
  const bars = barsOf(id);
  useEffect(() => {
    const element = audio.current;
    if (element === null) return;
    // A recording of a browser does not say how long it is: the message does.
    const moved = () => reach(element.currentTime);
    element.addEventListener("timeupdate", moved);
    return () => element.removeEventListener("timeupdate", moved);
  }, []);
  const toggle = () => {
    const element = audio.current;
    if (element === null) return;
    if (playing) element.pause();
    else element.play().catch(() => play(false));
  };
  const part = duration === 0 ? 0 : Math.min(1, at / duration);
  return (
    <section class="voice" aria-label={`${words.voice}, ${clock(duration)}`}>
      {/* biome-ignore lint/a11y/useMediaCaption: what was spoken in the playground is nowhere written */}
      <audio
        ref={audio}
        src={fileUrl(id)}
        preload="none"
        onPlay={() => play(true)}
        onPause={() => play(false)}
        onEnded={() => reach(0)}
      />
      <button type="button" class="round" onClick={toggle} aria-label={playing ? words.pause : words.play}>
        <Icon name={playing ? "pause" : "play"} size={22} />
      </button>
      <span class="lines">
        <svg class="bars" viewBox="0 0 170 24" aria-hidden="true">
          {bars.map((height, place) => (
            <rect
              key={place}
              x={place * 5}
              y={12 - height / 2}
              width="3"
              height={height}
              rx="1.500"
              class={place / bars.length < part ? "heard" : ""}
            />
          ))}
        </svg>
        <small>{clock(playing || at > 0 ? at : duration)}</small>
      </span>
    </section>
  );
}
