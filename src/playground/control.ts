/**
 * The playground from another process: people, failures and time over a small JSON API under `/control`. What a
 * call takes is in the table below; each answers `200` with JSON, or `400 {error}` with the reason. People are
 * named by their id.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Event, happeningKinds } from "./chats.js";
import type { MovableClock } from "./clock.js";
import { type Command, personOptions, send } from "./commands.js";
import type { Failure, FailureScope } from "./failures.js";
import { integerField, isRecord, numberField, type Payload, textField } from "./payload.js";
import type { Person } from "./people.js";
import { Refusal } from "./refusal.js";
import { readRequest } from "./request.js";
import type { HttpRoute } from "./server.js";
import type { TelegramEmulator } from "./telegram.js";

type Handler = (command: Command) => unknown;

/** Makes the control API of a playground; give it to `telegram.serves`. */
export function controlRoute(telegram: TelegramEmulator, clock: MovableClock): HttpRoute {
  const people = new Map<number, Person>();

  const person = ({ payload }: Command): Person => {
    const found = people.get(integerField(payload, "person"));
    if (found === undefined) throw new Error(`Nobody has the id ${textField(payload, "person")}`);
    return found;
  };

  const handlers: { readonly [path: string]: Handler } = {
    /** {firstName, lastName?, username?, languageCode?, id?} → {id} */
    "POST /control/person": ({ payload }) => {
      const created = telegram.person(personOptions(payload));
      people.set(created.id, created);
      return { id: created.id };
    },
    /** {person, text | photo | document, name?, mime? | voice | latitude, longitude | contact | sticker} → message */
    "POST /control/send": (command) => send(person(command), command),
    /** {person, payload?} → message */
    "POST /control/open": (command) => person(command).opens(textField(command.payload, "payload")),
    /** {person, messageId, text} → message */
    "POST /control/edit": (command) =>
      person(command).edits(
        integerField(command.payload, "messageId"),
        textField(command.payload, "text") ?? "",
      ),
    /** {person, label | pattern | data, messageId?} → {} */
    "POST /control/press": (command) => press(person(command), command.payload),
    "POST /control/block": (command) => void person(command).blocks(),
    "POST /control/unblock": (command) => void person(command).unblocks(),
    /** {failure, scope?}, as `telegram.fails` takes them */
    "POST /control/fail": ({ payload }) => {
      if (!isRecord(payload.failure)) throw new Error("failure is missing");
      telegram.fails(payload.failure as Payload & Failure, (payload.scope ?? {}) as FailureScope);
    },
    "POST /control/recover": () => telegram.recovers(),
    /** {latency} in milliseconds */
    "POST /control/latency": ({ payload }) => {
      telegram.latency = integerField(payload, "latency");
    },
    /** {forward} in milliseconds → {now} */
    "POST /control/clock": ({ payload }) => {
      clock.forward(integerField(payload, "forward"));
      return { now: clock.now().toISOString() };
    },
    /** ?person&wanted | pattern&within? → message, as soon as the person sees it */
    "GET /control/sees": (command) => {
      const { payload } = command;
      const within = numberField(payload, "within");
      return person(command).sees(label(payload, "wanted"), within === undefined ? {} : { within });
    },
    "GET /control/screen": (command) => ({ screen: person(command).screen() }),
    "GET /control/transcript": (command) => ({ transcript: person(command).transcript() }),
    "GET /control/violations": () => telegram.violations,
    "GET /control/calls": () => Object.fromEntries(telegram.calls),
  };

  return (request, response) => {
    const [path = "", query = ""] = (request.url ?? "").split("?", 2);
    if (path === "/control/events") {
      streamEvents(telegram, response);
      return true;
    }
    const handler = handlers[`${request.method} ${path}`];
    if (handler === undefined) return false;
    void answer(request, response, query, handler);
    return true;
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  query: string,
  handler: Handler,
): Promise<void> {
  const send = (status: number, content: unknown) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(content ?? {}));
  };
  try {
    const { payload, uploads } = await readRequest(request, query);
    send(200, await handler({ payload, uploads }));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    send(error instanceof Refusal ? error.code : 400, { error: error.message });
  }
}

/** Everything that happens, as server-sent events: `event: message`, `data: {at, chat, message…}`. */
function streamEvents(telegram: TelegramEmulator, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": playing\n\n");
  const write = ({ conversation, kind, ...happening }: Event) => {
    const data = JSON.stringify({ chat: conversation.chat.id, ...happening });
    response.write(`event: ${kind}\ndata: ${data}\n\n`);
  };
  const subscriptions = happeningKinds.map((kind) => telegram.on(kind, write));
  response.once("close", () => {
    for (const unsubscribe of subscriptions) unsubscribe();
  });
}

function press(person: Person, payload: Payload): void {
  const messageId = integerField(payload, "messageId");
  const data = textField(payload, "data");
  if (data !== undefined) person.pressesData(data, messageId);
  else person.presses(label(payload, "label"), messageId === 0 ? {} : { message: messageId });
}

/** A text to look for, or a pattern in `pattern`. */
function label(payload: Payload, field: string): string | RegExp {
  const pattern = textField(payload, "pattern");
  if (pattern !== undefined) return new RegExp(pattern);
  const text = textField(payload, field);
  if (text === undefined) throw new Error(`${field} or pattern is missing`);
  return text;
}
