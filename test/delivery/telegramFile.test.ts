import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type BotApiClient, connectTelegram } from "../../src/delivery/telegram.js";
import { fetchFile } from "../../src/delivery/telegramFile.js";

// What comes of each way in which a Bot API, or something between it and us, may answer for a file.

type Answer = { readonly status?: number; readonly body: string };
const ok = (result: object): Answer => ({ body: JSON.stringify({ ok: true, result }) });
const no = (code: number, description: string, more: object = {}): Answer => ({
  status: code,
  body: JSON.stringify({ ok: false, error_code: code, description, ...more }),
});
const named = ok({ file_path: "documents/a.pdf", file_size: 5 });

let server: Server;
let telegram: BotApiClient;
let getFile: Answer;
let download: Answer;
beforeAll(async () => {
  server = createServer((request, response) => {
    const { status = 200, body } = request.url?.startsWith("/file/") === true ? download : getFile;
    request.resume().on("end", () => response.writeHead(status).end(body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  telegram = connectTelegram(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, "1:token");
});
beforeEach(() => {
  getFile = named;
  download = { body: "bytes" };
});
afterAll(async () => {
  await telegram.close();
  server.close();
});

const fetched = (attempts: number) =>
  fetchFile(telegram, "id", { attempts, signal: new AbortController().signal });

test("a file comes whole", async () => {
  expect(await fetched(1)).toEqual({ kind: "bytes", bytes: Buffer.from("bytes") });
});

test.each<[string, Answer, Answer]>([
  ["the token is not known for a while", no(401, "Unauthorized"), named],
  ["the file is not there yet", no(404, "Not Found"), named],
  ["it has no path yet", ok({}), named],
  ["Telegram has its own trouble", no(502, "Bad Gateway"), named],
  ["a proxy speaks", { body: "<html>" }, named],
  ["the path has expired", named, { status: 404, body: "" }],
  ["the download breaks", named, { status: 502, body: "" }],
  ["it came shorter than announced", named, { body: "byt" }],
  ["a proxy's page came in its place", named, { body: "<html>Bad gateway</html>" }],
])("%s: later, after 10 s, 20 s … 10 min", async (_, file, bytes) => {
  getFile = file;
  download = bytes;
  expect(await fetched(1)).toMatchObject({ kind: "later", pause: 10_000 });
  expect(await fetched(2)).toMatchObject({ kind: "later", pause: 20_000 });
  expect(await fetched(9)).toMatchObject({ kind: "later", pause: 600_000 });
});

test("a token that is not known for a day loses no file", async () => {
  getFile = no(401, "Unauthorized");
  expect(await fetched(1_000)).toMatchObject({ kind: "later" });
});

test("asked for patience: later, after just that", async () => {
  getFile = no(429, "Too Many Requests", { parameters: { retry_after: 7 } });
  expect(await fetched(3)).toMatchObject({ kind: "later", pause: 7_000 });
});

test.each<[string, Answer, Answer, number]>([
  ["Telegram no longer has it", no(400, "Bad Request: wrong file_id"), named, 1],
  ["it is too big", ok({ file_path: "a", file_size: 30_000_000 }), named, 1],
  ["more comes than may", ok({ file_path: "a" }), { body: "x".repeat(20 * 1024 * 1024 + 1) }, 1],
  ["it comes shorter than announced, ten times", named, { body: "byt" }, 10],
])("%s: never", async (_, file, bytes, attempts) => {
  getFile = file;
  download = bytes;
  expect(await fetched(attempts)).toMatchObject({ kind: "never" });
});
