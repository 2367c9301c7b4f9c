/**
 * Delivery of updates to a webhook. Each lane (the messages of one chat, the presses of one person) is
 * delivered in order, one at a time; lanes go side by side, up to `max_connections`. An answer that is not 2xx,
 * none in time or no connection is tried again, the first time at once, then ever later, until the update's
 * day is over. A 2xx answer may carry a call of the Bot API, which is carried out.
 */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { UpdateQueue, WaitingUpdate } from "./updates.js";

/** What setWebhook asked for. */
export type WebhookSettings = {
  readonly url: string;
  readonly secret: string | undefined;
  readonly maxConnections: number;
  readonly ipAddress: string | undefined;
};

/** How delivery behaves, for tests that cannot wait as long as Telegram does. */
export type WebhookTiming = {
  /** How long to wait for an answer, in milliseconds. Telegram: 60 seconds. */
  readonly timeout: number;
  /** The pause after the nth failure of an update (from 1), in milliseconds. */
  readonly backoff: (failures: number) => number;
};

/** Telegram's patience: again at once, then after 2, 4, 8 … up to 64 seconds. */
export const telegramTiming: WebhookTiming = {
  timeout: 60_000,
  backoff: (failures) => (failures === 1 ? 0 : Math.min(64_000, 1000 * 2 ** (failures - 1))),
};

/** The last failure, as getWebhookInfo tells it. */
export type WebhookError = { readonly at: number; readonly message: string };

type Lane = { readonly updates: WaitingUpdate[]; failures: number };
type Outcome = { ok: true; body: string; type: string } | { ok: false; why: string; retryAfter: number };

/** Delivers the updates of one bot to its webhook. */
export class WebhookDelivery {
  readonly settings: WebhookSettings;
  lastError: WebhookError | undefined;

  private readonly timing: WebhookTiming;
  private readonly now: () => number;
  private readonly queue: UpdateQueue;
  private readonly onReply: (body: string, contentType: string) => void;
  private readonly lanes = new Map<string, Lane>();
  private readonly ready: string[] = [];
  private readonly pauses = new Set<NodeJS.Timeout>();
  private readonly agent: HttpAgent | HttpsAgent;
  private underway = 0;
  private state: "running" | "stopped" = "running";

  /** Starts delivering what waits in `queue`, and everything added from now on, until `stop`. */
  constructor(
    settings: WebhookSettings,
    options: {
      queue: UpdateQueue;
      timing: WebhookTiming;
      now: () => number;
      onReply: (body: string, contentType: string) => void;
    },
  ) {
    this.settings = settings;
    this.queue = options.queue;
    this.timing = options.timing;
    this.now = options.now;
    this.onReply = options.onReply;
    const agent = { keepAlive: true, maxSockets: settings.maxConnections };
    this.agent = settings.url.startsWith("https:") ? new HttpsAgent(agent) : new HttpAgent(agent);
    this.queue.webhook = (update) => this.enter(update);
    for (const update of this.queue.all()) this.enter(update);
  }

  /** Ends delivery. What is not delivered stays in the queue. */
  stop(): void {
    this.state = "stopped";
    this.queue.webhook = undefined;
    for (const pause of this.pauses) clearTimeout(pause);
    this.agent.destroy();
  }

  private enter(update: WaitingUpdate): void {
    const lane = this.lanes.get(update.lane);
    if (lane !== undefined) {
      lane.updates.push(update);
      return;
    }
    this.lanes.set(update.lane, { updates: [update], failures: 0 });
    this.ready.push(update.lane);
    this.fill();
  }

  private fill(): void {
    while (this.state === "running" && this.underway < this.settings.maxConnections) {
      const name = this.ready.shift();
      const lane = name === undefined ? undefined : this.lanes.get(name);
      if (name === undefined || lane === undefined) return;
      this.underway++;
      void this.deliverNext(name, lane).finally(() => {
        this.underway--;
        this.fill();
      });
    }
  }

  private async deliverNext(name: string, lane: Lane): Promise<void> {
    const [update] = lane.updates;
    if (update === undefined || update.expiresAt <= this.now()) return this.advance(name, lane);
    const outcome = await this.post(update.json);
    if (this.state === "stopped") return;
    if (outcome.ok) {
      this.advance(name, lane);
      if (outcome.body !== "") this.onReply(outcome.body, outcome.type);
      return;
    }
    this.lastError = { at: this.now(), message: outcome.why };
    lane.failures++;
    const pause = outcome.retryAfter > 0 ? outcome.retryAfter : this.timing.backoff(lane.failures);
    const timer = setTimeout(() => {
      this.pauses.delete(timer);
      this.ready.push(name);
      this.fill();
    }, pause);
    this.pauses.add(timer);
  }

  private advance(name: string, lane: Lane): void {
    const done = lane.updates.shift();
    if (done !== undefined) this.queue.forget(done.id);
    lane.failures = 0;
    if (lane.updates.length === 0) this.lanes.delete(name);
    else this.ready.push(name);
  }

  private post(json: string): Promise<Outcome> {
    const { url, secret } = this.settings;
    const request = url.startsWith("https:") ? httpsRequest : httpRequest;
    return new Promise((resolve) => {
      const fail = (why: string) => resolve({ ok: false, why, retryAfter: 0 });
      const outgoing = request(url, {
        method: "POST",
        agent: this.agent,
        timeout: this.timing.timeout,
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(json),
          ...(secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret }),
        },
      });
      outgoing.on(
        "response",
        (response) => void read(response).then(resolve, () => fail("Connection closed")),
      );
      outgoing.on("timeout", () => {
        fail("Read timeout expired");
        outgoing.destroy();
      });
      outgoing.on("error", (error) => fail(describe(error)));
      outgoing.end(json);
    });
  }
}

async function read(response: IncomingMessage): Promise<Outcome> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk));
  const { statusCode = 0, statusMessage = "", headers } = response;
  if (statusCode >= 200 && statusCode < 300)
    return { ok: true, body: Buffer.concat(chunks).toString(), type: headers["content-type"] ?? "" };
  const seconds = Number(headers["retry-after"] ?? 0);
  return {
    ok: false,
    why: `Wrong response from the webhook: ${statusCode} ${statusMessage}`,
    retryAfter: Math.min(3600, Number.isFinite(seconds) ? seconds : 0) * 1000,
  };
}

function describe(error: Error): string {
  return "code" in error && error.code === "ECONNREFUSED" ? "Connection refused" : error.message;
}
