import { describe, expect, test } from "vitest";
import { acceptBirth, checkBirth } from "../../../src/practice/inputs/birth.js";

const today = "2026-11-24";

describe("an age", () => {
  test.each([
    ["36 tahun", 36],
    ["36 th", 36],
    ["36thn", 36],
    ["umur 36 tahun", 36],
    ["0 tahun", 0],
    ["36 years old", 36],
  ])("%s is taken, with the day it was told", (text, age) => {
    expect(acceptBirth(text, today)).toEqual({ kind: "accepted", value: { age, asOf: today } });
  });

  test.each([
    ["36", 36],
    ["sekitar 70 tahun", 70],
    ["kira-kira 70", 70],
    ["1,5 tahun", 1],
  ])("%s is shown back in whole years", (text, age) => {
    expect(acceptBirth(text, today)).toEqual({ kind: "confirm", value: { age, asOf: today } });
  });

  test.each([
    ["5 bulan", "confirm", { age: 0, months: 5 }],
    ["bayi 3 bulan", "confirm", { age: 0, months: 3 }],
    ["bayi umur 2 bulan", "confirm", { age: 0, months: 2 }],
    ["bayi", undefined, undefined],
    ["18 bln", "confirm", { age: 1, months: 6 }],
    ["24 bulan", "confirm", { age: 2, months: 0 }],
    ["1 tahun 6 bulan", "accepted", { age: 1, months: 6 }],
    ["3 minggu", "confirm", { age: 0, months: 0 }],
    ["40 hari", "confirm", { age: 0, months: 1 }],
    ["10 weeks", "confirm", { age: 0, months: 2 }],
  ])("%s keeps its months", (text, kind, told) => {
    const outcome = acceptBirth(text, today);
    if (kind === undefined) expect(outcome).toMatchObject({ reason: "birth-unclear" });
    else expect(outcome).toEqual({ kind, value: { ...told, asOf: today } });
  });

  test("that is put together is checked part by part", () => {
    expect(checkBirth({ age: 1, months: 6, asOf: today }, today)).toMatchObject({ kind: "accepted" });
    expect(checkBirth({ age: 1, months: 12, asOf: today }, today)).toMatchObject({ reason: "button-gone" });
    expect(checkBirth({ age: 1, months: -1, asOf: today }, today)).toMatchObject({ reason: "button-gone" });
    expect(checkBirth({ age: 1, asOf: "2026-11-25" }, today)).toMatchObject({ reason: "button-gone" });
  });

  test("beyond what anyone has lived is explained", () => {
    expect(acceptBirth("200 tahun", today)).toMatchObject({ reason: "birth-too-old", args: { max: 125 } });
  });
});

describe("a date of birth", () => {
  test.each([
    ["28-2-1990", "accepted", "1990-02-28"],
    ["17 agustus 1945", "accepted", "1945-08-17"],
    ["lahir 17-8-1945", "accepted", "1945-08-17"],
    ["17-8-54", "confirm", "1954-08-17"],
    ["1-1-25", "confirm", "2025-01-01"],
    ["hari ini", "confirm", today],
  ])("%s is %s as %s", (text, kind, date) => {
    expect(acceptBirth(text, today)).toEqual({ kind, value: { date } });
  });

  test("that does not exist is explained with the month's end, and the age as a way out", () => {
    expect(acceptBirth("31-2-1990", today)).toEqual({
      kind: "explained",
      reason: "birth-impossible",
      args: { month: 2, year: "1990", last: 28, example: "28-2-1990", age: 36 },
    });
  });

  test.each([
    ["1990", "birth-year-only"],
    ["lahir 1990", "birth-year-only"],
    ["2090", "birth-future"],
    ["25-11-2026", "birth-future"],
    ["1-1-1901", "accepted"],
    ["1-1-1900", "birth-too-old"],
    ["1-1-1890", "date-no-year"],
    ["entah", "birth-unclear"],
    ["", "birth-unclear"],
    ["-5", "birth-unclear"],
  ])("%s: %s", (text, expected) => {
    const outcome = acceptBirth(text, today);
    expect(outcome.kind === "explained" ? outcome.reason : outcome.kind).toBe(expected);
  });

  test("a year alone leaves two ages", () => {
    expect(acceptBirth("1990", today)).toMatchObject({ args: { year: "1990", younger: 35, older: 36 } });
  });
});

test("a birth from a button is checked too", () => {
  expect(checkBirth({ date: "1990-02-28" }, today)).toEqual({
    kind: "accepted",
    value: { date: "1990-02-28" },
  });
  expect(checkBirth({ age: 36, asOf: today }, today)).toMatchObject({ kind: "accepted" });
  for (const wrong of [
    { date: "1990-02-31" },
    { age: -1, asOf: today },
    { age: 1.5, asOf: today },
    "1990-02-28",
    null,
    ["x"],
  ]) {
    expect(checkBirth(wrong, today)).toMatchObject({ reason: "button-gone" });
  }
});
