/** A small share of `npm run fuzz`, the same each time; and what longer runs of it have found. */
import type { Update } from "@grammyjs/types";
import { expect, test } from "vitest";
import { fuzz } from "../../scripts/fuzz/fuzz.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff } = await staffedApp();
const { user, conversation } = staff.worker;
const { chat } = conversation;

const said = { message_id: 1, date: 1, from: user, chat };

/** What the bot stumbled on once. */
const found: readonly (readonly [what: string, update: object])[] = [
  ["from a time that no clock shows", { message: { ...said, date: 2 ** 53, text: "Tadi ke rumah klien" } }],
  [
    "in reply to a message beyond 32 bits",
    { message: { ...said, text: "a", reply_to_message: { ...said, message_id: 2 ** 53 } } },
  ],
  [
    "with a command marked where there is no text",
    {
      message: {
        ...said,
        entities: [{ type: "bot_command", offset: 0, length: 1 }],
        dice: { emoji: "🎲", value: 1 },
      },
    },
  ],
  [
    "a press for a year before any calendar, by who may",
    {
      callback_query: {
        id: "1",
        from: staff.admin.user,
        message: { ...said, chat: staff.admin.conversation.chat },
        chat_instance: "1",
        data: "rules-list:99",
      },
    },
  ],
  [
    "of an album with NUL in its name",
    { message: { ...said, media_group_id: "a\0\ud800", photo: [{ file_id: "a", file_unique_id: "a" }] } },
  ],
];

test("what a longer run has found is handled at the first try", async () => {
  const updates = found.map(
    ([, update], index) => ({ update_id: 2_000_000_000 + index, ...update }) as Update,
  );
  // Of a kind that Telegram was not asked for, as if it were of nobody.
  updates.push({ update_id: 2_000_000_100, business_message: { ...said, text: "a" } } as Update);
  await app.receives(updates);
  const ends = `SELECT "status", "attempts" FROM "Update" WHERE "updateId" >= 2000000000`;
  await expect.poll(() => app.rows(ends)).toEqual(found.map(() => ({ status: "done", attempts: 1 })));
  expect(await app.rows(`SELECT "id" FROM "Account" WHERE "id" = 0`)).toEqual([]);
});

test("updates that nobody sends: every press is answered, and nothing dies", async () => {
  const { failures } = await fuzz(app, { seed: 11, count: 150 });
  const told = failures.map(({ what, updates }) => ({ what, updates: updates.map(({ update }) => update) }));
  expect(told).toEqual([]);
});
