import { expect, test } from "vitest";
import { answersOf, likeness, questionsOf, recorded } from "../../bench/script.js";
import { startTelegram } from "../../src/playground/telegram.js";
import { plainScript } from "./plainScript.js";

test("the questions of a script are asked as they were, and a list with its ticks is one of them", () => {
  expect(questionsOf(plainScript).map(({ faces }) => faces.length)).toEqual([1, 1, 2, 1]);
  expect(answersOf(plainScript)).toEqual([
    { act: 0, place: "0", value: "➕ Kasus baru" },
    { act: 1, place: "1", value: "Iyah" },
    { act: 3, place: "2", value: "▫️ Tidur, ✔️ Selesai (1)" },
    { act: 4, place: "3", value: "(foto)" },
  ]);
});

test("screens of two people are alike where they differ in numbers only", () => {
  const screen = (text: string) => likeness({ text, buttons: [["Ya", "Tidak"]] });
  expect(screen("K-2026-0001: betul?")).toBe(screen("K-2026-0417: betul?"));
  expect(screen("K-2026-0001: betul?")).not.toBe(screen("K-2026-0001: sudah?"));
});

test("what a person does in a chat is recorded with the screen it is done at", async () => {
  const telegram = await startTelegram();
  const bot = telegram.bot({ token: "1:a", username: "pendamping_bot" });
  const person = telegram.person({ firstName: "Ratna" });
  const calls = async (method: string, body: object) => {
    const response = await fetch(`${telegram.url}/bot${bot.token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: person.id, ...body }),
    });
    expect(response.ok).toBe(true);
  };
  const keyboard = (rows: readonly (readonly string[])[]) => ({
    inline_keyboard: rows.map((row) => row.map((text) => ({ text, callback_data: text }))),
  });
  try {
    person.opens();
    const from = person.conversation.history.length;
    for (const { face, does, ticks } of plainScript) {
      const shown = { text: face.text, reply_markup: keyboard(face.buttons) };
      if (ticks) await calls("editMessageText", { message_id: person.lastMessage()?.message_id, ...shown });
      else await calls("sendMessage", shown);
      if ("text" in does) person.sends(does.text);
      else if ("photo" in does) person.photographs(does.photo);
      else person.presses(does.press);
    }
    expect(recorded(person.conversation.history, from)).toEqual(plainScript);
  } finally {
    await telegram.close();
  }
});
