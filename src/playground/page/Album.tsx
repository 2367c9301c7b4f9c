/** What came with a message, or with several that were sent together: pictures side by side, files below each other. */
import type { Message } from "@grammyjs/types";
import { Attachment } from "./Attachment.js";
import type { Words } from "./words.js";

export function Album({
  messages,
  tellsEach,
  words,
  onMenu,
}: {
  readonly messages: readonly Message[];
  /** Each has words of its own, shown with it. */
  readonly tellsEach: boolean;
  readonly words: Words;
  readonly onMenu: (message: Message, at: { readonly x: number; readonly y: number }) => void;
}) {
  const [only] = messages;
  if (only === undefined) return null;
  if (messages.length === 1) return <Attachment message={only} words={words} />;
  return (
    <div class={only.photo === undefined ? "files" : "pictures"}>
      {messages.map((message) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the row opens the menu of the first with Enter
        <div
          key={message.message_id}
          onContextMenu={(event) => {
            event.preventDefault();
            event.stopPropagation();
            onMenu(message, { x: event.clientX, y: event.clientY });
          }}
        >
          <Attachment message={message} words={words} />
          {tellsEach && message.caption !== undefined && <p class="own-caption">{message.caption}</p>}
        </div>
      ))}
    </div>
  );
}
