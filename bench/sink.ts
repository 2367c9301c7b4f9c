/** A Telegram that only takes messages: when each chat got what, and nothing else. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A running sink. */
export type Sink = {
  readonly url: string;
  /** Arrival (ms since the epoch) of every message, by chat. */
  readonly arrivals: ReadonlyMap<number, readonly number[]>;
  /** How many came in all. */
  total(): number;
  forget(): void;
  close(): Promise<void>;
};

/** How long (ms) an empty answer to getUpdates is held back. */
const longPoll = 1_000;

/** Starts a sink on a free port of 127.0.0.1. */
export async function startSink(): Promise<Sink> {
  const arrivals = new Map<number, number[]>();
  let total = 0;
  const me = { id: 1, is_bot: true, first_name: "Bench", username: "bench_bot" };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => {
      body += part.toString();
    });
    request.on("end", () => {
      const method = (request.url ?? "").split("/").pop() ?? "";
      const answer = (result: unknown) => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ ok: true, result }));
      };
      if (method === "getUpdates") return void setTimeout(() => answer([]), longPoll);
      if (method !== "sendMessage") return answer(method === "getMe" ? me : true);
      const { chat_id: chat } = JSON.parse(body) as { chat_id: number };
      total += 1;
      arrivals.set(chat, [...(arrivals.get(chat) ?? []), Date.now()]);
      answer({ message_id: total, date: 0, chat: { id: chat, type: "private" } });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    total: () => total,
    forget() {
      arrivals.clear();
      total = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
