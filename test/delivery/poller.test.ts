import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { expect, test } from "vitest";
import { poller } from "../../src/delivery/intake.js";
import { connectTelegram } from "../../src/delivery/telegram.js";
import { processTimers } from "../../src/delivery/timers.js";
import { update } from "./engine.js";

test("a wait for Telegram ends when the bot stops", async () => {
  const nobody = createServer().listen(0, "127.0.0.1");
  await once(nobody, "listening");
  const { port } = nobody.address() as AddressInfo;
  nobody.close();
  await once(nobody, "close");
  const telegram = connectTelegram(`http://127.0.0.1:${port}`, "1:token");
  const stop = new AbortController();
  // It says that it waits, and the bot stops at that moment.
  const log = pino({ level: "warn" }, { write: () => stop.abort() });
  const poll = poller({
    outage: { heard() {} },
    telegram,
    timers: processTimers,
    intake: { take: async () => {} },
    log,
    signal: stop.signal,
  });
  try {
    expect(await poll()).toBe(true);
    expect(await poll()).toBe(false);
  } finally {
    await telegram.close();
  }
});

test("what could not be made durable is asked for again: the offset stays", async () => {
  const offsets: number[] = [];
  const telegram = {
    call: async (_: string, { offset }: { readonly offset?: number }) => {
      offsets.push(offset ?? 0);
      return { kind: "done", result: [update(900, 1, "satu")] } as const;
    },
  };
  const answers = [() => Promise.reject(new Error("the database is away")), () => Promise.resolve()];
  const intake = {
    take: async () => {
      // It takes its time: who does not wait for it moves on too early.
      await new Promise(setImmediate);
      await answers.shift()?.();
    },
  };
  const { signal } = new AbortController();
  const log = pino({ level: "silent" });
  const poll = poller({
    outage: { heard() {} },
    telegram: telegram as unknown as ReturnType<typeof connectTelegram>,
    intake,
    log,
    timers: processTimers,
    signal,
  });
  await expect(poll()).rejects.toThrow("away");
  await poll();
  await poll();
  expect(offsets).toEqual([0, 0, 901]);
});

test("the offset confirms what was stored, and begins anew where nothing is left: ids may restart lower", async () => {
  const answers = [[update(900, 1, "satu"), update(901, 1, "dua")], [], [update(7, 1, "tiga")], []];
  const offsets: number[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => {
      body += part.toString();
    });
    request.on("end", () => {
      offsets.push((JSON.parse(body) as { offset: number }).offset);
      response.end(JSON.stringify({ ok: true, result: answers.shift() ?? [] }));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const telegram = connectTelegram(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, "1:token");
  const stored: number[] = [];
  const intake = {
    take: async (updates: readonly { readonly update_id: number }[]) => {
      stored.push(...updates.map(({ update_id }) => update_id));
    },
  };
  const signal = new AbortController().signal;
  const log = pino({ level: "silent" });
  const poll = poller({ outage: { heard() {} }, telegram, intake, log, timers: processTimers, signal });
  try {
    for (let turn = 0; turn < 4; turn += 1) await poll();
    expect(stored).toEqual([900, 901, 7]);
    expect(offsets).toEqual([0, 902, 0, 8]);
  } finally {
    await telegram.close();
    server.close();
  }
});
