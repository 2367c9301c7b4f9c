import { Agent, type Dispatcher } from "undici";
import { z } from "zod";
import type { Config, ServiceAddress } from "../../config.js";
import type { AssistHosts, AssistPrompt, AssistService, RawAnswer } from "../../practice/assist/services.js";
import { encoded } from "../multipart.js";

/** What came back from a service: something useful, something that may pass, or something that will not. */
export type ServiceReply<T> =
  | { readonly kind: "done"; readonly value: T }
  /** `pause` is how long (ms) the service asks us to wait. */
  | { readonly kind: "later"; readonly reason: string; readonly pause?: number }
  | { readonly kind: "never"; readonly reason: string };

/** A recording to be written down. */
export type Recording = { readonly bytes: Uint8Array; readonly mime: string | null };

/** Clients of the services that the operator named. */
export type OutsideServices = {
  readonly hosts: AssistHosts;
  transcribe(recording: Recording): Promise<ServiceReply<string>>;
  propose(prompt: AssistPrompt): Promise<ServiceReply<readonly RawAnswer[]>>;
  /** Aborts the calls under way. */
  close(): Promise<void>;
};

/** The longest call (ms). A slow machine of the institution's own needs a while for a recording. */
const patience: { readonly [service in AssistService]: number } = {
  transcription: 180_000,
  language: 90_000,
};
/** The largest reply, in bytes. */
const largestReply = 1_000_000;
/** The longest pause (ms) a service may ask for. */
const longestPause = 10 * 60_000;
/** Answers of one reply that are looked at. */
const mostAnswers = 50;

const transcript = z.object({ text: z.string().max(50_000) });
const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});
const rawAnswer = z.object({
  id: z.string().max(20),
  value: z.union([z.string().max(2_000), z.number(), z.boolean(), z.array(z.string().max(500)).max(50)]),
  quote: z.string().max(2_000),
});
const content = z.object({ answers: z.array(z.unknown()) });

/**
 * Clients of the two endpoints of the OpenAI API that local servers speak as well: `/v1/audio/transcriptions` and
 * `/v1/chat/completions`. They never throw, follow no redirect, and read no more than they can use. `timeout` makes the
 * signal that ends a call after so many milliseconds.
 */
export function connectServices(
  services: Config["services"],
  timeout: (ms: number) => AbortSignal = AbortSignal.timeout,
): OutsideServices {
  const agent = new Agent({ connections: 2, headersTimeout: 0, bodyTimeout: 0 });
  const leaving = new AbortController();

  async function call(
    service: AssistService,
    path: string,
    { body, headers }: ReturnType<typeof encoded>,
  ): Promise<ServiceReply<string>> {
    const address = services[service];
    if (address === undefined) return { kind: "never", reason: "no such service" };
    try {
      const response = await agent.request({
        origin: new URL(address.url).origin,
        path: `${new URL(address.url).pathname.replace(/\/$/, "")}${path}`,
        method: "POST",
        headers: { ...headers, ...authorization(address) },
        body,
        signal: AbortSignal.any([leaving.signal, timeout(patience[service])]),
      });
      if (response.statusCode !== 200) return await refusal(response);
      const text = await textOf(response);
      return text === undefined
        ? { kind: "never", reason: "the reply is too large" }
        : { kind: "done", value: text };
    } catch (error) {
      return { kind: "later", reason: reasonOf(error) };
    }
  }

  return {
    hosts: hostsOf(services),

    async transcribe({ bytes, mime }) {
      const type = mime ?? "audio/ogg";
      const file = { field: "file", name: `audio.${endings[type] ?? "ogg"}`, bytes, type };
      const form = { model: services.transcription?.model, response_format: "json" };
      const reply = await call("transcription", "/v1/audio/transcriptions", encoded(form, [file]));
      if (reply.kind !== "done") return reply;
      const read = transcript.safeParse(parsed(reply.value));
      return read.success ? { kind: "done", value: read.data.text } : unreadable;
    },

    async propose({ instruction, material }) {
      const body = {
        model: services.language?.model,
        temperature: 0,
        response_format: { type: "json_object" },
        messages: [
          { role: "system", content: instruction },
          { role: "user", content: JSON.stringify(material) },
        ],
      };
      const reply = await call("language", "/v1/chat/completions", encoded(body, []));
      if (reply.kind !== "done") return reply;
      const told = completion.safeParse(parsed(reply.value));
      const read = content.safeParse(parsed(told.data?.choices[0]?.message.content ?? ""));
      if (!read.success) return unreadable;
      const answers = read.data.answers
        .slice(0, mostAnswers)
        .flatMap((one) => rawAnswer.safeParse(one).data ?? []);
      return { kind: "done", value: answers };
    },

    async close() {
      leaving.abort();
      await agent.destroy();
    },
  };
}

/** The host of each service, by which people know where something goes. */
export function hostsOf(services: Config["services"]): AssistHosts {
  return Object.fromEntries(
    Object.entries(services).map(([service, { url }]) => [service, new URL(url).host]),
  );
}

/** Another try may come out better: a language model does not always write the same. */
const unreadable = { kind: "later", reason: "the reply is not what was asked for" } as const;

/** The ending by which a service knows what it hears. */
const endings: { readonly [mime: string]: string } = {
  "audio/ogg": "ogg",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "audio/x-m4a": "m4a",
  "audio/wav": "wav",
  "audio/webm": "webm",
};

function authorization({ key }: ServiceAddress): Record<string, string> {
  return key === undefined ? {} : { authorization: `Bearer ${key}` };
}

/** What a status other than 200 means. What else the service says may repeat the note, and is thrown away. */
async function refusal({
  statusCode,
  headers,
  body,
}: Dispatcher.ResponseData): Promise<ServiceReply<string>> {
  await body.dump();
  const reason = `HTTP ${statusCode}`;
  if (statusCode === 429 || statusCode === 503) {
    const seconds = Number(headers["retry-after"]);
    const pause =
      Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1_000, longestPause) : undefined;
    return { kind: "later", reason, ...(pause === undefined ? {} : { pause }) };
  }
  return { kind: statusCode >= 500 || statusCode === 408 ? "later" : "never", reason };
}

/** The text of a reply; undefined for one that is too large. */
async function textOf({ body }: Dispatcher.ResponseData): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size > largestReply) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The kind of failure, without the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? code : error.name;
}
