import { resolve } from "node:path";
import { z } from "zod";
import type { VariableName } from "./variables.js";

/** Where files may be kept, as FILE_STORE names it: below `DATA_DIR`, or in the database. */
export const fileStores = ["folder", "database"] as const;

/** Where files are kept. */
export type FileStoreKind = (typeof fileStores)[number];

/** The levels of `LOG_LEVEL`, quietest last. */
export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** A level of `LOG_LEVEL`. */
export type LogLevel = (typeof logLevels)[number];

/** Keys that seal personal data, 32 bytes each: the first seals, all of them open. */
export type DataKeys = readonly [Buffer, ...Buffer[]];

/** Where an HTTP server listens. Port 0 takes a free one. */
export type Listening = { readonly host: string; readonly port: number };
/** A service with an OpenAI-compatible address that an institution may let its workers use. */
export type ServiceAddress = {
  /** Without a slash at its end; the paths of the API follow it. */
  readonly url: string;
  readonly key?: string;
  readonly model: string;
};

/** How many days an institution keeps what may be looked into afterwards. */
export type Keeping = {
  /** Dead letters, and what was sent to a chat whose PIN was never given: there was the time to see to it. */
  readonly deadLetters: number;
  /** Reminders that were told: the log an admin reads, and by which it is shown who was reminded of what. */
  readonly reminders: number;
};

/** How long it stays where nobody says otherwise: a quarter of a year, and two years. */
export const usualKeeping: Keeping = { deadLetters: 90, reminders: 730 };

/** What the environment asks for, complete and consistent. Made only by {@link loadConfig}. */
export type Config = {
  /** Which Telegram the bot talks to; without a token, the one inside this program. */
  readonly telegram:
    | { readonly kind: "telegram"; readonly token: string; readonly apiRoot: string }
    | { readonly kind: "playground" };
  /** How updates come in. */
  readonly intake:
    | { readonly kind: "polling" }
    | { readonly kind: "webhook"; readonly url: string; readonly secret: string };
  readonly database:
    | { readonly kind: "embedded"; readonly dir: string }
    | {
        readonly kind: "url";
        readonly url: string;
        /** From `DATABASE_OWNER_URL`: the role that migrates, where the one of `url` may not. */
        readonly ownerUrl?: string;
      };
  /** Absolute. Database, attachments and keys live below it. */
  readonly dataDir: string;
  /** Where files that are sent are kept; below `dataDir` where nothing is said. */
  readonly fileStore?: FileStoreKind;
  /** From `DATA_KEY`. Absent where the keys are in a file. */
  readonly dataKeys: DataKeys | undefined;
  /** From `DATA_KEY_FILE`, absolute. Absent: with the embedded database the file is beside `dataDir`. */
  readonly dataKeyFile?: string;
  /** What the first admin sends with /start. Absent: one is made and printed at first start. */
  readonly setupCode?: string;
  readonly http: Listening;
  /** Where health and metrics are served; undefined: beside the rest, which only this machine reaches. */
  readonly status: Listening | undefined;
  /** Where learners come into the playground; absent: it is for this machine alone. */
  readonly room?: Listening;
  /** Optional help; absent: there is none. Whether it is used is up to the admin, the worker and the client. */
  readonly services: { readonly transcription?: ServiceAddress; readonly language?: ServiceAddress };
  /** How long what may be looked into afterwards is kept; as long as usual where nothing is said. */
  readonly keeping?: Keeping;
  readonly logLevel: LogLevel;
};

/** The environment is wrong. The message holds one line for each fault, and never a value that is secret. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[], options?: ErrorOptions) {
    super(faults.join("\n"), options);
    this.faults = faults;
  }
}

function urlOf(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

function isLoopback(url: URL): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

/** Nobody between reads what goes there. */
function isSafe(value: string): boolean {
  const url = urlOf(value);
  return url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url));
}

/** Padding and the URL-safe alphabet are accepted; anything `Buffer` would silently skip is not. */
function dataKeyOf(value: string): Buffer | undefined {
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(value)) return undefined;
  return Buffer.from(value, "base64");
}

/**
 * Reads keys as `DATA_KEY` and the key file write them: base64 of 32 bytes each, separated by commas or
 * lines, the current one first. Undefined when any of them is something else.
 */
export function parseDataKeys(value: string): DataKeys | undefined {
  const keys: Buffer[] = [];
  for (const part of value.split(/[\s,]+/).filter((text) => text !== "")) {
    const key = dataKeyOf(part);
    if (key === undefined) return undefined;
    keys.push(key);
  }
  const [current, ...older] = keys;
  return current === undefined ? undefined : [current, ...older];
}

const hostName = /^[\w.:%-]+$/;
const loopbackName = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

const port = z
  .string()
  .regex(/^\d{1,5}$/, "must be a whole number from 0 to 65535")
  .transform(Number)
  .refine((value) => value <= 65_535, "must be a whole number from 0 to 65535");
const host = z
  .string()
  .regex(hostName, "must be a host name or an address to listen on, for example 127.0.0.1");
