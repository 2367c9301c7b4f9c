/**
 * The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`. It finds the bot and the method,
 * holds the request against the documentation, lets scripted failures strike, and answers as Telegram does.
 * The path of a plain call is short: a load test sends thousands a second through here.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Bot } from "./chats.js";
import { bytesOf } from "./files.js";
import { type Method, Serialized, type Uploads } from "./methods/call.js";
import { setWebhookWith } from "./methods/intake.js";
import { type MethodName, supportedMethods } from "./methods/names.js";
import { methods } from "./methods/table.js";
import { type Payload, textField } from "./payload.js";
import { Refusal } from "./refusal.js";
import { type ApiRequest, readRequest, readText } from "./request.js";
import { coerced, violationOf } from "./schema.js";
import type { World } from "./world.js";

/** Answers a request that is not the Bot API's: true if it did. */
export type HttpRoute = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Methods that make no sense, or harm, as the answer to a webhook. */
const notAsReply = /^(?:get|setwebhook$|deletewebhook$)/;

/** Method names are case-insensitive. */
const methodNames = new Map<string, MethodName>(supportedMethods.map((name) => [name.toLowerCase(), name]));

/** Makes the server; it does not listen yet. */
export function createBotApiServer(world: World, route: HttpRoute): Server {
  const all: { readonly [name in MethodName]: Method } = {
    ...methods,
    setWebhook: setWebhookWith((bot, body, type) => void carryOutReply(bot, body, type)),
  };

  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    if (url.startsWith("/bot")) void serveCall(request, response, url);
    else if (url.startsWith("/file/bot")) void serveFile(response, url);
    else if (!route(request, response)) refuse(response, new Refusal(404, "Not Found"));
  });
  // Clients keep connections open; one that ends while they use it again would look like a failure.
  server.keepAliveTimeout = 120_000;
  server.requestTimeout = 0;
  return server;

  async function serveCall(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    await world.travel(world.latency / 2);
    try {
      const outcome = await call(request, response, url);
      await world.travel(world.latency / 2);
      if (outcome !== undefined) send(response, 200, outcome);
    } catch (error) {
      await world.travel(world.latency / 2);
      refuse(response, error);
    }
  }

  /** Carries out a call: the body of the answer, `undefined` where none shall come. */
  async function call(
    request: IncomingMessage,
    response: ServerResponse,
    url: string,
  ): Promise<string | undefined> {
    const slash = url.indexOf("/", 4);
    const question = url.indexOf("?", slash);
    const end = question < 0 ? url.length : question;
    const token = url.slice(4, slash < 0 ? end : slash).replace(/%3A/i, ":");
    const incoming = await readRequest(request, url.slice(end + 1));
    const bot = world.bots.get(token);
    if (bot === undefined)
      throw /^\d+:[\w-]+$/.test(token) ? new Refusal(401, "Unauthorized") : new Refusal(404, "Not Found");
    const name = methodNames.get(url.slice(slash + 1, end).toLowerCase());
    if (name === undefined) throw new Refusal(404, "Not Found: method not found");
    const onGone = (cancel: () => void) => void response.once("close", cancel);
    if (world.failures.isEmpty) return carryOut(bot, name, incoming, onGone);

    const effect = world.failures.strike(token, name, incoming.payload);
    if (effect === "hang") return undefined;
    const answer = effect === "reset" ? undefined : await carryOut(bot, name, incoming, onGone);
    if (effect === undefined) return answer;
    request.socket.destroy();
    return undefined;
  }

  function carryOut(
    bot: Bot,
    name: MethodName,
    { payload, uploads, isText }: ApiRequest,
    onGone: (cancel: () => void) => void,
  ): string | Promise<string> {
    world.calls.set(name, (world.calls.get(name) ?? 0) + 1);
    checkRequest(name, payload, isText);
    return answerText(all[name]({ world, bot, payload, uploads, onGone }));
  }

  function checkRequest(name: MethodName, payload: Payload, isText: boolean): void {
    const violation = violationOf(name, isText ? coerced(name, payload) : payload);
    if (violation !== undefined) world.violations.push(violation);
  }

  /** A webhook answered with a call. Telegram tells nobody how it went; neither do we. */
  async function carryOutReply(bot: Bot, body: string, contentType: string): Promise<void> {
    try {
      const { payload, isText } = readText(body, contentType);
      const { method: _method, ...parameters } = payload;
      const lowerCase = textField(payload, "method")?.toLowerCase() ?? "";
      const name = methodNames.get(lowerCase);
      if (name === undefined || notAsReply.test(lowerCase)) return;
      const uploads: Uploads = new Map();
      await carryOut(bot, name, { payload: parameters, uploads, isText }, () => {});
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  async function serveFile(response: ServerResponse, url: string): Promise<void> {
    await world.travel(world.latency);
    const path = url.slice("/file/bot".length).replace(/%3A/i, ":");
    const slash = path.indexOf("/");
    const file = world.files.byFilePath(path.slice(slash + 1));
    if (!world.bots.has(path.slice(0, slash))) refuse(response, new Refusal(401, "Unauthorized"));
    else if (file === undefined || file.openUntil <= world.now())
      refuse(response, new Refusal(404, "Not Found"));
    else {
      response.writeHead(200, { "content-type": "application/octet-stream", "content-length": file.size });
      response.end(bytesOf(file));
    }
  }
}

function answerText(result: unknown): string | Promise<string> {
  if (result instanceof Promise) return result.then(answerText);
  if (result instanceof Serialized) return `{"ok":true,"result":${result.json}}`;
  return `{"ok":true,"result":${JSON.stringify(result)}}`;
}

function refuse(response: ServerResponse, error: unknown): void {
  const refusal = error instanceof Refusal ? error : new Refusal(500, "Internal Server Error");
  const { code, message, parameters } = refusal;
  send(
    response,
    code,
    JSON.stringify({ ok: false, error_code: code, description: message, ...(parameters && { parameters }) }),
  );
  if (!(error instanceof Refusal)) throw error; // a fault of the playground: let the test or process fail
}

function send(response: ServerResponse, status: number, body: string): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
}
