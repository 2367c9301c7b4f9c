import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { isConnectionLost } from "../../src/records/storage/connectionLost.js";
import {
  lastStatement,
  statement,
  statementCount,
  TransactionClients,
} from "../../src/records/storage/connections.js";
import { type Database, openDatabase } from "../../src/records/storage/database.js";
import type { Tx } from "../../src/records/storage/tx.js";
import { createDatabase, type TestDatabase } from "../support/database.js";

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await createDatabase();
  database = openDatabase(own.url, () => {});
});
beforeEach(() => database.pool.query('TRUNCATE "Setting"'));
afterAll(async () => {
  await database.close();
  await own.drop();
});

const put = (tx: Tx, key: string) => tx.setting.create({ data: { key, value: 1 } });
const keys = async () =>
  (await database.prisma.setting.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key);

test("Prisma and statements share one transaction: all of it or nothing", async () => {
  const seen = await database.transact(async (tx) => {
    await put(tx, "a");
    return await statement<{ key: string }>(tx, 'SELECT "key" FROM "Setting"');
  });
  expect(seen).toEqual([{ key: "a" }]);
  const lost = database.transact(async (tx) => {
    await put(tx, "b");
    await statement(tx, `INSERT INTO "Setting" VALUES ('c', '1')`);
    throw new Error("no");
  });
  await expect(lost).rejects.toThrow("no");
  expect(await keys()).toEqual(["a"]);
});

const add = `INSERT INTO "Setting" VALUES ($1, '1') RETURNING "key"`;

test("the last statement brings the commit: it tells what it did, and nothing comes after it", async () => {
  const ends = await database.transact(async (tx) => {
    await put(tx, "a");
    const rows = await lastStatement(tx, add, ["b"]);
    return [rows, ...(await Promise.allSettled([statement(tx, add, ["c"]), put(tx, "d")]))];
  });
  expect(ends).toMatchObject([[{ key: "b" }], { status: "rejected" }, { status: "rejected" }]);
  expect(await keys()).toEqual(["a", "b"]);
});

test("a last statement that fails says why, undoes everything, and leaves the connection in order", async () => {
  const lost = database.transact(async (tx) => {
    await put(tx, "a");
    await lastStatement(tx, add, ["a"]);
  });
  await expect(lost).rejects.toMatchObject({ code: "23505" });
  expect(await keys()).toEqual([]);
  await database.transact((tx) => put(tx, "b"));
  expect(await keys()).toEqual(["b"]);
});

test("a last statement whose error was caught does not pass for a commit", async () => {
  const swallowed = database.transact(async (tx) => {
    await statement(tx, add, ["a"]);
    await lastStatement(tx, add, ["a"]).catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow(/failed before its end/);
  expect(await keys()).toEqual([]);
});

test("statements asked for at once are done in their order, and the first that fails is the one to be heard", async () => {
  await database.transact(async (tx) => {
    const [, seen] = await Promise.all([
      statement(tx, add, ["a"]),
      statement(tx, 'SELECT "key" FROM "Setting"'),
    ]);
    expect(seen).toEqual([{ key: "a" }]);
  });
  const lost = database.transact((tx) =>
    Promise.all([statement(tx, add, ["a"]), statement(tx, add, ["b"]), put(tx, "c")]),
  );
  await expect(lost).rejects.toMatchObject({ code: "23505" });
  expect(await keys()).toEqual(["a"]);
});

/** Transactions on one connection, on which PostgreSQL refuses what is said in these words. */
function refusing(words: string): TransactionClients {
  class Refusing extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      const send = this.query.bind(this) as (query: unknown) => Promise<pg.QueryResult>;
      this.query = ((query: unknown) => send(query === words ? "SELECT 1 / 0" : query)) as typeof this.query;
    }
  }
  return new TransactionClients(
    () => new pg.Pool({ Client: Refusing, connectionString: own.url, max: 1, pipeline: true }),
  );
}

test("where BEGIN is refused nothing is kept of what was to come, and that is what is heard", async () => {
  const clients = refusing("BEGIN");
  const lost = clients.transact(async (tx) => {
    await statement(tx, 'SELECT FROM "Setting"');
    await statement(tx, add, ["a"]);
  });
  await expect(lost).rejects.toMatchObject({ code: "22012" });
  await expect(clients.transact((tx) => lastStatement(tx, add, ["b"]))).rejects.toMatchObject({
    code: "22012",
  });
  await clients.close();
  expect(await keys()).toEqual([]);
});

test.each([
  ["COMMIT", async () => {}],
  [
    "ROLLBACK",
    async () => {
      throw new Error("no");
    },
  ],
])("a connection whose %s was refused serves no other transaction", async (words, ends) => {
  const clients = refusing(words);
  const pid = async (tx: Tx) =>
    (await statement<{ pid: number }>(tx, "SELECT pg_backend_pid() AS pid"))[0]?.pid;
  const pids: unknown[] = [];
  for (const key of ["a", "b"]) {
    const lost = clients.transact(async (tx) => {
      pids.push(await pid(tx));
      await put(tx, key);
      await ends();
    });
    await expect(lost).rejects.toThrow();
  }
  await clients.close();
  expect(new Set(pids).size).toBe(2);
  expect(await keys()).toEqual([]);
});

