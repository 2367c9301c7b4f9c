import { type DestinationStream, type Logger, pino } from "pino";
import type { LogLevel } from "./config.js";

/**
 * Fields whose value is a person's words, a person's identity or a secret, wherever they stand. Log ids, codes,
 * counts and names of handlers (`handler`), never these. The list is a net below that rule, not the rule.
 */
const personal = new Set(
  `text caption name firstname first_name lastname last_name fullname username title phone phonenumber
   phone_number address birth nik answer answers value comment payload update message body data args
   token secret secret_token password authorization datakey datakeys setupcode`.split(/\s+/),
);

/** Fastify logs these under serializers of its own, which name method, path and status only. */
const serializedByFastify = new Set(["req", "res"]);

const removed = "<removed>";

/** A bot token, also percent-encoded inside a URL of the Bot API. */
const botToken = /\d+(?::|%3A)[\w-]{20,}/gi;
const urlCredentials = /:\/\/[^\s/@"\\]+@/g;

function withoutSecrets(text: string): string {
  return text.replace(botToken, "<token>").replace(urlCredentials, "://<credentials>@");
}

/** Errors of libraries that repeat the input they choked on: JSON, PostgreSQL, Prisma, Telegram. */
const repeatsInput = /^(SyntaxError|DatabaseError|DriverAdapterError|GrammyError|PrismaClient\w*)$/;

function messageOf(error: Error, type: string): string {
  if (!repeatsInput.test(type)) return error.message;
  // Prisma puts the whole call, arguments included, above its last line.
  const line = type.startsWith("Prisma") ? (error.message.trim().split("\n").at(-1) ?? "") : error.message;
  // From the first quote to the last of its kind: a value may itself contain quotes.
  return line.replace(/(["'`]).*\1/gs, "$1…$1").replace(/=\(.*\)/gs, "=(…)");
}

/** What an error of a library may say beside its message; everything else it carries is left out. */
const facts =
  "code errno syscall severity table column constraint method error_code statusCode fault reference".split(
    " ",
  );

type SafeError = { type: string; message: string; stack?: string; cause?: unknown; [fact: string]: unknown };

/**
 * An error as the log may know it: its class, message, place in the code and a few facts. A payload, a context,
 * an update, the arguments of a query stay out; of the stack only the frames are kept, since its head repeats
 * the message.
 */
export function safeError(error: Error, depth = 0): SafeError {
  const type = error.constructor.name === "Error" ? error.name : error.constructor.name;
  const safe: SafeError = { type, message: withoutSecrets(messageOf(error, type)) };
  const fields: Readonly<Record<string, unknown>> = { ...error };
  for (const fact of facts) {
    const value = fields[fact];
    if (typeof value === "string" || typeof value === "number") safe[fact] = value;
  }
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  if (frames !== undefined && frames.length > 0) safe.stack = withoutSecrets(frames.join("\n"));
  // grammY's BotError keeps the real error beside `cause`.
  const cause = error.cause ?? fields.error;
  if (cause instanceof Error && depth < 4) safe.cause = safeError(cause, depth + 1);
  if (error instanceof AggregateError && depth < 4) {
    safe.errors = error.errors.map((one) => (one instanceof Error ? safeError(one, depth + 1) : removed));
  }
  return safe;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function clean(value: unknown, depth = 0): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (value instanceof Error) return safeError(value);
  if (depth > 5) return removed;
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  // A context, a connection, a buffer: nothing that belongs into a log.
  if (!isPlain(value)) return `<${value.constructor.name}>`;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, cleanField(field, inner, depth)]),
  );
}

function cleanField(field: string, value: unknown, depth: number): unknown {
  if (depth === 0 && serializedByFastify.has(field)) return value;
  if (personal.has(field.toLowerCase()) && value !== null && value !== undefined) return removed;
  return clean(value, depth + 1);
}

/** The log of the whole program: JSON lines on standard output, or wherever a test says. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // Our errors are filtered already; pino's serializer would read the original again.
    serializers: { err: (error: unknown) => (error instanceof Error ? safeError(error) : error) },
    formatters: {
      level: (label: string) => ({ level: label }),
    },
    hooks: {
      // Here instead of `formatters.log`, because without a message pino logs the error's own, unfiltered.
      logMethod(this: Logger, args: unknown[], method: (...args: unknown[]) => void) {
        const [first, ...rest] = args;
        const subject = first instanceof Error ? { err: first } : first;
        method.apply(
          this,
          [subject, ...rest].map((arg) => clean(arg)),
        );
      },
      streamWrite: withoutSecrets,
    },
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  // No hook of pino's sees the fields of a child logger; its children inherit this method.
  const child = logger.child;
  logger.child = function (this: Logger, bindings: object, childOptions?: object) {
    return Reflect.apply(child, this, [clean(bindings), childOptions]);
  };
  return logger;
}
