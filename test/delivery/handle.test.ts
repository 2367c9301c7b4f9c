import type { Update } from "grammy/types";
import { expect, test } from "vitest";
import { createLogger } from "../../src/logger.js";
import { byHand } from "./byHand.js";
import { counting, type Engine, type EngineOptions, says, sealer, until, update } from "./engine.js";

// Hazards 1, 2, 4 and 14 of the inbox: what is handled, in which order, how often.

let time = new Date("2026-01-05T08:00:00Z");
const clock = () => time;
const later = (seconds: number) => {
  time = new Date(time.getTime() + seconds * 1000);
};
let nextUpdate = 1;
let nextChat = 1_000;
const { instance, drain, effects } = byHand(clock);

/** Something that one waits for until another opens it. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** What waits to be sent to a chat, in order. */
const queued = async (one: Engine, chat: number) => {
  const rows = await one.database.prisma.message.findMany({
    where: { chatId: chat },
    orderBy: { seq: "asc" },
  });
  return rows.map(({ id, payload }) => {
    const where = { table: "Message", column: "payload", row: id };
    return (JSON.parse(sealer.open(payload ?? "", where)) as { text: string }).text;
  });
};
const kept = (one: Engine, id: number) =>
  one.database.prisma.update.findUniqueOrThrow({ where: { updateId: id } });

test("a unit of work that could not begin to query undoes nothing of another one", async () => {
  const one = await instance();
  const lost = one.database.transact(async (tx) => {
    const [first, second] = [one.work.unit(tx, null, clock()), one.work.unit(tx, null, clock())];
    const put = async (unit: typeof first, key: string) =>
      (await unit.tx()).setting.create({ data: { key, value: 1 } });
    await put(first, "first");
    await expect(put(first, "first")).rejects.toMatchObject({ code: "P2002" });
    await expect(put(second, "second")).rejects.toThrow();
    await second.undo();
  });
  await expect(lost).rejects.toMatchObject({ code: "3B001" });
  expect(await one.database.prisma.setting.count({ where: { key: "first" } })).toBe(0);
});

test("the same update twice, at once, at two doors: one effect", async () => {
  const [one, other] = [await instance(), await instance()];
  const [id, chat] = [nextUpdate++, nextChat++];
  const told = await Promise.all(
    [one, other, one, other].map((door) => door.intake.store([update(id, chat, "sekali")])),
  );
  expect(told.reduce((sum, fresh) => sum + fresh)).toBe(1);
  await Promise.all([drain(one), drain(other)]);
  expect(await one.intake.store([update(id, chat, "sekali")])).toBe(0);
  await drain(one);
  expect(await effects(one, chat)).toEqual(["sekali"]);
  expect(await queued(one, chat)).toEqual(["sekali"]);
  expect(await kept(one, id)).toMatchObject({ status: "done", payload: null, attempts: 1 });
});

test("messages of one chat keep their order on two instances, and chats do not wait for each other", async () => {
  const [slowest = 0, ...others] = Array.from({ length: 20 }, () => nextChat++);
  const [first = "", ...rest] = ["1", "2", "3", "4", "5"];
  const stands = gate();
  const goesOn = gate();
  const slow = async (incoming: Update, work: Parameters<typeof counting>[1]) => {
    if (work.chatId === slowest && incoming.message?.text === first) {
      stands.open();
      await goesOn.opened;
    }
    await counting(incoming, work);
  };
  const [one, other] = [await instance({ handler: slow }), await instance({ handler: slow })];
  const store = (words: readonly string[], chats: readonly number[]) =>
    one.intake.store(words.flatMap((word) => chats.map((chat) => update(nextUpdate++, chat, word))));
  await store([first], [slowest]);
  const standing = drain(one);
  await stands.opened;

  // The others come to their end meanwhile, and what is told in the first chat waits for its turn.
  await store(rest, [slowest]);
  await store([first, ...rest], others);
  await Promise.all([drain(other), drain(other)]);
  for (const chat of others) expect(await effects(one, chat)).toEqual([first, ...rest]);
  expect(await effects(one, slowest)).toEqual([]);

  goesOn.open();
  await standing;
  await Promise.all([drain(one), drain(other)]);
  for (const chat of [slowest, ...others]) {
    expect(await effects(one, chat)).toEqual([first, ...rest]);
    expect(await queued(one, chat)).toEqual([first, ...rest]);
  }
});

