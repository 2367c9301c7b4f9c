import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { RawAnswer } from "../../src/practice/assist/services.js";

/** A call that an outside service received. */
export type OutsideCall = {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly type: string;
  /** The body as text; bytes of a recording come through as they are below 128. */
  readonly body: string;
};

/** How the service answers a call. */
export type OutsideReply =
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body: string }
  /** It takes the call and never says anything. */
  | "hang";

/** A service with an OpenAI-compatible address on this machine, over real HTTP. */
export type OutsideFake = {
  readonly url: string;
  /** What it received, oldest first. */
  readonly calls: readonly OutsideCall[];
  /** Answers the next calls with these, in turn, and every later one with the last. */
  readonly replies: (...replies: readonly ((call: OutsideCall) => OutsideReply)[]) => void;
  /** The material a language service was given with a call: the note, and its questions. */
  readonly materialOf: (call: OutsideCall | undefined) => Material;
  readonly close: () => Promise<void>;
};

/** What a language service is told of a note. */
export type Material = {
  readonly note: string;
  readonly questions: readonly {
    readonly id: string;
    readonly question: string;
    readonly kind: string;
    readonly options?: readonly string[];
  }[];
};

/** Starts one. It answers with an empty transcript until it is told otherwise. */
export async function startOutside(): Promise<OutsideFake> {
  const calls: OutsideCall[] = [];
  let queue: ((call: OutsideCall) => OutsideReply)[] = [() => transcript("")];
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const call: OutsideCall = {
      path: request.url ?? "",
      authorization: request.headers.authorization,
      type: request.headers["content-type"] ?? "",
      body: Buffer.concat(chunks).toString("utf8"),
    };
    calls.push(call);
    const [next] = queue;
    if (queue.length > 1) queue = queue.slice(1);
    const reply = next?.(call) ?? "hang";
    if (reply === "hang") return;
    response.writeHead(reply.status ?? 200, { "content-type": "application/json", ...reply.headers });
    response.end(reply.body);
  };
  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    replies: (...replies) => {
      queue = [...replies];
    },
    materialOf,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** What a transcription service says. */
export function transcript(text: string): OutsideReply {
  return { body: JSON.stringify({ text }) };
}

/** What a language service says, whatever it is. */
export function completion(content: string): OutsideReply {
  return { body: JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }) };
}

/** Answers as a language service gives them: to the questions whose words match. */
export function proposing(
  ...answers: readonly { readonly to: RegExp; readonly value: RawAnswer["value"]; readonly quote: string }[]
): (call: OutsideCall) => OutsideReply {
  return (call) => {
    const { questions } = materialOf(call);
    const given = answers.flatMap(({ to, ...answer }) =>
      questions.filter(({ question }) => to.test(question)).map(({ id }) => ({ id, ...answer })),
    );
    return completion(JSON.stringify({ answers: given }));
  };
}

function materialOf(call: OutsideCall | undefined): Material {
  const { messages } = JSON.parse(call?.body ?? "") as { messages: { content: string }[] };
  return JSON.parse(messages[1]?.content ?? "") as Material;
}
