/** The stream of what happens, to every page that is open. */
import type { ServerResponse } from "node:http";
import type { Conversation, Event } from "../chats.js";
import { happeningKinds } from "../chats.js";
import type { TelegramEmulator } from "../telegram.js";
import type { PageEvent } from "./contract.js";

/** A comment now and then (ms) keeps what stands between from closing a quiet stream. */
const heartbeat = 20_000;

/** So many pages of one learner listen at once; one more ends the first. */
const mostStreams = 4;

export type Stream = {
  /** Lets a page listen until it goes away: to everything, or to the chat of one person and what concerns all. */
  open(response: ServerResponse, only?: number): void;
  /** Ends what the pages of one learner, or of all of them, listen to: they are to ask again who they are. */
  drop(person?: number): void;
  tell(event: PageEvent): void;
  close(): void;
};

/**
 * Makes the stream.
 * @param unread counts what a person has not looked at
 */
export function streamOf(telegram: TelegramEmulator, unread: (conversation: Conversation) => number): Stream {
  /** Whose chat each of them hears of; undefined: everybody's. */
  const listeners = new Map<ServerResponse, number | undefined>();

  function tell(event: PageEvent): void {
    const line = `data: ${JSON.stringify(event)}\n\n`;
    for (const [response, only] of listeners) {
      if (only === undefined || !("chat" in event) || event.chat === only) response.write(line);
    }
  }
  function letGo(response: ServerResponse | undefined): void {
    if (response === undefined) return;
    // At once: nothing can be written to a response that was ended.
    listeners.delete(response);
    response.end();
  }
  const subscriptions = happeningKinds.map((kind) =>
    telegram.on(kind, (event: Event) => {
      if (listeners.size === 0) return;
      const told = pageEvent(event, unread);
      if (told !== undefined) tell(told);
    }),
  );
  const beat = setInterval(() => {
    for (const response of listeners.keys()) response.write(":\n\n");
  }, heartbeat);
  beat.unref();

  return {
    open(response, only) {
      const same = [...listeners].filter(([, one]) => only !== undefined && one === only);
      if (same.length >= mostStreams) letGo(same[0]?.[0]);
      response.writeHead(200, {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        connection: "keep-alive",
      });
      response.write("retry: 1000\n\n");
      listeners.set(response, only);
      response.once("close", () => listeners.delete(response));
    },
    drop(person) {
      for (const [response, only] of listeners) {
        if (only !== undefined && (person === undefined || only === person)) letGo(response);
      }
    },
    tell,
    close() {
      clearInterval(beat);
      for (const unsubscribe of subscriptions) unsubscribe();
      for (const response of listeners.keys()) response.end();
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