test("a handler that always throws: five tries, put aside, the person told once, the chat goes on", async () => {
  const apologies: string[] = [];
  const lines: string[] = [];
  const one = await instance({
    log: createLogger("debug", { write: (line: string) => void lines.push(line) }),
    handler: async (incoming, work) => {
      work.handler = "question";
      await counting(incoming, work);
      if (incoming.message?.text === "racun") throw new TypeError("broken");
    },
    apology: (work, reference) => {
      apologies.push(reference);
      says(work, work.chatId ?? 0, `maaf ${reference}`);
    },
  });
  const [poison, chat, neighbour] = [nextUpdate++, nextChat++, nextChat++];
  await one.intake.store([
    update(poison, chat, "racun"),
    update(nextUpdate++, chat, "sesudahnya"),
    update(nextUpdate++, neighbour, "tetangga"),
  ]);
  for (const [tries, pause] of [1, 2, 4, 8].entries()) {
    await drain(one);
    expect(await kept(one, poison)).toMatchObject({
      status: "pending",
      attempts: tries + 1,
      notBefore: new Date(time.getTime() + pause * 1000),
      error: "TypeError",
    });
    expect(await effects(one, chat)).toEqual([]);
    expect(await effects(one, neighbour)).toEqual(["tetangga"]);
    later(pause);
  }
  await drain(one);
  const row = await kept(one, poison);
  expect(row).toMatchObject({ status: "dead", attempts: 5, error: "TypeError" });
  expect(row.payload).not.toBeNull();
  expect(apologies).toEqual([row.reference]);
  expect(await effects(one, chat)).toEqual(["sesudahnya"]);
  expect(await queued(one, chat)).toEqual([`maaf ${row.reference}`, "sesudahnya"]);

  // At debug one line for each end of an update, without a word of it or a chat.
  const told = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "update handled");
  const line = { level: "debug", handler: "question", action: "text", ms: expect.any(Number) };
  expect(told.map(({ time: _, msg: __, ...rest }) => rest)).toEqual([
    { ...line, end: "pending", fault: "update" },
    { ...line, end: "done", fault: "none" },
    ...Array(3).fill({ ...line, end: "pending", fault: "update" }),
    { ...line, end: "dead", fault: "update" },
    { ...line, end: "done", fault: "none" },
  ]);
  expect(lines.join("")).not.toMatch(new RegExp(`racun|sesudahnya|tetangga|${chat}|${neighbour}`));
});

test("what a failing update wrote is undone alone, also after a statement PostgreSQL refused", async () => {
  const one = await instance({
    handler: async (incoming, work) => {
      await counting(incoming, work);
      if (incoming.message?.text !== "salah") return;
      const tx = await work.tx();
      await tx.$executeRawUnsafe('INSERT INTO "Effect" ("seq") SELECT min("seq") FROM "Effect"');
    },
  });
  const [bad, good, better] = [nextChat++, nextChat++, nextChat++];
  await one.intake.store([
    update(nextUpdate++, good, "baik"),
    update(nextUpdate++, bad, "salah"),
    update(nextUpdate++, better, "lebih baik"),
  ]);
  expect(await one.handling.turn()).toBe(3);
  expect(await effects(one, good)).toEqual(["baik"]);
  expect(await effects(one, bad)).toEqual([]);
  expect(await effects(one, better)).toEqual(["lebih baik"]);
  expect(await queued(one, bad)).toEqual([]);
});

test("a write that PostgreSQL refuses at the very end is found and counted, and takes nobody along", async () => {
  const one = await instance({
    handler: async (incoming, work) => {
      await counting(incoming, work);
      const id = "nobody";
      if (incoming.message?.text === "yatim") {
        work.answers.push({
          id,
          roundId: id,
          path: "p",
          revision: 1,
          value: null,
          origin: null,
          memberId: id,
        });
      }
    },
  });
  const [orphan, good] = [nextChat++, nextChat++];
  const id = nextUpdate++;
  await one.intake.store([update(id, orphan, "yatim"), update(nextUpdate++, good, "baik")]);
  expect(await one.handling.turn()).toBe(2);
  expect(await kept(one, id)).toMatchObject({ status: "pending", attempts: 1 });
  expect(await effects(one, orphan)).toEqual([]);
  expect(await effects(one, good)).toEqual(["baik"]);
});

