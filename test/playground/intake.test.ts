import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Bot, webhookCallback } from "grammy";
import { describe, expect, it } from "vitest";
import { movableClock } from "../../src/playground/clock.js";
import type { TelegramEmulator } from "../../src/playground/telegram.js";
import { atEnd, call, grammyBot, playground, poll, refusal, token } from "./playground.js";

/** The texts and ids of the updates one getUpdates gives. */
async function updates(
  telegram: TelegramEmulator,
  payload: object = {},
): Promise<{ id: number; text: unknown }[]> {
  const { result } = await call(telegram, "getUpdates", payload);
  return (result as { update_id: number; message?: { text?: string } }[]).map(
    ({ update_id: id, message }) => ({
      id,
      text: message?.text,
    }),
  );
}

const texts = (found: { text: unknown }[]) => found.map(({ text }) => text);

describe("long polling", () => {
  it("hands out unconfirmed updates again, and forgets what an offset confirms", async () => {
    const telegram = await playground();
    const ani = telegram.person({ firstName: "Ani" });
    for (const text of ["a", "b", "c"]) ani.sends(text);
    const first = await updates(telegram, { limit: 2 });
    expect(texts(first)).toEqual(["a", "b"]);
    expect(texts(await updates(telegram))).toEqual(["a", "b", "c"]); // a crash before confirming
    const offset = (first[0]?.id ?? 0) + 1;
    expect(texts(await updates(telegram, { offset }))).toEqual(["b", "c"]);
    expect(texts(await updates(telegram, { offset: 0 }))).toEqual(["b", "c"]); // "a" is gone for ever
    expect(first.map(({ id }) => id - (first[0]?.id ?? 0))).toEqual([0, 1]);
    expect(texts(await updates(telegram, { offset: -1 }))).toEqual(["c"]);
    expect(texts(await updates(telegram, { offset: 2_000_000_000 }))).toEqual(["c"]); // of another time
  });

  it("waits for the next update, at most as long as asked", async () => {
    const telegram = await playground();
    const ani = telegram.person({ firstName: "Ani" });
    const waiting = updates(telegram, { timeout: 5 });
    await expect.poll(() => telegram.calls.get("getUpdates")).toBe(1);
    ani.sends("a");
    ani.sends("b");
    expect(texts(await waiting)).toEqual(["a", "b"]);
    const none = await updates(telegram, { offset: 200_000_000, timeout: 0 });
    expect(texts(none)).toEqual(["a", "b"]);
  });

  it("survives a client that goes away while it waits", async () => {
    const telegram = await playground();
    const ani = telegram.person({ firstName: "Ani" });
    const leaving = new AbortController();
    const gone = fetch(`${telegram.url}/bot${token}/getUpdates?timeout=5`, {
      signal: leaving.signal,
    });
    await expect.poll(() => telegram.calls.get("getUpdates")).toBe(1);
    leaving.abort();
    await expect(gone).rejects.toThrow();
    ani.sends("a");
    expect(texts(await updates(telegram, { timeout: 1 }))).toEqual(["a"]);
  });

  it("ends with 409 where a second poller or a webhook takes over", async () => {
    const telegram = await playground();
    telegram.person({ firstName: "Ani" });
    const first = call(telegram, "getUpdates", { timeout: 5 });
    await expect.poll(() => telegram.calls.get("getUpdates")).toBe(1);
    const second = call(telegram, "getUpdates", { timeout: 5 });
    expect(refusal(await first)).toBe(
      "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    );
    await call(telegram, "setWebhook", { url: "https://pendamping.invalid/hook" });
    expect(refusal(await second)).toBe("409 Conflict: terminated by setWebhook request");
    expect(refusal(await call(telegram, "getUpdates"))).toBe(
      "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    await call(telegram, "deleteWebhook");
    expect((await call(telegram, "getUpdates")).ok).toBe(true);
  });

  it("leaves out kinds that were not asked for", async () => {
    const telegram = await playground();
    const ani = telegram.person({ firstName: "Ani" });
    await call(telegram, "getUpdates", { allowed_updates: ["edited_message"] });
    const sent = ani.sends("a");
    ani.edits(sent, "b");
    const { result } = await call(telegram, "getUpdates");
    expect(result).toMatchObject([{ edited_message: { text: "b" } }]);
    await call(telegram, "getUpdates", { allowed_updates: [] });
    ani.sends("c");
    expect(texts(await updates(telegram))).toEqual([undefined, "c"]);
  });

  it("keeps an update for a day", async () => {
    let now = new Date("2026-11-24T00:00:00Z");
    const telegram = await playground({ clock: () => now });
    const ani = telegram.person({ firstName: "Ani" });
    ani.sends("a");
    now = new Date(now.getTime() + 86_399_000);
    expect(texts(await updates(telegram))).toEqual(["a"]);
    now = new Date(now.getTime() + 1_000);
    expect(texts(await updates(telegram))).toEqual([]);
  });

  it("gives an update as it was when it happened, whatever came after", async () => {
    const telegram = await playground();
    const ani = telegram.person({ firstName: "Ani" });
    ani.edits(ani.sends("a"), "b");
    const { result } = await call(telegram, "getUpdates");
    expect(result).toMatchObject([{ message: { text: "a" } }, { edited_message: { text: "b" } }]);
  });
});

/** A web server that gets each request's secret and body, and answers as told. */
async function webServer(
  handle: (request: IncomingMessage, response: ServerResponse, text: string) => void,
): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => handle(request, response, /"text":"([^"]*)"/.exec(body)?.[1] ?? body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

describe("an update that nobody fetches", () => {
  it("is kept for a day, a press for two and a half minutes", async () => {
    const clock = movableClock();
    const telegram = await playground({ clock: clock.now });
    const ani = telegram.person({ firstName: "Ani" });
    const { message_id: at } = ani.sends("halo");
    ani.pressesData("ya", at);
    clock.forward(140_000);
    expect(texts(await updates(telegram))).toEqual(["halo", undefined]); // a press has no text
    clock.forward(10_000);
    expect(texts(await updates(telegram))).toEqual(["halo"]);
    clock.forward(86_400_000);
    expect(await updates(telegram)).toEqual([]);
  });
});

describe("a webhook", () => {
  it("serves a grammY bot, secret and all", async () => {
    const telegram = await playground();
    const bot = grammyBot(telegram);
    await bot.init();
    bot.on("message", (ctx) => ctx.reply(`Terima: ${ctx.message.text}`));
    const handler = webhookCallback(bot, "http", { secretToken: "rahasia_1" });
    const server = createServer((request, response) => void handler(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    atEnd(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    await bot.api.setWebhook(url, { secret_token: "rahasia_1", allowed_updates: ["message"] });
    const ani = telegram.person({ firstName: "Ani" });
    ani.sends("satu");
    await ani.sees("Terima: satu");
    await expect.poll(async () => (await bot.api.getWebhookInfo()).pending_update_count).toBe(0);
    expect(await bot.api.getWebhookInfo()).toMatchObject({ url, allowed_updates: ["message"] });
  });

  it("gets one chat in order, across failures, and chats side by side", async () => {
    const backedOff: number[] = [];
    const backoff = (failuresSoFar: number) => {
      backedOff.push(failuresSoFar);
      return 5;
    };
    const telegram = await playground({ webhookTiming: { backoff, timeout: 300 } });
    const seen: string[] = [];
    const failures = new Map([
      ["a1", 2],
      ["a2", 1],
    ]);
    const url = await webServer((_request, response, text) => {
      const left = failures.get(text) ?? 0;
      failures.set(text, left - 1);
      seen.push(`${text}${left > 0 ? "!" : ""}`);
      if (text === "a2" && left > 0) return; // never answered: the playground gives up after 300 ms
      response.statusCode = left > 0 ? 500 : 200;
      response.end();
    });
    await call(telegram, "setWebhook", { url });
    const [ani, budi] = [telegram.person({ firstName: "Ani" }), telegram.person({ firstName: "Budi" })];
    for (const text of ["a1", "a2", "a3"]) ani.sends(text);
    budi.sends("b1");
    await expect.poll(() => seen).toContain("a3");
    expect(seen.filter((text) => text.startsWith("a"))).toEqual(["a1!", "a1!", "a1", "a2!", "a2", "a3"]);
    expect(seen.indexOf("b1")).toBeLessThan(seen.indexOf("a2"));
    // What was delivered at last begins anew.
    expect(backedOff).toEqual([1, 2, 1]);
    const { result } = await call(telegram, "getWebhookInfo");
    expect(result).toMatchObject({ last_error_message: "Read timeout expired" });
  });

  it("may answer with a call, which is carried out", async () => {
    const telegram = await playground();
    const ani = telegram.person({ firstName: "Ani" });
    const url = await webServer((_request, response) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ method: "sendMessage", chat_id: ani.id, text: "Langsung" }));
    });
    await call(telegram, "setWebhook", { url });
    ani.sends("halo");
    await ani.sees("Langsung");
    expect(telegram.violations).toEqual([]);
  });

  it("leaves what it could not deliver to polling once it is deleted", async () => {
    const telegram = await playground({ webhookTiming: { backoff: () => 1000 } });
    await call(telegram, "setWebhook", { url: "http://127.0.0.1:9/refused" });
    telegram.person({ firstName: "Ani" }).sends("a");
    await expect
      .poll(async () => (await call(telegram, "getWebhookInfo")).result)
      .toMatchObject({ pending_update_count: 1, last_error_message: "Connection refused" });
    await call(telegram, "deleteWebhook");
    expect(texts(await updates(telegram))).toEqual(["a"]);
    await call(telegram, "deleteWebhook", { drop_pending_updates: true });
    expect(texts(await updates(telegram))).toEqual([]);
  });
});

