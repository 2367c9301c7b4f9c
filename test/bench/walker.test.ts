import { expect, test } from "vitest";
import { crowdOf, scriptOf } from "../../bench/walker.js";
import { call, playground } from "../playground/playground.js";
import { plainScript } from "./plainScript.js";

test("whoever is asked the same once more, and then the next, does not answer the old one with the new words", async () => {
  const telegram = await playground();
  const steps = plainScript.filter(({ does }) => "press" in does);
  const person = telegram.person({ firstName: "Ani" });
  const [walker] = crowdOf(telegram, scriptOf(steps), [person]);
  const asks = async (n: number) => {
    const { text = "", buttons = [] } = steps[n]?.face ?? {};
    const keyboard = buttons.map((row) => row.map((label) => ({ text: label, callback_data: label })));
    const screen = { chat_id: person.id, text, reply_markup: { inline_keyboard: keyboard } };
    expect(await call(telegram, "sendMessage", screen)).toMatchObject({ ok: true });
  };
  person.opens();
  await asks(0);
  walker?.starts();
  walker?.rests();
  await asks(0);
  await asks(1);
  walker?.insists(0);
  const pressed = person.conversation.history.flatMap((one) => (one.kind === "press" ? [one.button] : []));
  expect(pressed).toEqual(["➕ Kasus baru"]);
  expect(walker?.isReady).toBe(true);
});