test.each([
  ["by Prisma (P2034)", { code: "P2034" }],
  ["by Prisma, of a row that is there already (P2002)", { code: "P2002" }],
  ["by PostgreSQL, of a row that is there already (23505)", { code: "23505" }],
  [
    "by PostgreSQL (40P01)",
    { code: "P2010", meta: { driverAdapterError: { cause: { originalCode: "40P01" } } } },
  ],
])("a conflict told %s is not counted: the same again, at once", async (_, fields) => {
  let conflicts = 3;
  const one = await instance({
    handler: async (incoming, work) => {
      await counting(incoming, work);
      if (conflicts-- > 0) throw Object.assign(new Error("write conflict"), fields);
    },
  });
  const [id, chat] = [nextUpdate++, nextChat++];
  await one.intake.store([update(id, chat, "berebut")]);
  expect(await one.handling.turn()).toBe(1);
  expect(await kept(one, id)).toMatchObject({ status: "done", attempts: 1 });
  expect(await effects(one, chat)).toEqual(["berebut"]);
});

test("two updates that lock each other out: PostgreSQL ends one, and both are done", async () => {
  await (await instance()).database.pool.query(
    'CREATE TABLE "Lockable" ("id" int PRIMARY KEY); INSERT INTO "Lockable" VALUES (1), (2)',
  );
  let holding = 0;
  let bothHold: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    bothHold = resolve;
  });
  const handler: EngineOptions["handler"] = async (incoming, work) => {
    const tx = await work.tx();
    const order = incoming.message?.text === "maju" ? [1, 2] : [2, 1];
    for (const id of order) {
      await tx.$queryRawUnsafe('SELECT 1 FROM "Lockable" WHERE "id" = $1 FOR UPDATE', id);
      holding += 1;
      if (holding === 2) bothHold();
      await held;
    }
    await counting(incoming, work);
  };
  const [one, other] = [await instance({ handler }), await instance({ handler })];
  const [forth, back] = [nextChat++, nextChat++];
  await one.intake.store([update(nextUpdate++, forth, "maju")]);
  const first = one.handling.turn();
  await until(() => holding === 1);
  await one.intake.store([update(nextUpdate++, back, "mundur")]);
  await Promise.all([first, other.handling.turn()]);
  expect(await effects(one, forth)).toEqual(["maju"]);
  expect(await effects(one, back)).toEqual(["mundur"]);
});

test("a lost transaction whose update another instance has done meanwhile is not put back", async () => {
  const other = await instance();
  const chat = nextChat++;
  const id = nextUpdate++;
  const one = await instance({
    handler: async (incoming, work) => {
      const tx = await work.tx();
      // The session ends under our hands, the claim with it.
      const [self] = await tx.$queryRawUnsafe<{ pid: number }[]>("SELECT pg_backend_pid() AS pid");
      await other.database.pool.query("SELECT pg_terminate_backend($1)", [self?.pid]);
      await until(async () => (await other.handling.turn()) > 0);
      await counting(incoming, work);
    },
  });
  await one.intake.store([update(id, chat, "direbut")]);
  await one.handling.turn().catch(() => undefined);
  expect(await kept(one, id)).toMatchObject({ status: "done", attempts: 1 });
  expect(await effects(other, chat)).toEqual(["direbut"]);
  expect(await queued(other, chat)).toEqual(["direbut"]);
});

test.each(["53100", "57P03", "25006"])(
  "a database at fault (%s) is waited for: nothing is counted, nothing lost",
  async (code) => {
    let room = (): boolean => false;
    const one = await instance({
      handler: async (incoming, work) => {
        await counting(incoming, work);
        const tx = await work.tx();
        if (!room()) await tx.$executeRawUnsafe(`DO $$ BEGIN RAISE 'no' USING ERRCODE = '${code}'; END $$`);
      },
    });
    const [id, chat] = [nextUpdate++, nextChat++];
    await one.intake.store([update(id, chat, "sabar")]);
    for (let n = 0; n < 6; n++) await expect(one.handling.turn()).rejects.toThrow();
    expect(await kept(one, id)).toMatchObject({ status: "pending", attempts: 0 });
    room = () => true;
    await drain(one);
    expect(await effects(one, chat)).toEqual(["sabar"]);
  },
);

test("a dialogue or rules that cannot be read lock nobody out", async () => {
  const one = await instance();
  const chat = nextChat++;
  await one.database.prisma.dialogue.create({
    data: { chatId: chat, state: "v1.gone.AAAA", touchedAt: time },
  });
  await one.intake.store([update(nextUpdate++, chat, "halo")]);
  await drain(one);
  expect(await effects(one, chat)).toEqual(["halo"]);
});

