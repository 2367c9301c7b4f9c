import { expect, test } from "vitest";
import { repeats } from "../../bench/kills.js";
import { judge } from "../../bench/verdict.js";
import type { Happening } from "../../src/playground/chats.js";

const expected = [
  { act: 0, place: "name", value: "Iyah" },
  { act: 2, place: "age", value: "71" },
  { act: 3, place: "village", value: "Sukamaju" },
];
const chat = 7;
const kept = (...answers: readonly (readonly [string, string])[]) =>
  answers.map(([place, value]) => ({ chat, place, value }));
const whole = { lost: 0, doubled: 0, misplaced: 0, outOfOrder: 0 };

test("an answer whose reply came has to be kept; the one on its way may be", () => {
  const two = kept(["name", "Iyah"], ["age", "71"]);
  expect(judge(expected, [{ chat, done: 3 }], two)).toEqual(whole);
  expect(judge(expected, [{ chat, done: 2 }], two)).toEqual(whole);
  expect(judge(expected, [{ chat, done: 4 }], two)).toEqual({ ...whole, lost: 1 });
  expect(judge(expected, [{ chat: 8, done: 1 }], two)).toEqual({ ...whole, lost: 1 });
});

test("what is kept twice, under another question or after a later answer is told apart", () => {
  const given = [{ chat, done: 3 }];
  expect(judge(expected, given, kept(["name", "Iyah"], ["age", "71"], ["age", "71"]))).toEqual({
    ...whole,
    doubled: 1,
  });
  expect(judge(expected, given, kept(["name", "Iyah"], ["age", "71"], ["village", "71"]))).toEqual({
    ...whole,
    misplaced: 1,
  });
  expect(judge(expected, given, kept(["age", "71"], ["name", "Iyah"]))).toEqual({ ...whole, outOfOrder: 1 });
});

test("a message repeats the one before it, however often the person spoke between them", () => {
  const says = (text: string, isFromBot = true): Happening => ({
    at: 0,
    kind: "message",
    isFromBot,
    message: { message_id: 1, date: 0, chat: { id: chat, type: "private", first_name: "Ratna" }, text },
  });
  expect(repeats([says("Nama?"), says("Umur?"), says("Nama?")])).toBe(0);
  expect(repeats([says("Nama?"), says("Iyah", false), says("Nama?"), says("Nama?")])).toBe(2);
});
