import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Update } from "grammy/types";
import { pino } from "pino";
import { expect, test } from "vitest";
import { poller } from "../../src/delivery/poller.js";
import { connectTelegram } from "../../src/delivery/telegram.js";
import { processTimers, type Timers } from "../../src/delivery/timers.js";
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
    intake: { begin: () => [] },
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

/** A Telegram in memory that has these updates until the offset passes them, and the offsets it was asked with. */
function remembering(...updates: readonly Update[]) {
  const offsets: number[] = [];
  const call = async (_: string, { offset }: { readonly offset?: number }) => {
    offsets.push(offset ?? 0);
    return { kind: "done", result: updates.filter(({ update_id }) => update_id >= (offset ?? 0)) } as const;
  };
  return { telegram: { call } as unknown as ReturnType<typeof connectTelegram>, offsets };
}

/** The poller waits for nothing that the test does not bring about. */
const impatient: Timers = { elapsed: () => 0, after: (_, act) => processTimers.after(0, act) };

/** A poller whose updates become durable when the test says so, and what came to it. */
function polling(telegram: ReturnType<typeof connectTelegram>, timers = impatient) {
  const came: { readonly id: number; readonly end: (error?: Error) => void }[] = [];
  const intake = {
    begin: (updates: readonly Update[]) =>
      updates.map(({ update_id: id }) => {
        const durable = new Promise<void>((resolve, reject) => {
          came.push({ id, end: (error) => (error === undefined ? resolve() : reject(error)) });
        });
        return { updateId: BigInt(id), durable };
      }),
  };
  const log = pino({ level: "silent" });
  const outage = { heard() {} };
  const { signal } = new AbortController();
  return { poll: poller({ outage, telegram, intake, log, timers, signal }), came };
}

test("what could not be made durable is asked for again: the offset stays", async () => {
  const { telegram, offsets } = remembering(update(900, 1, "satu"));
  const { poll, came } = polling(telegram);
  await poll();
  came[0]?.end(new Error("the database is away"));
  await new Promise(setImmediate);
  await expect(poll()).rejects.toThrow("away");
  await poll();
  expect(came.map(({ id }) => id)).toEqual([900, 900]);
  came[1]?.end();
  await new Promise(setImmediate);
  await poll();
  expect(offsets).toEqual([0, 900, 901]);
});

test("while something is not durable it is asked for what is new, and what comes once more is passed over", async () => {
  const { telegram, offsets } = remembering(update(1, 5, "satu"), update(2, 6, "dua"), update(3, 5, "tiga"));
  const { poll, came } = polling(telegram);
  await poll();
  for (const { id, end } of came) if (id !== 2) end();
  await new Promise(setImmediate);
  await poll();
  await poll();
  expect(came.map(({ id }) => id)).toEqual([1, 2, 3]);
  came[1]?.end();
  await new Promise(setImmediate);
  await poll();
  expect(offsets).toEqual([0, 2, 2, 4]);
});

test("Telegram is asked again once half of what came is durable, and not for the same before that", async () => {
  const { telegram, offsets } = remembering(...[1, 2, 3, 4].map((id) => update(id, id, "halo")));
  const { poll, came } = polling(telegram, { elapsed: () => 0, after: () => () => {} });
  let isOver = false;
  const turn = poll().then(() => {
    isOver = true;
  });
  await new Promise(setImmediate);
  came[3]?.end();
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  came[0]?.end();
  await turn;
  for (const { end } of came) end();
  await new Promise(setImmediate);
  await poll();
  expect(offsets).toEqual([0, 5]);
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
    begin: (updates: readonly Update[]) => {
      stored.push(...updates.map(({ update_id }) => update_id));
      return updates.map(({ update_id: id }) => ({ updateId: BigInt(id), durable: Promise.resolve() }));
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

test("nothing is kept of what is durable, however long it is asked on", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const held = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  let id = 0;
  const poll = poller({
    outage: { heard() {} },
    telegram: {
      call: async () => {
        id += 1;
        return { kind: "done", result: [update(id, 1, "x")] };
      },
    } as unknown as ReturnType<typeof connectTelegram>,
    intake: {
      begin: (updates) =>
        updates.map(({ update_id }) => ({ updateId: BigInt(update_id), durable: Promise.resolve() })),
    },
    log: pino({ level: "silent" }),
    timers: { elapsed: () => 0, after: () => () => {} },
    signal: new AbortController().signal,
  });
  const turns = async (count: number) => {
    for (let n = 0; n < count; n += 1) await poll();
  };
  await turns(1_000);
  const before = held();
  await turns(6_000);
  // A hundred bytes for each would be 600,000.
  expect(held() - before).toBeLessThan(700_000);
});
