/** A variable of the environment, as README, .env.example and Compose tell of it. */
export type Variable = {
  /** What it is for, and what holds without it: one line of Markdown, English, without a full stop. */
  readonly about: string;
  /** The value it has in .env.example. */
  readonly example: string;
  /** How Docker Compose comes to it; absent where the image, or the machine it runs on, decides. */
  readonly compose?: FromEnvFile | { readonly value: string };
};

/** Docker Compose takes it from .env: a variable of that name, or of another. */
type FromEnvFile = {
  readonly from: "same" | (string & {});
  /** What Compose says where it is missing; without it Compose goes on. */
  readonly required?: string;
};

/** Taken from .env where it stands there. */
const optional = { from: "same" } as const;

const service = (what: string) =>
  ({
    URL: {
      about: `a service that ${what}, with an OpenAI-compatible address: https, or on this machine; absent: none. See [optional help](#optional-help)`,
      example: "http://127.0.0.1:8000",
      compose: optional,
    },
    KEY: { about: "the key of that service, where it wants one", example: "", compose: optional },
    MODEL: { about: "the model it is asked for", example: "", compose: optional },
  }) as const;
const transcription = service("writes recordings down");
const language = service("proposes answers from a note");

/** Every variable the bot reads, in the order in which a newcomer meets them. `npm run settings` writes them where people read. */
export const variables = {
  BOT_TOKEN: {
    about: "from @BotFather; absent: the playground runs the same bot on this machine",
    example: "",
    compose: { from: "same", required: "the token from @BotFather" },
  },
  TELEGRAM_API_ROOT: {
    about: "where the Bot API is, for a server of your own; default `https://api.telegram.org`",
    example: "https://api.telegram.org",
    compose: optional,
  },
  DATABASE_URL: {
    about: "a PostgreSQL of your own (15 or newer); absent: an embedded one in `DATA_DIR`",
    example: "postgresql://pendamping@localhost:5432/pendamping",
    compose: { value: "postgresql://pendamping@database:5432/pendamping" },
  },
  DATABASE_PASSWORD: {
    about: "its password as it is; in `DATABASE_URL` special characters would have to be percent-encoded",
    example: "",
    compose: { from: "POSTGRES_PASSWORD", required: "a password of your choice" },
  },
  DATABASE_OWNER_URL: {
    about:
      "the role that owns the tables and migrates, where the bot has one of its own that cannot touch the audit: [SECURITY.md](SECURITY.md)",
    example: "",
  },
  DATA_DIR: { about: "default `./data`: database, attachments", example: "./data" },
  FILE_STORE: {
    about:
      "where photos, recordings and papers are kept: `folder` (the default) below `DATA_DIR`, `database` in PostgreSQL, so that several machines need no shared folder. To change it: [docs/scaling.md](docs/scaling.md)",
    example: "folder",
    compose: optional,
  },
  DATA_KEY: {
    about:
      "32 bytes in base64 (`openssl rand -base64 32`) that seal personal data. Keep a copy apart from the database: without it nothing that was recorded can be read. `<new>,<old>` while it is being replaced",
    example: "",
    compose: { from: "same", required: "32 bytes in base64, from openssl rand -base64 32" },
  },
  DATA_KEY_FILE: {
    about:
      "a file with it; one of the two is needed with `DATABASE_URL`. Without, the key is made once beside `DATA_DIR` (`./data.key`), so that a copy of `DATA_DIR` holds no key",
    example: "/run/secrets/data_key",
  },
  SETUP_CODE: {
    about:
      "what the first admin sends; absent: made and printed at the first start, and anew by `npm run admin -- setup-code`",
    example: "",
    compose: optional,
  },
  PORT: { about: "default 8080: `/health`, `/metrics`, the webhook, the playground", example: "8080" },
  HOST: { about: "where that listens, default 127.0.0.1", example: "127.0.0.1" },
  STATUS_PORT: {
    about: "`/health` and `/metrics` apart from the rest; always so where `HOST` is not loopback: 8081",
    example: "8081",
  },
  STATUS_HOST: { about: "where these listen, default 127.0.0.1", example: "127.0.0.1" },
  PLAYGROUND_HOST: {
    about:
      "opens the playground to learners of the same network at this address, with a code the start prints: [training](docs/pelatihan.md); default 127.0.0.1: it stays closed",
    example: "127.0.0.1",
  },
  PLAYGROUND_PORT: { about: "where the learners come in, default 8090", example: "8090" },
  WEBHOOK_URL: {
    about:
      "set with the next: Telegram delivers there (`https://…/telegram/webhook`); absent: long polling, which needs no public address",
    example: "",
    compose: optional,
  },
  WEBHOOK_SECRET: {
    about: "what Telegram sends along: up to 256 of A-Z, a-z, 0-9, _ and -",
    example: "",
    compose: optional,
  },
  TRANSCRIPTION_URL: transcription.URL,
  TRANSCRIPTION_KEY: transcription.KEY,
  TRANSCRIPTION_MODEL: transcription.MODEL,
  LANGUAGE_URL: language.URL,
  LANGUAGE_KEY: language.KEY,
  LANGUAGE_MODEL: language.MODEL,
  REMINDERS_KEPT: {
    about:
      "for how many days the log of reminders that were told is kept, 400 at least; default 730. Those never told stay for 90 days",
    example: "730",
    compose: optional,
  },
  DEAD_LETTERS_KEPT: {
    about: "for how many days updates and messages that failed for good are kept, 7 at least; default 90",
    example: "90",
    compose: optional,
  },
  LOG_LEVEL: {
    about:
      "trace, debug, info, warn, error, fatal or silent; default `info`. No token, name or answer reaches the log at any level",
    example: "info",
    compose: optional,
  },
} as const satisfies Record<string, Variable>;

/** The name of a variable. */
export type VariableName = keyof typeof variables;
