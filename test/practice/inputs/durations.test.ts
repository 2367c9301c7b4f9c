import { expect, test } from "vitest";
import { readDuration } from "../../../src/practice/inputs/durations.js";

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
