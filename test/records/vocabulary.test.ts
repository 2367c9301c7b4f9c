import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { formIdOf } from "../../src/records/case/answers.js";
import { reminderStateOf } from "../../src/records/due/reminderState.js";
import { deadlineKeyOf, storedKind } from "../../src/records/storage/deadlineKinds.js";
import { sealerOf } from "../../src/records/storage/seal.js";
import { UnknownWord } from "../../src/records/storage/vocabulary.js";

const [key, olderKey] = [randomBytes(32), randomBytes(32)];
const sealer = sealerOf([key, olderKey], randomBytes);
const older = sealerOf([olderKey], randomBytes);

test("a word of the database is one that the program knows", () => {
  // As it is written today, as it was before the key was renewed, and as it was before it was hashed.
  for (const stored of [storedKind(sealer, "draft-idle"), storedKind(older, "draft-idle"), "draft-idle"]) {
    expect(deadlineKeyOf(sealer, stored)).toBe("draft-idle");
  }
  expect(reminderStateOf({ status: "sent", reason: null })).toEqual({ status: "sent", reason: null });
});

test.each([
  ["Deadline.key", () => deadlineKeyOf(sealer, "draft")],
  ["Round.form", () => formIdOf("intake")],
  ["Reminder.status", () => reminderStateOf({ status: "lost", reason: null })],
  ["Reminder.reason", () => reminderStateOf({ status: "waiting", reason: "why" })],
])("another word is an error that says where it stands: %s", (place, read) => {
  expect(read).toThrow(UnknownWord);
  expect(read).toThrow(place);
});
