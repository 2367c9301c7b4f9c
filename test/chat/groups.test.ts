import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../support/house.js";
import { foundStaff, type Staff } from "../support/staff.js";

let house: TestHouse;
let staff: Staff;

beforeAll(async () => {
  house = await openTestHouse();
  staff = await foundStaff(house);
});
afterAll(async () => {
  expect(house.telegram.violations).toEqual([]);
  expect(house.telegram.unanswered()).toEqual([]);
  await house.close();
});

test("in a group the bot says once that it works in private, and does nothing else there", async () => {
  const { worker, supervisor } = staff;
  const group = house.telegram.group("Peksos Kota", [worker, supervisor]);
  const here = worker.in(group);
  await here.sees("Saya hanya bekerja di percakapan pribadi");
  for (const said of ["/kasus@pendamping_bot", "/mulai", "@pendamping_bot halo"]) {
    here.sends(said);
    await here.sees("percakapan pribadi");
  }
  const before = here.screen().split("\n").length;
  here.sends("selamat pagi semuanya");
  here.sends("/start@bot_lain");
  here.sends("kasus K-2026-0001 bagaimana?");
  // Something after it shows that the three are through.
  here.sends("/bantuan@pendamping_bot");
  await here.sees("percakapan pribadi");
  const said = here.screen().split("\n").length - before;
  expect(said).toBeLessThanOrEqual(6);
  const answer = await here.pressesData("cases:mine:0", here.lastMessage()?.message_id ?? 0).answer();
  expect(answer.text).toBe("Hanya di percakapan pribadi.");
  expect(await house.rows(`SELECT 1 FROM "Account" WHERE "id" < 0`)).toEqual([]);
  expect(await house.rows(`SELECT 1 FROM "Dialogue" WHERE "chatId" < 0`)).toEqual([]);
  expect(await house.rows(`SELECT 1 FROM "Update" WHERE "payload" IS NOT NULL`)).toEqual([]);
});

test("an invitation opened in a group lets nobody in", async () => {
  const { worker } = staff;
  const group = house.telegram.group("Lain", [worker]);
  const outsider = house.telegram.person({ firstName: "Orang" });
  const there = outsider.in(group);
  there.sends("/start inv_apasaja");
  await worker.in(group).sees("percakapan pribadi");
  expect(await house.rows(`SELECT 1 FROM "Account" WHERE "id" = $1`, [outsider.id])).toEqual([]);
});
