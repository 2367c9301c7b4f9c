import { expect, test } from "vitest";
import { readDuration, readMinutes } from "../../../src/practice/inputs/durations.js";

test.each([
  ["14", 14, "day"],
  ["14 hari", 14, "day"],
  ["2 minggu", 14, "week"],
  ["dua minggu", 14, "week"],
  ["seminggu", 7, "week"],
  ["3 bulan", 90, "month"],
  ["3bln", 90, "month"],
  ["sebulan", 30, "month"],
  ["1,5 bulan", 45, "month"],
  ["1 tahun", 365, "year"],
  ["3 Months", 90, "month"],
  ["a week", undefined, undefined],
])("%s is %s days", (text, days, unit) => {
  const read = readDuration(text);
  expect(read && { days: read.days, unit: read.unit, sure: read.sure }).toEqual(
    days === undefined ? undefined : { days, unit, sure: true },
  );
});

test.each(["3 orang", "30 hari kerja", "5 kali"])("%s is asked back", (text) => {
  expect(readDuration(text)?.sure).toBe(false);
});

test.each(["", "lama", "72 jam", "2 minggu 3 hari", "0", "-3", "1,5", "1.000.000"])(
  "%s is not understood",
  (text) => expect(readDuration(text)).toBeUndefined(),
);

test.each([
  ["30 menit", 30],
  ["90 MENIT.", 90],
  ["2 jam", 120],
  ["1,5 jam", 90],
  ["setengah jam", 30],
  ["dua jam", 120],
  ["sejam", 60],
  ["sehari", 1_440],
  ["1 day", 1_440],
  ["90", undefined],
  ["lama", undefined],
  ["2 minggu", undefined],
  ["0 menit", undefined],
  ["0,5 menit", undefined],
  ["", undefined],
])("%s is %s minutes", (text, minutes) => expect(readMinutes(text)).toBe(minutes));
