import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer } from "node:net";
import { expect, test } from "vitest";
import { balancerOf } from "../../bench/chaos/balancer.js";
import { doorTo } from "../../bench/chaos/door.js";
import { planOf, stretches } from "../../bench/chaos/plan.js";
import { growing } from "../../bench/soakVerdict.js";

test("the plan is quiet first, then crowded, and only then does anything break; every fault is over at its end", () => {
  const plan = planOf(180_000, 12);
  expect(plan.map(({ at }) => at)).toEqual(plan.map(({ at }) => at).toSorted((a, b) => a - b));
  const kinds = (from: number, to: number) =>
    new Set(
      plan.filter(({ at }) => at >= from * 180_000 && at < to * 180_000).map(({ fault }) => fault.kind),
    );
  expect(kinds(0, stretches.quiet.to)).toEqual(new Set());
  expect(kinds(stretches.crowded.from, stretches.crowded.to)).toEqual(
    new Set(["flood", "bigFile", "documents"]),
  );
  expect(plan.filter(({ fault }) => fault.kind === "kill")).toHaveLength(12);
  for (const { at, fault } of plan)
    expect(at + ("lasts" in fault ? fault.lasts : 0)).toBeLessThanOrEqual(180_000);
  expect(plan.find(({ fault }) => fault.kind === "outage")?.fault).toMatchObject({ lasts: 30_000 });
  expect(plan.findLast(({ fault }) => fault.kind === "clock")?.fault).toMatchObject({ ahead: 0 });
});

test("the balancer asks the next process where one does not listen", async () => {
  const server = createServer((request, response) => {
    response.writeHead(200, { "x-path": request.url ?? "" });
    request.pipe(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const closed = createServer();
  closed.listen(0, "127.0.0.1");
  await once(closed, "listening");
  const nobody = (closed.address() as AddressInfo).port;
  closed.close();
  const balancer = await balancerOf([nobody, port]);
  try {
    for (let n = 0; n < 3; n += 1) {
      const response = await fetch(`${balancer.url}/telegram/webhook`, {
        method: "POST",
        body: `update ${n}`,
      });
      expect(response.headers.get("x-path")).toBe("/telegram/webhook");
      expect(await response.text()).toBe(`update ${n}`);
    }
  } finally {
    await balancer.close();
    server.closeAllConnections();
    server.close();
  }
});

test("a door that is shut breaks what goes through it and lets nobody in, until it is opened", async () => {
  const server = createTcpServer((socket) => socket.on("error", () => {}).pipe(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const door = await doorTo(`postgresql://a:b@127.0.0.1:${(server.address() as AddressInfo).port}/one`);
  const through = new URL(door.through("postgresql://a:b@127.0.0.1:1/two"));
  expect(through.pathname).toBe("/two");
  const enters = () => connect(Number(through.port), "127.0.0.1").on("error", () => {});
  const echoes = async (socket: ReturnType<typeof enters>) => {
    socket.write("selamat");
    const [data] = await once(socket, "data");
    return String(data);
  };
  const closed = (socket: ReturnType<typeof enters>) =>
    new Promise((resolve) => socket.once("close", resolve));
  try {
    const inside = enters();
    expect(await echoes(inside)).toBe("selamat");
    const broken = closed(inside);
    door.shut();
    await broken;
    await closed(enters());
    door.open();
    const again = enters();
    expect(await echoes(again)).toBe("selamat");
    again.destroy();
  } finally {
    await door.close();
    server.close();
  }
});

test("what rises at first and then stays is flat; what goes on rising is named", () => {
  const held = (megabytes: readonly number[], handles = 40) =>
    megabytes.map((one, n) => ({ minutes: n + 1, megabytes: one, handles, connections: 12 }));
  expect(growing(held([180, 230, 250, 252, 249, 251.1, 251, 251.1, 251]))).toEqual([]);
  // What is held after a collection still differs from minute to minute.
  expect(growing(held([120.4, 123.1, 124, 124.3, 123.9, 124.2, 124.1, 124.4, 124, 124.2]))).toEqual([]);
  expect(growing(held([120, 121, 122, 123, 124, 125, 126, 127, 128]))).toEqual(["megabytes: 1.00 a minute"]);
  const leaking = held([250, 250, 250, 250, 250, 250]).map((one, n) => ({ ...one, handles: 40 + 3 * n }));
  expect(growing(leaking)).toEqual(["handles: 3.00 a minute"]);
  expect(growing(held([250, 250]))).toEqual(["the run was too short to tell"]);
});
