import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { mimeOf } from "../../src/chat/telegram/incomingMessage.js";
import { queueCall, queueMessage } from "../../src/chat/telegram/outbox.js";
import type { Outgoing, Work } from "../../src/records/people/work.js";

/** The part of a work that the outbox touches: whose chat it is, and the list. */
function workOf(chatId: number | null) {
  const outgoing: Outgoing[] = [];
  return { work: { chatId, outgoing } as Pick<Work, "chatId" | "outgoing"> as Work, outgoing };
}

test("a text longer than Telegram takes becomes several, in order, the buttons under the last", () => {
  const { work, outgoing } = workOf(null);
  const text = `<b>${"kata ".repeat(2_000)}</b>`;
  queueMessage(work, { chatId: 7, text, rows: [[{ text: "Buka", data: callbacks.menu() }]], kind: "notice" });
  expect(outgoing).toHaveLength(3);
  for (const { payload } of outgoing) {
    const shown = String(payload.text).replace(/<[^>]*>/g, "");
    expect(shown.length).toBeLessThanOrEqual(4_096);
    expect(payload).toMatchObject({ chat_id: 7, parse_mode: "HTML" });
  }
  expect(outgoing.map(({ payload }) => payload.reply_markup !== undefined)).toEqual([false, false, true]);
  expect(outgoing.every(({ kind, ordered }) => kind === "notice" && ordered)).toBe(true);
});

test.each([
  ["a caption", "sendDocument", "caption", 1_024],
  ["an edited text", "editMessageText", "text", 4_096],
])("%s stays one and is cut to fit", (_, method, field, most) => {
  const { work, outgoing } = workOf(7);
  queueCall(work, method, { chat_id: 7, [field]: "kata ".repeat(2_000) });
  expect(outgoing).toHaveLength(1);
  const cut = String(outgoing[0]?.payload[field]);
  expect(cut).toHaveLength(most);
  expect(cut).toMatch(/…$/);
});

test.each([
  ["the chat that speaks", 7, "reply"],
  ["another chat", 8, "notice"],
])("what goes to %s is a %s", (_, chatId, kind) => {
  const { work, outgoing } = workOf(7);
  queueMessage(work, { chatId: Number(chatId), text: "Halo" });
  expect(outgoing).toMatchObject([{ kind, ordered: true, payload: { text: "Halo" } }]);
});

test("an answer to a button press has no chat and keeps no place", () => {
  const { work, outgoing } = workOf(7);
  queueCall(work, "answerCallbackQuery", { callback_query_id: "1", text: "x".repeat(5_000) });
  expect(outgoing).toMatchObject([{ chatId: null, ordered: false, kind: "reply" }]);
});

test.each([
  ["application/pdf", "application/pdf"],
  ["application/pdf\0", "application/pdf"],
  ["text/plain; charset=utf-8", "text/plain"],
  ["\0", null],
  ["pdf", null],
  [undefined, null],
])("a MIME type told as %j is taken as %j", (told, taken) => {
  expect(mimeOf(told)).toBe(taken);
});
