import { expect, test } from "vitest";
import { queryingOf } from "../../src/delivery/querying.js";

test("of the units of a transaction one queries at a time, in the order in which they ask, and those that do not ask wait for nobody", async () => {
  const querying = queryingOf();
  const [first, second, third, silent] = [0, 1, 2, 3].map(() => querying.place());
  const entered: string[] = [];
  const enters = async (name: string, place = first) => {
    await place?.enter();
    entered.push(name);
  };
  await enters("first");
  const others = [enters("third", third), enters("second", second)];
  await enters("first again");
  silent?.leave();
  await new Promise(setImmediate);
  expect(entered).toEqual(["first", "first again"]);
  expect([first, second, third].map((place) => place?.isWaiting())).toEqual([false, true, true]);
  first?.leave();
  await others[0];
  expect(entered.at(-1)).toBe("third");
  third?.leave();
  await others[1];
  second?.leave();
  // What is said at the very end is asked one after another.
  await first?.enter();
  await second?.enter();
});

test("where the transaction is lost nobody waits any longer, and nobody begins to query", async () => {
  const querying = queryingOf();
  const [inside, waiting, later] = [0, 1, 2].map(() => querying.place());
  await inside?.enter();
  const waits = waiting?.enter();
  querying.giveUp(new Error("the connection is lost"));
  inside?.leave();
  await expect(waits).rejects.toThrow("lost");
  await expect(later?.enter()).rejects.toThrow("lost");
});

test("a unit that ends while a part of it still waits to query, or that asks twice at once, holds up nobody", async () => {
  const querying = queryingOf();
  const [inside, ended, twice, last] = [0, 1, 2, 3].map(() => querying.place());
  await inside?.enter();
  const waits = ended?.enter();
  const both = [twice?.enter(), twice?.enter()];
  const lasts = last?.enter();
  ended?.leave();
  await expect(waits).rejects.toThrow("over");
  inside?.leave();
  await Promise.all(both);
  twice?.leave();
  await lasts;
  expect(last?.isWaiting()).toBe(false);
});
