/** What came is handled from memory: once, in order, and durable before Telegram may forget it. */
import { expect, test } from "vitest";
import type { Handler } from "../../src/delivery/handle.js";
import { byHand } from "./byHand.js";
import { counting, type Engine, until, update } from "./engine.js";

/** It stands still: what failed is not tried again by itself. */
const time = new Date("2026-01-05T08:00:00Z");
let nextUpdate = 1;
let nextChat = 1_000;
const { instance, drain, effects } = byHand(() => time);

const rowOf = (one: Engine, id: number) => one.database.prisma.update.findUnique({ where: { updateId: id } });

/** A handler that stands at the word "berhenti" until the gate is opened. */
function standing() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let stands = false;
  const handler: Handler = async (incoming, work) => {
    if (incoming.message?.text === "berhenti") {
      stands = true;
      await opened;
    }
    await counting(incoming, work);
  };
  return { handler, open: () => open(), stands: () => until(() => stands) };
}

test("what is done leaves its id behind, and nothing of its words; a redelivery is known by it", async () => {
  const one = await instance();
  const [id, chat] = [nextUpdate++, nextChat++];
  const taken = one.intake.take([update(id, chat, "Siti Aminah")]);
  await drain(one);
  await taken;
  expect(await rowOf(one, id)).toMatchObject({ status: "done", payload: null, attempts: 1 });
  const again = one.intake.take([update(id, chat, "Siti Aminah")]);
  await drain(one);
  await again;
  expect(await effects(one, chat)).toEqual(["Siti Aminah"]);
});

test("while one chat is slow the others are durable, it is stored, and its end is written over that", async () => {
  const gate = standing();
  const one = await instance({ handler: gate.handler });
  const [id, slow, quick] = [nextUpdate++, nextChat++, nextChat++];
  const first = one.intake.take([update(id, slow, "berhenti"), update(nextUpdate++, slow, "sesudahnya")]);
  const standsStill = one.handling.turn();
  await gate.stands();
  const others = one.intake.take([update(nextUpdate++, quick, "cepat")]);
  await drain(one);
  await others;
  expect(await effects(one, quick)).toEqual(["cepat"]);
  // The poll goes on: both are rows of the inbox, which nobody takes while the chat is locked.
  await first;
  expect(await rowOf(one, id)).toMatchObject({ status: "pending" });
  await drain(one);
  expect(await effects(one, slow)).toEqual([]);
  gate.open();
  await standsStill;
  expect(await rowOf(one, id)).toMatchObject({ status: "done", payload: null });
  // What waits in the inbox can be handled now: that others go on sending does not keep it there.
  const more = one.intake.take([update(nextUpdate++, quick, "lagi")]);
  await one.handling.turn();
  await more;
  expect(await effects(one, slow)).toEqual(["berhenti", "sesudahnya"]);
});

test("a chat that another instance holds waits in the inbox, and what comes after it too", async () => {
  const gate = standing();
  const [holder, other] = [await instance({ handler: gate.handler }), await instance()];
  const chat = nextChat++;
  const held = holder.intake.take([update(nextUpdate++, chat, "berhenti")]);
  const standsStill = holder.handling.turn();
  await gate.stands();
  const later = [nextUpdate++, nextUpdate++];
  const taken = other.intake.take(later.map((id, n) => update(id, chat, `sesudahnya ${n}`)));
  await drain(other);
  await drain(other);
  await taken;
  expect(await effects(other, chat)).toEqual([]);
  for (const id of later) expect(await rowOf(other, id)).toMatchObject({ status: "pending" });
  gate.open();
  await standsStill;
  await held;
  await drain(other);
  expect(await effects(other, chat)).toEqual(["berhenti", "sesudahnya 0", "sesudahnya 1"]);
});

test("the same update at two instances, the first still at it: one effect, and the second's others do not wait", async () => {
  const gate = standing();
  const [first, second] = [await instance({ handler: gate.handler }), await instance()];
  const [id, chat, neighbour] = [nextUpdate++, nextChat++, nextChat++];
  const taken = first.intake.take([update(id, chat, "berhenti")]);
  const standsStill = first.handling.turn();
  await gate.stands();
  const both = second.intake.take([update(id, chat, "berhenti"), update(nextUpdate++, neighbour, "lain")]);
  await drain(second);
  await both;
  expect(await effects(second, neighbour)).toEqual(["lain"]);
  gate.open();
  await standsStill;
  await taken;
  await Promise.all([drain(first), drain(second)]);
  expect(await effects(second, chat)).toEqual(["berhenti"]);
});

/** A transaction of another instance that has written an update and not ended; its chat is locked. */
async function elsewhere(one: Engine, id: number, chat: number) {
  const client = await one.database.pool.connect();
  await client.query("BEGIN");
  await client.query(
    `INSERT INTO "Update" ("updateId", "chatKey", "status", "notBefore", "receivedAt")
     VALUES ($1, $2, 'done', 'epoch', now())`,
    [id, chat],
  );
  await client.query("SELECT pg_advisory_xact_lock((1::bigint << 60) + $1)", [chat]);
  return async (how: "COMMIT" | "ROLLBACK") => {
    await client.query(how);
    client.release();
  };
}