/** A number of days, so many at least. */
const days = (least: number, usual: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, "must be a whole number of days")
    .transform(Number)
    .refine((value) => value >= least, `must be ${least} days at least`)
    .default(usual);
/** The port of health and metrics where strangers reach `PORT`. */
const usualStatusPort = 8081;
/** The three variables of one service, an optional help. */
const serviceUrl = z
  .string()
  .refine(isSafe, "must be an https URL (http only for this machine itself)")
  .transform((value) => value.replace(/\/+$/, "").replace(/\/v1$/, ""))
  .optional();
const serviceKey = z.string().regex(/^\S+$/, "must be one word").optional();
const serviceModel = z.string().max(200, "must be the name of a model").optional();

/** Where Telegram's own Bot API is. */
export const telegramRoot = "https://api.telegram.org";

/** Each variable by itself. Messages finish the sentence "<NAME> …" and must not repeat the value. */
const shapes = {
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:\S+$/, "must be the token @BotFather gave: digits, a colon, then letters without spaces")
    .optional(),
  TELEGRAM_API_ROOT: z
    .string()
    .refine(
      isSafe,
      "must be an https URL (http only for this machine itself: the token is part of every request)",
    )
    .default(telegramRoot)
    .transform((value) => value.replace(/\/+$/, "")),
  DATABASE_URL: z
    .string()
    .refine(
      (value) => /^postgres(ql)?:$/.test(urlOf(value)?.protocol ?? ""),
      "must be a postgresql:// URL (a password with special characters goes into DATABASE_PASSWORD)",
    )
    .optional(),
  DATABASE_PASSWORD: z.string().optional(),
  DATABASE_OWNER_URL: z
    .string()
    .refine((value) => /^postgres(ql)?:$/.test(urlOf(value)?.protocol ?? ""), "must be a postgresql:// URL")
    .optional(),
  DATA_DIR: z
    .string()
    .default("./data")
    .transform((value) => resolve(value)),
  PORT: port.default(8080),
  HOST: host.default("127.0.0.1"),
  STATUS_PORT: port.optional(),
  STATUS_HOST: host.default("127.0.0.1"),
  PLAYGROUND_HOST: host.default("127.0.0.1"),
  PLAYGROUND_PORT: port.default(8090),
  WEBHOOK_URL: z
    .string()
    .refine(isSafe, "must be an https URL (http only for this machine itself)")
    .optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, "must be 1 to 256 characters of A-Z, a-z, 0-9, _ and -")
    .optional(),
  DATA_KEY: z
    .string()
    .transform((value, context) => {
      const keys = parseDataKeys(value);
      if (keys !== undefined) return keys;
      context.addIssue("must be base64 of exactly 32 bytes (make one: openssl rand -base64 32)");
      return z.NEVER;
    })
    .optional(),
  DATA_KEY_FILE: z
    .string()
    .transform((value) => resolve(value))
    .optional(),
  SETUP_CODE: z
    .string()
    .regex(/^[\w-]{8,60}$/, "must be 8 to 60 characters of A-Z, a-z, 0-9, _ and -")
    .optional(),
  TRANSCRIPTION_URL: serviceUrl,
  TRANSCRIPTION_KEY: serviceKey,
  TRANSCRIPTION_MODEL: serviceModel,
  LANGUAGE_URL: serviceUrl,
  LANGUAGE_KEY: serviceKey,
  LANGUAGE_MODEL: serviceModel,
  FILE_STORE: z.enum(fileStores, `must be one of ${fileStores.join(", ")}`).optional(),
  REMINDERS_KEPT: days(400, usualKeeping.reminders),
  DEAD_LETTERS_KEPT: days(7, usualKeeping.deadLetters),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).optional(),
} satisfies Record<VariableName, z.ZodType>;

const environment = z.object(shapes);

type Name = VariableName;

