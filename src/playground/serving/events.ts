/** The stream of what happens, to every page that is open. */
import type { ServerResponse } from "node:http";
import type { Conversation, Event } from "../chats.js";
import { happeningKinds } from "../chats.js";
import type { TelegramEmulator } from "../telegram.js";
import type { PageEvent } from "./contract.js";

/** A comment now and then (ms) keeps what stands between from closing a quiet stream. */
const heartbeat = 20_000;

export type Stream = {
  /** Lets a page listen until it goes away. */
  open(response: ServerResponse): void;
  tell(event: PageEvent): void;
  close(): void;
};

/**
 * Makes the stream.
 * @param unread counts what a person has not looked at
 */
export function streamOf(telegram: TelegramEmulator, unread: (conversation: Conversation) => number): Stream {
  const listeners = new Set<ServerResponse>();

  function tell(event: PageEvent): void {
    const line = `data: ${JSON.stringify(event)}\n\n`;
    for (const response of listeners) response.write(line);
  }
  const subscriptions = happeningKinds.map((kind) =>
    telegram.on(kind, (event: Event) => {
      if (listeners.size === 0) return;
      const told = pageEvent(event, unread);
      if (told !== undefined) tell(told);
    }),
  );
  const beat = setInterval(() => {
    for (const response of listeners) response.write(":\n\n");
  }, heartbeat);
  beat.unref();

  return {
    open(response) {
      response.writeHead(200, {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        connection: "keep-alive",
      });
      response.write("retry: 1000\n\n");
      listeners.add(response);
      response.once("close", () => listeners.delete(response));
    },
    tell,
    close() {
      clearInterval(beat);
      for (const unsubscribe of subscriptions) unsubscribe();
      for (const response of listeners) response.end();
    },
  };
}

function pageEvent(event: Event, unread: (conversation: Conversation) => number): PageEvent | undefined {
  const { conversation } = event;
  const chat = conversation.chat.id;
  switch (event.kind) {
    case "message":
      return {
        kind: "message",
        chat,
        message: event.message,
        unread: unread(conversation),
        keyboard: conversation.keyboard ?? null,
      };
    case "edit":
      return { kind: "edit", chat, message: event.message };
    case "delete":
      return {
        kind: "delete",
        chat,
        messageId: event.message.message_id,
        last: [...conversation.messages.values()].at(-1) ?? null,
        unread: unread(conversation),
      };
    case "action":
      return { kind: "action", chat, action: event.action };
    case "reaction":
      return { kind: "reaction", chat, messageId: event.message.message_id, emoji: event.emoji.join("") };
    // A press is answered to the page that pressed; pins are not shown.
    case "press":
    case "answer":
    case "pin":
    case "access":
    case "query":
      return undefined;
  }
}