describe("scripted failures", () => {
  it("429 holds one chat up for its seconds, and no other", async () => {
    let now = new Date("2026-11-24T00:00:00Z");
    const telegram = await playground({ clock: () => now });
    const [ani, budi] = [telegram.person({ firstName: "Ani" }), telegram.person({ firstName: "Budi" })];
    ani.opens();
    budi.opens();
    const flood = telegram.fails({ kind: "tooManyRequests", retryAfter: 30 }, { chat: ani.id });
    const send = (chat: number) => call(telegram, "sendMessage", { chat_id: chat, text: "a" });
    expect(await send(ani.id)).toEqual({
      ok: false,
      error_code: 429,
      description: "Too Many Requests: retry after 30",
      parameters: { retry_after: 30 },
    });
    expect((await send(budi.id)).ok).toBe(true);
    now = new Date(now.getTime() + 20_000);
    expect((await send(ani.id)).parameters).toEqual({ retry_after: 10 });
    now = new Date(now.getTime() + 10_000);
    expect((await send(ani.id)).ok).toBe(true);
    expect(flood.struck).toBe(2);
  });

  it("strike so many times, after so many calls, and are over", async () => {
    const telegram = await playground();
    telegram.fails({ kind: "serverError" }, { method: "getMe", skip: 1, times: 2 });
    const answers = [];
    for (let n = 0; n < 4; n++) answers.push(await call(telegram, "getMe"));
    expect(answers.map((answer) => answer.error_code ?? "ok")).toEqual(["ok", 502, 502, "ok"]);
    telegram.fails({ kind: "refusal", code: 400, description: "Bad Request: so" }, { times: 9 });
    expect(refusal(await call(telegram, "getMe"))).toBe("400 Bad Request: so");
    telegram.recovers();
    expect((await call(telegram, "getMe")).ok).toBe(true);
  });

  it("break connections: before the deed, after it, or never answering", async () => {
    const telegram = await playground();
    const ani = telegram.person({ firstName: "Ani" });
    ani.opens();
    const send = (text: string) => call(telegram, "sendMessage", { chat_id: ani.id, text });
    telegram.fails({ kind: "reset" });
    await expect(send("tidak sampai")).rejects.toThrow();
    telegram.fails({ kind: "lostAnswer" });
    await expect(send("sampai")).rejects.toThrow();
    expect(ani.screen()).toContain("sampai");
    expect(ani.screen()).not.toContain("tidak");
    telegram.fails({ kind: "hang" });
    const hanging = send("?");
    const next = send("yang berikut").then(() => "the next one");
    expect(await Promise.race([hanging, next])).toBe("the next one");
  });

  it("leave the playground whole when a bot dies in the middle of a request", async () => {
    const telegram = await playground();
    const socket = connect(Number(new URL(telegram.url).port), "127.0.0.1");
    socket.on("error", () => {});
    const head = `POST /bot${token}/sendMessage HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n`;
    await new Promise((resolve) => socket.write(`${head}Content-Length: 100\r\n\r\n{"chat_id":`, resolve));
    await call(telegram, "getMe");
    socket.resetAndDestroy();
    expect((await call(telegram, "getMe")).ok).toBe(true);
  });

  it("slow every call down, there and back", async () => {
    const way: (number | string)[] = [];
    const telegram = await playground({ wait: async (milliseconds) => way.push(milliseconds) });
    const ani = telegram.person({ firstName: "Ani" });
    ani.opens();
    telegram.on("message", () => way.push("carried out"));
    telegram.latency = 60;
    await call(telegram, "sendMessage", { chat_id: ani.id, text: "halo" });
    expect(way).toEqual([30, "carried out", 30]);
  });
});

describe("two bots", () => {
  it("have their own chats with the same person", async () => {
    const telegram = await playground();
    const bot = grammyBot(telegram);
    bot.on("message", (ctx) => ctx.reply("pertama"));
    await poll(bot);
    const other = telegram.bot({ token: "42:other", username: "other_bot" });
    const second = new Bot("42:other", { client: { apiRoot: telegram.url } });
    second.on("message", (ctx) => ctx.reply("kedua"));
    await poll(second);
    const ani = telegram.person({ firstName: "Ani" });
    ani.sends("halo");
    ani.in(other).sends("halo");
    await ani.sees("pertama");
    expect(ani.screen()).not.toContain("kedua");
    expect(second.botInfo).toMatchObject({ id: 42, username: "other_bot" });
  });
});
