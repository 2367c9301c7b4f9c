/**
 * The entrance for learners: an HTTP server of its own, at an address the trainer chose, for browsers in the same
 * network. Whoever comes shows the code of the room, and is one person from then on. Nothing else is served here: not
 * the Bot API, no webhook, neither health nor metrics, and no right of the trainer.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import type { Person } from "../people.js";
import { Refusal } from "../refusal.js";
import { readRequest } from "../request.js";
import { isEntryCode, newEntryCode, wrongEntriesOf } from "../training/entryCode.js";
import { type Learners, mostLearners } from "../training/learners.js";
import { root } from "./contract.js";
import { isOfOwnPage } from "./guard.js";
import { type JoinFault, type JoinWords, joinPage } from "./joinPage.js";
import { kindOfRefusal, refuse } from "./refusing.js";
import type { Visitor } from "./rights.js";

/** What the entrance needs. */
export type EntranceOptions = {
  readonly host: string;
  readonly port: number;
  readonly random: (bytes: number) => Uint8Array;
  /** The real time in milliseconds. */
  readonly now: () => number;
  readonly learners: Learners;
  readonly words: Readonly<Record<"id" | "en", JoinWords>>;
  /** Whether somebody in the room is called so. */
  readonly isTaken: (name: string) => boolean;
  /** A new worker of the room's institution. */
  readonly admit: (name: string, locale: "id" | "en") => Promise<Person>;
  /** A learner came back with another browser. */
  readonly returned: (person: number) => void;
  /** A request failed for a reason of ours. */
  readonly failed: (error: unknown) => void;
  /** Answers what the page asks, as far as the visitor may ask it. */
  readonly serve: (request: IncomingMessage, response: ServerResponse, visitor: Visitor) => void;
};

/** The entrance, open. */
export type Entrance = {
  /** The code to enter, for the trainer to say. */
  readonly code: string;
  /** Where browsers in the network find it. */
  readonly addresses: readonly string[];
  close(): Promise<void>;
};

/** The name of the cookie by which a browser is known. */
const cookieName = "pendamping_room";

/** How long (seconds) a browser is known: longer than any course. */
const cookieAge = 30 * 24 * 3600;

/** The largest request (bytes): a photo of a telephone, or a form filled with text. */
const largestRequest = { file: 12 * 1024 * 1024, other: 256 * 1024 };

/** A name as people are called: letters, and what stands in names. */
const personName = /^[\p{L}][\p{L}\p{M}\p{N} .'’-]{1,39}$/u;

/** Opens the entrance. @throws {NodeJS.ErrnoException} where the address cannot be had */
export async function openEntrance(options: EntranceOptions): Promise<Entrance> {
  const { learners, serve, words } = options;
  const code = newEntryCode(options.random);
  const wrong = wrongEntriesOf(options.now);

  const server = createServer((request, response) => void handle(request, response));
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    code,
    addresses: addressesOf(options.host).map((host) => `http://${host}:${port}`),
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = ""] = (request.url ?? "").split("?", 1);
    if (!isOfOwnPage(request, options.host)) {
      refuse(request, response, "foreign", "The room is opened by its own address.");
    } else if (tooLarge(request)) {
      response.setHeader("connection", "close");
      refuse(request, response, "tooLarge", "This is too large for the room.");
    } else {
      await take(request, response, path).catch((error: unknown) => {
        // Whatever one request does, the others' room goes on.
        if (!(error instanceof Refusal)) options.failed(error);
        refuse(
          request,
          response,
          error instanceof Refusal ? kindOfRefusal(error) : "failed",
          "The room could not do this.",
        );
      });
    }
  }

  async function take(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const visitor = visitorOf(request);
    if (path === `${root}join` && request.method === "POST") await join(request, response, visitor);
    else if (path === "/" && visitor.kind === "stranger") welcome(request, response);
    else serve(request, response, visitor);
  }

  function visitorOf(request: IncomingMessage): Visitor {
    const person = learners.personOf(cookieOf(request, cookieName));
    return person === undefined ? { kind: "stranger" } : { kind: "learner", person };
  }

  function welcome(request: IncomingMessage, response: ServerResponse): void {
    const query = new URLSearchParams((request.url ?? "").split("?", 2)[1] ?? "");
    sendPage(response, 200, localeOf(request, query.get("lang")));
  }

  async function join(request: IncomingMessage, response: ServerResponse, visitor: Visitor): Promise<void> {
    const { payload } = await readRequest(request, "");
    const locale = localeOf(request, payload.lang);
    if (visitor.kind === "learner") {
      enter(response, undefined);
      return;
    }
    const typed = typeof payload.code === "string" ? payload.code : "";
    const name = typeof payload.name === "string" ? payload.name.normalize("NFC").trim() : "";
    const found = await letIn(request.socket.remoteAddress ?? "", typed, name, locale);
    if (typeof found === "string") sendPage(response, found === "too-many" ? 429 : 403, locale, found, name);
    else enter(response, found.secret);
  }

  /** What the browser is to hold, or why it is not let in. */
  async function letIn(
    address: string,
    typed: string,
    name: string,
    locale: "id" | "en",
  ): Promise<{ readonly secret: string } | JoinFault> {
    if (!wrong.mayTry(address)) return "too-many";
    const back = learners.comeBack(typed);
    if (back !== undefined) {
      options.returned(back.person);
      return back;
    }
    if (!isEntryCode(typed, code)) {
      wrong.failed(address);
      return "wrong-code";
    }
    if (!personName.test(name)) return "no-name";
    if (options.isTaken(name)) return "taken";
    if (learners.all().length >= mostLearners) return "full";
    return { secret: learners.welcome((await options.admit(name, locale)).id) };
  }

  function sendPage(
    response: ServerResponse,
    status: number,
    locale: "id" | "en",
    fault?: JoinFault,
    name?: string,
  ): void {
    const html = joinPage(words[locale], { locale, fault, name });
    response.writeHead(status, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      // With "no-referrer" browsers send the form without its origin, which is asked for.
      "referrer-policy": "same-origin",
      "content-security-policy":
        "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
    });
    response.end(html);
  }
}

/** On to the room. Scripts do not read the cookie, and no other site's page sends it along. */
function enter(response: ServerResponse, secret: string | undefined): void {
  const cookie = `${cookieName}=${secret}; Path=/; Max-Age=${cookieAge}; HttpOnly; SameSite=Strict`;
  response.writeHead(303, { location: "/", ...(secret === undefined ? {} : { "set-cookie": cookie }) });
  response.end();
}

function cookieOf({ headers }: IncomingMessage, name: string): string | undefined {
  for (const part of (headers.cookie ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name) return value;
  }
  return undefined;
}

/** A request says how large it is, or has no body: what is too large is not read at all. */
function tooLarge({ headers }: IncomingMessage): boolean {
  if (headers["transfer-encoding"] !== undefined) return true;
  const isFile = headers["content-type"]?.startsWith("multipart/form-data") === true;
  return Number(headers["content-length"] ?? 0) > (isFile ? largestRequest.file : largestRequest.other);
}

/** The language that was chosen on the page, else the browser's. */
function localeOf({ headers }: IncomingMessage, chosen: unknown): "id" | "en" {
  if (chosen === "id" || chosen === "en") return chosen;
  return headers["accept-language"]?.toLowerCase().startsWith("en") === true ? "en" : "id";
}

/** Where browsers find a server that listens at a host: at each address of this machine, where it listens at all. */
function addressesOf(host: string): readonly string[] {
  if (host !== "0.0.0.0" && host !== "::") return [host.includes(":") ? `[${host}]` : host];
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  return all.filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address);
}
