import { expect, test } from "vitest";
import { formIdOf } from "../../src/records/case/answers.js";
import { deadlineKeyOf } from "../../src/records/due/deadlines.js";
import { reminderStateOf } from "../../src/records/due/reminderState.js";
import { UnknownWord } from "../../src/records/storage/vocabulary.js";

test("a word of the database is one that the program knows", () => {
  expect(deadlineKeyOf("draft-idle")).toBe("draft-idle");
  expect(reminderStateOf({ status: "sent", reason: null })).toEqual({ status: "sent", reason: null });
});

test.each([
  ["Deadline.key", () => deadlineKeyOf("draft")],
  ["Round.form", () => formIdOf("intake")],
  ["Reminder.status", () => reminderStateOf({ status: "lost", reason: null })],
  ["Reminder.reason", () => reminderStateOf({ status: "waiting", reason: "why" })],
])("another word is an error that says where it stands: %s", (place, read) => {
  expect(read).toThrow(UnknownWord);
  expect(read).toThrow(place);
});
