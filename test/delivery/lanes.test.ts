/** One message of a lane at a time, and in order. */
import { expect, test } from "vitest";
import { lanesOf } from "../../src/delivery/lanes.js";

const message = (id: string, lane: string | null) => ({ id, lane });
const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id);

test("one of each lane leaves, and the next once that is over; what has no lane waits for nobody", () => {
  const lanes = lanesOf();
  const [a1, a2, b1, free] = [message("a1", "a"), message("a2", "a"), message("b1", "b"), message("f", null)];
  lanes.put([a1, a2, b1, free]);
  expect(lanes.ready()).toBe(3);
  expect(lanes.next(2)).toEqual([free, a1]);
  expect(lanes.next(9)).toEqual([b1]);
  expect(lanes.next(9)).toEqual([]);
  lanes.over(b1);
  lanes.over(a2);
  expect(lanes.next(9)).toEqual([]);
  lanes.over(a1);
  expect(lanes.next(9)).toEqual([a2]);
});

test("what stands behind in a lane is taken out whole, and the lane stays busy", () => {
  const lanes = lanesOf();
  const all = ["1", "2", "3"].map((id) => message(id, "a"));
  lanes.put(all);
  lanes.next(1);
  expect(ids(lanes.waitingIn("a"))).toEqual(["2", "3"]);
  expect(ids(lanes.takeBehind("a"))).toEqual(["2", "3"]);
  lanes.put([message("4", "a")]);
  expect(lanes.next(9)).toEqual([]);
  lanes.over(message("1", "a"));
  expect(ids(lanes.next(9))).toEqual(["4"]);
});

test("what is left is given back in order", () => {
  const lanes = lanesOf();
  lanes.put([message("a1", "a"), message("f", null), message("a2", "a")]);
  expect(lanes.ids()).toEqual(["f", "a1", "a2"]);
  expect(ids(lanes.takeAll())).toEqual(["f", "a1", "a2"]);
  expect(lanes.ready()).toBe(0);
});
