/** The words for days, weekdays and months, Indonesian and English, with the usual abbreviations. */
import type { Weekday } from "../calendar.js";

/** Months by their names and abbreviations; 1 is January. */
export const months = table<number>([
  ["januari january jan", 1],
  ["februari february pebruari feb peb", 2],
  ["maret march mar mrt", 3],
  ["april apr", 4],
  ["mei may", 5],
  ["juni june jun", 6],
  ["juli july jul", 7],
  ["agustus august agu agt ags agst aug", 8],
  ["september sept sep", 9],
  ["oktober october okt oct", 10],
  ["november nopember nov nop", 11],
  ["desember december des dec", 12],
]);

/** Weekdays by their names. "Minggu" is Sunday and also the word for week; which, the phrase tells. */
export const weekdays = table<Weekday>([
  ["senin monday mon", 1],
  ["selasa tuesday tue tues", 2],
  ["rabu rebo wednesday wed", 3],
  ["kamis thursday thu thurs", 4],
  ["jumat jum'at jumaat friday fri", 5],
  ["sabtu saturday sat", 6],
  ["minggu ahad sunday sun", 7],
]);

/** Whole phrases that say how many days from today a day is. */
export const daysFromToday = table<number>(
  [
    [
      "hari ini|sekarang|barusan|baru saja|tadi|tadi pagi|tadi siang|tadi sore|today|now|nanti|nanti malam",
      0,
    ],
    ["kemarin|kemaren|kmrn|kmarin|semalam|tadi malam|kemarin malam|yesterday|last night", -1],
    ["kemarin lusa|kemarin dulu|kemaren dulu|lusa kemarin|the day before yesterday|day before yesterday", -2],
    ["besok|besuk|bsk|esok|esok hari|tomorrow", 1],
    ["lusa|besok lusa|the day after tomorrow|day after tomorrow", 2],
  ],
  "|",
);

/** Spans of time; days where they are fixed, months where the calendar decides. */
export const spans = table<{ readonly days: number } | { readonly months: number }>([
  ["hari hr day days", { days: 1 }],
  ["minggu mg week weeks pekan", { days: 7 }],
  ["bulan bln month months", { months: 1 }],
  ["tahun thn th year years", { months: 12 }],
]);

/** Words after a span or a weekday that point back, and those that point ahead. */
export const backward = /^(?:yang |yg )?(?:lalu|lewat|kemarin|kemaren|kmrn|silam|ago)$/;

/** Words after a span or a weekday that point ahead. */
export const forward =
  /^(?:yang akan datang|akan datang|depan|ke depan|kedepan|lagi|kemudian|mendatang|besok)$/;
/** Words after a weekday that mean the one of next week. */
export const nextWeek = /^(?:minggu |pekan )?(?:depan|ke depan|kedepan)$/;

function table<T>(
  rows: readonly (readonly [words: string, value: T])[],
  separator = " ",
): ReadonlyMap<string, T> {
  return new Map(
    rows.flatMap(([words, value]) => words.split(separator).map((word) => [word, value] as const)),
  );
}
