import { describe, expect, test } from "vitest";
import { acceptDate, checkDate } from "../../../src/practice/inputs/dates.js";

/** Tuesday. */
const today = "2026-11-24";

type Range = "past" | "future" | "any";
const read = (text: string, range: Range = "any") => {
  const outcome = acceptDate(text, today, range);
  return outcome.kind === "explained" ? outcome.reason : outcome.value;
};

describe("a whole date is taken as it is", () => {
  test.each([
    ["12-3-2026", "2026-03-12"],
    ["12/3/2026", "2026-03-12"],
    ["12.3.2026", "2026-03-12"],
    ["12 3 2026", "2026-03-12"],
    ["12 - 3 - 2026", "2026-03-12"],
    ["2026-03-12", "2026-03-12"],
    ["2026/3/12", "2026-03-12"],
    ["12 maret 2026", "2026-03-12"],
    ["12 Mar 2026", "2026-03-12"],
    ["12-mar-2026", "2026-03-12"],
    ["12 March, 2026", "2026-03-12"],
    ["March 12, 2026", "2026-03-12"],
    ["12th March 2026", "2026-03-12"],
    ["tgl 12 maret 2026", "2026-03-12"],
    ["Tanggal 12-3-2026.", "2026-03-12"],
    ["  12 Agustus 2026  ", "2026-08-12"],
    ["12 Ags 2026", "2026-08-12"],
    ["1 Nopember 2026", "2026-11-01"],
    ["Senin, 16 November 2026", "2026-11-16"],
    ["hari senin 16 november 2026", "2026-11-16"],
    ["１２－３－２０２６", "2026-03-12"],
    ["29 Februari 2024", "2024-02-29"],
  ])("%s", (text, date) => {
    expect(acceptDate(text, today, "any")).toEqual({ kind: "accepted", value: date });
  });
});

describe("what was left out is filled in and shown back", () => {
  test.each<[string, Range, string]>([
    ["12/3/26", "any", "2026-03-12"],
    ["12/3/27", "future", "2027-03-12"],
    ["17-8-54", "past", "1954-08-17"],
    ["1 jan 99", "past", "1999-01-01"],
    ["12 mar", "past", "2026-03-12"],
    ["12 mar", "future", "2027-03-12"],
    ["1 des", "past", "2025-12-01"],
    ["1 des", "future", "2026-12-01"],
    ["1 des", "any", "2026-12-01"],
    ["2 jan", "any", "2027-01-02"],
    ["24/11", "past", "2026-11-24"],
    ["tgl 5", "past", "2026-11-05"],
    ["tgl 5", "future", "2026-12-05"],
    ["tgl 30", "past", "2026-10-30"],
    ["tgl 31", "past", "2026-10-31"],
    ["5", "past", "2026-11-05"],
    ["12032026", "any", "2026-03-12"],
    ["Selasa, 16 November 2026", "any", "2026-11-16"],
  ])("%s (%s)", (text, range, date) => {
    expect(acceptDate(text, today, range)).toEqual({ kind: "confirm", value: date });
  });
});

