import type { Update } from "grammy/types";
import { expect, test } from "vitest";
import { actionKind } from "../../src/delivery/actionKind.js";

const message = { message_id: 1, date: 0, chat: { id: 1, type: "private" } };

test.each([
  ["press", { callback_query: { id: "1", data: "menu" } }],
  [
    "command",
    { message: { ...message, text: "/kasus", entities: [{ type: "bot_command", offset: 0, length: 6 }] } },
  ],
  [
    "text",
    {
      message: {
        ...message,
        text: "lihat /kasus",
        entities: [{ type: "bot_command", offset: 6, length: 6 }],
      },
    },
  ],
  ["file", { message: { ...message, photo: [] } }],
  ["file", { message: { ...message, voice: {} } }],
  ["location", { message: { ...message, location: {} } }],
  ["other", { message: { ...message, contact: {} } }],
  ["edit", { edited_message: message }],
  ["inline", { inline_query: { query: "str" } }],
  ["membership", { my_chat_member: {} }],
  ["other", { poll: {} }],
])("%s", (kind, update) => {
  expect(actionKind({ update_id: 1, ...update } as unknown as Update)).toBe(kind);
});
