import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { PressAnswer } from "../../src/playground/chats.js";
import { opening } from "../support/app.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff } = await staffedApp();

test("in a group the bot says once that it works in private, and does nothing else there", async () => {
  const { worker, supervisor } = staff;
  const group = app.telegram.group("Peksos Kota", [worker, supervisor]);
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
  const answer = await here.pressesData(callbacks.caseList({ whose: "mine", page: 0 })).answer();
  expect(answer.text).toBe("Hanya di percakapan pribadi.");
  expect(await app.rows(`SELECT 1 FROM "Account" WHERE "id" < 0`)).toEqual([]);
  expect(await app.rows(`SELECT 1 FROM "Dialogue" WHERE "chatId" < 0`)).toEqual([]);
  expect(await app.rows(`SELECT 1 FROM "Update" WHERE "payload" IS NOT NULL`)).toEqual([]);
});

test("a button below a message that was sent inline, which names no chat, reads nothing and is answered", async () => {
  const { bot, user, conversation } = staff.worker;
  const reads = () => app.rows(`SELECT 1 FROM "AuditEvent"`);
  const before = await reads();
  const id = "7000000001999999999";
  const answer = await new Promise<PressAnswer>((answered) => {
    bot.presses.set(id, { id, user, conversation, button: "Kasus", at: opening.getTime(), answered });
    const data = callbacks.caseList({ whose: "mine", page: 0 });
    const query = { id, from: user, inline_message_id: "AgAAAAAA", chat_instance: "1", data };
    bot.queue.add("callback_query", query, "press of an inline message");
  });
  expect(answer.text).toBe("Hanya di percakapan pribadi.");
  expect(await reads()).toEqual(before);
  expect(await app.rows(`SELECT 1 FROM "Update" WHERE "status" = 'dead'`)).toEqual([]);
});

test("an invitation opened in a group lets nobody in", async () => {
  const { worker } = staff;
  const group = app.telegram.group("Lain", [worker]);
  const outsider = app.telegram.person({ firstName: "Orang" });
  const there = outsider.in(group);
  there.sends("/start inv_apasaja");
  await worker.in(group).sees("percakapan pribadi");
  expect(await app.rows(`SELECT 1 FROM "Account" WHERE "id" = $1`, [outsider.id])).toEqual([]);
});
