/** The paper clip: a photo, a file, a voice from a file, a place, one's contact; a picture can also be pasted. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Dialog } from "./Dialog.js";
import { Icon } from "./icons.js";
import { Menu, type MenuItem } from "./Menu.js";
import { server } from "./server.js";
import { attempt, useView } from "./store.js";

type Kind = "photo" | "document" | "voice";
type Chosen = { readonly kind: Kind; readonly files: readonly File[] };

/** The most that can be sent together, as in Telegram. */
const largestAlbum = 10;

const accepted: Readonly<Record<Kind, string>> = { photo: "image/*", document: "", voice: "audio/*" };

export function Attach({
  person,
  field,
}: {
  readonly person: number;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}) {
  const { words } = useView();
  const input = useRef<HTMLInputElement>(null);
  const kind = useRef<Kind>("photo");
  const [menu, openMenu] = useState<{ x: number; y: number } | null>(null);
  const [chosen, take] = useState<Chosen | null>(null);
  const [placing, place] = useState(false);

  useLayoutEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      take({ kind: file.type.startsWith("image/") ? "photo" : "document", files: [file] });
    };
    const element = field.current;
    element?.addEventListener("paste", paste);
    return () => element?.removeEventListener("paste", paste);
  }, []);

  const ask = (wanted: Kind) => () => {
    const element = input.current;
    if (element === null) return;
    kind.current = wanted;
    element.accept = accepted[wanted];
    element.multiple = wanted !== "voice";
    element.value = "";
    element.click();
  };
  const entries: readonly MenuItem[] = [
    { label: words.photo, act: ask("photo") },
    { label: words.document, act: ask("document") },
    { label: words.voiceFile, act: ask("voice") },
    { label: words.location, act: () => place(true) },
    { label: words.contact, act: () => attempt(server.post("send", { person, contact: "+6281234567890" })) },
  ];
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={words.attach}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => {
          const { right, top } = currentTarget.getBoundingClientRect();
          openMenu({ x: right - 220, y: top - 250 });
        }}
      >
        <Icon name="clip" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="file"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])].slice(0, largestAlbum);
          if (files.length > 0) take({ kind: kind.current, files });
        }}
      />
      {menu !== null && <Menu entries={entries} {...menu} onClose={() => openMenu(null)} />}
      {chosen !== null && <SendFile person={person} {...chosen} onClose={() => take(null)} />}
      {placing && <SendPlace person={person} onClose={() => place(false)} />}
    </>
  );
}

/** What was chosen, once more, with a caption. */
function SendFile({
  person,
  kind,
  files,
  onClose,
}: Chosen & { readonly person: number; readonly onClose: () => void }) {
  const { words } = useView();
  const [caption, write] = useState("");
  const urls = useMemo(() => files.map((file) => URL.createObjectURL(file)), [files]);
  useEffect(
    () => () => {
      for (const url of urls) URL.revokeObjectURL(url);
    },
    [urls],
  );
  const send = () => {
    onClose();
    attempt(sendAll(person, kind, files, caption));
  };
  return (
    <Dialog title={words[kind]} confirm={words.send} onConfirm={send} onClose={onClose}>
      <div class={files.length > 1 && kind === "photo" ? "pictures" : "files"}>
        {urls.map((url, place) =>
          kind === "photo" ? (
            <img class="preview" key={url} src={url} alt="" />
          ) : kind === "voice" ? (
            // biome-ignore lint/a11y/useMediaCaption: a recording of the person at the keyboard
            <audio class="preview" key={url} src={url} controls />
          ) : (
            <p class="file-name" key={url}>
              {files[place]?.name}
            </p>
          ),
        )}
      </div>
      <label>
        {words.caption}
        <input type="text" value={caption} onInput={({ currentTarget }) => write(currentTarget.value)} />
      </label>
    </Dialog>
  );
}

/** Sends what was chosen; several files go together, as an album whose first has the caption. */
async function sendAll(person: number, kind: Kind, files: readonly File[], caption: string): Promise<void> {
  const [only] = files;
  if (only === undefined) return;
  await server.upload(person, kind, files, {
    caption,
    ...(files.length > 1 ? { album: String(Date.now()) } : {}),
    ...(kind === "document" ? { name: only.name, mime: only.type } : {}),
    ...(kind === "voice" ? { duration: String(await durationOf(only)) } : {}),
  });
}

function SendPlace({ person, onClose }: { readonly person: number; readonly onClose: () => void }) {
  const { words } = useView();
  const [latitude, setLatitude] = useState("-6.82022");
  const [longitude, setLongitude] = useState("107.14220");
  const send = () => {
    onClose();
    const place = { latitude: Number(latitude), longitude: Number(longitude) };
    attempt(server.post("send", { person, ...place }));
  };
  return (
    <Dialog title={words.location} confirm={words.send} onConfirm={send} onClose={onClose}>
      <label>
        {words.latitude}
        <input
          type="number"
          step="any"
          value={latitude}
          onInput={({ currentTarget }) => setLatitude(currentTarget.value)}
        />
      </label>
      <label>
        {words.longitude}
        <input
          type="number"
          step="any"
          value={longitude}
          onInput={({ currentTarget }) => setLongitude(currentTarget.value)}
        />
      </label>
    </Dialog>
  );
}

/** How long an audio file is, in whole seconds; 5 where the browser cannot tell. */
function durationOf(file: File): Promise<number> {
  return new Promise((resolve) => {
    const audio = new Audio(URL.createObjectURL(file));
    const end = () => {
      URL.revokeObjectURL(audio.src);
      resolve(Number.isFinite(audio.duration) ? Math.max(1, Math.round(audio.duration)) : 5);
    };
    audio.onloadedmetadata = end;
    audio.onerror = end;
  });
}
