import { describe, expect, test } from "vitest";
import { acceptMoment, checkMoment } from "../../../src/practice/inputs/moments.js";
import { contextAt } from "../context.js";

/** Tuesday 24 November 2026, 10.00 WIB. */
const context = contextAt("2026-11-24T03:00:20Z");

describe("a day with a clock time", () => {
  test.each([
    ["16-11-2026 10.15", "2026-11-16T03:15:00.000Z"],
    ["16-11-2026 10:15", "2026-11-16T03:15:00.000Z"],
    ["16/11/2026, jam 10.15", "2026-11-16T03:15:00.000Z"],
    ["16.11.2026 10.15", "2026-11-16T03:15:00.000Z"],
    ["16 november 2026 pukul 23.59", "2026-11-16T16:59:00.000Z"],
    ["10.15 16-11-2026", "2026-11-16T03:15:00.000Z"],
    ["2026-11-16T10:15", "2026-11-16T03:15:00.000Z"],
    ["16-11-2026 10.15 WIB", "2026-11-16T03:15:00.000Z"],
    ["16-11-2026 10.15 WITA", "2026-11-16T02:15:00.000Z"],
    ["16-11-2026 00.30 WIT", "2026-11-15T15:30:00.000Z"],
  ])("%s is taken", (text, instant) => {
    expect(acceptMoment(text, context, "any")).toEqual({ kind: "accepted", value: instant });
  });

  test.each([
    ["kemarin jam 10 pagi", "2026-11-23T03:00:00.000Z"],
    ["jam 10 pagi kemarin", "2026-11-23T03:00:00.000Z"],
    ["kemarin 10.15", "2026-11-23T03:15:00.000Z"],
    ["hari ini jam 8", "2026-11-24T01:00:00.000Z"],
    ["senin kemarin pukul 14.00", "2026-11-23T07:00:00.000Z"],
    ["16 nov 10.15", "2026-11-16T03:15:00.000Z"],
    ["kemarin jam 3 sore", "2026-11-23T08:00:00.000Z"],
    ["kemarin jam 1 siang", "2026-11-23T06:00:00.000Z"],
    ["kemarin jam 11 siang", "2026-11-23T04:00:00.000Z"],
    ["kemarin jam 12 siang", "2026-11-23T05:00:00.000Z"],
    ["kemarin jam 8 malam", "2026-11-23T13:00:00.000Z"],
    ["kemarin jam 2 malam", "2026-11-22T19:00:00.000Z"],
    ["kemarin jam 12 malam", "2026-11-22T17:00:00.000Z"],
    ["kemarin jam setengah 8 pagi", "2026-11-23T00:30:00.000Z"],
    ["kemarin 8 malam WITA", "2026-11-23T12:00:00.000Z"],
    ["yesterday 3pm", "2026-11-23T08:00:00.000Z"],
    ["09.30", "2026-11-24T02:30:00.000Z"],
    ["sekarang", "2026-11-24T03:00:00.000Z"],
    ["baru saja", "2026-11-24T03:00:00.000Z"],
    ["30 menit lalu", "2026-11-24T02:30:00.000Z"],
    ["2 jam yang lalu", "2026-11-24T01:00:00.000Z"],
  ])("%s is shown back", (text, instant) => {
    expect(acceptMoment(text, context, "past")).toEqual({ kind: "confirm", value: instant });
  });
});

test("the same words mean another instant in another zone", () => {
  const papua = contextAt("2026-11-24T03:00:00Z", { zone: "Asia/Jayapura" });
  expect(acceptMoment("16-11-2026 10.15", papua, "past")).toMatchObject({
    value: "2026-11-16T01:15:00.000Z",
  });
});

describe("what is missing or wrong is explained", () => {
  test("a date without a time gets its example", () => {
    expect(acceptMoment("16-11-2026", context, "past")).toEqual({
      kind: "explained",
      reason: "time-missing",
      args: { example: "16-11-2026 10.15" },
    });
    expect(acceptMoment("16.11.2026", context, "past")).toMatchObject({ reason: "time-missing" });
    expect(acceptMoment("kemarin", context, "past")).toMatchObject({ args: { example: "23-11-2026 10.15" } });
    expect(acceptMoment("entah", context, "past")).toMatchObject({ reason: "time-missing" });
    expect(acceptMoment("", context, "past")).toMatchObject({ reason: "time-missing" });
  });

  test("a time no clock shows", () => {
    expect(acceptMoment("16-11-2026 25.00", context, "past")).toMatchObject({ reason: "time-impossible" });
    expect(acceptMoment("16-11-2026 10.61", context, "past")).toMatchObject({ reason: "time-impossible" });
  });

  test("a day that does not exist", () => {
    expect(acceptMoment("31-2-2026 10.15", context, "past")).toMatchObject({ reason: "date-impossible" });
    expect(acceptMoment("31-2-2026", context, "past")).toMatchObject({ reason: "date-impossible" });
  });

  test("the wrong side of now; the running minute is on both", () => {
    expect(acceptMoment("24-11-2026 10.01", context, "past")).toMatchObject({ reason: "moment-future" });
    expect(acceptMoment("24-11-2026 10.00", context, "past")).toMatchObject({ kind: "accepted" });
    expect(acceptMoment("24-11-2026 10.00", context, "future")).toMatchObject({ kind: "accepted" });
    expect(acceptMoment("24-11-2026 09.59", context, "future")).toMatchObject({ reason: "moment-past" });
  });
});

test("an instant put together from buttons is checked too", () => {
  expect(checkMoment("2026-11-16T03:15:00.000Z", context, "past")).toMatchObject({ kind: "accepted" });
  expect(checkMoment("2027-11-16T03:15:00.000Z", context, "past")).toMatchObject({ reason: "moment-future" });
  for (const wrong of ["2026-11-16", "2026-02-31T99:00:00Z", "soon"]) {
    expect(checkMoment(wrong, context, "any")).toMatchObject({ reason: "button-gone" });
  }
});