/** Variables that were given, without surrounding space: `NAME=` in a file of settings means "not set". */
function given(env: Readonly<Record<string, string | undefined>>): Partial<Record<Name, string>> {
  const names = Object.keys(environment.shape) as Name[];
  const entries = names.flatMap((name) => {
    const value = env[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** What is wrong between variables that may each be right. */
function conflicts(env: Partial<Record<Name, string>>): string[] {
  const faults: string[] = [];
  if (env.WEBHOOK_URL && !env.WEBHOOK_SECRET) {
    faults.push("WEBHOOK_SECRET must be set with WEBHOOK_URL: without it anyone could send updates");
  }
  if (env.WEBHOOK_SECRET && !env.WEBHOOK_URL) {
    faults.push("WEBHOOK_URL must be set with WEBHOOK_SECRET (leave both out for long polling)");
  }
  if (env.DATABASE_URL && !env.DATA_KEY && !env.DATA_KEY_FILE) {
    faults.push(
      "DATA_KEY (or DATA_KEY_FILE) must be set with DATABASE_URL: base64 of 32 bytes that seal personal data " +
        "(make one: openssl rand -base64 32, and keep a copy apart from the database)",
    );
  }
  if (env.DATABASE_PASSWORD && !env.DATABASE_URL) {
    faults.push("DATABASE_URL must be set with DATABASE_PASSWORD: where the database is");
  }
  if (env.DATABASE_OWNER_URL && !env.DATABASE_URL) {
    faults.push("DATABASE_URL must be set with DATABASE_OWNER_URL: the bot's own role");
  }
  for (const service of ["TRANSCRIPTION", "LANGUAGE"] as const) {
    if (env[`${service}_URL`] && !env[`${service}_MODEL`]) {
      faults.push(`${service}_MODEL must be set with ${service}_URL: the name of the model it is to use`);
    }
    if (!env[`${service}_URL`] && (env[`${service}_KEY`] || env[`${service}_MODEL`])) {
      faults.push(
        `${service}_URL must be set with ${service}_MODEL and ${service}_KEY (leave all out for none)`,
      );
    }
  }
  if (env.BOT_TOKEN && env.PLAYGROUND_HOST) {
    faults.push("PLAYGROUND_HOST must be left out with BOT_TOKEN: there is no playground then");
  }
  if (!env.BOT_TOKEN && env.HOST && hostName.test(env.HOST) && !loopbackName.test(env.HOST)) {
    faults.push(
      "HOST must be a loopback address (127.0.0.1, ::1, localhost) without BOT_TOKEN: " +
        "whoever reaches the playground speaks there as anyone they like (PLAYGROUND_HOST opens it to learners)",
    );
  }
  return faults;
}

/** Health and metrics are nobody else's business: where strangers reach `HOST`, they get a port of their own. */
function statusOf(data: z.infer<typeof environment>): Listening | undefined {
  if (data.STATUS_PORT === undefined && loopbackName.test(data.HOST)) return undefined;
  return { host: data.STATUS_HOST, port: data.STATUS_PORT ?? usualStatusPort };
}

/**
 * Reads the environment. An empty value counts as absent.
 *
 * @throws {ConfigError} naming every fault at once, one line each.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = given(env);
  const parsed = environment.safeParse(present);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  faults.push(...conflicts(present));
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);

  const { data } = parsed;
  return {
    telegram:
      data.BOT_TOKEN === undefined
        ? { kind: "playground" }
        : { kind: "telegram", token: data.BOT_TOKEN, apiRoot: data.TELEGRAM_API_ROOT },
    intake:
      data.WEBHOOK_URL === undefined || data.WEBHOOK_SECRET === undefined
        ? { kind: "polling" }
        : { kind: "webhook", url: data.WEBHOOK_URL, secret: data.WEBHOOK_SECRET },
    database:
      data.DATABASE_URL === undefined
        ? { kind: "embedded", dir: data.DATA_DIR }
        : {
            kind: "url",
            url: withPassword(data.DATABASE_URL, data.DATABASE_PASSWORD),
            ...(data.DATABASE_OWNER_URL === undefined ? {} : { ownerUrl: data.DATABASE_OWNER_URL }),
          },
    dataDir: data.DATA_DIR,
    ...(data.FILE_STORE === undefined ? {} : { fileStore: data.FILE_STORE }),
    dataKeys: data.DATA_KEY,
    ...(data.DATA_KEY_FILE === undefined ? {} : { dataKeyFile: data.DATA_KEY_FILE }),
    ...(data.SETUP_CODE === undefined ? {} : { setupCode: data.SETUP_CODE }),
    http: { host: data.HOST, port: data.PORT },
    status: statusOf(data),
    ...(loopbackName.test(data.PLAYGROUND_HOST)
      ? {}
      : { room: { host: data.PLAYGROUND_HOST, port: data.PLAYGROUND_PORT } }),
    keeping: { deadLetters: data.DEAD_LETTERS_KEPT, reminders: data.REMINDERS_KEPT },
    services: {
      ...service("transcription", data.TRANSCRIPTION_URL, data.TRANSCRIPTION_MODEL, data.TRANSCRIPTION_KEY),
      ...service("language", data.LANGUAGE_URL, data.LANGUAGE_MODEL, data.LANGUAGE_KEY),
    },
    // In the playground a newcomer reads one line, not the whole log.
    logLevel: data.LOG_LEVEL ?? (data.BOT_TOKEN === undefined ? "error" : "info"),
  };
}

/** The address of a database with its password, whatever characters that is of. */
function withPassword(address: string, password: string | undefined): string {
  if (password === undefined) return address;
  const url = new URL(address);
  url.password = encodeURIComponent(password);
  return url.href;
}

/** One of the services, where its address is set. */
function service<N extends keyof Config["services"]>(
  name: N,
  url: string | undefined,
  model: string | undefined,
  key: string | undefined,
): { readonly [n in N]?: ServiceAddress } {
  if (url === undefined || model === undefined) return {};
  const one: { [n in N]?: ServiceAddress } = {};
  one[name] = { url, model, ...(key === undefined ? {} : { key }) };
  return one;
}