test("an update that another transaction has written and not committed holds up nothing but itself", async () => {
  const one = await instance();
  const [id, chat, neighbour] = [nextUpdate++, nextChat++, nextChat++];
  // It has to be stored, and can't be before that transaction has ended.
  const end = await elsewhere(one, id, chat);
  const own = one.intake.take([update(id, chat, "di tangan lain")]);
  const others = one.intake.take([update(nextUpdate++, neighbour, "lain")]);
  await Promise.all([drain(one), expect(own).rejects.toThrow(/lock timeout/), others]);
  expect(await effects(one, neighbour)).toEqual(["lain"]);
  await end("COMMIT");
  const again = one.intake.take([update(id, chat, "di tangan lain")]);
  await drain(one);
  await again;
  expect(await effects(one, chat)).toEqual([]);
});

test("where that transaction is lost, what came after it is not handled first", async () => {
  let now = 0;
  const one = await instance({ elapsed: () => now });
  const [first, second, chat] = [nextUpdate++, nextUpdate++, nextChat++];
  const end = await elsewhere(one, first, chat);
  const both = () => one.intake.take([update(first, chat, "dulu"), update(second, chat, "kemudian")]);
  const refused = both();
  // Nobody takes them: both become overdue together.
  now += 1_000;
  await expect(refused).rejects.toThrow(/lock timeout/);
  await end("ROLLBACK");
  const again = both();
  await drain(one);
  await again;
  await drain(one);
  expect(await effects(one, chat)).toEqual(["dulu", "kemudian"]);
});

test("what fails becomes a row of the inbox with its words, and the later ones of its chat wait behind it", async () => {
  let isBroken = true;
  const one = await instance({
    // No time passes, so that what comes after it is not stored for its age.
    elapsed: () => 0,
    handler: async (incoming, work) => {
      await counting(incoming, work);
      if (incoming.message?.text === "racun" && isBroken) throw new TypeError("broken");
    },
  });
  const [poison, chat, neighbour] = [nextUpdate++, nextChat++, nextChat++];
  const taken = one.intake.take([
    update(poison, chat, "racun"),
    update(nextUpdate++, chat, "sesudahnya"),
    update(nextUpdate++, neighbour, "tetangga"),
  ]);
  await drain(one);
  await taken;
  expect(await rowOf(one, poison)).toMatchObject({ status: "pending", attempts: 1, error: "TypeError" });
  expect((await rowOf(one, poison))?.payload).toMatch(/^v2\./);
  expect(await effects(one, chat)).toEqual([]);
  expect(await effects(one, neighbour)).toEqual(["tetangga"]);
  isBroken = false;
  await one.database.pool.query(`UPDATE "Update" SET "notBefore" = 'epoch' WHERE "updateId" = $1`, [poison]);
  await drain(one);
  expect(await effects(one, chat)).toEqual(["racun", "sesudahnya"]);
});

test("a batch whose transaction is lost is handled one by one out of the inbox", async () => {
  let isLost = true;
  const one = await instance({
    handler: async (incoming, work) => {
      await counting(incoming, work);
      if (!isLost || incoming.message?.text !== "memutus") return;
      isLost = false;
      const tx = await work.tx();
      const [self] = await tx.$queryRawUnsafe<{ pid: number }[]>("SELECT pg_backend_pid() AS pid");
      await one.database.pool.query("SELECT pg_terminate_backend($1)", [self?.pid]);
    },
  });
  const [before, cutting, after] = [nextChat++, nextChat++, nextChat++];
  const taken = one.intake.take([
    update(nextUpdate++, before, "biasa"),
    update(nextUpdate++, cutting, "memutus"),
    update(nextUpdate++, after, "biasa"),
  ]);
  await drain(one).catch(() => undefined);
  await drain(one);
  await taken;
  expect(await effects(one, before)).toEqual(["biasa"]);
  expect(await effects(one, cutting)).toEqual(["memutus"]);
  expect(await effects(one, after)).toEqual(["biasa"]);
});

test("an update that an instance without locks has ended meanwhile is not ended again", async () => {
  const gate = standing();
  // No time passes, so that it is not stored meanwhile.
  const [one, other] = [await instance({ handler: gate.handler, elapsed: () => 0 }), await instance()];
  const [id, chat] = [nextUpdate++, nextChat++];
  const taken = one.intake.take([update(id, chat, "berhenti")]);
  taken.catch(() => {});
  const turn = one.handling.turn();
  await gate.stands();
  // As the version before would: it knows rows, and no locks of chats.
  await other.database.pool.query(
    `INSERT INTO "Update" ("updateId", "chatKey", "status", "attempts", "notBefore", "receivedAt", "handledAt")
     VALUES ($1, $2, 'done', 1, 'epoch', now(), now())
     ON CONFLICT ("updateId") DO UPDATE SET "status" = 'done', "payload" = NULL`,
    [id, chat],
  );
  gate.open();
  await turn;
  // It may be told to come again: that is known by then.
  await Promise.allSettled([taken]);
  expect(await effects(one, chat)).toEqual([]);
});

test("where nothing can be stored nothing is confirmed, and it is sent again", async () => {
  const gone = await instance({ databaseUrl: "postgresql://u:p@127.0.0.1:1/x" });
  const taken = gone.intake.take([update(1, 5, "x")]);
  taken.catch(() => {});
  await expect(gone.handling.turn()).rejects.toThrow();
  await expect(taken).rejects.toThrow();
  expect(gone.intake.arrivals.open()).toEqual([]);
});