describe("words are understood and shown back", () => {
  test.each<[string, string]>([
    ["hari ini", "2026-11-24"],
    ["Hari ini!", "2026-11-24"],
    ["kemarin", "2026-11-23"],
    ["kmrn", "2026-11-23"],
    ["kemarin lusa", "2026-11-22"],
    ["besok", "2026-11-25"],
    ["lusa", "2026-11-26"],
    ["yesterday", "2026-11-23"],
    ["the day before yesterday", "2026-11-22"],
    ["tomorrow", "2026-11-25"],
    ["senin kemarin", "2026-11-23"],
    ["rabu lalu", "2026-11-18"],
    ["selasa yang lalu", "2026-11-17"],
    ["Jum'at kemarin", "2026-11-20"],
    ["jumat depan", "2026-12-04"],
    ["jumat ke depan", "2026-12-04"],
    ["jumat mendatang", "2026-11-27"],
    ["jumat besok", "2026-11-27"],
    ["selasa depan", "2026-12-01"],
    ["senin minggu lalu", "2026-11-16"],
    ["jumat minggu depan", "2026-12-04"],
    ["kamis ini", "2026-11-26"],
    ["last monday", "2026-11-23"],
    ["next friday", "2026-12-04"],
    ["minggu lalu", "2026-11-17"],
    ["minggu depan", "2026-12-01"],
    ["hari minggu lalu", "2026-11-22"],
    ["minggu", "2026-11-22"],
    ["ahad depan", "2026-12-06"],
    ["last week", "2026-11-17"],
    ["3 hari lalu", "2026-11-21"],
    ["3 hari yang lalu", "2026-11-21"],
    ["dua minggu lalu", "2026-11-10"],
    ["seminggu lalu", "2026-11-17"],
    ["seminggu lagi", "2026-12-01"],
    ["sebulan lalu", "2026-10-24"],
    ["bulan depan", "2026-12-24"],
    ["2 bulan ke depan", "2027-01-24"],
    ["setahun lalu", "2025-11-24"],
    ["3 days ago", "2026-11-21"],
    ["a week ago", "2026-11-17"],
    ["in 2 weeks", "2026-12-08"],
    ["dalam 3 hari", "2026-11-27"],
  ])("%s", (text, date) => {
    expect(acceptDate(text, today, "any")).toEqual({ kind: "confirm", value: date });
  });

  test("on a Monday, senin kemarin is a week ago and senin depan a week ahead", () => {
    expect(acceptDate("senin kemarin", "2026-11-23", "past")).toMatchObject({ value: "2026-11-16" });
    expect(acceptDate("senin depan", "2026-11-23", "future")).toMatchObject({ value: "2026-11-30" });
  });

  test.each(["kamis depan", "kamis minggu depan", "next thursday"])(
    "said on a Wednesday, %s is not tomorrow",
    (words) => {
      expect(acceptDate(words, "2026-11-25", "future")).toEqual({ kind: "confirm", value: "2026-12-03" });
    },
  );

  test("a weekday alone lies on the side that is asked", () => {
    expect(read("kamis", "past")).toBe("2026-11-19");
    expect(read("kamis", "future")).toBe("2026-11-26");
  });
});

describe("a day that does not exist is explained with what would be right", () => {
  test("the month's real end", () => {
    expect(acceptDate("31-2-1990", today, "any")).toEqual({
      kind: "explained",
      reason: "date-impossible",
      args: { month: 2, year: "1990", last: 28, example: "28-2-1990" },
    });
    expect(acceptDate("31 april 2026", today, "any")).toMatchObject({ args: { last: 30 } });
    expect(acceptDate("30-2-2028", today, "any")).toMatchObject({ args: { last: 29 } });
    expect(acceptDate("tgl 35", today, "any")).toMatchObject({
      reason: "date-impossible",
      args: { month: 11, year: "2026", last: 30 },
    });
    expect(acceptDate("29 feb", today, "past")).toMatchObject({ reason: "date-impossible" });
    expect(acceptDate("0-3-2026", today, "any")).toMatchObject({ reason: "date-impossible" });
  });

  test("the order of day and month", () => {
    expect(acceptDate("3/25/2026", today, "any")).toMatchObject({
      reason: "date-no-month",
      args: { month: 25, example: "25-3-2026" },
    });
    expect(acceptDate("40-40-2026", today, "any")).toMatchObject({
      reason: "date-no-month",
      args: { month: 40, example: "24-11-2026" },
    });
  });

  test("a year nobody means", () => {
    expect(acceptDate("12-3-0026", today, "any")).toMatchObject({
      reason: "date-no-year",
      args: { year: "26" },
    });
    expect(acceptDate("12-3-2926", today, "any")).toMatchObject({ reason: "date-no-year" });
  });
});

describe("the side of today", () => {
  test("today is past and future both", () => {
    expect(read("24-11-2026", "past")).toBe(today);
    expect(read("24-11-2026", "future")).toBe(today);
  });

  test("the wrong side is explained", () => {
    expect(acceptDate("25-11-2026", today, "past")).toEqual({
      kind: "explained",
      reason: "date-future",
      args: { date: "2026-11-25", today: "2026-11-24" },
    });
    expect(acceptDate("kemarin", today, "future")).toMatchObject({ reason: "date-past" });
  });
});

test.each([
  "",
  "?",
  "entah",
  "tidak tahu",
  "minggu ini",
  "maret 2026",
  "12 foo 2026",
  "senin entah",
  "1-2-3-4",
  "12-3-202",
  "99999 hari lalu",
  "9999 tahun lagi",
  "x".repeat(200),
])("“%s” is no date", (text) => {
  expect(read(text)).toBe("date-unclear");
});

test("a day pressed in the calendar is checked too", () => {
  expect(checkDate("2026-11-24", today, "past")).toEqual({ kind: "accepted", value: "2026-11-24" });
  expect(checkDate("2026-11-25", today, "past")).toMatchObject({ reason: "date-future" });
  expect(checkDate("2026-02-30", today, "any")).toMatchObject({ reason: "button-gone" });
});
