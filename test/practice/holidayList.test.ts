import { expect, test } from "vitest";
import { readHolidayList } from "../../src/practice/inputs/holidayList.js";

const read = (text: string) =>
  readHolidayList(text, 2027).days.map(
    ({ date, name, isLeave }) => `${date} ${name}${isLeave ? " (leave)" : ""}`,
  );

test.each([
  ["17 Agustus 2027 Kemerdekaan", ["2027-08-17 Kemerdekaan"]],
  ["17 agt Kemerdekaan", ["2027-08-17 Kemerdekaan"]],
  ["1. Jumat, 1 Januari 2027: Tahun Baru Masehi", ["2027-01-01 Tahun Baru Masehi"]],
  ["• Tahun Baru Imlek 2578 Kongzili – 6 Februari 2027", ["2027-02-06 Tahun Baru Imlek 2578 Kongzili"]],
  ["1 Muharam 1449 H, 6 Juni", ["2027-06-06 1 Muharam 1449 H"]],
  ["10-11 Maret 2027 Idul Fitri", ["2027-03-10 Idul Fitri", "2027-03-11 Idul Fitri"]],
  [
    "9, 12, dan 15 Maret Cuti bersama Idul Fitri",
    [
      "2027-03-09 Cuti bersama Idul Fitri (leave)",
      "2027-03-12 Cuti bersama Idul Fitri (leave)",
      "2027-03-15 Cuti bersama Idul Fitri (leave)",
    ],
  ],
  [
    "Libur nasional 2027\n25 Desember Natal\nCuti bersama:\n24 Desember Natal",
    ["2027-12-24 Natal (leave)", "2027-12-25 Natal"],
  ],
  ["25 Desember Isra Mikraj\n25 Desember Natal", ["2027-12-25 Isra Mikraj, Natal"]],
])("a pasted list is read: %j", (text, days) => expect(read(text)).toEqual(days));

test.each(["17 Agustus 2026 Kemerdekaan", "31 Februari 2027 Apa", "Natal", "hari raya 12", "17 Agustuz"])(
  "what is no day of the year is said back: %j",
  (line) => expect(readHolidayList(`1 Mei Buruh\n${line}`, 2027)).toMatchObject({ unread: [line] }),
);