/** A promise and what settles it from outside. */
function gate() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test.each([
  ["failed", async () => Promise.reject(new Error("given up"))],
  ["was committed", async () => {}],
])(
  "what comes after a transaction that %s is refused, and never lands in somebody else's",
  async (_, end) => {
    const begun = gate();
    let late: Promise<unknown> | undefined;
    const first = database.transact(async (tx) => {
      late = begun.opened.then(() => put(tx, "late"));
      late.catch(() => {});
      await end();
    });
    await Promise.allSettled([first]);
    // Every client there is has a transaction open while the late one writes.
    let open = 0;
    await Promise.all(
      Array.from({ length: 5 }, (_, n) =>
        database.transact(async (tx) => {
          await put(tx, `other ${n}`);
          open += 1;
          if (open === 5) begun.open();
          await begun.opened;
          await Promise.allSettled([late]);
          await put(tx, `again ${n}`);
        }),
      ),
    );
    await expect(late).rejects.toThrow(/transaction is over/);
    expect(await keys()).toHaveLength(10);
    expect(await keys()).not.toContain("late");
  },
);

test("a statement that waits for its turn when the transaction ends is refused, and not sent in the next", async () => {
  let late: Promise<PromiseSettledResult<unknown>[]> | undefined;
  await database.transact(async (tx) => {
    await put(tx, "a");
    late = Promise.allSettled(["b", "c", "d"].map((key) => put(tx, key)));
  });
  const next = database.transact(async (tx) => {
    await put(tx, "e");
    await late;
    throw new Error("no");
  });
  await expect(next).rejects.toThrow("no");
  const ends = (await late) ?? [];
  const kept = ends.filter(({ status }) => status === "fulfilled").length;
  expect(await keys()).toHaveLength(1 + kept);
});

test("a client that has served its share joins Prisma anew, and goes on", async () => {
  const clients = new TransactionClients(() => new pg.Pool({ connectionString: own.url, max: 1 }), 2);
  for (let n = 0; n < 5; n += 1) await clients.transact((tx) => put(tx, `${n}`));
  await clients.close();
  expect(clients.made).toBe(1);
  expect(await keys()).toEqual(["0", "1", "2", "3", "4"]);
});

test("a transaction counts its statements, by hand and by Prisma", async () => {
  await database.transact(async (tx) => {
    expect(statementCount(tx)).toBe(0);
    await statement(tx, 'SELECT FROM "Setting"');
    await put(tx, "a");
    expect(statementCount(tx)).toBe(2);
  });
  await database.transact(async (tx) => expect(statementCount(tx)).toBe(0));
});

test("an error that was caught inside does not pass for a commit", async () => {
  const swallowed = database.transact(async (tx) => {
    await put(tx, "a");
    await put(tx, "a").catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow(/failed before its end/);
  expect(await keys()).toEqual([]);
});

test.each([
  ["an error of PostgreSQL", Object.assign(new Error("internal"), { code: "XX000" }), false],
  ["a mistake of ours", new Error("undefined is not a function"), false],
  ["no error", "words", false],
  ["a server that shuts down", Object.assign(new Error("terminating"), { code: "57P01" }), true],
  ["a port where nobody listens", Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), true],
  ["a session that ended", new Error("Connection terminated unexpectedly"), true],
])("%s: only a lost connection may fail to undo", (_, error, isLost) => {
  expect(isConnectionLost(error)).toBe(isLost);
});

test("more transactions than clients take turns", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => database.transact((tx) => put(tx, `${n}`))));
  expect(await keys()).toHaveLength(20);
});

test("two hundred failures need no more clients than transactions may run at once", async () => {
  const failing = Array.from({ length: 200 }, (_, n) =>
    database.transact(async (tx) => {
      await put(tx, `${n}`);
      throw new Error("no");
    }),
  );
  expect((await Promise.allSettled(failing)).filter(({ status }) => status === "rejected")).toHaveLength(200);
  await database.transact((tx) => put(tx, "a"));
  expect(await keys()).toEqual(["a"]);
  expect(database.transactionClients()).toBeLessThanOrEqual(5);
});

test("a session that dies in the middle: an error, nothing kept, and the next one works", async () => {
  const dying = database.transact(async (tx) => {
    await put(tx, "a");
    const [self] = await statement<{ pid: number }>(tx, "SELECT pg_backend_pid() AS pid");
    await database.pool.query("SELECT pg_terminate_backend($1)", [self?.pid]);
    await put(tx, "b");
  });
  await expect(dying).rejects.toThrow();
  await database.transact((tx) => put(tx, "c"));
  expect(await keys()).toEqual(["c"]);
});
