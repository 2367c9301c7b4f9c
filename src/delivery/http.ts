import { timingSafeEqual } from "node:crypto";
import fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import type { Update } from "grammy/types";
import type { Logger } from "pino";
import type { Database } from "../records/database.js";
import type { Intake } from "./intake.js";
import type { Loop } from "./loop.js";
import type { Metrics } from "./metrics.js";

/** Where Telegram delivers when a webhook is set. */
export const webhookPath = "/telegram/webhook";

/** A loop that has not ended a turn well for this long (ms) is not alive. */
const longestSilence = 60_000;

export type HttpDeps = {
  readonly database: Database;
  readonly metrics: Metrics;
  readonly intake: Intake;
  readonly loops: () => readonly Loop[];
  /** The secret Telegram sends along; absent: no webhook is served. */
  readonly webhookSecret: string | undefined;
  readonly log: Logger;
};

/** The bot's own HTTP: is it well, how is it doing, and the webhook. */
export function httpServer(deps: HttpDeps): FastifyInstance {
  const app = fastify({
    loggerInstance: deps.log.child({}, { level: "warn" }) as FastifyBaseLogger,
    disableRequestLogging: true,
    bodyLimit: 4 * 1024 * 1024,
    forceCloseConnections: true,
  });

  app.get("/health", async (_request, reply) => {
    const database = await isReachable(deps.database);
    const loops = Object.fromEntries(
      deps.loops().map((loop) => [loop.name, loop.silence() < longestSilence ? "alive" : "silent"]),
    );
    const well = database && Object.values(loops).every((state) => state === "alive");
    return reply
      .code(well ? 200 : 503)
      .send({ status: well ? "ok" : "failing", database: database ? "reachable" : "away", loops });
  });

  app.get("/metrics", async (_request, reply) => {
    return reply.type(deps.metrics.contentType).send(await deps.metrics.render());
  });

  const { webhookSecret } = deps;
  if (webhookSecret !== undefined) {
    app.post(webhookPath, async (request, reply) => {
      const given = request.headers["x-telegram-bot-api-secret-token"];
      if (typeof given !== "string" || !isSame(given, webhookSecret)) return reply.code(401).send();
      const update = request.body as Update | null;
      if (typeof update?.update_id !== "number") return reply.code(400).send();
      // 200 only after the commit: Telegram forgets the update then.
      await deps.intake.store([update]);
      return reply.code(200).send();
    });
  }
  return app;
}

function isSame(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function isReachable(database: Database): Promise<boolean> {
  try {
    await database.pool.query("SELECT 1");
    return true;
  } catch {
    // Not reachable is the answer, whatever the reason; the loops log it.
    return false;
  }
}
