import { GrammyError, HttpError } from "grammy";
import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { createLogger } from "../src/logger.js";

const token = "123456789:AAFmade-up_token0123456789abcdefghi";

let lines: string[];
const log = createLogger("debug", { write: (line: string) => void lines.push(line) });
beforeEach(() => {
  lines = [];
});

function logged(): Record<string, unknown> {
  return JSON.parse(lines.at(-1) ?? "{}") as Record<string, unknown>;
}

test("a line is JSON with level, time and message", () => {
  log.info({ updateId: 5n, handler: "menu", seconds: 0.1 }, "handled");
  expect(logged()).toEqual({
    level: "info",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    updateId: "5",
    handler: "menu",
    seconds: 0.1,
    msg: "handled",
  });
});

describe("a person's words and names never reach the log", () => {
  test("under their usual names, at any depth", () => {
    log.info(
      {
        text: "Budi",
        from: { id: 7, first_name: "Budi", username: "budi" },
        rows: [{ id: "a", value: "Budi", phone_number: "Budi" }],
        answers: { name: "Budi" },
      },
      "x",
    );
    expect(lines.at(-1)).not.toMatch(/budi/i);
    expect(logged().from).toEqual({ id: 7, first_name: "<removed>", username: "<removed>" });
    expect(logged().rows).toEqual([{ id: "a", value: "<removed>", phone_number: "<removed>" }]);
  });

  test("in a child logger's fields", () => {
    log.child({ chat: { id: 7, title: "Budi" } }).info("x");
    expect(logged().chat).toEqual({ id: 7, title: "<removed>" });
  });

  test("inside a context or another live object", () => {
    class Context {
      readonly update = { message: { text: "Budi" } };
    }
    log.info({ ctx: new Context() }, "x");
    expect(logged().ctx).toBe("<Context>");
  });

  test("in what Telegram refused", () => {
    const error = new GrammyError(
      "Call to 'sendMessage' failed!",
      { ok: false, error_code: 400, description: 'Bad Request: unsupported start tag "Budi" at byte 3' },
      "sendMessage",
      { chat_id: 7, text: "Budi" },
    );
    log.error({ err: error }, "refused");
    log.error(error);
    for (const line of lines) expect(line).not.toContain("Budi");
    expect(logged().err).toMatchObject({ type: "GrammyError", method: "sendMessage", error_code: 400 });
  });

  test("in what PostgreSQL refused", () => {
    const error = new pg.DatabaseError(
      'invalid input syntax for type integer: "Budi "the one" x"',
      0,
      "error",
    );
    Object.assign(error, { code: "22P02", detail: "Key (name)=(Budi) exists", table: "Client" });
    log.error({ err: error });
    expect(lines.at(-1)).not.toContain("Budi");
    expect(logged().err).toMatchObject({ type: "DatabaseError", code: "22P02", table: "Client" });
    expect(logged().msg).toBe('invalid input syntax for type integer: "…"');
  });

  test("in what Prisma refused, which repeats the whole call", () => {
    class PrismaClientValidationError extends Error {}
    log.error(
      new PrismaClientValidationError(
        'Invalid `prisma.client.create()` invocation:\n{ data: { name: "Budi" } }\n\nArgument `level` is missing.',
      ),
    );
    expect(lines.at(-1)).not.toContain("Budi");
    expect(logged().msg).toBe("Argument `…` is missing.");
  });

  test("in JSON that does not parse", () => {
    try {
      JSON.parse("Budi's answer");
    } catch (error) {
      log.error({ err: error }, "bad");
    }
    expect(lines.at(-1)).not.toContain("Budi");
  });

  test("through a cause or several errors", () => {
    const inner = Object.assign(new Error("inner"), { payload: { text: "Budi" } });
    log.error({ err: new AggregateError([new Error("outer", { cause: inner })], "several") });
    expect(lines.at(-1)).not.toContain("Budi");
    expect(logged().err).toMatchObject({
      errors: [{ message: "outer", cause: { message: "inner", type: "Error" } }],
    });
  });
});

describe("secrets never reach the log", () => {
  test("the bot token, in a message, an address, a stack or a field", () => {
    log.info(`calling https://api.telegram.org/bot${token}/getMe`);
    log.info({ path: `/bot${encodeURIComponent(token)}/getMe` }, "x");
    log.warn({ err: new HttpError("Network request failed", new Error(`fetch bot${token}/getMe`)) });
    log.warn(new Error(`bot${token}`));
    for (const line of lines) {
      expect(line).not.toContain("AAFmade");
      expect(line).toContain("<token>");
    }
  });

  test("the password of a database", () => {
    log.error(new Error("cannot connect to postgresql://bot:hush@db:5432/pendamping"));
    expect(lines.at(-1)).not.toContain("hush");
    expect(logged().msg).toBe("cannot connect to postgresql://<credentials>@db:5432/pendamping");
  });

  test("under their usual names", () => {
    log.info({ token: "hush", secret: "hush", config: { password: "hush", dataKeys: ["hush"] } }, "x");
    expect(lines.at(-1)).not.toContain("hush");
  });
});

test("what is needed to find a fault is kept: class, message, frames, code", () => {
  const error = Object.assign(new TypeError("case K-2026-0042 has no plan"), { code: "E_PLAN" });
  log.error({ err: error, caseId: "k4hq" }, "cannot continue");
  expect(logged()).toMatchObject({
    level: "error",
    caseId: "k4hq",
    msg: "cannot continue",
    err: { type: "TypeError", message: "case K-2026-0042 has no plan", code: "E_PLAN" },
  });
  expect((logged().err as { stack: string }).stack).toMatch(/^ {4}at .*logger\.test\.ts/);
});
