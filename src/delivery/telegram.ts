import { Pool } from "undici";
import { encoded, type Upload } from "./multipart.js";

/** The result of a call: done, refused by Telegram, or no answer. */
export type CallResult =
  | { readonly kind: "done"; readonly result: unknown }
  | {
      readonly kind: "refused";
      readonly code: number;
      readonly description: string;
      /** Seconds Telegram asks us to wait (429). */
      readonly retryAfter?: number;
    }
  | { readonly kind: "unreachable"; readonly reason: string };

/** A client of the Bot API. */
export type BotApiClient = {
  /** Calls a method. Never throws: the outcome says who is at fault. `timeout` in ms, 30 s unless told. */
  call(
    method: string,
    payload: Readonly<Record<string, unknown>>,
    options?: {
      readonly uploads?: readonly Upload[];
      readonly timeout?: number;
      readonly signal?: AbortSignal;
    },
  ): Promise<CallResult>;
  /** The bytes of a file that `getFile` named, at most `limit` of them: more is refused as 413. */
  download(
    filePath: string,
    options: { readonly limit: number; readonly signal?: AbortSignal },
  ): Promise<CallResult>;
  close(): Promise<void>;
};

type Answer = {
  ok?: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number };
};

/** Connections for the calls of a busy minute, more than the sender has in flight. Telegram closes idle ones itself. */
const connections = 160;

/**
 * A client of the Bot API over kept-alive connections. grammY's own client is used for nothing that leaves this
 * machine: calls are made from the outbox, after the transaction that decided them.
 */
export function connectTelegram(apiRoot: string, token: string): BotApiClient {
  const root = new URL(apiRoot);
  const base = root.pathname.replace(/\/$/, "");
  const pool = new Pool(root.origin, { connections, pipelining: 1, keepAliveTimeout: 30_000 });

  return {
    async call(method, payload, options = {}) {
      const timeout = options.timeout ?? 30_000;
      try {
        const { body, headers } = encoded(payload, options.uploads ?? []);
        const response = await pool.request({
          path: `${base}/bot${token}/${method}`,
          method: "POST",
          headers,
          body,
          headersTimeout: timeout,
          bodyTimeout: timeout,
          signal: options.signal ?? null,
        });
        const text = await response.body.text();
        return read(text, response.statusCode);
      } catch (error) {
        return { kind: "unreachable", reason: reasonOf(error) };
      }
    },

    async download(filePath, { limit, signal }) {
      try {
        const response = await pool.request({
          path: `${base}/file/bot${token}/${filePath}`,
          method: "GET",
          headersTimeout: 60_000,
          bodyTimeout: 60_000,
          signal: signal ?? null,
        });
        const code = response.statusCode;
        if (code !== 200) {
          await response.body.dump();
          const reason = `HTTP ${code}`;
          return code >= 500
            ? { kind: "unreachable", reason }
            : { kind: "refused", code, description: reason };
        }
        const chunks: Buffer[] = [];
        let size = 0;
        for await (const chunk of response.body as AsyncIterable<Buffer>) {
          size += chunk.length;
          // Leaving the loop closes the connection.
          if (size > limit) return { kind: "refused", code: 413, description: "file is too big" };
          chunks.push(chunk);
        }
        return { kind: "done", result: Buffer.concat(chunks) };
      } catch (error) {
        return { kind: "unreachable", reason: reasonOf(error) };
      }
    },

    close: () => pool.destroy(),
  };
}

/** What answered is not the Bot API, such as a proxy or another server. */
const notTelegram = "not of the Bot API";

/** Whether something answered that is no Bot API and is not just in trouble either: asking again does not help. */
export function isAnotherServer(answer: CallResult): boolean {
  return answer.kind === "unreachable" && new RegExp(`^HTTP [234]\\d\\d ${notTelegram}$`).test(answer.reason);
}

function read(text: string, status: number): CallResult {
  let answer: Answer | null;
  try {
    answer = JSON.parse(text) as Answer | null;
  } catch {
    answer = null;
  }
  // Telegram always answers in JSON that says `ok`. Anything else comes from something in between and says nothing about the call.
  if (typeof answer?.ok !== "boolean") {
    return { kind: "unreachable", reason: `HTTP ${status} ${notTelegram}` };
  }
  if (answer.ok) return { kind: "done", result: answer.result };
  const code = answer.error_code ?? status;
  if (code >= 500) return { kind: "unreachable", reason: `HTTP ${code}` };
  const retryAfter = answer.parameters?.retry_after;
  return {
    kind: "refused",
    code,
    // Quoted parts may be words of the message and must not be logged.
    description: (answer.description ?? "").replace(/".*"/gs, '"…"'),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** The kind of network failure without the address, which contains the token. */
function reasonOf(error: unknown): string {
  if (error instanceof Error) {
    const code = (error as { code?: unknown }).code;
    return typeof code === "string" ? code : error.name;
  }
  return "unknown";
}
