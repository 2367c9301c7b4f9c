/** The order of what is in memory, and when it is the inbox's. */
import { beforeEach, expect, test } from "vitest";
import { type Arrival, type Arrivals, arrivalsOf } from "../../src/delivery/arrivals.js";
import { update } from "./engine.js";

let now: number;
let arrivals: Arrivals;
beforeEach(() => {
  now = 0;
  arrivals = arrivalsOf({ elapsed: () => now });
});

const came = (id: number, chat: number) => arrivals.add(update(id, chat, "x"), BigInt(chat), new Date(0));
const ids = (some: readonly Arrival[]) => some.map(({ updateId }) => Number(updateId));

test("the first of each chat is taken, and the next once it has ended", () => {
  for (const [id, chat] of [
    [1, 7],
    [2, 7],
    [3, 8],
    [4, 9],
  ] as const)
    came(id, chat);
  const taken = arrivals.take(2);
  expect(ids(taken)).toEqual([1, 3]);
  expect(ids(arrivals.take(9))).toEqual([4]);
  expect(arrivals.ready()).toBe(0);
  arrivals.end(taken);
  expect(ids(arrivals.take(9))).toEqual([2]);
});

test("what comes again while it is here is the same", async () => {
  const first = came(1, 7);
  arrivals.take(1);
  expect(came(1, 7)).toBe(first);
  arrivals.end([first]);
  await expect(first.durable).resolves.toBeUndefined();
  expect(came(1, 7)).not.toBe(first);
});

test("a slow chat is overdue, with what stands behind it; what is being written is not; the others after a second", () => {
  const all = [came(1, 7), came(2, 7), came(3, 8), came(4, 9)];
  arrivals.take(2);
  arrivals.writing(all.slice(2, 3));
  now = 199;
  expect(arrivals.overdue(all)).toEqual([]);
  now = 200;
  expect(ids(arrivals.overdue(all))).toEqual([1, 2]);
  now = 1_000;
  expect(ids(arrivals.overdue(all))).toEqual([1, 2, 4]);
});

test("whoever asks for one of a chat alone stores those before it too: they would come after it", () => {
  const [one, two, other] = [came(1, 7), came(2, 7), came(3, 8)];
  arrivals.take(9);
  now = 200;
  expect(ids(arrivals.overdue([two]))).toEqual([1, 2]);
  expect(ids(arrivals.overdue([other, two, one]))).toEqual([3, 1, 2]);
  arrivals.stored([one]);
  expect(ids(arrivals.overdue([two]))).toEqual([2]);
});

test("what stands behind one that is being written is not stored before that: it would be handled first", () => {
  const all = [came(1, 7), came(2, 7)];
  const taken = arrivals.take(1);
  arrivals.writing(taken);
  now = 1_000;
  expect(arrivals.overdue(all)).toEqual([]);
  arrivals.end(taken);
  expect(ids(arrivals.overdue(all))).toEqual([2]);
});

test("what was stored leaves memory, unless it is in hand: nothing of its chat is taken before that has ended", async () => {
  const [one, two] = [came(1, 7), came(2, 7)];
  const taken = arrivals.take(1);
  arrivals.stored([one, two]);
  await Promise.all([one.durable, two.durable]);
  const three = came(3, 7);
  expect(arrivals.take(9)).toEqual([]);
  arrivals.end(taken);
  expect(arrivals.take(9)).toEqual([three]);
});

test("with what can't be stored goes whatever stands behind it: Telegram sends all of it again, in order", async () => {
  const [one, two, other] = [came(1, 7), came(2, 7), came(3, 8)];
  arrivals.refuse([one], new Error("away"));
  await expect(one.durable).rejects.toThrow("away");
  await expect(two.durable).rejects.toThrow("away");
  expect(arrivals.take(9)).toEqual([other]);
});

test("what could not be stored while it was in hand does not rest: Telegram sends it again, and it is new", () => {
  const one = came(1, 7);
  const taken = arrivals.take(1);
  arrivals.refuse([one], new Error("away"));
  arrivals.rest(taken);
  expect(arrivals.open()).toEqual([]);
  expect(came(1, 7)).not.toBe(one);
});

test("behind what was refused while it was in hand nothing is put: it would be the first once that has ended", async () => {
  const one = came(1, 7);
  came(2, 7);
  const taken = arrivals.take(1);
  arrivals.refuse([one], new Error("away"));
  await expect(came(2, 7).durable).rejects.toThrow("away");
  arrivals.end(taken);
  expect(arrivals.ready()).toBe(0);
  expect(ids([came(1, 7), came(2, 7)])).toEqual([1, 2]);
  expect(ids(arrivals.take(9))).toEqual([1]);
});

test("what rests is taken again once a call to its chat has returned, also one that returned meanwhile", () => {
  const one = came(1, 7);
  arrivals.rest(arrivals.take(1));
  expect(arrivals.ready()).toBe(0);
  expect(arrivals.rouse(8n)).toBe(false);
  expect(arrivals.rouse(7n)).toBe(true);
  const again = arrivals.take(1);
  expect(again).toEqual([one]);
  arrivals.rouse(7n);
  arrivals.rest(again);
  const last = arrivals.take(1);
  expect(last).toEqual([one]);
  arrivals.stored(last);
  expect(arrivals.rest(last)).toEqual([one]);
  expect(came(1, 7)).not.toBe(one);
});
