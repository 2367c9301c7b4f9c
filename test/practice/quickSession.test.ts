import { describe, expect, test } from "vitest";
import { wordingOf } from "../../src/chat/telegram/wording.js";
import { workerRoles } from "../../src/practice/forms/vocabulary.js";
import {
  type QuickSessionContext,
  readQuickSession,
  tellsOfSession,
} from "../../src/practice/quickSession.js";
import { createTexts } from "../../src/texts.js";

const { form } = wordingOf(createTexts("locales"), "id");
const wordsOf = (set: string, choices: readonly string[]) =>
  Object.fromEntries(
    choices.map((one) => [one, [form.choice({ set }, one), ...form.choiceWords({ set }, one)]]),
  );

/** Tuesday. */
const today = "2026-11-24";
const context: QuickSessionContext = {
  today,
  goals: [
    { id: "goals.0", label: "Makan tiga kali sehari" },
    { id: "goals.1", label: "Berjalan ke kamar mandi tanpa jatuh" },
  ],
  plannedRoles: ["broker"],
  roleWords: wordsOf("role", workerRoles),
  progressWords: wordsOf("progress", ["worse", "same", "little", "good", "reached"]),
};

describe("a session in one message", () => {
  test.each([
    [
      "tadi ke rumah Mak I, latihan jalan 20 mnt, mau makan sendiri, senin lagi",
      { date: today, roles: ["educator"], goals: ["goals.0"], progress: "little", nextDate: "2026-11-30" },
    ],
    [
      "Kemarin mendampingi ke puskesmas. Sudah bisa berjalan ke kamar mandi. Kamis depan ketemu lagi.",
      {
        date: "2026-11-23",
        roles: ["companion"],
        goals: ["goals.1"],
        progress: "good",
        nextDate: "2026-12-03",
      },
    ],
    [
      "20 november konseling, klien tidak mau makan",
      { date: "2026-11-20", roles: ["counselor"], goals: ["goals.0"], progress: "same", nextDate: null },
    ],
    [
      "hari ini menelepon anaknya 2 minggu tidak pulang",
      { date: today, roles: ["broker"], goals: undefined, progress: undefined, nextDate: null },
    ],
    [
      "kmrn kunjungan, besok saya datang lagi bawa beras",
      {
        date: "2026-11-23",
        roles: ["broker"],
        goals: undefined,
        progress: undefined,
        nextDate: "2026-11-25",
      },
    ],
  ])("%s", (text, told) => {
    const answers = readQuickSession(text, context);
    expect(Object.fromEntries(Object.keys(told).map((path) => [path, answers.get(path)]))).toEqual(told);
    expect(answers.get("note")).toBe(text);
    expect(tellsOfSession(text, today)).toBe(true);
  });

  test.each([
    "boleh gak terima amplop dari keluarga klien?",
    "kalau wali pelakunya bagaimana",
    "besok ke rumah Mak I lagi ya",
    "minggu depan ada pelatihan di dinas",
    "selamat pagi",
  ])("%s: tells of none", (text) => {
    expect(tellsOfSession(text, today)).toBe(false);
  });

  test("of one goal only, that is the one", () => {
    const [goal] = context.goals;
    const answers = readQuickSession("tadi mengobrol lama", { ...context, goals: goal ? [goal] : [] });
    expect(answers.get("goals")).toEqual(["goals.0"]);
  });
});
