import { afterEach, beforeEach, expect, test } from "vitest";
import { Scheduler, simulated } from "./scheduler.js";

let scheduler: Scheduler;

beforeEach(() => {
  scheduler = new Scheduler(1);
});
afterEach(() => scheduler.ends());

/** Takes steps until none is left. */
async function takesAll(): Promise<void> {
  for (let step = await scheduler.next(); step !== undefined; step = await scheduler.next())
    await scheduler.does(step);
}

test("a timer that is cancelled does not come, and the others do", async () => {
  const came: string[] = [];
  const { after } = scheduler.timersOf(simulated("p1"));
  const cancel = after(10, () => came.push("cancelled"));
  after(20, () => came.push("later"));
  cancel();
  await takesAll();
  expect(came).toEqual(["later"]);
});

test.each(["isDead", "isStarting"] as const)(
  "a timer of a process that %s takes no step of anybody else with it when it is cancelled",
  async (state) => {
    const owner = { ...simulated("p1"), [state]: true };
    const delivered = scheduler.waits(simulated("network"), "webhook delivers", () => "delivered");
    scheduler.timersOf(owner).after(10, () => {})();
    await takesAll();
    expect(await Promise.race([delivered, "never"])).toBe("delivered");
  },
);