test("who is refused after half of it leaves nothing to recalculate: the case they opened is not there", async () => {
  const one = await instance({
    handler: async (incoming, work) => {
      await counting(incoming, work);
      work.recalculate.add("a case that was opened and undone");
      await work.beginAgain();
      says(work, work.chatId ?? 0, "tidak bisa");
    },
  });
  const [id, chat] = [nextUpdate++, nextChat++];
  await one.intake.store([update(id, chat, "buka")]);
  await drain(one);
  expect(await kept(one, id)).toMatchObject({ status: "done", attempts: 1 });
  expect(await queued(one, chat)).toEqual(["tidak bisa"]);
  expect(await effects(one, chat)).toEqual([]);
});

test("an apology that fails itself does not keep the update from being put aside", async () => {
  const one = await instance({
    handler: () => Promise.reject(new Error("broken")),
    apology: () => {
      throw new Error("speechless");
    },
  });
  const [id, chat] = [nextUpdate++, nextChat++];
  await one.intake.store([update(id, chat, "aduh")]);
  for (let n = 0; n < 5; n++) {
    await drain(one);
    later(10);
  }
  expect(await kept(one, id)).toMatchObject({ status: "dead" });
});

test("a handler that never settles costs its own try only, and what it does too late is not kept", async () => {
  let late: Promise<unknown> | undefined;
  let goOn: () => void = () => {};
  const tooLate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const one = await instance({
    patience: 500,
    handler: async (incoming, work) => {
      if (incoming.message?.text !== "diam") return await counting(incoming, work);
      const tx = await work.tx();
      late = tooLate.then(() =>
        tx.$executeRawUnsafe('INSERT INTO "Effect" ("chat", "word") VALUES ($1, $2)', work.chatId, "telat"),
      );
      late.catch(() => {});
      await new Promise(() => {});
    },
  });
  const [silent, neighbour] = [nextChat++, nextChat++];
  const id = nextUpdate++;
  await one.intake.store([update(nextUpdate++, neighbour, "tetangga"), update(id, silent, "diam")]);
  await one.handling.turn();
  expect(await effects(one, neighbour)).toEqual(["tetangga"]);
  expect(await kept(one, id)).toMatchObject({ status: "pending", attempts: 1, error: "Unsettled" });
  goOn();
  await expect(late).rejects.toThrow();
  expect(await effects(one, silent)).toEqual([]);
});

/** A danger noted by a handler of the test's own. */
const alarm = () => ({
  organizationId: "lks",
  caseId: null,
  whom: "client" as const,
  kinds: ["suicide" as const],
  source: "form" as const,
  notedById: "ratna",
  raised: false,
});

// Hazard 23: a danger stands, whatever becomes of the rest of its update.
test.each([
  ["throws", () => Promise.reject(new TypeError("a text is missing"))],
  ["never settles", () => new Promise<void>(() => {})],
])("what a handler noted as danger before it %s is told of with each failed try, alone", async (_, fails) => {
  const chat = nextChat++;
  const one = await instance({
    patience: 200,
    handler: async (incoming, work) => {
      work.alarms.push(alarm());
      await counting(incoming, work);
      await fails();
    },
    raiseAlarms: async (work) => {
      for (const danger of work.alarms) {
        if (!danger.raised) says(work, chat, `bahaya ${danger.kinds.join()}`);
        danger.raised = true;
      }
    },
  });
  const id = nextUpdate++;
  await one.intake.store([update(id, chat, "rusak")]);
  await drain(one);
  expect(await queued(one, chat)).toEqual(["bahaya suicide"]);
  expect(await effects(one, chat)).toEqual([]);
  expect(await kept(one, id)).toMatchObject({ status: "pending", attempts: 1 });
});

test("an alarm that cannot be raised itself does not stop the try from being counted", async () => {
  const chat = nextChat++;
  const one = await instance({
    handler: async (_, work) => {
      work.alarms.push(alarm());
      throw new TypeError("broken");
    },
    raiseAlarms: async (work) => {
      await (await work.tx()).$executeRawUnsafe('SELECT 1 FROM "NoSuchTable"');
    },
  });
  const id = nextUpdate++;
  await one.intake.store([update(id, chat, "rusak")]);
  await drain(one);
  expect(await kept(one, id)).toMatchObject({ status: "pending", attempts: 1, error: "TypeError" });
});
