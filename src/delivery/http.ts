import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  LogController,
  type onRequestAsyncHookHandler,
} from "fastify";
import type { Update } from "grammy/types";
import type { Logger } from "pino";
import type { Health } from "./health.js";
import type { Intake } from "./intake.js";
import type { Metrics } from "./metrics.js";

/** The path of the webhook. */
export const webhookPath = "/telegram/webhook";

/** What answers requests once the bot has started. */
export type Started = {
  readonly metrics: Metrics;
  readonly health: () => Promise<Health>;
  readonly intake: Pick<Intake, "take">;
};

/** What health and metrics need. */
export type StatusDeps = {
  /** Undefined while the bot is starting, which may last as long as Telegram or the database is away. */
  readonly started: () => Started | undefined;
  readonly log: Logger;
};

/** What the HTTP server needs. */
export type HttpDeps = StatusDeps & {
  /** Health and metrics are served here too; otherwise {@link statusServer} has a port of its own. */
  readonly withStatus: boolean;
  /** The secret Telegram sends along; absent: no webhook is served. */
  readonly webhookSecret: string | undefined;
  /** Answers requests before the routes here do. */
  readonly route?: Route | undefined;
};

/** Answers a request that comes in: true if it did. */
export type Route = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The HTTP server: the webhook, and health and metrics unless they have a server of their own. */
export function httpServer(deps: HttpDeps): FastifyInstance {
  const app = server(deps.log);
  const { route } = deps;
  if (route !== undefined) {
    app.addHook("onRequest", (request, reply, done) => {
      const answered: boolean = route(request.raw, reply.raw);
      if (answered) reply.hijack();
      else done();
    });
  }

  if (deps.withStatus) serveStatus(app, deps);

  const { webhookSecret } = deps;
  if (webhookSecret !== undefined) {
    // Before the body is read, so that a stranger costs nothing.
    const onRequest: onRequestAsyncHookHandler = async (request, reply) => {
      const given = request.headers["x-telegram-bot-api-secret-token"];
      if (typeof given !== "string" || !isSame(given, webhookSecret)) return reply.code(401).send();
    };
    app.post(webhookPath, { onRequest }, async (request, reply) => {
      const update = request.body as Update | null;
      if (typeof update?.update_id !== "number") return reply.code(400).send();
      const started = deps.started();
      if (started === undefined) return reply.code(503).send();
      // 200 only after the commit: Telegram forgets the update then.
      await started.intake.take([update]);
      return reply.code(200).send();
    });
  }
  return app;
}

/** Health and metrics alone, for an address that strangers do not reach. */
export function statusServer(deps: StatusDeps): FastifyInstance {
  const app = server(deps.log);
  serveStatus(app, deps);
  return app;
}

function server(log: Logger): FastifyInstance {
  const app = fastify({
    loggerInstance: log.child({}, { level: "warn" }) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 4 * 1024 * 1024,
    forceCloseConnections: true,
  });
  app.setErrorHandler<FastifyError>(async (error, _request, reply) => {
    const code = error.statusCode ?? 500;
    if (code < 500) return reply.code(code).send();
    // The reason is logged. A stranger must learn nothing about the inside.
    log.error({ err: error }, "a request failed");
    return reply.code(500).send();
  });
  return app;
}

function serveStatus(app: FastifyInstance, deps: StatusDeps): void {
  app.get("/health", async (_request, reply) => {
    const started = deps.started();
    if (started === undefined) return reply.code(503).send({ starting: true });
    const { well, report } = await started.health();
    return reply.code(well ? 200 : 503).send(report);
  });

  app.get("/metrics", async (_request, reply) => {
    const metrics = deps.started()?.metrics;
    if (metrics === undefined) return reply.code(503).send();
    return reply.type(metrics.contentType).send(await metrics.render());
  });
}

function isSame(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
