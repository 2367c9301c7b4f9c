/** One address before several processes of a bot, as a proxy does it: the next one takes what the one before does not. */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A running balancer. */
export type Balancer = { readonly url: string; close(): Promise<void> };

/** Starts one before these ports of 127.0.0.1. */
export async function balancerOf(ports: readonly number[]): Promise<Balancer> {
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      turn += 1;
      const order = ports.map((_, n) => ports[(turn + n) % ports.length] ?? 0);
      void pass(incoming, Buffer.concat(chunks), order, outgoing);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function pass(
  incoming: IncomingMessage,
  body: Buffer,
  ports: readonly number[],
  outgoing: ServerResponse,
): Promise<void> {
  for (const port of ports) {
    const answer = await ask(incoming, body, port);
    if (answer === undefined) continue;
    outgoing.writeHead(answer.status, answer.headers);
    outgoing.end(answer.body);
    return;
  }
  outgoing.writeHead(502);
  outgoing.end();
}

type Answer = {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
};

/** `undefined` where no process listens, or it ended before it had answered. */
function ask(
  { url, method, headers }: IncomingMessage,
  body: Buffer,
  port: number,
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const passed = request({ host: "127.0.0.1", port, path: url, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => resolve(undefined));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 502,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    passed.on("error", () => resolve(undefined));
    passed.end(body);
  });
}
