/** The clients of the outside services over real HTTP: whatever a service does, a call ends, and says what it was. */
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { connectServices } from "../../src/delivery/assist/services.js";
import { completion, type OutsideReply, startOutside, transcript } from "../support/outside.js";

const outside = await startOutside();
/** The end of a call's patience comes when the test says so. */
let impatience = new AbortController();
const services = connectServices(
  {
    transcription: { url: outside.url, model: "whisper-small" },
    language: { url: `${outside.url}/api`, model: "qwen", key: "k-123" },
  },
  () => impatience.signal,
);
beforeEach(() => {
  impatience = new AbortController();
});
afterAll(async () => {
  await services.close();
  await outside.close();
});

const recording = { bytes: Buffer.from("OggS-rekaman"), mime: "audio/ogg" };
const prompt = { instruction: "Do", material: { note: "catatan", questions: [] } };
const answer = { id: "q1", value: "maju", quote: "catatan" };

test("a recording goes as a form with the model's name, and comes back as words", async () => {
  outside.replies(() => transcript("tadi ke rumah"));
  expect(await services.transcribe(recording)).toEqual({ kind: "done", value: "tadi ke rumah" });
  const call = outside.calls.at(-1);
  expect(call?.path).toBe("/v1/audio/transcriptions");
  expect(call?.type).toMatch(/^multipart\/form-data; boundary=/);
  expect(call?.authorization).toBeUndefined();
  for (const part of ["whisper-small", 'filename="audio.ogg"', "Content-Type: audio/ogg", "OggS-rekaman"]) {
    expect(call?.body).toContain(part);
  }
});

test("a note goes as data beside the instruction, with the key, and comes back as answers", async () => {
  outside.replies(() =>
    completion(JSON.stringify({ answers: [answer, { id: 7 }, "x", { ...answer, value: null }] })),
  );
  expect(await services.propose(prompt)).toEqual({ kind: "done", value: [answer] });
  const call = outside.calls.at(-1);
  expect(call?.path).toBe("/api/v1/chat/completions");
  expect(call?.authorization).toBe("Bearer k-123");
  expect(JSON.parse(call?.body ?? "")).toEqual({
    model: "qwen",
    temperature: 0,
    response_format: { type: "json_object" },
    messages: [
      { role: "system", content: "Do" },
      { role: "user", content: JSON.stringify(prompt.material) },
    ],
  });
});

describe("what may pass is asked again later, what will not is not", () => {
  test.each<[string, OutsideReply, object]>([
    ["no JSON at all", { body: "<html>" }, { kind: "later", reason: "the reply is not what was asked for" }],
    [
      "JSON of another shape",
      { body: "{}" },
      { kind: "later", reason: "the reply is not what was asked for" },
    ],
    ["words in the place of JSON", completion("Tentu! Ini jawabannya"), { kind: "later" }],
    ["JSON cut off", completion('{"answers": [{"id": "q1"'), { kind: "later" }],
    ["answers that are no list", completion('{"answers": "semua"}'), { kind: "later" }],
    [
      "429 with a pause",
      { status: 429, headers: { "retry-after": "7" }, body: "" },
      { kind: "later", pause: 7_000 },
    ],
    [
      "429 with an endless pause",
      { status: 429, headers: { "retry-after": "999999" }, body: "" },
      { pause: 600_000 },
    ],
    ["429 without one", { status: 429, body: "" }, { kind: "later", reason: "HTTP 429" }],
    ["500", { status: 500, body: "catatan rahasia" }, { kind: "later", reason: "HTTP 500" }],
    ["401", { status: 401, body: "catatan rahasia" }, { kind: "never", reason: "HTTP 401" }],
    [
      "elsewhere",
      { status: 307, headers: { location: "http://127.0.0.1:1/" }, body: "" },
      { kind: "never", reason: "HTTP 307" },
    ],
    [
      "a reply without end",
      completion("x".repeat(2_000_000)),
      { kind: "never", reason: "the reply is too large" },
    ],
  ])("%s", async (_, reply, expected) => {
    outside.replies(() => reply);
    expect(await services.propose(prompt)).toMatchObject(expected);
  });

  test("a service that hangs is left when patience ends", async () => {
    outside.replies(() => "hang");
    const before = outside.calls.length;
    const call = services.propose(prompt);
    await expect.poll(() => outside.calls.length, { timeout: 20_000 }).toBe(before + 1);
    impatience.abort(new DOMException("patience ended", "TimeoutError"));
    expect(await call).toMatchObject({ kind: "later", reason: "TimeoutError" });
  });

  test("a service that is not there", async () => {
    const gone = connectServices({ language: { url: "http://127.0.0.1:1", model: "qwen" } });
    expect(await gone.propose(prompt)).toEqual({ kind: "later", reason: "ECONNREFUSED" });
    expect(await gone.transcribe(recording)).toEqual({ kind: "never", reason: "no such service" });
    await gone.close();
  });
});

test("hosts are named as people are told them", () => {
  expect(services.hosts).toEqual({
    transcription: new URL(outside.url).host,
    language: new URL(outside.url).host,
  });
});
